import { createHash } from "node:crypto";
import { constants, lstatSync, readdirSync, type Stats } from "node:fs";
import { join, sep } from "node:path";
import type { SeenFolder } from "../seen-files.ts";
import { mayChange, VERSION_WIDTH } from "../version-numbers.ts";

/** Folders that no article, picture or setting comes from. */
const APART: ReadonlySet<string> = new Set([".dateline", ".git", "node_modules"]);

/** Two folders whose digests agree in so many characters hold the same. */
const DIGITS = 32;

/** What there is to see in one folder. */
export interface FolderLook extends SeenFolder {
  /** The names of the folders in it, in code unit order. */
  readonly folders: readonly string[];
  /** None of its files was changed so shortly before that a further change could go unnoticed. */
  readonly settled: boolean;
}

/** Where somebody looks: at a folder and all below it, but for some files that stand in it, by their names. */
export interface Ground {
  readonly folder: string;
  readonly but: ReadonlySet<string>;
  /** When the look began. */
  readonly started: number;
}

/**
 * Looks at the files of one folder, by its path with a slash at the end (the outermost has none); `undefined` where
 * anything else than files and folders stands there. Throws what the disk says.
 */
export function lookInto({ folder, but, started }: Ground, shown: string): FolderLook | undefined {
  const path = join(folder, shown);
  const inside = readdirSync(path).sort();
  const names: string[] = [];
  const folders: string[] = [];
  const numbers = new Float64Array(inside.length * VERSION_WIDTH);
  const fresh: number[] = [];
  for (const name of inside) {
    if (shown === "" && but.has(name)) continue;
    // One call says of an entry both what it is and what state it is in: that makes a tenth of a no-op.
    const stats = lstatSync(`${path}${sep}${name}`);
    const kind = stats.mode & constants.S_IFMT;
    if (kind === constants.S_IFDIR) {
      if (!APART.has(name)) folders.push(name);
    } else if (kind === constants.S_IFREG) {
      if (mayChange(stats, started)) fresh.push(names.length);
      putNumbers(numbers, names.length, stats);
      names.push(name);
    } else return undefined;
  }
  return {
    ...sealed(names, numbers.slice(0, names.length * VERSION_WIDTH), fresh),
    folders,
    settled: fresh.length === 0,
  };
}

/** Number by number: a list of them, made for each of many files, takes ten times as long. */
function putNumbers(numbers: Float64Array, index: number, { ino, size, mtimeMs, ctimeMs }: Stats): void {
  const at = index * VERSION_WIDTH;
  numbers[at] = ino;
  numbers[at + 1] = size;
  numbers[at + 2] = mtimeMs;
  numbers[at + 3] = ctimeMs;
}

/** Files with what tells two states of them apart. One that is fresh has no version: none that it may have again as another. */
function sealed(names: readonly string[], numbers: Float64Array, fresh: readonly number[]): SeenFolder {
  const digest = createHash("sha256")
    .update(`${JSON.stringify(names)}\n`)
    .update(numbers)
    .digest("base64")
    .slice(0, DIGITS);
  for (const index of fresh) numbers[index * VERSION_WIDTH] = Number.NaN;
  return { names, numbers, digest };
}
