/**
 * How fast folders of 1,000 to 1,000,000 articles become feeds: ours and the peers that are installed side by side, whole
 * processes, medians of interleaved rounds, with the most memory that each tree of processes held. Times depend on the
 * machine and on what else it does; what counts are the ratios of one run. Fails where we are slower than we promise.
 * `npm run bench:build -- --help` says what can be asked for; it compiles `src/` first.
 */
import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { options, USAGE, UsageError } from "./arguments.mjs";
import { PEERS } from "./contenders.mjs";
import { chains } from "./jobs.mjs";
import { growths, judgements, measured, promises, readme, results } from "./report.mjs";
import { runChain, workFolder } from "./run.mjs";

const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");

/** @param {ReturnType<typeof options>} asked */
async function bench({
  sizes,
  jobs,
  rounds,
  peers: wanted,
  folder = join(tmpdir(), "dateline-bench"),
  json,
  markdown,
}) {
  const say = (words) => process.stderr.write(`${words}\n`);
  const peers = PEERS.filter(({ name }) => wanted.includes(name)).map((peer) => ({ ...peer, is: peer.version() }));
  for (const { name, is } of peers) say(is === undefined ? `${name} is not installed, and left out` : `${name} ${is}`);
  const there = peers.filter(({ is }) => is !== undefined);
  mkdirSync(folder, { recursive: true });
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => {
      rmSync(workFolder(folder), { recursive: true, force: true });
      process.exit(1);
    });

  const before = load();
  const rows = [];
  for (const chain of chains(jobs, sizes)) rows.push(...(await runChain(chain, { folder, peers: there, rounds, say })));
  const list = results(rows);
  const judged = judgements(list);
  const grown = growths(list);

  const machine = {
    processors: availableParallelism(),
    gigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  if (json)
    console.log(JSON.stringify({ machine, load: [before, load()], rows, promises: judged, growths: grown }, null, 2));
  else if (markdown) console.log(readme(list));
  else {
    console.log(
      `${machine.processors} processors, ${machine.gigabytes} GB, Node ${machine.node}; load ${before} before, ${load()} after`,
    );
    console.log(`\n${measured(list)}\n\n${promises(list)}`);
  }
  if (judged.some(({ verdict }) => verdict === "missed") || grown.some(({ met }) => !met)) process.exitCode = 1;
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
