import { join } from "node:path";
import type { Story } from "../../compose/story.ts";
import type { Moves } from "../../ledger/moves.ts";
import type { FilesAtHand, KnownArticles } from "../files-at-hand.ts";
import { type Version, versionOf } from "../version.ts";
import { type Beside, besideText } from "./beside.ts";
import { foldersOf, knownArticles } from "./folders.ts";
import { freshRows } from "./fresh-rows.ts";
import type { Around, Index, Left } from "./index-file.ts";
import { unrecorded } from "./index-rows.ts";
import { type KnownFiles, knownMedia } from "./known-media.ts";
import { type Facts, factsFrom, type PartedStory, parted, TRAITS } from "./parted.ts";
import { type Recalled, recalled } from "./recall.ts";
import type { RecordedRow, Remembered, Row } from "./row.ts";
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
  readonly recall: (at: FilesAtHand) => Recalled;
  /**
   * All that was put away, whether the files are still there or not, if it was all that there was to this ledger: a build
   * that was killed may have published more.
   */
  readonly known: (ledger: string) => KnownArticles | undefined;
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
  /** Whether an entry that was recalled may have a link; absent where that is not to be had without looking at each of them. */
  readonly mayHaveLink: ((link: string) => boolean) | undefined;
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

/** What a build leaves. */
interface Ended {
  readonly ledger: string;
  /** Where the lines stand by now that settled entries had in the ledger's file before. */
  readonly moves: Moves;
  /** Newest entry first. */
  readonly records: Iterable<RecordedRow>;
  /** Whether no article was out of reach. */
  readonly isWhole: boolean;
}

/** Where nothing stands. */
const NOWHERE: Row["words"] = [0, 0, 0];
/** What a store begins with that has nothing. */
export const EMPTY: Index = {
  header: { program: "", publication: "", day: "", words: "", ledger: "", isWhole: false, media: [] },
  rows: [],
  folders: new Map(),
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
  readonly write: (left: Omit<Left, "header"> & { readonly header: Omit<Left["header"], "words"> }) => void;
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
  let atHand: FilesAtHand | undefined;
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
  const end = ({ ledger, moves, records, isWhole }: Ended): void => {
    const looked = media.looked().filter(([file, { version }]) => versionOf(join(data, file)) === version);
    const isSame =
      looked.length === header.media.length && looked.every(([, one], at) => one === header.media[at]?.[1]);
    if (!fresh && isSame && header.ledger === ledger && header.isWhole === isWhole) return;
    const all = rowsAfter(records, recorded, after);
    keeping.write({
      header: { ...around, ledger, isWhole, media: looked },
      rows: all,
      folders: foldersOf(all, atHand),
      moves,
    });
  };
  return {
    media,
    mayHaveLink: linksIn(index),
    known: (ledger) => (header.ledger === ledger ? knownArticles(index) : undefined),
    recall: (at) => {
      const { rows: held, ...rest } = recalled(index, at, source, sameDay);
      atHand = at;
      ({ recorded } = rest);
      for (const row of held) after.push(row);
      fresh ||= held.length + recorded.length < rows.length;
      return rest;
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

/** Whether the rows of an index may have a link, by the bytes of all their links. */
function linksIn({ shelf, bulk }: Index): StoryStore["mayHaveLink"] {
  if (shelf === undefined) return undefined;
  const columns = [shelf, bulk?.shelf].flatMap((one) => one?.texts.link ?? []);
  return (link) => columns.some((column) => column.mayHold(link));
}

/** All rows that a build leaves: newest entry first, as they are wanted, then those that the next has to look at. */
function rowsAfter(
  records: Iterable<RecordedRow>,
  recorded: readonly RecordedRow[],
  after: readonly Row[],
): readonly Remembered[] {
  const all: Remembered[] = [];
  for (const one of records) if (canSettle(one.row)) all.push(one);
  // Each row is one of those before or of those after them: mostly all of them are here by now.
  const few =
    all.length === recorded.length + after.length ? [] : leftOf(all, [...recorded.map(({ row }) => row), ...after]);
  for (const row of few) all.push(unrecorded(row));
  return all;
}

/** The rows of files that none of `all` is of. The last row of a file is the one that counts. */
function leftOf(all: readonly Remembered[], rows: readonly Row[]): readonly Row[] {
  const used = new Set(all.map(({ row }) => row));
  const left = new Map(rows.filter((row) => !used.has(row)).map((row) => [row.file, row]));
  if (left.size > 0) for (const { row } of all) left.delete(row.file);
  return [...left.values()];
}

/** Whether no file beside a story has still to be asked what it says of it. */
function isReady({ traits }: Row): boolean {
  return (traits & (TRAITS.plain | TRAITS.placed)) !== 0;
}

/** Whether what is recorded of a story can stand for it: nothing in it or beside it has to be looked at each time. */
function canSettle(row: Row): boolean {
  return isReady(row) && (row.traits & (TRAITS.restless | TRAITS.draft)) === 0;
}
