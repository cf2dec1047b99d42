import type { LineRef } from "./evidence.ts";

/** Whether a line has given its words to some fact already. */
export type IsSpent = (ref: LineRef) => boolean;

/** Looks lines up among those that are spent. */
export function spentAmong(...spent: readonly (readonly LineRef[])[]): IsSpent {
  const keys = new Set<number>();
  for (const refs of spent) for (const ref of refs) keys.add(key(ref));
  return keys.size === 0 ? NONE : (ref) => keys.has(key(ref));
}

const NONE: IsSpent = () => false;

/** More than the lines of any block. */
const LINES = 2 ** 24;

function key({ block, line }: LineRef): number {
  return block * LINES + line;
}
