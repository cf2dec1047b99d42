import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { openPress } from "./encoding.ts";
import { answerPolls } from "./polls.ts";
import { problem, type Reply, replyTo, type Served } from "./reply.ts";
import { openShelf } from "./shelf.ts";
import { write } from "./write.ts";

/** One request and how it was answered. */
export interface Answered {
  readonly method: string;
  readonly target: string;
  readonly status: number;
  /** Of the body, as announced. */
  readonly bytes: number | undefined;
  readonly milliseconds: number;
  readonly agent: string | undefined;
}

export interface ServeOptions {
  /** The folder that is served. */
  readonly folder: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly host: string;
  /** Done to pages before they are shown; nothing is cached then. */
  readonly decorate?: (html: string) => string;
  /** Puts into the folder what a path may mean, before it is looked for. */
  readonly prepare?: (path: string) => void;
  /** Answers what is no file; `false` where it knows nothing of it. */
  readonly beside?: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly onAnswered?: (answered: Answered) => void;
}

export interface Serving {
  /** Such as `http://127.0.0.1:8000/`. */
  readonly url: string;
  /** The files are looked at again. */
  readonly forget: () => void;
  /** Ends open connections too. */
  readonly close: () => Promise<void>;
}

/** Longer than the pauses of readers that fetch several feeds, and than the 60 seconds of the proxies in front of us. */
const KEEP_ALIVE = 65_000;

/** Serves a folder. Rejects where the port can't be had (`EADDRINUSE`, `EACCES`) or the host is none of ours. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { folder, port, host, decorate, prepare, beside, onAnswered } = options;
  const shelf = openShelf(folder);
  const served: Served = {
    shelf,
    press: openPress(),
    ...(decorate === undefined ? {} : { decorate }),
    ...(prepare === undefined ? {} : { prepare }),
  };
  const server = createServer((request, response) => {
    if (onAnswered !== undefined) tellWhenDone(request, response, onAnswered);
    if (beside?.(request, response) !== true) answer(served, request, response);
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  server.headersTimeout = KEEP_ALIVE + 1000;
  const isPreview = decorate !== undefined || prepare !== undefined || beside !== undefined;
  const endPolls = isPreview ? undefined : answerPolls(server, polled(served, onAnswered));
  await listening(server, port, host);
  return {
    url: urlOf(server.address() as AddressInfo, host),
    forget: shelf.forget,
    close: () => {
      const end = closed(server);
      endPolls?.();
      return end;
    },
  };
}

function answer(served: Served, request: IncomingMessage, response: ServerResponse): void {
  const send = (reply: Reply): void =>
    write(request, response, reply, (status, headers) => problem(served, status, headers));
  const reply = replyTo(served, request);
  if (reply instanceof Promise) void reply.catch(() => problem(served, 500)).then(send);
  else send(reply);
}

function polled(served: Served, tell: ServeOptions["onAnswered"]): Parameters<typeof answerPolls>[1] {
  return {
    replyTo: (request) => replyTo(served, request),
    told:
      tell &&
      (({ method, url: target, headers }, milliseconds) =>
        tell({ method, target, status: 304, bytes: undefined, milliseconds, agent: headers["user-agent"] })),
    patience: KEEP_ALIVE,
  };
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function urlOf({ port }: AddressInfo, host: string): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function tellWhenDone(request: IncomingMessage, response: ServerResponse, tell: (answered: Answered) => void): void {
  const started = performance.now();
  response.once("close", () => {
    const length = response.getHeader("Content-Length");
    tell({
      method: request.method ?? "",
      target: request.url ?? "",
      status: response.statusCode,
      bytes: length === undefined ? undefined : Number(length),
      milliseconds: performance.now() - started,
      agent: request.headers["user-agent"],
    });
  });
}
