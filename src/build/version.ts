import { type Stats, statSync } from "node:fs";
import { isCode, isDiskTrouble } from "../files.ts";
import { mayChange, VERSION_WIDTH } from "./version-numbers.ts";

/** What tells two versions of a file apart: its inode, its size in bytes, and when it and its entry last changed. */
export type Version = readonly [inode: number, size: number, modified: number, changed: number];

/** Of a file that may change again without a trace, or is not there: like no other, itself included. */
export const NO_VERSION: Version = [Number.NaN, 0, 0, 0];

/** The version of a file that was looked at just now. */
export function versionFrom(stats: Stats, now: number = Date.now()): Version {
  const { ino, size, mtimeMs, ctimeMs } = stats;
  return mayChange(stats, now) ? NO_VERSION : [ino, size, mtimeMs, ctimeMs];
}

/** One of many versions that stand one behind the other. */
export function versionIn(numbers: Float64Array, index: number): Version {
  const [inode = Number.NaN, size = 0, modified = 0, changed = 0] = numbers.subarray(index * VERSION_WIDTH);
  return Number.isNaN(inode) ? NO_VERSION : [inode, size, modified, changed];
}

export function isSameVersion(a: Version, b: Version): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}

/** Looks at a file for its version. One that can't be looked at has none: whoever reads it will hear why. */
export function versionAt(path: string): Version {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? NO_VERSION : versionFrom(stats);
  } catch (error) {
    if (isDiskTrouble(error)) return NO_VERSION;
    throw error;
  }
}

/** Of a media file that may change again without a trace: like that of no other, itself included. */
export const UNSURE = "?";

/** What tells two versions of a media file apart, as text. */
export function mediaVersion(version: Version): string {
  return version === NO_VERSION ? UNSURE : version.join(".");
}

/** The version of a media file; empty where there is none. */
export function mediaVersionAt(path: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true ? mediaVersion(versionFrom(stats)) : "";
  } catch (error) {
    if (isCode(error, "ENOTDIR")) return "";
    if (isDiskTrouble(error)) return UNSURE;
    throw error;
  }
}

/**
 * Two versions of a file differ in what this returns. A file that is not there has no version of its own, nor has one
 * that was changed just now.
 */
export function versionOf(path: string): string {
  const version = versionAt(path);
  return version === NO_VERSION ? "" : version.join(".");
}
