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
  /** Whether a plain paragraph has no white space in it but blanks. */
  readonly even: boolean;
}

/** These reach over blank lines: fences, HTML, and the addresses of links that are defined elsewhere. */
const REACH_ON: readonly string[] = ["<", "```", "~~~", "]:"];
/** A row that begins no list, quotation, heading, rule, table or code, and has nothing in it that Markdown reads. */
const PLAIN = /^(?:\d+(?![\d.)])|[^\s\d#>+=:\\`*_~[\]<&|-])[^\t\\`*_~[\]<&|]*(?<=\S)$/;
/**
 * Such a row as nearly all of them are, with no white space but blanks. All that may stand in it is named, the commonest
 * first: an expression that names what may not takes ten times as long.
 */
const EVEN =
  /^(?:\d+(?![\d.)])|[^\s\d#>+=:\\`*_~[\]<&|-])[ !-%'-)+-;=-Z^a-z{}\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\uffff]*(?<=\S)$/;
const BLANK = /^[ \t]*$/;

/** Takes a text apart at its plain paragraphs. */
export function piecesOf(text: string, rows: readonly string[]): Piece[] {
  if (REACH_ON.some((mark) => text.includes(mark))) return [{ rows, before: 0, plain: false, even: false }];
  const pieces: Piece[] = [];
  let marked = 0;
  for (let from = 0; from < rows.length; ) {
    const end = paragraphEnd(rows, from);
    const paragraph = end > from ? plainPiece(rows, from, end) : undefined;
    if (paragraph !== undefined) {
      takeMarked(pieces, rows, marked, from);
      pieces.push(paragraph);
      marked = end;
    }
    from = Math.max(end, from + 1);
  }
  takeMarked(pieces, rows, marked, rows.length);
  return pieces;
}

function plainPiece(all: readonly string[], from: number, to: number): Piece | undefined {
  const rows = all.slice(from, to);
  const even = rows.every((row) => EVEN.test(row));
  return even || rows.every((row) => PLAIN.test(row)) ? { rows, before: from, plain: true, even } : undefined;
}

function paragraphEnd(rows: readonly string[], from: number): number {
  let end = from;
  while (end < rows.length && !BLANK.test(rows[end] ?? "")) end += 1;
  return end;
}

/** What stands between two plain paragraphs, if it is more than blank lines. */
function takeMarked(pieces: Piece[], all: readonly string[], from: number, to: number): void {
  let at = from;
  while (at < to && BLANK.test(all[at] ?? "")) at += 1;
  if (at < to) pieces.push({ rows: all.slice(from, to), before: from, plain: false, even: false });
}

/** A plain paragraph; `line` is the file's on which it begins. */
export function plainParagraph({ rows, even }: Piece, file: string, line: number): Block {
  const placed = (words: string, html: string, row: number, length: number): Line => ({
    text: even && !words.includes("  ") ? words : folded(words),
    html: escapeHtml(html),
    place: { file, line: line + row, column: 1, length },
  });
  const [first = ""] = rows;
  const lines =
    rows.length > 1 && areShort(rows)
      ? rows.map((row, index) => placed(row, row, index, row.length))
      : [placed(rows.join(" "), rows.join("\n"), 0, first.length)];
  const { html, withLines: of } = withLines("p", lines, ENDS);
  return { kind: "paragraph", lines, html, withLines: of };
}

/** Lines stand one below the other. */
const ENDS: readonly string[] = [];
