import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isCode, isDiskTrouble } from "./files.ts";

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Gives a lock back. */
export type Release = () => void;

/** The folder for what is no part of the publication: never walked, ignored by git through a file of its own. */
const PRIVATE = ".dateline";

/**
 * Takes the lock of a data folder: one build at a time. Returns how to give it back, or who holds it. A lock whose
 * process is gone (killed, power cut) is taken over, so that no lock outlives its process; `dead` hears of it, since such a process
 * may have left more behind. Throws what the disk says.
 */
export function takeLock(data: string, dead: () => void = () => undefined): Release | Holder {
  const folder = join(data, PRIVATE);
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, ".gitignore"), "*\n");
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
  const path = join(folder, "lock");
  const me: Holder = { pid: process.pid, host: hostname() };
  const mine = join(folder, `lock.${me.pid}.${Math.random().toString(36).slice(2)}`);
  writeFileSync(mine, JSON.stringify(me));
  try {
    const holder = claim(path, mine, me, dead);
    if (holder !== undefined) return holder;
  } finally {
    rmSync(mine, { force: true });
  }
  held.add(path);
  return () => {
    held.delete(path);
    try {
      rmSync(path, { force: true });
    } catch (error) {
      // What was published is published. The lock is taken over once this process is gone.
      if (!isDiskTrouble(error)) throw error;
    }
  };
}

/** Locks that this process holds: a process id alone can't tell a second build here from a dead one that had our id. */
const held = new Set<string>();

/** A hard link puts the lock there whole or not at all: nobody ever reads a half-written holder. */
function claim(path: string, mine: string, me: Holder, dead: () => void): Holder | undefined {
  for (;;) {
    try {
      linkSync(mine, path);
      return undefined;
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
      const holder = readHolder(path);
      if (holder !== undefined && (held.has(path) || isAlive(holder, me))) return holder;
      rmSync(path, { force: true });
      dead();
    }
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

/** A process of another machine (a shared disk) can't be asked: it counts as alive. */
function isAlive({ pid, host }: Holder, me: Holder): boolean {
  if (host !== me.host) return true;
  if (pid === me.pid) return false; // In a container every build may be process 1.
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}
