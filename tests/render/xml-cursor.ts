/** A place in a text, and the steps that a parser takes from it. */
export interface Cursor {
  readonly done: () => boolean;
  readonly offset: () => number;
  /** The line it stands on, from 1. */
  readonly line: () => number;
  /** Whether the text goes on like this. */
  readonly sees: (text: string) => boolean;
  /** The same, and steps over it. */
  readonly take: (text: string) => boolean;
  /** Steps over what a sticky expression finds here, if anything. */
  readonly match: (expression: RegExp) => string;
  /** Steps over everything up to and with a mark, which must come. */
  readonly until: (mark: string, what: string) => string;
  /** Steps over everything before a mark, or all the rest. */
  readonly upTo: (mark: string) => string;
  readonly fail: (what: string) => never;
}

export function cursor(raw: string): Cursor {
  const source = raw.replace(/\r\n?/g, "\n");
  let at = 0;
  let line = 1;
  const step = (length: number): string => {
    const passed = source.slice(at, at + length);
    line += passed.split("\n").length - 1;
    at += length;
    return passed;
  };
  const fail = (what: string): never => {
    throw new Error(`not well-formed, line ${line}: ${what}: ${JSON.stringify(source.slice(at, at + 60))}`);
  };
  const sees = (text: string): boolean => source.startsWith(text, at);
  return {
    done: () => at >= source.length,
    offset: () => at,
    line: () => line,
    sees,
    take: (text) => sees(text) && step(text.length) === text,
    match: (expression) => {
      expression.lastIndex = at;
      return step(expression.exec(source)?.[0].length ?? 0);
    },
    until: (mark, what) => {
      const end = source.indexOf(mark, at);
      if (end === -1) return fail(`${what} without end`);
      const body = step(end - at);
      step(mark.length);
      return body;
    },
    upTo: (mark) => {
      const end = source.indexOf(mark, at);
      return step((end === -1 ? source.length : end) - at);
    },
    fail,
  };
}
