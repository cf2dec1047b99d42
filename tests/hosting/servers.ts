import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { COMMAND, ROOT } from "../support/command.mjs";

/** Whether a server's tests run: where it is installed, and on CI, where it must be. */
export function has(command: string, flag: string): boolean {
  if (command === "dateline") return true;
  return spawnSync(command, [flag]).status === 0 || process.env.CI !== undefined;
}

/** A configuration out of `docs/hosting.md`, by the mark before it. */
function documented(mark: string): string {
  const page = readFileSync(join(ROOT, "docs/hosting.md"), "utf8");
  const found = new RegExp(`<!-- ${mark} -->\\n\`\`\`\\w+\\n(.*?)\`\`\`\\n`, "s").exec(page)?.[1];
  if (found === undefined) throw new Error(`docs/hosting.md has no ${mark}`);
  return found;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Runs nginx with the documented configuration for what lies in `dist/` of a folder. Gives its address. */
export async function nginx(folder: string): Promise<string> {
  const port = await freePort();
  const feeds = join(folder, "feeds.conf");
  const site = documented("nginx")
    .replaceAll("/srv/gazette/dist", join(folder, "dist"))
    .replaceAll("/srv/gazette/feeds.conf", feeds)
    .replace("listen 80;", `listen 127.0.0.1:${port};`);
  writeFileSync(feeds, documented("nginx-feeds"));
  mkdirSync(join(folder, "tmp"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, "tmp", name)};\n`,
  );
  writeFileSync(
    join(folder, "nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;\n" : ""}pid ${join(folder, "nginx.pid")};
error_log ${join(folder, "error.log")};
daemon off;
events { }
http {
access_log off;
include /etc/nginx/mime.types;
${temporary.join("")}${site}}
`,
  );
  return run(spawn("nginx", ["-c", join(folder, "nginx.conf")], { stdio: "pipe" }), port);
}

/** The same for Caddy. */
export async function caddy(folder: string): Promise<string> {
  const port = await freePort();
  const site = documented("caddy")
    .replaceAll("/srv/gazette/dist", join(folder, "dist"))
    .replace(/^gazette\.example \{/, `http://gazette.example:${port} {\n\tbind 127.0.0.1`);
  const file = join(folder, "Caddyfile");
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return run(spawn("caddy", ["run", "--config", file, "--adapter", "caddyfile"], { stdio: "pipe", env }), port);
}

/** Our own, by its command. */
export async function datelineServe(folder: string): Promise<string> {
  const port = await freePort();
  const args = [COMMAND, "serve", "--out", join(folder, "dist"), "--port", String(port)];
  return run(spawn(process.execPath, args, { stdio: "pipe" }), port);
}

/** Waits until a server answers; ends it with the test. */
async function run(server: ChildProcess, port: number): Promise<string> {
  const said: string[] = [];
  server.stderr?.on("data", (data: Buffer) => said.push(data.toString()));
  const ended = new Promise<void>((resolve) => {
    server.once("exit", () => resolve());
  });
  onTestFinished(async () => {
    server.kill();
    await ended;
  });
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await answers(address)) return address;
    if (server.exitCode !== null) break;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error(`no answer from ${server.spawnfile}: ${said.join("")}`);
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  );
}
