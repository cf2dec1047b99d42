import { type FolderLook, type Ground, lookInto } from "./folder-look.ts";

/** A folder as the last build noted it: its path, with a slash at the end, and what told its state. */
export type NotedFolder = readonly [path: string, digest: string];

/** What the last build noted of a data folder. */
export interface Noted {
  /** In the order in which they are best looked at again. */
  readonly folders: readonly NotedFolder[];
  readonly files: number;
}

/** Folders that have been looked at, each by its path with a slash at the end. */
export type Looks = ReadonlyMap<string, FolderLook>;

/**
 * Folders that two threads look at: each takes the next one that nobody has taken. They are only those that the last build
 * noted, so that nobody has to wait until they are found; what has come or gone since is seen on the way through them all.
 */
export interface SharedLook {
  readonly ground: Ground;
  readonly noted: readonly NotedFolder[];
  /** How many files these had. */
  readonly files: number;
  /** In memory that both threads see. */
  readonly cells: Int32Array<SharedArrayBuffer>;
}

/** The cells: how many folders have been taken, whether the other thread is at work, and whether anything is not as noted. */
const TAKEN = 0;
const IS_BESIDE = 1;
const DIFFERS = 2;
const CELLS = 3;

/** A look that nobody has begun; `isOther` where it is known already that not everything is as it was. */
export function sharedLook(ground: Ground, { folders, files }: Noted, isOther = false): SharedLook {
  const cells = new Int32Array(new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT));
  if (isOther) cells[DIFFERS] = 1;
  return { ground, noted: folders, files, cells };
}

/** Whether a folder, or anything else, is known not to be as it was noted: there is something to do then. */
export function differs({ cells }: SharedLook): boolean {
  return Atomics.load(cells, DIFFERS) === 1;
}

/** Whether the other thread has come to work, so that folders may be in its hands. */
export function isBeside({ cells }: SharedLook): boolean {
  return Atomics.load(cells, IS_BESIDE) === 1;
}

/** Some number of files that nobody has looked at. */
export function filesLeft({ noted, files, cells }: SharedLook): number {
  return noted.length === 0 ? 0 : Math.max(0, files * (1 - Atomics.load(cells, TAKEN) / noted.length));
}

/** What the other thread does: takes folders as long as there are any. */
export function lookBeside(look: SharedLook): Looks {
  Atomics.store(look.cells, IS_BESIDE, 1);
  const looks = new Map<string, FolderLook>();
  while (takeNext(look, looks));
  return looks;
}

/**
 * Takes the next folder, looks at it and puts down what was seen; `false` when none was left. Nothing is put down of one
 * that can't be looked at: whoever comes to it on the way through them all will hear why, or that it is gone.
 */
export function takeNext({ ground, noted, cells }: SharedLook, looks: Map<string, FolderLook>): boolean {
  const [path, digest] = noted[Atomics.add(cells, TAKEN, 1)] ?? [];
  if (path === undefined) return false;
  const look = lookIfPossible(ground, path);
  if (look !== undefined) looks.set(path, look);
  if (look?.digest !== digest) Atomics.store(cells, DIFFERS, 1);
  return true;
}

function lookIfPossible(ground: Ground, path: string): FolderLook | undefined {
  try {
    return lookInto(ground, path);
  } catch {
    return undefined;
  }
}
