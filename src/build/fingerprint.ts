import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Folders that no article, picture or setting comes from. */
const APART: ReadonlySet<string> = new Set([".dateline", ".git", "node_modules"]);
/** Clocks of file systems tick this slowly: what is written within one tick of being looked at may change unseen. */
const TICK = 50;

/** What tells two states of a folder's files apart, and whether it can be relied on. */
export interface Fingerprint {
  readonly digest: string;
  /** No file was changed so shortly before that a further change could go unnoticed. */
  readonly settled: boolean;
}

/**
 * The fingerprint of all files below a folder: their paths, and of each its inode, size and times. `undefined` where a
 * symbolic link or anything else than files and folders stands there, or the disk makes trouble: such folders have to be
 * looked at properly.
 */
export function folderFingerprint(folder: string, but: ReadonlySet<string> = new Set()): Fingerprint | undefined {
  const started = Date.now();
  const hash = createHash("sha256");
  let latest = 0;
  const walk = (path: string, shown: string): boolean =>
    readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .every((entry) => {
        const below = join(path, entry.name);
        const name = `${shown}${entry.name}`;
        if (but.has(name)) return true;
        if (entry.isDirectory()) return APART.has(entry.name) || walk(below, `${name}/`);
        if (!entry.isFile()) return false;
        const { version, changed } = versionAt(below);
        latest = Math.max(latest, changed);
        hash.update(`${name}\0${version}\0`);
        return true;
      });
  try {
    return walk(folder, "") ? { digest: hash.digest("hex"), settled: latest < started - TICK } : undefined;
  } catch {
    return undefined;
  }
}

/** The fingerprint of single files; `undefined` where one is not there. */
export function filesFingerprint(paths: readonly string[]): string | undefined {
  const hash = createHash("sha256");
  try {
    for (const path of paths) hash.update(`${path}\0${versionAt(path).version}\0`);
    return hash.digest("hex");
  } catch {
    return undefined;
  }
}

function versionAt(path: string): { version: string; changed: number } {
  const { ino, size, mtimeMs, ctimeMs } = statSync(path);
  return { version: `${ino}.${size}.${mtimeMs}.${ctimeMs}`, changed: Math.max(mtimeMs, ctimeMs) };
}
