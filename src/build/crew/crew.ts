import { availableParallelism } from "node:os";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Tinypool } from "tinypool";
import type { HandedStory } from "../store/store.ts";
import type { Batch, BatchAnswer } from "./batch.ts";
import type { Surroundings } from "./read-story.ts";
import { readByAll } from "./reading.ts";
import { closeWords, type PrintedSheet, printSheet, type SheetOrder } from "./sheet.ts";

/** Less is done before workers have started. */
const WORTH_READING = 1_000;
const WORTH_PRINTING = 2_000;
/**
 * Batches and sheets that lie with a worker, so that it goes on while this thread is at work itself and hears of nothing;
 * few enough to fit into memory.
 */
const AHEAD = 3;
/** Printed sheets that wait for those before them: so many more than are at work that nobody stands still. */
const IN_HAND = 4;
/** Megabytes of what a worker has just made: half of what it would take, for a little more time to clear it away. */
const FRESH = 24;

/**
 * Workers that read articles and print archive documents, where there are many, beside this thread, which does so as well;
 * they start when they are needed.
 */
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

/** A crew of so many hands, one of them this thread; nobody else where the program runs from its sources, which workers can't. */
export function openCrew(most: number = availableParallelism()): Crew {
  const workers = import.meta.url.endsWith(".js") ? most - 1 : 0;
  let pool: Tinypool | undefined;
  const started = async (): Promise<Tinypool> => {
    const { Tinypool: Pool } = await import("tinypool");
    const filename = fileURLToPath(new URL("./crew-worker.js", import.meta.url));
    const resourceLimits = { maxYoungGenerationSizeMb: FRESH };
    const threads = { minThreads: workers, maxThreads: workers, concurrentTasksPerWorker: AHEAD };
    if (pool === undefined) {
      pool = new Pool({ filename, ...threads, resourceLimits });
      // Of one that dies when it has nothing to do: another one takes its place.
      pool.on("error", () => undefined);
    }
    return pool;
  };
  const dismiss = async (): Promise<void> => {
    const before = pool;
    pool = undefined;
    await before?.destroy();
  };
  return {
    hands: Math.max(1, most),
    reads: (files) => workers > 0 && files >= WORTH_READING,
    prints: (entries) => workers > 0 && entries >= WORTH_PRINTING,
    read: async (files, around, take) => {
      const at = await started();
      const ask = (batch: Batch): Promise<BatchAnswer> => at.run(batch, { name: "readBatch" }) as Promise<BatchAnswer>;
      const isHeavy = await readByAll(files, around, { ask, atOnce: workers * AHEAD }, take);
      // What it has loaded is not needed to print.
      if (isHeavy) await dismiss();
    },
    print: (orders) => printing(orders, started, workers * AHEAD),
    close: async () => {
      await dismiss();
      closeWords();
    },
  };
}

/** A sheet that is at work, or printed. */
interface AtWork {
  readonly sheet: Promise<PrintedSheet>;
  isDone: boolean;
}

async function* printing(
  orders: Iterable<SheetOrder>,
  started: () => Promise<Tinypool>,
  most: number,
): AsyncGenerator<PrintedSheet> {
  const at = await started();
  const waiting: AtWork[] = [];
  const next = orders[Symbol.iterator]();
  let order = next.next();
  const take = (print: (order: SheetOrder) => AtWork): void => {
    if (order.done === true) return;
    waiting.push(print(order.value));
    order = next.next();
  };
  const hasRoom = (): boolean => order.done !== true && waiting.length < most + IN_HAND;
  while (order.done !== true || waiting.length > 0) {
    while (hasRoom() && waiting.filter(({ isDone }) => !isDone).length < most)
      take((one) => atWork(at.run(one, { name: "printSheet" }) as Promise<PrintedSheet>));
    if (waiting[0]?.isDone === false && hasRoom()) {
      take((one) => ({ sheet: Promise.resolve(printSheet(one)), isDone: true }));
      // Those that have been printed meanwhile are heard of.
      await turn();
      continue;
    }
    const first = waiting.shift();
    if (first !== undefined) yield await first.sheet;
  }
}

function atWork(sheet: Promise<PrintedSheet>): AtWork {
  const one = { sheet, isDone: false };
  const done = (): void => {
    one.isDone = true;
  };
  // Whoever waits for its turn hears of what went wrong.
  sheet.then(done, done);
  return one;
}
