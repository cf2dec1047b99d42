import { firstWhere } from "../ledger/halves.ts";
import { isArticle } from "../listing.ts";
import type { Noted, NotedFolder } from "./look/shared-look.ts";
import { type Version, versionIn } from "./version.ts";
import { VERSION_WIDTH } from "./version-numbers.ts";

/** The files of one folder as they were seen. */
export interface SeenFolder {
  /** In code unit order. */
  readonly names: readonly string[];
  /** Of each file its version (`versionIn`). */
  readonly numbers: Float64Array;
  /** What tells two states of them apart. */
  readonly digest: string;
}

/**
 * Every file below a folder, in the version that was seen, by folder: of a million files most lie in folders that are as
 * they were, and nobody asks for them one by one.
 */
export class SeenFiles {
  private readonly folders = new Map<string, SeenFolder>();

  /** Adds a folder by its path, which is empty or ends with a slash. */
  add(path: string, folder: SeenFolder): void {
    this.folders.set(path, folder);
  }

  /** What the next build has to know to begin: folders first in which something changed last, as something will again. */
  noted(): Noted {
    let files = 0;
    for (const { names } of this.folders.values()) files += names.length;
    const folders = [...this.folders]
      .map(([path, { digest, numbers }]) => ({ path, digest, changed: lastChange(numbers) }))
      .sort((a, b) => b.changed - a.changed)
      .map(({ path, digest }): NotedFolder => [path, digest]);
    return { folders, files };
  }

  paths(): Iterable<string> {
    return this.folders.keys();
  }

  digestOf(path: string): string {
    return this.folders.get(path)?.digest ?? "";
  }

  /** The articles of one folder, by their paths. */
  articlesIn(path: string): readonly string[] {
    return (this.folders.get(path)?.names ?? []).map((name) => `${path}${name}`).filter(isArticle);
  }

  /** How many of a folder's files are articles, in a folder that may hold some. */
  countIn(path: string): number {
    return (this.folders.get(path)?.names ?? []).filter(isArticle).length;
  }

  /** The version of a file; `undefined` where there is none. */
  versionOf(file: string): Version | undefined {
    const path = folderOf(file);
    const { names = [], numbers } = this.folders.get(path) ?? {};
    const at = placeOf(names, file.slice(path.length));
    return at < 0 || numbers === undefined ? undefined : versionIn(numbers, at);
  }
}

/** When a file of these changed last. */
function lastChange(numbers: Float64Array): number {
  let last = 0;
  for (let at = VERSION_WIDTH - 1; at < numbers.length; at += VERSION_WIDTH) last = Math.max(last, numbers[at] ?? 0);
  return last;
}

/** The folder of a file, with the slash at its end; empty for the outermost. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

/** Where a name stands among sorted ones; less than 0 where it doesn't. */
function placeOf(names: readonly string[], name: string): number {
  const place = firstWhere(names.length, (index) => (names[index] ?? "") >= name);
  return names[place] === name ? place : -1;
}
