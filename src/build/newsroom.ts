import type { Story } from "../compose/story.ts";
import { reasonOf } from "../files.ts";
import { type Finding, finding } from "../finding.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { listArticles } from "../listing.ts";
import type { Publication } from "../publication/publication.ts";
import { NO_ITEMS, readItemStories } from "./items.ts";
import { readLarge } from "./reading/large.ts";
import { readStory } from "./reading/read-story.ts";
import { readWithWorkers, workersFor } from "./reading/workers.ts";
import { Stop } from "./stop.ts";
import { parted } from "./store/parted.ts";
import type { StoryStore } from "./store/store.ts";

/** All that the articles of a data folder say. */
export interface Newsroom {
  readonly stories: readonly Story[];
  readonly findings: readonly Finding[];
  /** Files that gave no story although they are there: what the ledger knows of them must not be withdrawn. */
  readonly silent: (ledger: Ledger) => ReadonlySet<string>;
  /** A finding where it can be mended: what comes from a JSON file's item has its line there. */
  readonly placed: (one: Finding) => Finding;
}

/** Stories of the builds before this one in the same process. */
interface Recall {
  /** The story of a file that has not changed. */
  readonly recall: (file: string) => Story | undefined;
  readonly keep: (file: string, story: Story) => Story;
}

interface Reading {
  readonly data: string;
  /** A JSON file of more articles. */
  readonly articles?: string | undefined;
  readonly publication: Publication;
  readonly now: Date;
  readonly memory?: Recall | undefined;
  /** Stories of the builds before this one, where there is no memory of them. */
  readonly store?: Pick<StoryStore, "recall" | "keep"> | undefined;
  /** How many workers may help. */
  readonly threads?: number | undefined;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

/** Reads and composes every article of a folder, one bad one never stopping the rest. No articles at all end the build. */
export async function readStories(reading: Reading): Promise<Newsroom> {
  const { data, articles } = reading;
  const {
    files,
    unreadable,
    findings: troubles,
  } = await listArticles(data).catch((error: unknown) => {
    throw new Stop([finding("disk/no-data", { file: data }, { reason: reasonOf(error) })]);
  });
  const items = articles === undefined ? NO_ITEMS : await readItemStories(articles, reading);
  if (files.length + items.stories.length === 0)
    throw new Stop([...troubles, ...items.findings, finding("disk/no-articles", { file: data }, {})]);
  const [count, most] = [files.length + items.stories.length, reading.publication.limits.entries];
  if (count > most) throw new Stop([finding("disk/too-many-articles", { file: data }, { count, most })]);
  const read = await storiesOf(files, reading);
  const stories = [...items.stories, ...read.filter((one) => typeof one !== "string")];
  const lost = files.filter((_, index) => typeof read[index] === "string");
  const findings = [
    ...troubles,
    ...items.findings,
    ...read.flatMap((one, index) =>
      typeof one === "string"
        ? [finding("read/unreadable", { file: files[index] ?? "" }, { reason: one })]
        : one.findings,
    ),
  ];
  return {
    stories,
    findings,
    silent: (ledger) => new Set([...silentFiles(ledger, [...unreadable, ...lost]), ...items.silent(ledger)]),
    placed: items.placed,
  };
}

/** The story of each file, or why the disk doesn't give it: those that are known first, the others with all hands. */
async function storiesOf(files: readonly string[], reading: Reading): Promise<readonly (Story | string)[]> {
  const { data, publication, now, memory, store, threads, onProgress } = reading;
  const keeper = memory ?? store;
  const read = new Map<string, Story | string | undefined>(files.map((file) => [file, keeper?.recall(file)]));
  const missing = files.filter((file) => read.get(file) === undefined);
  let done = files.length - missing.length;
  const take = (file: string, one: Story | string): void => {
    read.set(file, one);
    done += 1;
    onProgress?.(done, files.length);
  };
  const around = { data, publication, now };
  const wanted = await readLarge(missing, around, threads, (file, one) => {
    // What took too long today may be quick enough on another day.
    const isKept = typeof one !== "string" && !one.findings.some(({ code }) => code === "read/too-slow");
    take(file, isKept ? kept(file, one, reading) : one);
  });
  const workers = store === undefined ? 0 : workersFor(wanted.length, threads);
  if (store !== undefined && workers > 0)
    await readWithWorkers(wanted, around, workers, (at, one) => {
      const file = wanted[at] ?? "";
      take(file, typeof one === "string" ? one : store.keep(file, one));
    });
  else
    for (const file of wanted) {
      const one = await readStory(file, around);
      take(file, typeof one === "string" ? one : kept(file, one, reading));
    }
  onProgress?.(files.length, files.length);
  return [...read.values()].filter((one) => one !== undefined);
}

function kept(file: string, story: Story, { memory, store }: Reading): Story {
  return memory?.keep(file, story) ?? store?.keep(file, parted(story)) ?? story;
}

/** The lost files, and all that the ledger has published from lost folders. */
function silentFiles({ lines }: Ledger, lost: readonly string[]): ReadonlySet<string> {
  const below = (file: string): boolean => lost.some((path) => file === path || file.startsWith(`${path}/`));
  const published = [...lines.values()].filter(({ withdrawn, file }) => withdrawn === undefined && below(file));
  return new Set([...lost, ...published.map(({ file }) => file)]);
}
