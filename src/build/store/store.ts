import { join } from "node:path";
import type { Story } from "../../compose/story.ts";
import type { MediaFile } from "../../media/files-of.ts";
import { isSameVersion, type Version, versionOf } from "../version.ts";
import { type Beside, besideOf, besideText } from "./beside.ts";
import { freshRows } from "./fresh-rows.ts";
import type { Around, Index } from "./index-file.ts";
import { type KnownFiles, knownMedia } from "./known-media.ts";
import { type Facts, factsFrom, type PartedStory, parted, TRAITS } from "./parted.ts";
import { isRecorded, type Recorded, type RecordedRow, type Remembered, type Row } from "./row.ts";
import { asStory, type Source, StoredStory } from "./stored-story.ts";
import type { WordsFile } from "./words-file.ts";

/** A story as a worker hands it over: its two parts as bytes. */
export type HandedStory = Pick<PartedStory, "traits" | "statedAt"> & {
  readonly facts: string | Uint8Array;
  readonly words: string | Uint8Array;
};

/**
 * Stories as they were composed by the builds before, and what these made of them: only what changed is read again,
 * only what changed is recorded again, and no build holds all words in memory. Whoever deletes it loses time, nothing
 * else.
 */
export interface StoryStore {
  /** What is known of files in the versions that they have now; the others are to be read. */
  readonly recall: (files: readonly string[], at: Versions) => Recalled;
  /** All that was put away, whether the files are still there or not, if it was all that there was. */
  readonly known: () => readonly Row[] | undefined;
  /** Puts a story away, read from a file that was in this version before; returns it as it lies there. */
  readonly keep: (file: string, version: Version, story: HandedStory) => StoredStory;
  /** Puts away that nothing is known of an article but the day that dates it, in milliseconds (`Recalled.days`). */
  readonly glance: (file: string, version: Version, day: number) => void;
  /**
   * Puts a story away whose files have their published addresses, below the path `media` of its host: it holds while
   * the files beside it are the same. `undefined` where the story before that is none of this store's.
   */
  readonly place: (before: Story, story: Story, beside: Beside, media: string) => Story | undefined;
  /** A story that this store gave, unless it has to be seen yet what files beside it say. */
  readonly plain: (story: Story) => StoredStory | undefined;
  readonly media: KnownFiles;
  /** Puts all words on the disk, where others can read them; says where, if they lie there. */
  readonly share: () => string | undefined;
  /**
   * Ends a build. What was neither recalled nor kept is forgotten, the rest is safe on the disk, with what was recorded
   * of it, which is true for the ledger's file with this checksum.
   */
  readonly save: (ended: () => Ended) => void;
  /** Gives the file with the words back. No story of this store can be asked for them from now on. */
  readonly close: () => void;
}

/** In which versions the files of a build are; `known` is what a build before saw. */
interface Versions {
  readonly versionOf: (file: string, known: Version) => Version;
  readonly mediaVersionOf: (path: string, known: string) => string;
}

/** What a build leaves. */
interface Ended {
  readonly ledger: string;
  /** Newest entry first. */
  readonly records: Iterable<Recorded>;
  /** Whether no article was out of reach. */
  readonly isWhole: boolean;
}

/** What a store knows of the files of a build. */
interface Recalled {
  /** Stories whose records hold as long as the ledger does, newest entry first. */
  readonly recorded: readonly RecordedRow[];
  readonly storyOf: (one: RecordedRow) => Story;
  /** The other stories, by file. */
  readonly stories: ReadonlyMap<string, Story>;
  /** The days of articles that were glanced at, by file. */
  readonly days: ReadonlyMap<string, number>;
  /** The ledger that the records belong to. */
  readonly ledger: string;
  /** The published files of all these stories. */
  readonly media: readonly MediaFile[];
}

const NOTHING_BESIDE: Beside = [];
/** Where nothing stands. */
const NOWHERE: Row["words"] = [0, 0, 0];
/** What a store begins with that has nothing. */
export const EMPTY: Index = {
  header: { program: "", publication: "", day: "", words: "", ledger: "", isWhole: false, media: [] },
  rows: [],
};

/** Facts and words by where they stand in a file. */
export function sourceOf(words: WordsFile): Source {
  let last: { readonly at: number; readonly facts: Facts } | undefined;
  return {
    facts: ({ facts: span }) => {
      // Those who ask for one fact ask for several.
      if (last?.at !== span[0]) last = { at: span[0], facts: factsFrom(words.read(span)) };
      return last.facts;
    },
    words: (row) => words.read(row.words),
    put: words.put,
  };
}

/** An index, if it was filled against the same. */
export function heldBy(index: Index | undefined, { program, publication }: Around): Index | undefined {
  return index?.header.program === program && index.header.publication === publication ? index : undefined;
}

/** Where a store's stories are kept. */
interface Keeping {
  readonly write: (header: Omit<Index["header"], "words">, rows: readonly Remembered[]) => void;
  /** Whether words have moved, so that the index has to be written whatever else is the same. */
  readonly isOther: boolean;
  readonly share?: () => string;
  readonly close?: () => void;
  readonly later?: (finish: () => void) => void;
}

/** A store of these stories. */
export function storeOver(data: string, around: Around, index: Index, words: WordsFile, keeping: Keeping): StoryStore {
  const { header, rows } = index;
  const sameDay = header.day === around.day;
  /** Rows that this build has, the recorded ones apart, since there may be very many. */
  const after: Row[] = [];
  let recorded: readonly RecordedRow[] = [];
  const media = knownMedia(index);
  let fresh = !sameDay || keeping.isOther;
  const source = sourceOf(words);
  const rowOf = freshRows();
  const put = (
    file: string,
    version: Version,
    { traits, statedAt, facts, words: text }: HandedStory,
    beside: string,
  ) => {
    const row = rowOf({ file, version, traits, statedAt, facts: words.add(facts), words: words.add(text), beside });
    after.push(row);
    fresh = true;
    return new StoredStory(row, source);
  };
  const end = ({ ledger, records, isWhole }: Ended): void => {
    const looked = media.looked().filter(([file, { version }]) => versionOf(join(data, file)) === version);
    const isSame =
      looked.length === header.media.length && looked.every(([, one], at) => one === header.media[at]?.[1]);
    if (!fresh && isSame && header.ledger === ledger && header.isWhole === isWhole) return;
    const all = [...records];
    // The last row of a file is the one that counts.
    const byFile = new Map([...leftOf(recorded, all), ...after].map((row) => [row.file, row]));
    // Newest entry first, as they are wanted.
    const inOrder: Remembered[] = [];
    for (const one of all) {
      const { record } = one;
      const row = one.row ?? byFile.get(record.head.file);
      if (row === undefined || !canSettle(row)) continue;
      inOrder.push(one.row === undefined ? { row, record } : (one as RecordedRow));
      if (one.row === undefined) byFile.delete(row.file);
    }
    const others = [...byFile.values()].map((row): Remembered => ({ row }));
    keeping.write({ ...around, ledger, isWhole, media: looked }, [...inOrder, ...others]);
  };
  return {
    media,
    known: () => (header.isWhole ? rows.map(({ row }) => row) : undefined),
    recall: (files, versions) => {
      const wanted = new Set(files);
      const steady: RecordedRow[] = [];
      const stories = new Map<string, Story>();
      const days = new Map<string, number>();
      const besides: Beside[] = [];
      for (const one of rows) {
        const { row } = one;
        const beside = wanted.has(row.file) ? besideIfHeld(row, sameDay, versions) : undefined;
        if (beside === undefined) continue;
        if (beside.length > 0) besides.push(beside);
        if (isRecorded(one)) {
          steady.push(one);
          continue;
        }
        after.push(row);
        if (isGlance(row)) days.set(row.file, row.statedAt);
        else stories.set(row.file, asStory(new StoredStory(row, source)));
      }
      recorded = steady;
      fresh ||= after.length + steady.length < rows.length;
      const storyOf = ({ row }: RecordedRow): Story => asStory(new StoredStory(row, source));
      return { recorded, storyOf, stories, days, ledger: header.ledger, media: besides.flatMap(publishedOf) };
    },
    keep: (file, version, story) => put(file, version, story, ""),
    glance: (file, version, day) => {
      const glanced = { traits: TRAITS.glanced, statedAt: day, facts: NOWHERE, words: NOWHERE, beside: "" };
      after.push(rowOf({ file, version, ...glanced }));
      fresh = true;
    },
    place: (before, story, beside, path) => {
      if (!(before instanceof StoredStory)) return undefined;
      const { file, version, facts, words: text } = before.row;
      for (const span of [facts, text]) words.drop(span);
      media.isBeside(beside);
      return asStory(put(file, version, parted(story, path), besideText(beside)));
    },
    plain: (story) => (story instanceof StoredStory && isReady(story.row) ? (story as StoredStory) : undefined),
    save: (ended) => {
      if (keeping.later === undefined) end(ended());
      else keeping.later(() => end(ended()));
    },
    share: () => keeping.share?.(),
    close: keeping.close ?? words.close,
  };
}

/** Rows that were recorded before, and not again as they were. */
function leftOf(before: readonly RecordedRow[], after: readonly Recorded[]): readonly Row[] {
  const again = after.flatMap(({ row }) => row ?? []);
  if (again.length === before.length) return [];
  const rows = new Set(again);
  return before.map(({ row }) => row).filter((row) => !rows.has(row));
}

function publishedOf(beside: Beside): readonly MediaFile[] {
  return beside.flatMap(([, , file]) => file ?? []);
}

/** The files beside a story that is still what would be composed now; `undefined` where it has to be read again. */
function besideIfHeld(row: Row, sameDay: boolean, { versionOf: now, mediaVersionOf }: Versions): Beside | undefined {
  if (!isSameVersion(row.version, now(row.file, row.version))) return undefined;
  if (!sameDay && (row.traits & TRAITS.today) !== 0) return undefined;
  if ((row.traits & TRAITS.placed) === 0) return NOTHING_BESIDE;
  const beside = besideOf(row.beside);
  return beside.every(([path, version]) => mediaVersionOf(path, version) === version) ? beside : undefined;
}

/** Whether nothing is known of a story but its day. */
export function isGlance({ traits }: Row): boolean {
  return (traits & TRAITS.glanced) !== 0;
}

/** Whether no file beside a story has still to be asked what it says of it. */
function isReady({ traits }: Row): boolean {
  return (traits & (TRAITS.plain | TRAITS.placed)) !== 0;
}

/** Whether what is recorded of a story can stand for it: nothing in it or beside it has to be looked at each time. */
function canSettle(row: Row): boolean {
  return isReady(row) && (row.traits & (TRAITS.restless | TRAITS.draft)) === 0;
}
