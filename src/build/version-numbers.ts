import type { Stats } from "node:fs";

/** Numbers of a version: a file's inode, its size, and when it and its entry last changed. */
export const VERSION_WIDTH = 4;

/** A file that changed so many milliseconds before may change again within the same tick of the disk's clock. */
const TICK = 50;

/** Whether a file that was looked at just now may change again without a trace. */
export function mayChange({ mtimeMs, ctimeMs }: Stats, now: number): boolean {
  return Math.max(mtimeMs, ctimeMs) > now - TICK;
}
