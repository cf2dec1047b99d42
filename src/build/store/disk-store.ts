import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Around, type Index, readIndex, writeIndex } from "./index-file.ts";
import { isGlance, type Remembered } from "./row.ts";
import { EMPTY, heldBy, type StoryStore, storeOver } from "./store.ts";
import { openWords, type WordsFile } from "./words-file.ts";

const FOLDER = ".dateline";
const WORDS = /^words-(\d+)$/;
/** The file with the words is written anew once more than half of it, and so many bytes, are words of no story. */
const MUCH = 8 << 20;

/**
 * Opens the store of a data folder. One that was filled against something else, or is damaged, is begun anew; so is one
 * of which somebody found out that it is spoilt.
 */
export function openStore(data: string, around: Around, isSpoilt = false): StoryStore {
  const folder = join(data, FOLDER);
  const index = (isSpoilt ? undefined : heldBy(readIndex(folder), around)) ?? EMPTY;
  const { words, name, rows } = tidied(folder, index);
  return storeOver(data, around, { ...index, rows }, words, {
    write: ({ header, ...after }) => {
      words.flush();
      writeIndex(folder, index, { ...after, header: { ...header, words: name } });
      for (const other of wordsFiles(folder)) if (other !== name) rmSync(join(folder, other), { force: true });
    },
    isOther: name !== index.header.words,
    share: () => {
      words.flush();
      return join(folder, name);
    },
  });
}

/** What a store on the disk has: its index, if it was filled against the same, and where its words are. */
export function indexOf(data: string, around: Around): { readonly index: Index; readonly words: string } | undefined {
  const folder = join(data, FOLDER);
  const index = heldBy(readIndex(folder, true), around);
  return index && { index, words: join(folder, index.header.words) };
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
    const { file, version, traits, statedAt, beside } = row;
    if (isGlance(row)) return { row };
    const [facts, text] = [fewer.add(words.read(row.facts)), fewer.add(words.read(row.words))];
    return { row: { file, version, traits, statedAt, facts, words: text, beside }, record };
  });
  words.close();
  return { words: fewer, name: next, rows: moved };
}

function wordsFiles(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => WORDS.test(name));
}
