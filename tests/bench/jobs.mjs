/**
 * What is measured, against what, and what is promised of it. A chain is a publication's life: its steps run one after the
 * other in each round, so that each finds what the one before has left.
 */

/** @typedef {{ entries: "newest" | "all", formats: readonly ("rss" | "atom" | "json")[] }} Variant */
/** @typedef {{ must: number, aim: number }} Goal */
/** @typedef {{ ratio?: Goal, megabytes?: Goal, seconds?: Goal }} Goals `ratio`: of the time that Hugo takes */

const THREE = /** @type {const} */ (["rss", "atom", "json"]);
const MILLION = 1_000_000;

/** From here on the peers write RSS alone, or they would run out of memory. */
const LARGE = 100_000;

/** What a peer has to do where we build again: the least that it can, its newest 50. */
const again = (size) => ({ entries: "newest", formats: size < LARGE ? THREE : ["rss"] });

/**
 * @typedef {object} Job
 * @property {string} name
 * @property {string} words
 * @property {"newest" | "all"} chain what our publication's feeds reach back to
 * @property {readonly number[]} sizes how many articles, unless sizes are asked for
 * @property {(size: number) => Variant} peer what a peer does meanwhile
 * @property {"cold" | "three" | "one" | undefined} [edit] what happens before each builds: everything that is remembered
 *   is thrown away, or articles change
 * @property {boolean} [told] whether we are told which articles have changed
 * @property {Readonly<Record<number, Goals>>} goals by size
 */

/** @type {readonly Job[]} in the order of their steps */
export const JOBS = [
  {
    name: "newest",
    words: "newest 50 in three formats, cold",
    chain: "newest",
    sizes: [10_000],
    peer: () => ({ entries: "newest", formats: THREE }),
    edit: "cold",
    goals: { 10000: { ratio: { must: 1, aim: 0.6 } } },
  },
  {
    name: "archives",
    words: "all in archives in three formats, cold",
    chain: "all",
    sizes: [10_000, LARGE, MILLION],
    peer: (size) => ({ entries: "all", formats: size < LARGE ? THREE : ["rss"] }),
    edit: "cold",
    goals: {
      10000: { ratio: { must: 0.4, aim: 0.25 } },
      [LARGE]: { ratio: { must: 0.5, aim: 0.3 }, megabytes: { must: 500, aim: 300 } },
      [MILLION]: { megabytes: { must: 1500, aim: 600 } },
    },
  },
  {
    name: "noop",
    words: "nothing changed since the build before, which changed something",
    chain: "all",
    sizes: [LARGE, MILLION],
    peer: again,
    goals: { [LARGE]: { ratio: { must: 0.1, aim: 0.05 } }, [MILLION]: { seconds: { must: 8, aim: 4 } } },
  },
  {
    name: "still",
    words: "nothing changed, once more",
    chain: "all",
    sizes: [LARGE, MILLION],
    peer: again,
    goals: { [LARGE]: { ratio: { must: 0.1, aim: 0.05 } }, [MILLION]: { seconds: { must: 8, aim: 4 } } },
  },
  {
    name: "three",
    words: "one article changed, one added, one removed",
    chain: "all",
    sizes: [LARGE],
    peer: again,
    edit: "three",
    goals: { [LARGE]: { ratio: { must: 0.12, aim: 0.06 } } },
  },
  {
    name: "one",
    words: "one article changed",
    chain: "all",
    sizes: [1000, 10_000, LARGE, MILLION],
    peer: again,
    edit: "one",
    goals: {},
  },
  {
    name: "listed",
    words: "one article changed, named by --changed",
    chain: "all",
    sizes: [1000, 10_000, LARGE, MILLION],
    peer: again,
    edit: "one",
    told: true,
    goals: {},
  },
];

/**
 * The chains to run: by size, the jobs in their order.
 * @param {readonly string[] | undefined} names
 * @param {readonly number[] | undefined} sizes
 * @returns {{ chain: Job["chain"], size: number, jobs: readonly Job[] }[]}
 */
export function chains(names, sizes) {
  const wanted = JOBS.filter(({ name }) => names?.includes(name) ?? true);
  const all = sizes ?? [1000, 10_000, LARGE];
  return all.flatMap((size) =>
    /** @type {const} */ (["newest", "all"]).flatMap((chain) => {
      const jobs = wanted.filter((job) => job.chain === chain && (names !== undefined || job.sizes.includes(size)));
      return jobs.length === 0 ? [] : [{ chain, size, jobs }];
    }),
  );
}
