import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { FolderLook } from "./folder-look.ts";
import { differs, filesLeft, isBeside, type Looks, type SharedLook, takeNext } from "./shared-look.ts";

/**
 * From so many files on a second thread is called in any case. To start it takes as much CPU time as to look at 30,000
 * files: where nothing has changed there is little else to do, and that has to be small beside the look.
 */
const WORTH_SHARING = 200_000;
/** So many that are left are worth a second thread where there is something to do: this one has code to load meanwhile. */
const WORTH_HELP = 30_000;

/** Somebody who looks at folders beside this thread. */
interface Helper {
  /** Rejects where it fails. */
  readonly looks: Promise<Looks>;
  readonly close: () => Promise<void>;
}

/** Brings a helper; rejects where none can be had. */
export type Call = (look: SharedLook) => Promise<Helper>;

/** What calls a helper: nothing where workers can't run, as from the program's sources, or only one thread is wanted. */
export function callFor(threads: number = availableParallelism()): Call | undefined {
  return threads > 1 && import.meta.url.endsWith(".js") ? helper : undefined;
}

/**
 * Looks at the folders that were noted, where so many files are in them that another thread may be worth calling. As soon as
 * either thread sees that not everything is as it was, this one goes to `load` what a build needs, and comes back to what is
 * left. What is missing, because the other one failed or nobody was called, whoever goes through all folders looks at.
 */
export async function lookTogether(look: SharedLook, load: () => Promise<unknown>, call: Call): Promise<Looks> {
  const looks = new Map<string, FolderLook>();
  if (filesLeft(look) < WORTH_HELP) return looks;
  const callFrom = (files: number) => (filesLeft(look) >= files ? called(look, call) : undefined);
  let other = await callFrom(WORTH_SHARING);
  let isLoaded = false;
  try {
    do {
      if (!isLoaded && differs(look)) {
        other ??= await callFrom(WORTH_HELP);
        await load();
        isLoaded = true;
      }
    } while (takeNext(look, looks));
    return isBeside(look) && other !== undefined ? new Map([...looks, ...(await other.looks)]) : looks;
  } finally {
    await other?.close();
  }
}

/** A helper that has looked at nothing where it fails, whenever that is; `undefined` where none can be had. */
async function called(look: SharedLook, call: Call): Promise<Helper | undefined> {
  try {
    const { looks, close } = await call(look);
    return { looks: looks.catch((): Looks => new Map()), close: () => close().catch(() => undefined) };
  } catch {
    return undefined;
  }
}

async function helper(look: SharedLook): Promise<Helper> {
  const { Tinypool } = await import("tinypool");
  const filename = fileURLToPath(new URL("./look-worker.js", import.meta.url));
  const pool = new Tinypool({ filename, minThreads: 1, maxThreads: 1 });
  // Of one that fails when it has nothing to do: who asked it for something hears of it there.
  pool.on("error", () => undefined);
  return { looks: pool.run(look, { name: "lookBeside" }) as Promise<Looks>, close: () => pool.destroy() };
}
