import { createHash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { about, isCode, removeIfPossible } from "./files.ts";
import { type Holder, lifeOf, myself } from "./lock/holder.ts";

export type { Holder } from "./lock/holder.ts";

/** Gives a lock back. */
export type Release = () => void;

/** The folder for what is no part of the publication: never walked, ignored by git through a file of its own. */
const PRIVATE = ".dateline";
const LOCK = "lock";
/** A holder shows so often that it lives, for those who can't ask for its process. */
const BEAT = 20_000;
/** One elsewhere that has not been heard of for so long is dead: no build is at work for so long without a beat. */
const SILENCE = 15 * 60_000;

/**
 * Takes the lock of a data folder: one build at a time. Returns how to give it back, or who holds it. A lock whose
 * process is gone (killed, power cut) is taken over, so that no lock outlives its process; `dead` hears of it, since such a process
 * may have left more behind. Throws what the disk says.
 */
export function takeLock(data: string, dead: () => void = () => undefined): Release | Holder {
  const folder = join(data, PRIVATE);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
  const ignored = join(folder, ".gitignore");
  if (!existsSync(ignored)) about(ignored, () => writeFileSync(ignored, "*\n"));
  const path = join(folder, LOCK);
  const me = myself();
  const mine = join(folder, `${LOCK}.${me.mark}`);
  let tookOver = false;
  try {
    about(path, () => writeFileSync(mine, JSON.stringify(me)));
    const holder = claim(path, mine, me, () => {
      tookOver = true;
    });
    if (holder !== undefined) return holder;
    held.add(me.mark ?? "");
    if (tookOver) {
      removeRemains(folder, mine);
      dead();
    }
  } catch (error) {
    if (held.has(me.mark ?? "")) giveBack(path, me);
    throw error;
  } finally {
    removeIfPossible(mine);
  }
  const beat = setInterval(() => show(path), BEAT).unref();
  return () => {
    clearInterval(beat);
    giveBack(path, me);
  };
}

/** Marks of the locks that this process holds: a process id alone can't tell a second build here from a dead one that had our id. */
const held = new Set<string>();

function giveBack(path: string, { mark = "" }: Holder): void {
  held.delete(mark);
  // Whoever was silent for too long may have lost it to somebody else. What was published is published: a lock that stays
  // is taken over, and removed, by a later build.
  if (holderOf(textOf(path))?.mark === mark) removeIfPossible(path);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Writes the byte that every lock begins with: the file's time is then the disk's, not this machine's. */
function show(path: string): void {
  try {
    const handle = openSync(path, "r+");
    try {
      writeSync(handle, "{", 0);
    } finally {
      closeSync(handle);
    }
  } catch {
    // A disk that is full or gone is told of where it matters.
  }
}

/**
 * Makes me the holder of a path, or returns who is. A hard link puts the lock there whole or not at all: nobody ever
 * reads a half-written holder. Two who find the same dead lock must not both remove it, or the second would remove the
 * lock that the first has just taken. So whoever wants to take over claims the dead one's inheritance first, in the same
 * way, under a name that is made of what stands in the lock: one gets it, looks again, and puts its own in place of the
 * dead one, so that there is no moment without a lock.
 */
function claim(path: string, mine: string, me: Holder, tookOver: () => void): Holder | undefined {
  for (;;) {
    if (isPut(mine, path)) return undefined;
    const found = read(path);
    if (found === undefined) continue;
    if (found.holder !== undefined && lives(found.holder, path, mine, me)) return found.holder;
    const inheritance = join(path, "..", `${LOCK}.${found.sum}`);
    const other = claim(inheritance, mine, me, tookOver);
    if (other !== undefined) return other;
    try {
      if (read(path)?.sum !== found.sum) continue;
      const copy = `${mine}.copy`;
      copyFileSync(mine, copy);
      renameSync(copy, path);
      tookOver();
      return undefined;
    } finally {
      rmSync(inheritance, { force: true });
    }
  }
}

function isPut(mine: string, path: string): boolean {
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** Who stands in a lock; nobody where it can't be understood. `undefined` where there is no lock any more. */
function read(path: string): { readonly holder: Holder | undefined; readonly sum: string } | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
  return { holder: holderOf(text), sum: createHash("sha256").update(text).digest("hex").slice(0, 16) };
}

function holderOf(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    return typeof value?.pid === "number" && typeof value.host === "string" ? (value as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** Of a process elsewhere, its last beat tells; both moments are told by the disk's clock, whatever the machines' say. */
function lives(holder: Holder, path: string, mine: string, me: Holder): boolean {
  const life = lifeOf(holder, me, held.has(holder.mark ?? ""));
  if (life !== "elsewhere") return life === "alive";
  const beaten = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return beaten !== undefined && statSync(mine).mtimeMs - beaten < SILENCE;
}

/** Removes what those left who were killed while they took the lock. Nobody is at that for so long. */
function removeRemains(folder: string, mine: string): void {
  const now = statSync(mine).mtimeMs;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${LOCK}.`)) continue;
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && now - stats.mtimeMs > SILENCE) rmSync(path, { force: true });
  }
}
