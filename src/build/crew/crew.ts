import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Tinypool } from "tinypool";
import type { HandedStory } from "../store/store.ts";
import { answered, type BatchAnswer } from "./batch.ts";
import type { Surroundings } from "./read-story.ts";
import type { PrintedSheet, SheetOrder } from "./sheet.ts";

/** Less is done before workers have started. */
const WORTH_READING = 1_000;
const WORTH_PRINTING = 2_000;
const A_BATCH = 64;
/** Sheets that are at work or waiting for a worker at once: enough to keep all busy, few enough to fit into memory. */
const AHEAD = 2;

/** Workers that read articles and print archive documents, where there are many; they start when they are needed. */
export interface Crew {
  /** How many may be at work at once. */
  readonly hands: number;
  /** Whether so many files are better read by workers. */
  readonly reads: (files: number) => boolean;
  /** Whether documents with so many entries are better printed by workers. */
  readonly prints: (entries: number) => boolean;
  /** Reads files; `take` gets each answer by the file's index, in no order. */
  readonly read: (
    files: readonly string[],
    around: Surroundings,
    take: (index: number, read: HandedStory | string) => void,
  ) => Promise<void>;
  /** Prints sheets, which come back in their order. */
  readonly print: (orders: Iterable<SheetOrder>) => AsyncGenerator<PrintedSheet>;
  readonly close: () => Promise<void>;
}

/** A crew of so many workers; none where the program runs from its sources, which they can't. */
export function openCrew(most: number = availableParallelism()): Crew {
  const workers = most < 2 || !import.meta.url.endsWith(".js") ? 0 : most;
  let pool: Tinypool | undefined;
  const started = async (): Promise<Tinypool> => {
    const { Tinypool: Pool } = await import("tinypool");
    const filename = fileURLToPath(new URL("./worker.js", import.meta.url));
    pool ??= new Pool({ filename, minThreads: workers, maxThreads: workers });
    return pool;
  };
  return {
    hands: Math.max(1, most),
    reads: (files) => workers > 0 && files >= WORTH_READING,
    prints: (entries) => workers > 0 && entries >= WORTH_PRINTING,
    read: async (files, around, take) => {
      const at = await started();
      const batches = Array.from({ length: Math.ceil(files.length / A_BATCH) }, (_, index) => index * A_BATCH);
      await Promise.all(
        batches.map(async (from) => {
          const batch = { ...around, files: files.slice(from, from + A_BATCH) };
          const answer = (await at.run(batch, { name: "readBatch" })) as BatchAnswer;
          for (const [index, read] of [...answered(answer)].entries()) take(from + index, read);
        }),
      );
    },
    print: async function* (orders) {
      const at = await started();
      const waiting: Promise<PrintedSheet>[] = [];
      const next = orders[Symbol.iterator]();
      for (let order = next.next(); order.done !== true || waiting.length > 0; ) {
        if (order.done !== true && waiting.length < workers * AHEAD) {
          const printing = at.run(order.value, { name: "printSheet" }) as Promise<PrintedSheet>;
          // Whoever waits for its turn hears of what went wrong.
          printing.catch(() => undefined);
          waiting.push(printing);
          order = next.next();
          continue;
        }
        const [first] = waiting.splice(0, 1);
        if (first !== undefined) yield await first;
      }
    },
    close: async () => {
      await pool?.destroy();
    },
  };
}
