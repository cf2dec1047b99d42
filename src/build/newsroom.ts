import { join } from "node:path";
import type { Story } from "../compose/story.ts";
import { reasonOf } from "../files.ts";
import { type Finding, finding } from "../finding.ts";
import type { Ledger, LedgerLine } from "../ledger/ledger.ts";
import type { MediaFile } from "../media/files-of.ts";
import type { Publication } from "../publication/publication.ts";
import { breathing } from "./breath.ts";
import type { Crew } from "./crew/crew.ts";
import { readLarge } from "./crew/large.ts";
import { readStory } from "./crew/read-story.ts";
import { allFiles, allOf, changedFiles, type FilesAtHand } from "./files-at-hand.ts";
import { type ItemStories, NO_ITEMS, readItemStories } from "./items.ts";
import type { Glance } from "./newest/choice.ts";
import { linkedFrom, olderArticles } from "./newest/older.ts";
import type { OnProgress } from "./options.ts";
import type { SeenFiles } from "./seen-files.ts";
import { Stop } from "./stop.ts";
import { parted, TRAITS } from "./store/parted.ts";
import type { RecordedRow } from "./store/row.ts";
import type { HandedStory, StoryStore } from "./store/store.ts";
import { asStory } from "./store/stored-story.ts";
import { isSameVersion, NO_VERSION, type Version, versionAt } from "./version.ts";

/** All that the articles of a data folder say. */
export interface Newsroom {
  readonly stories: readonly Story[];
  /** Stories that need not be looked at if the ledger is the one with this checksum. Newest entry first. */
  readonly recorded: readonly RecordedRow[];
  /** The story of one of these. */
  readonly storyOf: (one: RecordedRow) => Story;
  readonly ledger: string;
  /** Whether no article was out of reach. */
  readonly isWhole: boolean;
  readonly findings: readonly Finding[];
  /** Whether a file is another one by now than the one that was read. */
  readonly hasChanged: (file: string) => boolean;
  /** The articles that are too old for every feed, of which nothing but their day was read. */
  readonly older: readonly Glance[];
  /** Files that gave no story although they are there: what the ledger knows of them must not be withdrawn. */
  readonly silent: (ledger: Ledger) => ReadonlySet<string>;
  /** The published files of the stories that builds before have placed. */
  readonly media: readonly MediaFile[];
  /** A finding where it can be mended: what comes from a JSON file's item has its line there. */
  readonly placed: (one: Finding) => Finding;
}

interface Reading {
  readonly data: string;
  /** A JSON file of more articles. */
  readonly articles?: string | undefined;
  readonly publication: Publication;
  readonly now: Date;
  /** Stories of the builds before this one. */
  readonly store?: StoryStore | undefined;
  /** Every file of the data folder, where somebody has looked at all of them just now. */
  readonly seen?: SeenFiles | undefined;
  /** The files that have changed, where somebody says so. */
  readonly changed?: readonly string[] | undefined;
  /** The checksum of the ledger's file, and its lines that are not withdrawn. */
  readonly ledger: string;
  readonly published: () => readonly LedgerLine[];
  /** Whether every article is to be read, whatever the publication shows. */
  readonly everything?: boolean;
  /** Who helps where there are many. */
  readonly crew: Crew;
  readonly onProgress?: OnProgress | undefined;
  /** Ends the reading. */
  readonly signal?: AbortSignal | undefined;
}

/** Reads and composes every article of a folder, one bad one never stopping the rest. No articles at all end the build. */
export async function readStories(reading: Reading): Promise<Newsroom> {
  const { data, articles, store } = reading;
  const at = await filesAtHand(reading).catch((error: unknown) => {
    throw new Stop([finding("disk/no-data", { file: data }, { reason: reasonOf(error) })]);
  });
  const items = articles === undefined ? NO_ITEMS : await readItemStories(articles, reading);
  if (at.count + items.stories.length === 0)
    throw new Stop([...at.findings, ...items.findings, finding("disk/no-articles", { file: data }, {})]);
  const [count, most] = [at.count + items.stories.length, reading.publication.limits.entries];
  if (count > most) throw new Stop([finding("disk/too-many-articles", { file: data }, { count, most })]);
  const known = store?.recall(at);
  const older = olderArticles(at, known?.days ?? NO_DAYS, items.stories, reading);
  const isOlder = (file: string): boolean => older.has(file);
  const steady = known?.recorded ?? [];
  const recorded = older.size === 0 ? steady : steady.filter(({ row }) => !isOlder(row.file));
  const others = (known?.others ?? allOf(at)).filter((file) => !isOlder(file));
  const read = await storiesOf(others, known?.stories ?? NO_STORIES, at, reading);
  for (let from = read; ; ) {
    const linked = linkedFrom([...items.stories, ...from.filter(isRead)], older);
    if (linked.length === 0) break;
    from = await storiesOf(linked, NO_STORIES, at, reading);
    others.push(...linked);
    read.push(...from);
  }
  const stories = [...items.stories, ...read.filter(isRead)];
  const lost = others.filter((_, index) => typeof read[index] === "string");
  const storyOf = known?.storyOf ?? unknown;
  const findings = [
    ...at.findings,
    ...items.findings,
    ...recorded.filter(({ row }) => row.traits & TRAITS.findings).flatMap((one) => storyOf(one).findings),
    ...read.flatMap((one, index) =>
      typeof one === "string"
        ? [finding("read/unreadable", { file: others[index] ?? "" }, { reason: one })]
        : one.findings,
    ),
  ];
  return {
    stories,
    recorded,
    storyOf,
    ledger: known?.ledger ?? "",
    isWhole: at.unreadable.length + lost.length === 0,
    findings,
    hasChanged: changesIn(data, at),
    silent: silentIn([...at.unreadable, ...lost], items),
    older: [...older.values()],
    media: known?.media ?? [],
    placed: items.placed,
  };
}

/** Where nothing is put away, nobody can ask for it. */
function unknown({ row }: RecordedRow): never {
  throw new Error(`${row.file} was not put away`);
}

const NO_STORIES: ReadonlyMap<string, Story> = new Map();
const NO_DAYS: ReadonlyMap<string, number> = new Map();

function isRead(one: Story | string): one is Story {
  return typeof one !== "string";
}

/** Those that are said to have changed and those that were known before, where that is enough; else all are looked at. */
async function filesAtHand({ data, store, ledger, seen, changed }: Reading): Promise<FilesAtHand> {
  const known = store?.known(ledger);
  if (changed !== undefined && known !== undefined) {
    const few = await changedFiles(data, changed, known);
    if (few !== undefined) return few;
  }
  return allFiles(data, seen, known?.folders);
}

/** The story of each file, or why the disk doesn't give it: those that are known first, the others with all hands. */
async function storiesOf(
  files: readonly string[],
  known: ReadonlyMap<string, Story>,
  at: FilesAtHand,
  { data, publication, now, store, crew, onProgress, signal }: Reading,
): Promise<(Story | string)[]> {
  const read = new Map<string, Story | string>();
  const missing = files.filter((file) => !known.has(file));
  let done = files.length - missing.length;
  const take = (file: string, one: Story | string): void => {
    read.set(file, one);
    done += 1;
    onProgress?.("read", done, files.length);
  };
  // Looked at before they are read: what is written meanwhile is another version, and read next time.
  const version = (file: string): Version => at.versionOf(file, NO_VERSION);
  const around = { data, publication, now };
  const keep = (file: string, one: HandedStory): Story | undefined =>
    store && asStory(store.keep(file, version(file), one));
  const breathe = breathing(signal);
  const wanted = await readLarge(missing, around, crew.hands, (file, one) => {
    if (typeof one === "string" || "file" in one) take(file, one);
    else take(file, keep(file, one) ?? "");
  });
  if (store !== undefined && crew.reads(wanted.length))
    await crew.read(wanted, around, (index, one) => {
      signal?.throwIfAborted();
      const file = wanted[index] ?? "";
      take(file, typeof one === "string" ? one : (keep(file, one) ?? ""));
    });
  else
    for (const file of wanted) {
      await breathe();
      const one = await readStory(file, around);
      take(file, (typeof one === "string" ? undefined : keep(file, parted(one))) ?? one);
    }
  onProgress?.("read", files.length, files.length);
  return files.map((file) => known.get(file) ?? read.get(file) ?? "");
}

// Made outside of where everything is read, which they would hold as long as somebody may ask them.

function changesIn(data: string, at: FilesAtHand): Newsroom["hasChanged"] {
  return (file) => {
    const read = at.versionOf(file, NO_VERSION);
    return read !== NO_VERSION && !isSameVersion(read, versionAt(join(data, file)));
  };
}

function silentIn(lost: readonly string[], items: ItemStories): Newsroom["silent"] {
  return (ledger) => new Set([...silentFiles(ledger, lost), ...items.silent(ledger)]);
}

/** The lost files, and all that the ledger has published from lost folders. */
function silentFiles({ lines }: Ledger, lost: readonly string[]): ReadonlySet<string> {
  if (lost.length === 0) return new Set();
  const below = (file: string): boolean => lost.some((path) => file === path || file.startsWith(`${path}/`));
  const published = [...lines.values()].filter(({ withdrawn, file }) => withdrawn === undefined && below(file));
  return new Set([...lost, ...published.map(({ file }) => file)]);
}
