import { breathing } from "../breath.ts";
import { parted } from "../store/parted.ts";
import type { HandedStory } from "../store/store.ts";
import { answered, type Batch, type BatchAnswer } from "./batch.ts";
import { readingWithoutDetector } from "./in-doubt.ts";
import type { Surroundings } from "./read-story.ts";

const A_BATCH = 64;

/** Workers who read batches, and how many of these they are given at once. */
interface Readers {
  readonly ask: (batch: Batch) => Promise<BatchAnswer>;
  readonly atOnce: number;
}

/** Takes a story, or why the disk doesn't give it, by its file's index. */
type Take = (index: number, read: HandedStory | string) => void;

/**
 * Reads files by workers and by this thread, which has each of them as it comes to hand; what needs a detector of
 * languages is left to the workers. Says whether one of them has become heavy by that.
 */
export async function readByAll(
  files: readonly string[],
  around: Surroundings,
  { ask, atOnce }: Readers,
  take: Take,
): Promise<boolean> {
  let isHeavy = false;
  const byWorker = async (some: readonly string[], indexOf: (place: number) => number): Promise<void> => {
    const answer = await ask({ ...around, files: some });
    isHeavy ||= answer.isHeavy;
    for (const [place, read] of [...answered(answer)].entries()) take(indexOf(place), read);
  };
  const batches = inBatches(files);
  const byWorkers = async (): Promise<void> => {
    for (const { from, files: some } of batches) await byWorker(some, (place) => from + place);
  };
  const { read, left } = readingWithoutDetector(files.length);
  // Answers of workers are heard of between two articles.
  const breathe = breathing(undefined);
  const here = async (index: number, file: string): Promise<void> => {
    await breathe();
    const story = await read({ index, file }, around);
    if (story !== undefined) take(index, typeof story === "string" ? story : parted(story));
  };
  const byThis = async (): Promise<void> => {
    for (const { from, files: some } of batches)
      for (const [place, file] of some.entries()) await here(from + place, file);
  };
  await Promise.all([...Array.from({ length: atOnce }, byWorkers), byThis()]);
  for (const { from, files: some } of inBatches(left.map(({ file }) => file)))
    await byWorker(some, (place) => left[from + place]?.index ?? Number.NaN);
  return isHeavy;
}

/** Files in batches, each of which is given to whoever asks next. */
function* inBatches(files: readonly string[]): Generator<{ readonly from: number; readonly files: readonly string[] }> {
  for (let from = 0; from < files.length; from += A_BATCH) yield { from, files: files.slice(from, from + A_BATCH) };
}
