import { type Detector, loadDetector } from "../../compose/detection.ts";
import type { Story } from "../../compose/story.ts";
import { readStory, type Surroundings } from "./read-story.ts";

/** One in so many articles may wait for another thread; those of a publication that is full of them are read where they are met. */
const FEW = 20;

/** An article that another thread has to read, and which of all it is. */
export interface InDoubt {
  readonly index: number;
  readonly file: string;
}

/**
 * Reads articles in a thread that loads no detector of languages as long as few need one: it takes 145 MB for as long as
 * the thread lives, and a publication in one language asks it of one article in a thousand. `left` are those that need it.
 */
export function readingWithoutDetector(all: number): {
  readonly read: (one: InDoubt, around: Surroundings) => Promise<Story | string | undefined>;
  readonly left: InDoubt[];
} {
  const left: InDoubt[] = [];
  let count = 0;
  const most = all / FEW;
  return {
    left,
    read: async (one, around) => {
      const story = await readStory(one.file, around, count < most ? elsewhere : loadDetector).catch(unlessElsewhere);
      if (story !== undefined) return story;
      count += 1;
      left.push(one);
      return undefined;
    },
  };
}

/** Thrown where a detector would be loaded. */
class Elsewhere extends Error {}

function elsewhere(): Promise<Detector> {
  return Promise.reject(new Elsewhere());
}

function unlessElsewhere(error: unknown): undefined {
  if (!(error instanceof Elsewhere)) throw error;
  return undefined;
}
