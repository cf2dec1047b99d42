import { clusters } from "../words/cells.ts";

/** How many cells of a terminal a text fills. */
export function cells(text: string): number {
  return clusters(text).reduce((sum, cluster) => sum + cluster.cells, 0);
}

/** The end, in UTF-16 units, of the longest piece from `start` that fits into so many cells; never inside a character. */
export function fitting(text: string, start: number, room: number): number {
  let left = room;
  let end = start;
  // No character that a person sees is longer than this on average: an article may be one long line.
  for (const { text: character, cells: width } of clusters(text.slice(start, start + room * 8))) {
    left -= width;
    if (left < 0) break;
    end += character.length;
  }
  return end;
}

/** A text in rows of at most `room` cells, broken at blanks where there are any. */
export function wrapped(text: string, room: number): string[] {
  const rows: string[] = [];
  let rest = text;
  for (let end = fitting(rest, 0, room); end < rest.length && end > 0; end = fitting(rest, 0, room)) {
    const blank = rest.lastIndexOf(" ", end);
    const cut = blank > room / 3 ? blank : end;
    rows.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...rows, rest];
}
