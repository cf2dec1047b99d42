import { faults, type Publishable } from "../check/faults.ts";

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
