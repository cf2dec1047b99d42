import type { Block, Line } from "./article.ts";

/** Lines at most this long that stand below one another are lines on purpose: byline, date line, address. */
const SHORT = 60;
const MOST_SHORT_LINES = 8;

/** Whether a paragraph's rows in the file are lines on purpose, not words that a margin broke. */
export function areShort(rows: readonly string[]): boolean {
  return rows.length <= MOST_SHORT_LINES && rows.every((row) => row.length <= SHORT);
}

/** Where the words of a row stand in their line of the file. */
export function columnOf(source: string | undefined, row: string | undefined): { column: number; length?: number } {
  const words = row?.trim() ?? "";
  const at = source?.indexOf(words) ?? -1;
  return at === -1 || words === "" ? { column: 1 } : { column: at + 1, length: words.length };
}

/**
 * A paragraph or heading of these lines, what stands before each of them but the first (the end of a line, where that isn't
 * said), and how some leave it.
 */
export function withLines(
  tag: string,
  lines: readonly Line[],
  joints: readonly string[],
): Required<Pick<Block, "lines" | "html" | "withLines">> {
  const of = (kept: readonly number[]): string => {
    let inner = "";
    for (let at = 0; at < kept.length; at += 1) {
      const index = kept[at] ?? 0;
      inner += `${at === 0 ? "" : (joints[index] ?? "\n")}${lines[index]?.html ?? ""}`;
    }
    return inner === "" ? "" : `<${tag}>${inner}</${tag}>`;
  };
  return { lines, html: of(lines.length === 1 ? FIRST : [...lines.keys()]), withLines: of };
}

const FIRST: readonly number[] = [0];
