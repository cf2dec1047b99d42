import type { Evidence } from "../compose/evidence.ts";

/** Words of one source line that gave a fact. Offsets count UTF-16 units from 0. */
export interface Mark {
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The names of the facts that these words gave. */
  readonly facts: readonly string[];
}

/** Hard-wrapped words run over a few lines; further away stand other words that look the same. */
const LINES = 12;
const GAP = 400;

/** Where the words of each fact stand in the source, in reading order; equal places are marked once. */
export function marksOf(source: readonly string[], evidence: readonly Evidence[]): Mark[] {
  const byPlace = new Map<string, Mark>();
  for (const one of evidence) {
    for (const mark of places(source, one)) {
      const key = `${mark.line}:${mark.start}:${mark.end}`;
      const facts = new Set([...(byPlace.get(key)?.facts ?? []), ...mark.facts]);
      byPlace.set(key, { ...mark, facts: [...facts] });
    }
  }
  return [...byPlace.values()].sort((a, b) => a.line - b.line || a.start - b.start || b.end - a.end);
}

/** Follows the words one by one, as markup and line ends may stand between them. */
function places(source: readonly string[], { field, words, line, column = 1 }: Evidence): Mark[] {
  if (line === undefined || words === "") return [];
  const marks = new Map<number, Mark>();
  let at = { line, offset: column - 1 };
  for (const word of words.split(/\s+/u).slice(0, 80)) {
    const found = word === "" ? undefined : follow(source, word, at, line + LINES);
    if (found === undefined) continue;
    const before = marks.get(found.line);
    const end = found.offset + word.length;
    marks.set(found.line, { line: found.line, start: before?.start ?? found.offset, end, facts: [field] });
    at = { line: found.line, offset: end };
  }
  return [...marks.values()];
}

interface Position {
  readonly line: number;
  readonly offset: number;
}

function follow(source: readonly string[], word: string, from: Position, last: number): Position | undefined {
  for (let line = from.line; line <= Math.min(last, source.length); line++) {
    const start = line === from.line ? from.offset : 0;
    const offset = (source[line - 1] ?? "").slice(0, start + GAP + word.length).indexOf(word, start);
    if (offset !== -1) return { line, offset };
    if (line > from.line + 1) break;
  }
  return undefined;
}
