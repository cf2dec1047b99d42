import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { type Ground, lookInto } from "./look/folder-look.ts";
import type { Looks } from "./look/shared-look.ts";
import type { SeenFolder } from "./seen-files.ts";

/** What tells two states of a folder's files apart, and whether it can be relied on. */
export interface Fingerprint {
  readonly digest: string;
  /** No file was changed so shortly before that a further change could go unnoticed. */
  readonly settled: boolean;
}

/** The fingerprint of all files below a folder, as `groundFingerprint` tells it. */
export function folderFingerprint(folder: string): Fingerprint | undefined {
  return groundFingerprint({ folder, but: new Set(), started: Date.now() });
}

/**
 * The fingerprint of all files below a folder: their paths, and of each its inode, size and times. `undefined` where a
 * symbolic link or anything else than files and folders stands there, or the disk makes trouble: such folders have to be
 * looked at properly. `seen` hears of each folder, by its path with a slash at the end, so that nobody has to look at a
 * million files twice. A folder that somebody has looked at already is taken from `looks`, if the way leads there.
 */
export function groundFingerprint(
  ground: Ground,
  seen: (path: string, folder: SeenFolder) => void = () => undefined,
  looks: Looks = new Map(),
): Fingerprint | undefined {
  const hash = createHash("sha256");
  let settled = true;
  const walk = (shown: string): boolean => {
    const look = looks.get(shown) ?? lookInto(ground, shown);
    if (look === undefined) return false;
    const { names, numbers, digest } = look;
    hash.update(`${JSON.stringify([shown, digest])}\n`);
    settled &&= look.settled;
    seen(shown, { names, numbers, digest });
    return look.folders.every((name) => walk(`${shown}${name}/`));
  };
  try {
    return walk("") ? { digest: hash.digest("hex"), settled } : undefined;
  } catch {
    return undefined;
  }
}

/** The fingerprint of single files; `undefined` where one is not there. */
export function filesFingerprint(paths: readonly string[]): string | undefined {
  const hash = createHash("sha256");
  const numbers = new Float64Array(4);
  try {
    for (const path of paths) {
      const { ino, size, mtimeMs, ctimeMs } = statSync(path);
      numbers.set([ino, size, mtimeMs, ctimeMs]);
      hash.update(`${path}\0`).update(numbers);
    }
    return hash.digest("hex");
  } catch {
    return undefined;
  }
}
