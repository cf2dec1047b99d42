import type { Position } from "../reporter.ts";

/** Where we are in a text that is read forwards. */
export class Lines {
  private line = 1;
  private column = 1;
  // The next line's end is remembered: a feed on one line would else be searched to its end at every token.
  private known = "";
  private next = -1;

  /** Moves over `text` from one offset to another, which is where the next stretch begins. */
  pass(text: string, from: number, to: number): void {
    if (text !== this.known) {
      this.known = text;
      this.next = text.indexOf("\n", from);
    }
    let start = from;
    while (this.next >= 0 && this.next < to) {
      this.line += 1;
      this.column = 1;
      start = this.next + 1;
      this.next = text.indexOf("\n", start);
    }
    this.column += to - start;
  }

  here(): Position {
    return { line: this.line, column: this.column };
  }
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
