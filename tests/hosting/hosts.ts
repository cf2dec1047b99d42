import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { serve } from "../../src/serve/server.ts";
import { ROOT } from "../support/site.ts";

/** A server that has been started for a folder. */
export interface Host {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const configuration = (name: string): string => readFileSync(join(ROOT, "docs/hosting", name), "utf8");

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Starts a program and waits until it answers. */
async function started(command: string, args: readonly string[], port: number, scratch: string): Promise<Host> {
  const env = { ...process.env, HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch };
  const child: ChildProcess = spawn(command, args, { cwd: scratch, env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  const url = `http://127.0.0.1:${port}/`;
  const answers = (): Promise<boolean> =>
    fetch(url).then(
      () => true,
      () => false,
    );
  for (let tries = 0; !(await answers()); tries += 1) {
    if (tries === 100) throw new Error(`${command} does not answer: ${said}`);
    await pause(100);
  }
  const stop = async (): Promise<void> => {
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    await exit;
    rmSync(scratch, { recursive: true, force: true });
  };
  return { url, stop };
}

function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-host-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** nginx with our configuration, but for name, port and folder. */
async function nginx(folder: string): Promise<Host> {
  const [scratch, port] = [scratchFolder(), await freePort()];
  const server = configuration("nginx.conf")
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("/srv/gazette/dist", folder);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (what) => `${what}_temp_path ${scratch}/${what};`,
  );
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const main = `${user} daemon off; pid ${scratch}/pid; error_log stderr;
events {}
http { include /etc/nginx/mime.types; access_log off; ${temporary.join(" ")}
${server} }\n`;
  writeFileSync(join(scratch, "nginx.conf"), main);
  return started("nginx", ["-p", scratch, "-c", "nginx.conf"], port, scratch);
}

/** Caddy with our configuration, but for name and folder. */
async function caddy(folder: string): Promise<Host> {
  const [scratch, port] = [scratchFolder(), await freePort()];
  const site = configuration("Caddyfile")
    .replace(/^gazette\.example \{/m, `http://127.0.0.1:${port} {`)
    .replace("/srv/gazette/dist", folder);
  writeFileSync(join(scratch, "Caddyfile"), `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
  return started("caddy", ["run", "--config", "Caddyfile", "--adapter", "caddyfile"], port, scratch);
}

async function ours(folder: string): Promise<Host> {
  const { url, close } = await serve({ folder, port: 0, host: "127.0.0.1" });
  return { url, stop: close };
}

const isThere = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, [...args]).status === 0 || process.env.CI !== undefined;

/** Those that are installed here; on CI all are. */
export const HOSTS: readonly (readonly [name: string, start: (folder: string) => Promise<Host>])[] = [
  ["dateline serve", ours],
  ...(isThere("nginx", "-v") ? [["nginx", nginx] as const] : []),
  ...(isThere("caddy", "version") ? [["caddy", caddy] as const] : []),
];
