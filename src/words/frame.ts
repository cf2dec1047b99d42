import type { Place } from "../finding.ts";
import { type Cluster, clusters, harmless } from "./cells.ts";

/** Fits the narrowest terminal that people use. */
const WIDTH = 80;
const TAB = "    ";
/** How much of an over-long line is looked at on either side of the place, in UTF-16 units. */
const AROUND = 400;

/** A line of a file as it stands there, and below it carets under the words that are meant. */
export interface Frame {
  readonly source: string;
  /** Absent where the place names no column. */
  readonly carets?: string;
}

/**
 * Draws a place as compilers do. Columns are UTF-16 units, as editors count; what is drawn is cells of a terminal: tabs
 * become blanks, wide characters take two carets, combining marks none. Of a long line only the part around the place
 * is shown, with `…` where it goes on.
 */
export function frame(line: string, { line: number, column, length = 1 }: Place, width: number = WIDTH): Frame {
  const gutter = `${number ?? "?"} | `;
  const room = Math.max(20, width - gutter.length);
  const from = Math.min((column ?? 1) - 1, line.length);
  const to = Math.max(from + 1, from + length);
  const shown = shownPart(piece(line, from), from, room);
  const source = `${gutter}${shown.map(({ text }) => text).join("")}`.trimEnd();
  if (column === undefined) return { source };
  const cellsOf = (wanted: (cluster: Cluster) => boolean): number =>
    shown.filter(wanted).reduce((sum, { cells }) => sum + cells, 0);
  const before = cellsOf(({ start }) => start < from);
  const marked = cellsOf(({ start }) => start >= from && start < to);
  return { source, carets: `${" ".repeat(gutter.length + before)}${"^".repeat(Math.max(1, marked))}` };
}

/** The characters around a place, with tabs as blanks; an over-long line (an article may be one) is not walked whole. */
function piece(line: string, from: number): Cluster[] {
  const start = from <= AROUND ? 0 : wholeCharacter(line, from - AROUND);
  const around = clusters(line.slice(start, wholeCharacter(line, from + AROUND)));
  const shown = around.map(({ text, cells, start: at }): Cluster => {
    if (text === "\t") return { text: TAB, cells: TAB.length, start: start + at };
    return { text: harmless(text), cells, start: start + at };
  });
  const more: Cluster = { text: "…", cells: 1, start: -1 };
  return [
    ...(start > 0 ? [more] : []),
    ...shown,
    ...(from + AROUND < line.length ? [{ ...more, start: line.length }] : []),
  ];
}

function wholeCharacter(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** As many characters as there is room for: from the line's beginning if the place is then in sight, else around it. */
function shownPart(all: readonly Cluster[], from: number, room: number): Cluster[] {
  const total = all.reduce((sum, { cells }) => sum + cells, 0);
  if (total <= room) return [...all];
  const lead = Math.floor(room / 3);
  let first = all.findIndex(({ start }) => start >= from);
  if (first === -1) first = all.length;
  let before = all.slice(0, first).reduce((sum, { cells }) => sum + cells, 0);
  let begin = 0;
  if (before > room - lead) {
    while (before > lead - 1) {
      before -= all[begin]?.cells ?? 0;
      begin += 1;
    }
  }
  return fitted(all, begin, room);
}

function fitted(all: readonly Cluster[], begin: number, room: number): Cluster[] {
  const shown: Cluster[] = begin > 0 ? [{ text: "…", cells: 1, start: -1 }] : [];
  let left = room - shown.length;
  for (const [index, cluster] of all.entries()) {
    if (index < begin) continue;
    const last = index === all.length - 1;
    if (cluster.cells > left - (last ? 0 : 1)) {
      shown.push({ text: "…", cells: 1, start: Number.MAX_SAFE_INTEGER });
      break;
    }
    shown.push(cluster);
    left -= cluster.cells;
  }
  return shown;
}
