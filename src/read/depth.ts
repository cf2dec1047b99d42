import { LIMITS } from "../publication/limits.ts";

/** Elements, quotes or lists stand deeper in one another than is allowed: an attack on parsers rather than a document. */
export class TooDeep extends Error {
  /** Where the first that is too deep begins in the text that was read. */
  readonly offset: number;
  /** Its line in the file, where that is known. */
  readonly line: number | undefined;

  constructor(offset: number, line?: number) {
    super("nested too deep");
    this.offset = offset;
    this.line = line;
  }
}

/** What may be taken where nobody says otherwise. */
export const USUAL_DEPTH: number = LIMITS.depth;

/** Deeper than this only the words are kept: no reader shows more. */
export const DEEPEST_KEPT = 50;
