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
 * Who fails is left out of the rest of the chain; without us nothing is left to compare.
 * @param {{ chain: Job["chain"], size: number, jobs: readonly Job[] }} chain
 * @param {{ folder: string, peers: readonly typeof stat[], rounds: number | undefined, say: (words: string) => void }} how
 * @returns {Promise<{ rows: Row[], failures: string[] }>}
 */
export async function runChain({ chain, size, jobs }, { folder, peers, rounds = usualRounds(size), say }) {
  const work = workFolder(folder);
  rmSync(work, { recursive: true, force: true });
  try {
    mkdirSync(join(work, "data"), { recursive: true });
    const room = newsroom(corpus(folder, size), join(work, "data/articles"));
    const course = {
      chain,
      size,
      peers,
      room,
      say,
      sites: new Sites(work, room.folder),
      failed: new Map(),
      rows: new Map(),
    };
    if (jobs[0].edit !== "cold") await prepare(course, jobs[0]);
    for (let round = 1; round <= rounds; round += 1)
      for (const job of jobs) if (!course.failed.has(dateline)) await step(course, job, `${round} of ${rounds}`);
    return { rows: [...course.rows.values()], failures: [...course.failed.values()] };
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
  const took = await attempt(course, dateline, { ...first, edit: "cold" }, []);
  if (took !== undefined) course.say(`${course.size} articles, to begin with: dateline ${took.seconds.toFixed(2)} s`);
}

/** A job done once by all who do it. */
async function step(course, job, round) {
  const { size, room, say, rows } = course;
  if (job.told && !knows("--changed")) {
    say(`${size} ${job.name}: left out, since dateline build knows no --changed`);
    return;
  }
  const changed = job.edit === "one" || job.edit === "three" ? room.edit(job.edit) : [];
  for (const contender of who(job, course)) {
    const took = await attempt(course, contender, job, changed);
    if (took === undefined) continue;
    const memory = Math.round(took.megabytes ?? 0);
    say(`${size} ${job.name}, round ${round}: ${contender.name} ${took.seconds.toFixed(2)} s, ${memory} MB`);
    note(rows, { job: job.name, size, contender: contender.name }, took);
  }
}

/** What a build took; undefined where it failed. */
async function attempt(course, contender, job, changed) {
  if (course.failed.has(contender)) return undefined;
  try {
    return await build(course, contender, job, changed);
  } catch (error) {
    const failure = `${course.size} ${job.name}: ${contender.name} failed: ${error.message}`;
    course.failed.set(contender, failure);
    course.say(failure);
    return undefined;
  }
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
  settleDisk(size);
  const took = await measure(site.build(job.told ? changed : []));
  if (cold) await checkEntries(contender.name, site.feeds(), variant.entries, size);
  return took;
}

function note(rows, what, { seconds, processor, megabytes }) {
  const key = `${what.job} ${what.contender}`;
  const row = rows.get(key) ?? { ...what, seconds: [], processor: [], megabytes: [] };
  row.seconds.push(seconds);
  row.processor.push(processor);
  row.megabytes.push(megabytes);
  rows.set(key, row);
}
