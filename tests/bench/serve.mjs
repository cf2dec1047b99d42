/**
 * `dateline serve` under load, against nginx on the same machine: 200 connections that are kept alive, for a minute or as
 * many seconds as the first argument says. Says the rate of 304s of both, errors, and how the server's memory grows.
 * Needs nginx and wrk (Debian has both). `npm run bench:serve` compiles `src/` first.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMMAND, ROOT } from "../support/command.mjs";

const SECONDS = Number(process.argv[2] ?? 60);
/** Rounds of a few seconds, in turn with nginx: what else the machine does meanwhile falls on both. */
const ROUNDS = 9;
const ROUND_SECONDS = 2;
const NGINX = 18_480;
const OURS = 18_481;

for (const tool of ["nginx", "wrk"])
  if (spawnSync(tool, ["-v"]).error !== undefined) {
    console.log(`This bench needs ${tool}: apt-get install nginx-light wrk`);
    process.exit(0);
  }

const folder = mkdtempSync(join(tmpdir(), "dateline-load-"));
/** Debian's own settings, its log of each request and its compression off. */
const configuration = (workers) => {
  const path = join(folder, "nginx.conf");
  const user = process.getuid?.() === 0 ? "user root;" : "";
  writeFileSync(
    path,
    `${user} daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes ${workers};
events { worker_connections 768; }
http { access_log off; sendfile on; tcp_nopush on; include /etc/nginx/mime.types;
  server { listen 127.0.0.1:${NGINX}; root ${ROOT}/dist; } }\n`,
  );
  return path;
};

const started = (command, args) => spawn(command, args, { cwd: ROOT, stdio: "ignore" });
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Until a server answers: a machine that has much else to do starts it late. */
async function answering(port) {
  for (let time = 0; time < 100; time += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/atom.xml`).catch(() => undefined);
    if (answer?.ok) return answer.arrayBuffer();
    await pause(200);
  }
  throw new Error(`nobody answers at port ${port}`);
}

async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await exit;
}

async function etag(port) {
  const response = await fetch(`http://127.0.0.1:${port}/atom.xml`, { headers: { "Accept-Encoding": "identity" } });
  await response.arrayBuffer();
  return response.headers.get("etag");
}

/** Not spawnSync: the memory is looked at meanwhile. */
async function load(port, seconds, header) {
  const args = ["-t1", "-c200", `-d${seconds}s`, "-H", header, `http://127.0.0.1:${port}/atom.xml`];
  const child = spawn("wrk", args);
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  await new Promise((resolve) => child.once("exit", resolve));
  const errors = /Socket errors.*|Non-2xx.*/g;
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]), errors: said.match(errors) ?? [] };
}

/** Of a process and those that it started. */
function megabytes(pid) {
  const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  const started = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  return started.reduce((sum, child) => sum + megabytes(child), own);
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const shares = [];
const ours = started(process.execPath, [COMMAND, "serve", "--port", String(OURS)]);
try {
  await answering(OURS);
  for (const workers of ["1", "auto"]) {
    const nginx = started("nginx", ["-c", configuration(workers)]);
    const rates = { nginx: [], ours: [] };
    try {
      await answering(NGINX);
      for (let round = 0; round < ROUNDS; round += 1) {
        rates.nginx.push((await load(NGINX, ROUND_SECONDS, `If-None-Match: ${await etag(NGINX)}`)).rate);
        rates.ours.push((await load(OURS, ROUND_SECONDS, `If-None-Match: ${await etag(OURS)}`)).rate);
      }
    } finally {
      await ended(nginx);
    }
    const share = median(rates.ours.map((rate, round) => rate / rates.nginx[round]));
    shares.push(share);
    console.log(
      `304s a second: nginx (workers: ${workers}) ${Math.round(median(rates.nginx))}, dateline serve ${Math.round(median(rates.ours))}: ${Math.round(100 * share)} %`,
    );
  }
  const memory = [megabytes(ours.pid)];
  const watch = setInterval(() => memory.push(megabytes(ours.pid)), 1000);
  const { rate, errors } = await load(OURS, SECONDS, "Accept-Encoding: gzip");
  clearInterval(watch);
  const third = Math.ceil(memory.length / 3);
  const [middle, last] = [median(memory.slice(third, 2 * third)), median(memory.slice(2 * third))];
  console.log(`whole feeds, ${SECONDS} s: ${Math.round(rate)} a second, errors: ${errors.join("; ") || "none"}`);
  console.log(`memory: ${Math.round(middle)} MB in the middle third, ${Math.round(last)} MB in the last`);
  process.exitCode = errors.length > 0 || last > middle * 1.15 || Math.min(...shares) < 0.5 ? 1 : 0;
} finally {
  await ended(ours);
  rmSync(folder, { recursive: true, force: true });
}
