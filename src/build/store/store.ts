import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Story } from "../../compose/story.ts";
import { isDiskTrouble } from "../../files.ts";
import type { KnownMedia } from "../media.ts";
import { isSameVersion, type Version, versionOf } from "../version.ts";
import { type Around, type Index, readIndex, writeIndex } from "./index-file.ts";
import { type Facts, factsFrom, type PartedStory, TRAITS } from "./parted.ts";
import type { Remembered, Row, RowRecord } from "./row.ts";
import { asStory, type Source, StoredStory } from "./stored-story.ts";
import { openWords, type WordsFile, wordsInMemory } from "./words-file.ts";

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
  readonly recall: (files: readonly string[], versionOf: (file: string, known: Version) => Version) => Recalled;
  /** All that was put away, whether the files are still there or not, if it was all that there was. */
  readonly known: () => readonly Row[] | undefined;
  /** Puts a story away, read from a file that was in this version before; returns it as it lies there. */
  readonly keep: (file: string, version: Version, story: HandedStory) => StoredStory;
  /** A story that this store gave, unless files beside it have a say in it. */
  readonly plain: (story: Story) => StoredStory | undefined;
  readonly media: KnownMedia;
  /** Puts all words on the disk, where others can read them; says where, if they lie there. */
  readonly share: () => string | undefined;
  /**
   * Ends a build. What was neither recalled nor kept is forgotten, the rest is safe on the disk, with what was recorded
   * of it, which is true for the ledger's file with this checksum.
   */
  readonly save: (ended: Ended) => void;
  /** Gives the file with the words back. No story of this store can be asked for them from now on. */
  readonly close: () => void;
}

/** What a build leaves. */
interface Ended {
  readonly ledger: string;
  /** Newest entry first. */
  readonly records: readonly RowRecord[];
  /** Whether no article was out of reach. */
  readonly isWhole: boolean;
}

/** What a store knows of the files of a build. */
interface Recalled {
  /** Stories whose records hold as long as the ledger does, newest entry first. */
  readonly recorded: readonly RecordedStory[];
  /** The other stories, by file. */
  readonly stories: ReadonlyMap<string, Story>;
  /** The ledger that the records belong to. */
  readonly ledger: string;
}

/** A story, and what the last build recorded of it. */
export interface RecordedStory {
  readonly story: StoredStory;
  readonly record: RowRecord;
}

const FOLDER = ".dateline";
const INDEX = "stories";
const WORDS = /^words-(\d+)$/;
/** The file with the words is written anew once more than half of it, and so many bytes, are words of no story. */
const MUCH = 8 << 20;
const EMPTY: Index = {
  header: { program: "", publication: "", day: "", words: "", ledger: "", isWhole: false, media: [] },
  rows: [],
};

/**
 * Opens the store of a data folder. One that was filled against something else, or is damaged, is begun anew; so is one
 * of which somebody found out that it is spoilt.
 */
export function openStore(data: string, around: Around, isSpoilt = false): StoryStore {
  const folder = join(data, FOLDER);
  const path = join(folder, INDEX);
  const index = (isSpoilt ? undefined : heldBy(readIndex(path), around)) ?? EMPTY;
  const { words, name, rows } = tidied(folder, index);
  return store(data, around, { ...index, rows }, words, {
    write: (header, after) => {
      words.flush();
      writeIndex(path, { header: { ...header, words: name }, rows: after });
      for (const other of wordsFiles(folder)) if (other !== name) rmSync(join(folder, other), { force: true });
    },
    isOther: name !== index.header.words,
    share: () => {
      words.flush();
      return join(folder, name);
    },
  });
}

/** What a store that is gone with the process has, for the next build in the same process. */
export interface Passing {
  readonly index: Index;
  readonly words: WordsFile;
}

/** A store that begins with what builds have put on the disk, or with what the build before left, and puts nothing there. */
export function openPassingStore(
  data: string,
  around: Around,
  before: Passing | "nothing" | undefined,
  left?: (passing: Passing) => void,
): StoryStore {
  const { index, words } =
    before === "nothing" || (before !== undefined && heldBy(before.index, around) === undefined)
      ? { index: EMPTY, words: wordsInMemory(undefined) }
      : (before ?? onDisk(data, around));
  return store(data, around, index, words, {
    write: (header, rows) => {
      const live = new Set(rows.map(({ row }) => row.facts[0]));
      for (const { row } of index.rows)
        if (!live.has(row.facts[0])) for (const span of [row.facts, row.words]) words.drop(span);
      left?.({ index: { header: { ...header, words: index.header.words }, rows }, words });
    },
    isOther: true,
    // The next build in this process asks for them again.
    ...(left === undefined ? {} : { close: () => undefined }),
  });
}

function onDisk(data: string, around: Around): Passing {
  const folder = join(data, FOLDER);
  const index = heldBy(readIndex(join(folder, INDEX)), around);
  try {
    if (index !== undefined) return { index, words: wordsInMemory(openWords(join(folder, index.header.words), "r")) };
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
  }
  return { index: EMPTY, words: wordsInMemory(undefined) };
}

/** The story of a file, as a store that is gone with the process has it. */
export function storyIn({ index, words }: Passing, file: string): Story | undefined {
  const found = index.rows.find(({ row }) => row.file === file);
  return found && asStory(new StoredStory(found.row, sourceOf(words)));
}

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
  };
}

function heldBy(index: Index | undefined, { program, publication }: Around): Index | undefined {
  return index?.header.program === program && index.header.publication === publication ? index : undefined;
}

interface Keeping {
  readonly write: (header: Omit<Index["header"], "words">, rows: readonly Remembered[]) => void;
  /** Whether words have moved, so that the index has to be written whatever else is the same. */
  readonly isOther: boolean;
  readonly share?: () => string;
  readonly close?: () => void;
}

function store(data: string, around: Around, index: Index, words: WordsFile, keeping: Keeping): StoryStore {
  const { header, rows } = index;
  const sameDay = header.day === around.day;
  const after: Row[] = [];
  const media: KnownMedia = new Map(header.media);
  let fresh = !sameDay || keeping.isOther;
  const source = sourceOf(words);
  return {
    media,
    known: () => (header.isWhole ? rows.map(({ row }) => row) : undefined),
    recall: (files, versionNow) => {
      const wanted = new Set(files);
      const recorded: RecordedStory[] = [];
      const stories = new Map<string, Story>();
      for (const { row, record } of rows) {
        const { file } = row;
        if (!wanted.has(file) || !isSameVersion(row.version, versionNow(file, row.version))) continue;
        if (!sameDay && (row.traits & TRAITS.today) !== 0) continue;
        after.push(row);
        const story = new StoredStory(row, source);
        if (record === undefined) stories.set(file, asStory(story));
        else recorded.push({ story, record });
      }
      fresh ||= after.length < rows.length;
      return { recorded, stories, ledger: header.ledger };
    },
    keep: (file, version, { traits, statedAt, facts, words: text }) => {
      const row: Row = { file, version, traits, statedAt, facts: words.add(facts), words: words.add(text) };
      after.push(row);
      fresh = true;
      return new StoredStory(row, source);
    },
    plain: (story) =>
      story instanceof StoredStory && (story.row.traits & TRAITS.plain) !== 0 ? (story as StoredStory) : undefined,
    save: ({ ledger, records, isWhole }) => {
      const looked = [...media].filter(([file, { version }]) => versionOf(join(data, file)) === version);
      const isSame =
        looked.length === header.media.length && looked.every(([, one], at) => one === header.media[at]?.[1]);
      if (!fresh && isSame && header.ledger === ledger && header.isWhole === isWhole) return;
      const byFile = new Map(after.map((row) => [row.file, row]));
      // Newest entry first, as they are wanted.
      const inOrder: Remembered[] = [];
      for (const record of records) {
        const row = byFile.get(record.head.file);
        if (row === undefined || !canSettle(row)) continue;
        inOrder.push({ row, record });
        byFile.delete(row.file);
      }
      const others = [...byFile.values()].map((row): Remembered => ({ row }));
      keeping.write({ ...around, ledger, isWhole, media: looked }, [...inOrder, ...others]);
    },
    share: () => keeping.share?.(),
    close: keeping.close ?? words.close,
  };
}

/** Whether what is recorded of a story can stand for it: nothing in it or beside it has to be looked at each time. */
function canSettle({ traits }: Row): boolean {
  return (traits & TRAITS.plain) !== 0 && (traits & (TRAITS.special | TRAITS.draft)) === 0;
}

interface Tidy {
  readonly words: WordsFile;
  readonly name: string;
  readonly rows: readonly Remembered[];
}

/** The words of these stories: in the file that has them, or in a new one if most of that is of no story any more. */
function tidied(folder: string, { header, rows }: Index): Tidy {
  const present = wordsFiles(folder);
  const last = Math.max(0, ...present.map((name) => Number(WORDS.exec(name)?.[1])));
  const next = `words-${last + 1}`;
  if (!present.includes(header.words)) return { words: openWords(join(folder, next)), name: next, rows: [] };
  const words = openWords(join(folder, header.words));
  if (words.size < MUCH) return { words, name: header.words, rows };
  const live = rows.reduce((sum, { row }) => sum + row.facts[1] + row.words[1], 0);
  if (words.size - live < Math.max(live, MUCH)) return { words, name: header.words, rows };
  const fewer = openWords(join(folder, next));
  const moved = rows.map(({ row, record }): Remembered => {
    const { file, version, traits, statedAt } = row;
    const [facts, text] = [fewer.add(words.read(row.facts)), fewer.add(words.read(row.words))];
    return { row: { file, version, traits, statedAt, facts, words: text }, record };
  });
  words.close();
  return { words: fewer, name: next, rows: moved };
}

function wordsFiles(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => WORDS.test(name));
}
