import { type PartedStory, parted } from "../store/parted.ts";
import { readStory, type Surroundings } from "./read-story.ts";

/** Files for a worker to read. */
export interface Batch extends Surroundings {
  readonly files: readonly string[];
}

/** What a worker says of a batch, in the form that is quickest to hand over: one string and one piece of memory. */
export interface BatchAnswer {
  /** As JSON, of each file: its story without words, or why the disk doesn't give it. */
  readonly stories: string;
  /** The words of all stories, one behind the other. */
  readonly words: Uint8Array;
}

type Told = Omit<PartedStory, "words"> & { readonly length: number };

/** Reads a batch of files; runs in a worker. */
export async function readBatch({ files, ...around }: Batch): Promise<BatchAnswer> {
  const words: Buffer[] = [];
  const told: (Told | string)[] = [];
  for (const file of files) {
    const story = await readStory(file, around);
    if (typeof story === "string") {
      told.push(story);
      continue;
    }
    const { words: text, ...rest } = parted(story);
    const bytes = Buffer.from(text);
    words.push(bytes);
    told.push({ ...rest, length: bytes.length });
  }
  return { stories: JSON.stringify(told), words: Buffer.concat(words) };
}

/** Takes a worker's answer apart again, a story or a reason a file. */
export function* answered({ stories, words }: BatchAnswer): Generator<PartedStory | string> {
  let at = 0;
  for (const one of JSON.parse(stories) as readonly (Told | string)[]) {
    if (typeof one === "string") {
      yield one;
      continue;
    }
    const { length, ...rest } = one;
    yield { ...rest, words: words.subarray(at, at + length) };
    at += length;
  }
}
