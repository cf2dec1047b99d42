import type { Story } from "../../compose/story.ts";
import { isDiskTrouble } from "../../files.ts";
import { indexOf } from "./disk-store.ts";
import type { Around, Index } from "./index-file.ts";
import { isGlance } from "./row.ts";
import { EMPTY, heldBy, type StoryStore, sourceOf, storeOver } from "./store.ts";
import { asStory, StoredStory } from "./stored-story.ts";
import { openWords, type WordsFile, wordsInMemory } from "./words-file.ts";

/** What a store that is gone with the process has, for the next build in the same process. */
export interface Passing {
  readonly index: Index;
  readonly words: WordsFile;
}

/** How a store that is gone with the process is handed to the next build. */
interface HandOver {
  readonly left: (passing: Passing) => void;
  /** Calls back once there is time, before the next build: readers wait for this one. */
  readonly later: (finish: () => void) => void;
}

/** A store that begins with what builds have put on the disk, or with what the build before left, and puts nothing there. */
export function openPassingStore(
  data: string,
  around: Around,
  before: Passing | "nothing" | undefined,
  handOver?: HandOver,
): StoryStore {
  const { index, words } =
    before === "nothing" || (before !== undefined && heldBy(before.index, around) === undefined)
      ? { index: EMPTY, words: wordsInMemory(undefined) }
      : (before ?? onDisk(data, around));
  return storeOver(data, around, index, words, {
    write: ({ header, rows, folders }) => {
      const live = new Set(rows.flatMap(({ row }) => (isGlance(row) ? [] : row.facts[0])));
      for (const { row } of index.rows)
        if (!(isGlance(row) || live.has(row.facts[0]))) for (const span of [row.facts, row.words]) words.drop(span);
      handOver?.left({ index: { header: { ...header, words: index.header.words }, rows, folders }, words });
    },
    isOther: true,
    // The next build in this process asks for them again.
    ...(handOver === undefined ? {} : { close: () => undefined, later: handOver.later }),
  });
}

function onDisk(data: string, around: Around): Passing {
  try {
    const found = indexOf(data, around);
    if (found !== undefined) return { index: found.index, words: wordsInMemory(openWords(found.words, "r")) };
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
  }
  return { index: EMPTY, words: wordsInMemory(undefined) };
}

/** The story of a file, as a store that is gone with the process has it. */
export function storyIn({ index, words }: Passing, file: string): Story | undefined {
  const found = index.rows.find(({ row }) => row.file === file && !isGlance(row));
  return found && asStory(new StoredStory(found.row, sourceOf(words)));
}
