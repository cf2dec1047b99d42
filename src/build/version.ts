import { statSync } from "node:fs";

/** A file that changed so many milliseconds before may change again within the same tick of the disk's clock. */
const TICK = 50;

/**
 * Two versions of a file differ in what this returns. A file that is not there has no version of its own, nor has one
 * that was changed just now: it could change again without a trace.
 */
export function versionOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || Math.max(stats.mtimeMs, stats.ctimeMs) > Date.now() - TICK) return "";
  return `${stats.ino}.${stats.size}.${stats.mtimeMs}.${stats.ctimeMs}`;
}
