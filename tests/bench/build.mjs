/**
 * How fast folders of 1,000 to 1,000,000 articles become feeds: ours and the peers that are installed side by side, whole
 * processes, medians of interleaved rounds, with the most memory that each tree of processes held. Times depend on the
 * machine and on what else it does; what counts are the ratios of one run. Fails where we are slower than we promise.
 * `npm run bench:build -- --help` says what can be asked for; it compiles `src/` first.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { options, USAGE, UsageError } from "./arguments.mjs";
import { PEERS } from "./contenders.mjs";
import { chains } from "./jobs.mjs";
import { growths, judgements, measured, promises, readme, results } from "./report.mjs";
import { runChain, workFolder } from "./run.mjs";

const say = (words) => process.stderr.write(`${words}\n`);
const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");

/** The peers that are wanted and there, with their versions. */
function peersThere(wanted) {
  const peers = PEERS.filter(({ name }) => wanted.includes(name)).map((peer) => ({ ...peer, is: peer.version() }));
  for (const { name, is } of peers) say(is === undefined ? `${name} is not installed, and left out` : `${name} ${is}`);
  return peers.filter(({ is }) => is !== undefined);
}

/** What a run leaves when it is ended early, and what one has left that could not clean up. */
function keepClean(folder) {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^run-(\d+)$/.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  process.once("exit", () => rmSync(workFolder(folder), { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch ({ code }) {
    return code === "EPERM";
  }
}

/** @param {ReturnType<typeof options>} asked */
async function bench({ sizes, jobs, rounds, peers: wanted, folder = join(tmpdir(), "dateline-bench"), ...form }) {
  const peers = peersThere(wanted);
  mkdirSync(folder, { recursive: true });
  keepClean(folder);
  const before = load();
  const rows = [];
  const failures = [];
  for (const chain of chains(jobs, sizes)) {
    const ran = await runChain(chain, { folder, peers, rounds, say });
    rows.push(...ran.rows);
    failures.push(...ran.failures);
  }
  const circumstances = {
    processors: availableParallelism(),
    gigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: { before, after: load() },
    peers: Object.fromEntries(peers.map(({ name, is }) => [name, is])),
  };
  tell({ rows, failures, circumstances }, form);
}

function tell({ rows, failures, circumstances }, { json, markdown }) {
  const list = results(rows);
  const judged = judgements(list);
  const grown = growths(list);
  if (json) console.log(JSON.stringify({ circumstances, rows, failures, promises: judged, growths: grown }, null, 2));
  else if (markdown) console.log(readme(list));
  else console.log(`${JSON.stringify(circumstances)}\n\n${measured(list)}\n\n${promises(list)}`);
  const missed = judged.some(({ verdict }) => verdict === "missed") || grown.some(({ met }) => !met);
  if (missed || failures.length > 0) process.exitCode = 1;
}

try {
  const asked = options(process.argv.slice(2));
  if (asked.help) console.log(USAGE);
  else await bench(asked);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
