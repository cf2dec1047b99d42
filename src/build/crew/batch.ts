import { isDetectorLoaded } from "../../compose/detection.ts";
import { isDiskTrouble } from "../../files.ts";
import { type PartedStory, parted } from "../store/parted.ts";
import type { HandedStory } from "../store/store.ts";
import { type Gathered, gathering } from "./gathered.ts";
import { readStory, type Surroundings } from "./read-story.ts";

/** Files for a worker to read. */
export interface Batch extends Surroundings {
  readonly files: readonly string[];
}

/** What a worker says of a batch, in the form that is quickest to hand over: few strings and one piece of memory. */
export interface BatchAnswer {
  /** Of each file: its traits, the moment that it states, the bytes of its facts and of its words. */
  readonly numbers: Float64Array;
  /** Why the disk doesn't give a file, by its place in the batch. */
  readonly troubles: ReadonlyMap<number, string>;
  /** The facts and words of all stories, one behind the other. */
  readonly texts: Uint8Array;
  /** Whether the worker has become heavy: it has loaded the detector of languages. */
  readonly isHeavy: boolean;
  /** What the disk said that is no fault of any file: of an error thrown in a worker, only its message would come over. */
  readonly stopped?: Pick<NodeJS.ErrnoException, "message" | "code" | "errno" | "syscall" | "path">;
}

const NUMBERS = 4;

/** Reads a batch of files; runs in a worker. */
export async function readBatch({ files, ...around }: Batch): Promise<BatchAnswer> {
  const numbers = new Float64Array(files.length * NUMBERS);
  const troubles = new Map<number, string>();
  const texts = gathering();
  try {
    for (const [index, file] of files.entries()) {
      const story = await readStory(file, around);
      if (typeof story === "string") troubles.set(index, story);
      else numbers.set(handed(parted(story), texts), index * NUMBERS);
    }
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    const { message, code, errno, syscall, path } = error as NodeJS.ErrnoException;
    return {
      numbers: new Float64Array(),
      troubles,
      texts: new Uint8Array(),
      isHeavy: isDetectorLoaded(),
      stopped: { message, code, errno, syscall, path },
    };
  }
  return { numbers, troubles, texts: texts.bytes(), isHeavy: isDetectorLoaded() };
}

function handed({ traits, statedAt, facts, words }: PartedStory, texts: Gathered): readonly number[] {
  return [traits, statedAt, texts.add(facts), texts.add(words)];
}

/** Takes a worker's answer apart again, a story or a reason a file; throws what stopped it. */
export function* answered({ numbers, troubles, texts, stopped }: BatchAnswer): Generator<HandedStory | string> {
  if (stopped !== undefined) throw Object.assign(new Error(stopped.message), stopped);
  let at = 0;
  const take = (length: number): Uint8Array => {
    at += length;
    return texts.subarray(at - length, at);
  };
  for (let index = 0; index * NUMBERS < numbers.length; index += 1) {
    const trouble = troubles.get(index);
    if (trouble !== undefined) {
      yield trouble;
      continue;
    }
    const [traits = 0, statedAt = Number.NaN, facts = 0, words = 0] = numbers.subarray(index * NUMBERS);
    yield { traits, statedAt, facts: take(facts), words: take(words) };
  }
}
