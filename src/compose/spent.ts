import type { LineRef } from "./evidence.ts";

/** Whether a line has given its words to some fact already. */
export type IsSpent = (ref: LineRef) => boolean;

/** Looks lines up among those that are spent. */
export function spentAmong(...spent: readonly (readonly LineRef[])[]): IsSpent {
  const keys = new Set(spent.flat().map(key));
  return (ref) => keys.has(key(ref));
}

/** More than the lines of any block. */
const LINES = 2 ** 24;

function key({ block, line }: LineRef): number {
  return block * LINES + line;
}
