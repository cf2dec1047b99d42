import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Story } from "../../compose/story.ts";
import { isCode } from "../../files.ts";
import { finding } from "../../finding.ts";
import type { HandedStory } from "../store/store.ts";
import { answered, type BatchAnswer } from "./batch.ts";
import { type Surroundings, unreadStory } from "./read-story.ts";

/** Smaller articles are read before anybody could stop it; bytes. */
const LARGE = 256 * 1024;

/**
 * Reads the articles that are so large that reading them may take long: each by a worker, which is ended when the time
 * that the publication allows is over. Those that are larger than it allows are refused without being read. `take` gets
 * each story, whole where it is refused, or why there is none; returns the files that are left for others to read.
 */
export async function readLarge(
  files: readonly string[],
  around: Surroundings,
  hands: number,
  take: (file: string, read: HandedStory | Story | string) => void,
): Promise<readonly string[]> {
  const { articleSize } = around.publication.limits;
  const left: string[] = [];
  const large: string[] = [];
  for (const file of files) {
    const size = sizeOf(join(around.data, file));
    if (size > articleSize)
      take(file, unreadStory(file, finding("read/too-large", { file }, { size, most: articleSize })));
    // A program that runs from its sources has no workers.
    else if (size < LARGE || !import.meta.url.endsWith(".js")) left.push(file);
    else large.push(file);
  }
  if (large.length > 0) await readInTime(large, around, hands, take);
  return left;
}

async function readInTime(
  files: readonly string[],
  around: Surroundings,
  hands: number,
  take: (file: string, read: HandedStory | Story | string) => void,
): Promise<void> {
  const { Tinypool } = await import("tinypool");
  const filename = fileURLToPath(new URL("./crew-worker.js", import.meta.url));
  const workers = Math.min(hands, files.length);
  const pool = new Tinypool({ filename, name: "readBatch", minThreads: workers, maxThreads: workers });
  // Of one that dies when it has nothing to do: whoever asked it for something hears of it there.
  pool.on("error", () => undefined);
  const waiting = [...files];
  const { seconds } = around.publication.limits;
  const readOn = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const signal = AbortSignal.timeout(seconds * 1000);
      const run = pool.run({ ...around, files: [file] }, { signal }) as Promise<BatchAnswer>;
      take(file, await run.then(storyOf, refusal(file, signal, seconds)));
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, readOn));
  } finally {
    await pool.destroy();
  }
}

function storyOf(answer: BatchAnswer): HandedStory | string {
  const [one = ""] = answered(answer);
  return one;
}

/** Why a worker gave no story, where that is the article's fault. */
function refusal(file: string, signal: AbortSignal, seconds: number): (error: unknown) => Story {
  return (error) => {
    if (signal.aborted) return unreadStory(file, finding("read/too-slow", { file }, { seconds }));
    if (!isCode(error, "ERR_WORKER_OUT_OF_MEMORY")) throw error;
    return unreadStory(
      file,
      finding("read/unreadable", { file }, { reason: "reading it takes more memory than there is" }),
    );
  };
}

/** A file's bytes; none where the disk doesn't say: whoever reads it will hear why. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
