import { harmless } from "../words.ts";
import { cells, fitting } from "./cells.ts";
import type { Mark } from "./marks.ts";
import type { Style } from "./style.ts";

/** Cells of context before the first mark of a window. */
const CONTEXT = 24;
/** Runs of lines without marks are cut to this many. */
const QUIET = 4;

/** The source with its line numbers, the words that gave facts marked beneath; long lines are shown around their marks. */
export function sourceRows(
  source: readonly string[],
  marks: readonly Mark[],
  leaving: ReadonlySet<number>,
  width: number,
  style: Style,
): string[] {
  const digits = String(source.length).length;
  const room = width - digits - 4;
  const byLine = grouped(marks);
  const rows: string[] = [];
  let quiet = 0;
  for (const [index, text] of source.entries()) {
    const number = index + 1;
    const own = byLine.get(number) ?? [];
    quiet = own.length > 0 || leaving.has(number) ? 0 : quiet + 1;
    if (quiet > QUIET) {
      if (quiet === QUIET + 1) rows.push(style.quiet(`${" ".repeat(digits + 1)} | …`));
      continue;
    }
    const sign = leaving.has(number) ? "-" : " ";
    const gutter = style.quiet(`${String(number).padStart(digits)}${sign} | `);
    const blank = style.quiet(`${" ".repeat(digits + 1)} | `);
    for (const window of windows(harmless(text), own, room)) {
      rows.push((gutter + window.text).trimEnd(), ...underlines(window, room, style).map((row) => blank + row));
    }
  }
  return rows;
}

function grouped(marks: readonly Mark[]): Map<number, Mark[]> {
  const map = new Map<number, Mark[]>();
  for (const mark of marks) map.set(mark.line, [...(map.get(mark.line) ?? []), mark]);
  return map;
}

interface Window {
  readonly text: string;
  readonly marks: readonly { readonly column: number; readonly length: number; readonly facts: readonly string[] }[];
}

/** The pieces of a line that are shown: all of it if it fits, else one piece around each group of marks. */
function windows(text: string, marks: readonly Mark[], room: number): Window[] {
  if (marks.length === 0 || fitting(text, 0, room) === text.length) return [windowAt(text, 0, marks, room)];
  const pieces: Window[] = [];
  let rest = marks;
  while (rest.length > 0) {
    const [first] = rest;
    if (first === undefined) break;
    const start = windowStart(text, first.start);
    const end = fitting(text, start, room - 2);
    const inside = rest.filter((mark) => mark.start === first.start || mark.end <= end);
    pieces.push(windowAt(text, start, inside, room));
    rest = rest.filter((mark) => !inside.includes(mark));
  }
  return pieces;
}

/** Some words before a mark, from the beginning of a word or at least of a character. */
function windowStart(text: string, mark: number): number {
  if (mark <= CONTEXT) return 0;
  const from = mark - CONTEXT;
  const blank = text.indexOf(" ", from);
  if (blank !== -1 && blank < mark) return blank + 1;
  return /[\uDC00-\uDFFF\p{M}]/u.test(text.charAt(from)) ? from - 1 : from;
}

function windowAt(text: string, start: number, marks: readonly Mark[], room: number): Window {
  const lead = start > 0 ? "…" : "";
  const all = fitting(text, start, room - lead.length);
  const end = all < text.length ? fitting(text, start, room - lead.length - 1) : all;
  const shown = `${lead}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
  return {
    text: shown,
    marks: marks.map(({ start: from, end: to, facts }) => ({
      column: lead.length + cells(text.slice(start, from)),
      length: Math.max(1, cells(text.slice(from, Math.min(to, end)))),
      facts,
    })),
  };
}

/** One row for each mark: `^^^^ published`, the name below where it doesn't fit beside. */
function underlines({ marks }: Window, room: number, style: Style): string[] {
  return marks.flatMap(({ column, length, facts }) => {
    const name = facts.join(", ");
    const line = " ".repeat(column) + style.mark("^".repeat(length));
    if (column + length + 1 + name.length <= room) return [`${line} ${style.mark(name)}`];
    return [line, " ".repeat(Math.max(0, Math.min(column, room - name.length))) + style.mark(name)];
  });
}
