import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Story } from "../../compose/story.ts";
import type { Marks } from "../../ledger/marks.ts";
import type { KnownMedia } from "../media.ts";
import { versionOf } from "../version.ts";
import { type Around, FORMAT, type Remembered, readIndex, writeIndex } from "./index-file.ts";
import { type PartedStory, whole } from "./parted.ts";
import { openWords, type WordsFile } from "./words-file.ts";

/**
 * Stories as they were composed by the builds before, on the disk: only what changed is read again, and no build holds
 * all words in memory. Whoever deletes it loses time, nothing else.
 */
export interface StoryStore {
  /** The story of a file that has not changed since it was put away. */
  readonly recall: (file: string) => Story | undefined;
  /** Puts a story away; returns it with its words on the disk. */
  readonly keep: (file: string, story: PartedStory) => Story;
  /** What the ledger compares of a story, unless its media have a say in it. */
  readonly marks: (story: Story) => Marks | undefined;
  readonly media: KnownMedia;
  /** Ends the reading: what was neither recalled nor kept is forgotten, the rest is safe on the disk. */
  readonly save: () => void;
  /** The next build has to read everything: what is on the disk is not what was put there. */
  readonly forget: () => void;
  /** Gives the file with the words back. No story of this store can be asked for them from now on. */
  readonly close: () => void;
}

const FOLDER = ".dateline";
const INDEX = "stories.jsonl";
const WORDS = /^words-(\d+)$/;
/** The file with the words is written anew once more than half of it, and so many bytes, are words of no story. */
const MUCH = 8 << 20;

/** Opens the store of a data folder. One that was filled against something else, or is damaged, is begun anew. */
export function openStore(data: string, around: Around): StoryStore {
  const folder = join(data, FOLDER);
  const path = join(folder, INDEX);
  const found = readIndex(path);
  const holds = found?.header.program === around.program && found.header.publication === around.publication;
  const index = holds ? found : undefined;
  const sameDay = index?.header.day === around.day;
  const tidy = tidied(folder, index?.header.words, index?.stories ?? []);
  const { words, name } = tidy;
  const before = new Map(tidy.stories.map((one) => [one.file, one]));
  const after: Remembered[] = [];
  const marks = new WeakMap<Story, Marks>();
  const versions = new Map<string, string>();
  const known = index?.media ?? [];
  const media: KnownMedia = new Map(known);
  let fresh = !sameDay || name !== index?.header.words;
  const storyOf = (one: Remembered): Story => {
    const story = whole(one.story, () => words.read(one.span));
    if (one.marks !== undefined) marks.set(story, one.marks);
    return story;
  };
  return {
    media,
    marks: (story) => marks.get(story),
    recall: (file) => {
      const version = versionOf(join(data, file));
      const one = before.get(file);
      if (one !== undefined && version !== "" && one.version === version && (sameDay || !one.story.today)) {
        after.push(one);
        return storyOf(one);
      }
      // Looked at before it is read: what is written meanwhile is another version, and read next time.
      versions.set(file, version);
      return undefined;
    },
    keep: (file, { light, marks: own, words: text }) => {
      const version = versions.get(file) ?? "";
      const one = { file, version, span: words.add(text), story: light, ...(own === undefined ? {} : { marks: own }) };
      after.push(one);
      fresh = true;
      return storyOf(one);
    },
    save: () => {
      const looked = [...media].filter(([file, { version }]) => versionOf(join(data, file)) === version);
      const isSame = looked.length === known.length && looked.every(([, one], at) => one === known[at]?.[1]);
      if (!fresh && isSame && after.length === before.size) return;
      words.flush();
      writeIndex(path, { header: { ...around, format: FORMAT, words: name }, media: looked, stories: after });
      for (const other of wordsFiles(folder)) if (other !== name) rmSync(join(folder, other), { force: true });
    },
    forget: () => rmSync(path, { force: true }),
    close: words.close,
  };
}

interface Tidy {
  readonly words: WordsFile;
  readonly name: string;
  readonly stories: readonly Remembered[];
}

/** The words of these stories: in the file that has them, or in a new one if most of that is of no story any more. */
function tidied(folder: string, present: string | undefined, stories: readonly Remembered[]): Tidy {
  const last = Math.max(0, ...wordsFiles(folder).map((name) => Number(WORDS.exec(name)?.[1])));
  const next = `words-${last + 1}`;
  if (present === undefined) return { words: openWords(join(folder, next)), name: next, stories: [] };
  const words = openWords(join(folder, present));
  const live = stories.reduce((sum, { span: [, length] }) => sum + length, 0);
  if (words.size - live < Math.max(live, MUCH)) return { words, name: present, stories };
  const fewer = openWords(join(folder, next));
  const moved = stories.map((one) => ({ ...one, span: fewer.add(words.read(one.span)) }));
  words.close();
  return { words: fewer, name: next, stories: moved };
}

function wordsFiles(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => WORDS.test(name));
}
