import type { OutFile } from "./edition.ts";

/** A file whose text is made when it is asked for: a preview of many pages shows but a few of them. */
export function madeWhenAsked(path: string, make: () => string, mark?: () => string): OutFile {
  return new MadeWhenAsked(path, make, mark);
}

/** A class, since a preview of ten thousand pages makes as many of them at every save. */
class MadeWhenAsked implements OutFile {
  readonly path: string;
  readonly mark?: () => string;
  private readonly make: () => string;

  constructor(path: string, make: () => string, mark: (() => string) | undefined) {
    this.path = path;
    this.make = make;
    if (mark !== undefined) this.mark = mark;
  }

  get content(): string {
    return this.make();
  }
}

/** The same for a long text, which is made, checked and written in pieces. */
export function madeInPieces(path: string, pieces: () => readonly string[], mark?: () => string): OutFile {
  return new MadeInPieces(path, pieces, mark);
}

class MadeInPieces extends MadeWhenAsked {
  readonly pieces: () => readonly string[];

  constructor(path: string, pieces: () => readonly string[], mark: (() => string) | undefined) {
    super(path, () => pieces().join(""), mark);
    this.pieces = pieces;
  }
}

/** What several files are made of, made once for those that are asked for one behind the other. */
export function madeOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
