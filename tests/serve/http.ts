import { request } from "node:http";
import { createConnection } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { onTestFinished } from "vitest";
import { type ServeOptions, type Serving, serve } from "../../src/serve/server.ts";

/** An answer as it came, its body decoded. */
export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks for a target exactly as given: clients that tidy up paths would hide what a server does with others. */
export function get(url: string, target: string, { method = "GET", headers = {} }: Ask = {}): Promise<Got> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path: target, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const raw = Buffer.concat(chunks);
        const encoding = method === "HEAD" ? undefined : response.headers["content-encoding"];
        const decode = encoding === "br" ? brotliDecompressSync : encoding === "gzip" ? gunzipSync : Buffer.from;
        const body = Buffer.from(decode(raw) as Uint8Array).toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: response.headers as Got["headers"], body });
      });
    });
    asked.on("error", reject).end();
  });
}

/** What comes back for bytes that are no proper request. */
export function raw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = createConnection(Number(port), hostname, () => socket.write(bytes));
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.on("end", () => resolve(answer)).on("error", reject);
  });
}

/** Serves a folder until the test is done. */
export async function serving(folder: string, options: Partial<ServeOptions> = {}): Promise<Serving> {
  const server = await serve({ folder, port: 0, host: "127.0.0.1", ...options });
  onTestFinished(() => server.close());
  return server;
}
