/** Runs chains of jobs, ours and the peers' by turns, so that whatever else the machine does meets all of them. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dateline, knows, stat } from "./contenders.mjs";
import { corpus, newsroom, settleDisk } from "./corpus.mjs";
import { measure } from "./measure.mjs";
import { checkEntries } from "./published.mjs";

/** @typedef {import("./jobs.mjs").Job} Job */
/** @typedef {{ job: string, size: number, contender: string, seconds: number[], processor: (number | undefined)[], megabytes: (number | undefined)[] }} Row */

/** @param {number} size */
function usualRounds(size) {
  if (size <= 10_000) return 5;
  return size <= 100_000 ? 3 : 1;
}

/**
 * @param {{ chain: Job["chain"], size: number, jobs: readonly Job[] }} chain
 * @param {{ folder: string, peers: readonly typeof stat[], rounds: number | undefined, say: (words: string) => void }} how
 * @returns {Promise<Row[]>}
 */
export async function runChain({ chain, size, jobs }, { folder, peers, rounds = usualRounds(size), say }) {
  const work = workFolder(folder);
  rmSync(work, { recursive: true, force: true });
  try {
    mkdirSync(join(work, "data"), { recursive: true });
    const room = newsroom(corpus(folder, size), join(work, "data/articles"));
    const course = { chain, size, peers, room, say, sites: new Sites(work, room.folder) };
    await prepare(course, jobs[0]);
    const rows = new Map();
    for (let round = 1; round <= rounds; round += 1)
      for (const job of jobs)
        for (const [contender, took] of await step(course, job, `${round} of ${rounds}`))
          note(rows, job, contender, took);
    return [...rows.values()].map((row) => ({ ...row, size }));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Where this process works; whoever ends it early removes that. */
export const workFolder = (folder) => join(folder, `run-${process.pid}`);

/** The sites of one run, each made when it is first needed. */
class Sites {
  #made = new Map();
  #work;
  #articles;

  constructor(work, articles) {
    this.#work = work;
    this.#articles = articles;
  }

  /** @returns {{ site: import("./contenders.mjs").Site, fresh: boolean }} */
  of(contender, variant) {
    const key = [contender.name, variant.entries, ...variant.formats].join("-");
    const fresh = !this.#made.has(key);
    if (fresh) this.#made.set(key, contender.site(join(this.#work, key), this.#articles, variant));
    return { site: this.#made.get(key), fresh };
  }
}

/** A chain that does not begin cold continues what an earlier build has left. */
async function prepare(course, first) {
  if (first.edit === "cold") return;
  const { seconds } = await build(course, dateline, { ...first, edit: "cold" }, []);
  course.say(`${course.size} articles, to begin with: dateline ${seconds.toFixed(2)} s`);
}

/** A job done once by all who do it: what each took. */
async function step(course, job, round) {
  const { size, room, say } = course;
  if (job.told && !knows("--changed")) {
    say(`${size} ${job.name}: left out, since dateline build knows no --changed`);
    return [];
  }
  const changed = job.edit === "one" || job.edit === "three" ? room.edit(job.edit) : [];
  const all = [];
  for (const contender of who(job, course)) {
    const took = await build(course, contender, job, changed);
    const memory = Math.round(took.megabytes ?? 0);
    say(`${size} ${job.name}, round ${round}: ${contender.name} ${took.seconds.toFixed(2)} s, ${memory} MB`);
    all.push([contender, took]);
  }
  return all;
}

/** Peers can't be told what has changed; how fast files can be looked at matters where one of them has changed. */
function who(job, { peers, size }) {
  if (job.told) return [dateline];
  return [dateline, ...(job.edit === "one" ? [stat] : []), ...peers.filter(({ upTo }) => size <= upTo)];
}

async function build({ chain, size, sites }, contender, job, changed) {
  const variant = contender === dateline ? { entries: chain, formats: ["rss", "atom", "json"] } : job.peer(size);
  const { site, fresh } = sites.of(contender, variant);
  const cold = job.edit === "cold";
  if (cold) site.forget();
  else if (fresh) await measure(site.build());
  settleDisk();
  const took = await measure(site.build(job.told ? changed : []));
  if (cold) await checkEntries(contender.name, site.feeds(), variant.entries, size);
  return took;
}

function note(rows, { name: job }, { name: contender }, { seconds, processor, megabytes }) {
  const key = `${job} ${contender}`;
  const row = rows.get(key) ?? { job, contender, seconds: [], processor: [], megabytes: [] };
  row.seconds.push(seconds);
  row.processor.push(processor);
  row.megabytes.push(megabytes);
  rows.set(key, row);
}
