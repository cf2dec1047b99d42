import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { folderDigest, type SeenFolder } from "./seen-files.ts";
import { mayChange, VERSION_WIDTH } from "./version.ts";

/** Folders that no article, picture or setting comes from. */
const APART: ReadonlySet<string> = new Set([".dateline", ".git", "node_modules"]);

/** What tells two states of a folder's files apart, and whether it can be relied on. */
export interface Fingerprint {
  readonly digest: string;
  /** No file was changed so shortly before that a further change could go unnoticed. */
  readonly settled: boolean;
}

/**
 * The fingerprint of all files below a folder: their paths, and of each its inode, size and times. `undefined` where a
 * symbolic link or anything else than files and folders stands there, or the disk makes trouble: such folders have to be
 * looked at properly. `seen` hears of each folder, by its path with a slash at the end, so that nobody has to look at a
 * million files twice.
 */
export function folderFingerprint(
  folder: string,
  but: ReadonlySet<string> = new Set(),
  seen: (path: string, folder: SeenFolder) => void = () => undefined,
): Fingerprint | undefined {
  const started = Date.now();
  const hash = createHash("sha256");
  let settled = true;
  const walk = (path: string, shown: string): boolean => {
    const inside = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !but.has(`${shown}${name}`));
    if (!inside.every((entry) => entry.isFile() || entry.isDirectory())) return false;
    const names = inside
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
    const folders = inside.filter((entry) => entry.isDirectory() && !APART.has(entry.name)).map(({ name }) => name);
    const numbers = new Float64Array(names.length * VERSION_WIDTH);
    const fresh: number[] = [];
    for (const [index, name] of names.entries()) {
      const stats = statSync(`${path}${sep}${name}`);
      if (mayChange(stats, started)) fresh.push(index);
      numbers.set([stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs], index * VERSION_WIDTH);
    }
    const digest = folderDigest(names, numbers);
    hash.update(`${JSON.stringify([shown, digest])}\n`);
    settled &&= fresh.length === 0;
    // Such a file has no version: none that it may have again when it is another one.
    for (const index of fresh) numbers[index * VERSION_WIDTH] = Number.NaN;
    seen(shown, { names, numbers, digest });
    return folders.sort().every((name) => walk(join(path, name), `${shown}${name}/`));
  };
  try {
    return walk(folder, "") ? { digest: hash.digest("hex"), settled } : undefined;
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
