import type { Block, Line } from "./article.ts";
import { escapeHtml, folded } from "./inline.ts";
import { areShort, withLines } from "./lined.ts";

/**
 * The paragraphs of a Markdown text that have no mark in them: they are what they look like, and most of what is
 * written. A parser takes fifty times as long over them.
 */

/** A piece of a Markdown text between blank lines: one plain paragraph, or as much as stands between two of these. */
export interface Piece {
  readonly rows: readonly string[];
  /** How many rows of the text stand before it. */
  readonly before: number;
  readonly plain: boolean;
}

/** These reach over blank lines: fences, HTML, and the addresses of links that are defined elsewhere. */
const REACH_ON: readonly string[] = ["<", "```", "~~~", "]:"];
/** A row that begins no list, quotation, heading, rule, table or code, and has nothing in it that Markdown reads. */
const PLAIN = /^(?:\d+(?![\d.)])|[^\s\d#>+=:\\`*_~[\]<&|-])[^\t\\`*_~[\]<&|]*(?<=\S)$/;
const BLANK = /^[ \t]*$/;

/** Takes a text apart at its plain paragraphs. */
export function piecesOf(text: string): Piece[] {
  const rows = text.split("\n");
  if (REACH_ON.some((mark) => text.includes(mark))) return [{ rows, before: 0, plain: false }];
  const pieces: Piece[] = [];
  let marked = 0;
  for (let from = 0; from < rows.length; ) {
    const end = paragraphEnd(rows, from);
    if (end > from && rows.slice(from, end).every((row) => PLAIN.test(row))) {
      takeMarked(pieces, rows, marked, from);
      pieces.push({ rows: rows.slice(from, end), before: from, plain: true });
      marked = end;
    }
    from = Math.max(end, from + 1);
  }
  takeMarked(pieces, rows, marked, rows.length);
  return pieces;
}

function paragraphEnd(rows: readonly string[], from: number): number {
  let end = from;
  while (end < rows.length && !BLANK.test(rows[end] ?? "")) end += 1;
  return end;
}

/** What stands between two plain paragraphs, if it is more than blank lines. */
function takeMarked(pieces: Piece[], all: readonly string[], from: number, to: number): void {
  const rows = all.slice(from, to);
  if (!rows.every((row) => BLANK.test(row))) pieces.push({ rows, before: from, plain: false });
}

/** A plain paragraph; `line` is the file's on which it begins. */
export function plainParagraph(rows: readonly string[], file: string, line: number): Block {
  const placed = (text: string, row: number, length: number): Line => ({
    text: folded(text),
    html: escapeHtml(text),
    place: { file, line: line + row, column: 1, length },
  });
  const lines = areShort(rows)
    ? rows.map((row, index) => placed(row, index, row.length))
    : [{ ...placed(rows.join(" "), 0, rows[0]?.length ?? 0), html: escapeHtml(rows.join("\n")) }];
  return {
    kind: "paragraph",
    ...withLines(
      "p",
      lines,
      lines.map(() => "\n"),
    ),
  };
}
