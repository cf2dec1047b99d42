import { faults, type Publishable } from "../check/faults.ts";
import { bytesOf } from "./bytes.ts";

/**
 * The last gate: what `check` finds wrong never reaches a reader. It is a defect of ours, and ends the build. Files that
 * are no feeds, lists or sitemaps pass.
 */
export function refuseFaults(path: string, content: Publishable["content"], url: string, now: Date): void {
  const [first] = faults([{ path, content, url: new URL(path, url).href }], now);
  if (first === undefined) return;
  const { rule, line, column, message } = first;
  throw new Error(`${path}:${line}:${column} would be invalid (${rule}): ${message}`);
}

/** The bytes of a feed that comes in pieces, if nothing is wrong with it. */
export function soundBytes(path: string, pieces: readonly string[], url: string, now: Date): Uint8Array {
  refuseFaults(path, pieces, url, now);
  return bytesOf(pieces);
}
