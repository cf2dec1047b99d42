import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { HandedStory } from "../store/store.ts";
import { answered, type BatchAnswer } from "./batch.ts";
import type { Surroundings } from "./read-story.ts";

/** Fewer files are read before workers have started. */
const WORTH_WORKERS = 1_000;
const A_BATCH = 64;

/** How many workers help with so many files; none where the program runs from its sources, which they can't. */
export function workersFor(files: number, most: number = availableParallelism()): number {
  return files < WORTH_WORKERS || most < 2 || !import.meta.url.endsWith(".js") ? 0 : most;
}

/** Reads files with several workers at once; `take` gets each answer by the file's index, in no order. */
export async function readWithWorkers(
  files: readonly string[],
  around: Surroundings,
  workers: number,
  take: (index: number, read: HandedStory | string) => void,
): Promise<void> {
  const { Tinypool } = await import("tinypool");
  const filename = fileURLToPath(new URL("./batch.js", import.meta.url));
  const pool = new Tinypool({ filename, name: "readBatch", minThreads: workers, maxThreads: workers });
  try {
    const batches = Array.from({ length: Math.ceil(files.length / A_BATCH) }, (_, index) => index * A_BATCH);
    await Promise.all(
      batches.map(async (from) => {
        const batch = { ...around, files: files.slice(from, from + A_BATCH) };
        const answer = (await pool.run(batch)) as BatchAnswer;
        for (const [index, read] of [...answered(answer)].entries()) take(from + index, read);
      }),
    );
  } finally {
    await pool.destroy();
  }
}
