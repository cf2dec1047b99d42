import type { Position } from "../reporter.ts";

/** Where we are in a text that is read forwards. */
export interface Lines {
  /** Moves over `text` from one offset to another, which is where the next stretch begins. */
  pass(text: string, from: number, to: number): void;
  here(): Position;
}

export function linesFrom(): Lines {
  let line = 1;
  let column = 1;
  // The next line's end is remembered: a feed on one line would else be searched to its end at every token.
  let known = "";
  let next = -1;
  return {
    pass: (text, from, to) => {
      if (text !== known) {
        known = text;
        next = text.indexOf("\n", from);
      }
      let start = from;
      while (next >= 0 && next < to) {
        line += 1;
        column = 1;
        start = next + 1;
        next = text.indexOf("\n", start);
      }
      column += to - start;
    },
    here: () => ({ line, column }),
  };
}

/** The position in a document of what stands at `within` in a text that begins at `start`. */
export function positionFrom(start: Position, within: Position): Position {
  return within.line === 1
    ? { line: start.line, column: start.column + within.column - 1 }
    : { line: start.line + within.line - 1, column: within.column };
}

/** The position of an offset in a text that begins at another position. */
export function positionIn(text: string, offset: number, start: Position): Position {
  const before = text.slice(0, offset);
  const last = before.lastIndexOf("\n");
  if (last < 0) return { line: start.line, column: start.column + offset };
  return { line: start.line + before.split("\n").length - 1, column: offset - last };
}
