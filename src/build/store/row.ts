import type { Kept, Standing } from "../../ledger/settled-line.ts";
import type { Version } from "../version.ts";
import { TRAITS } from "./parted.ts";
import type { Span } from "./words-file.ts";

/** What is remembered of one file's story. */
export interface Row {
  readonly file: string;
  /** Which of its versions it was read from. */
  readonly version: Version;
  /** Of `TRAITS`. */
  readonly traits: number;
  /** The moment that it states, in milliseconds; NaN where it states none. */
  readonly statedAt: number;
  readonly facts: Span;
  readonly words: Span;
  /** The files beside it that had a say in it, as text (`besideText`). */
  readonly beside: string;
}

/** Whether nothing is known of a story but its day. */
export function isGlance({ traits }: Row): boolean {
  return (traits & TRAITS.glanced) !== 0;
}

/** A row, and what was recorded of it if that need not be looked at again. */
export interface Remembered extends Kept {
  readonly row: Row;
}

/** A row, and what was recorded of it. */
export interface RecordedRow extends Remembered {
  readonly record: Standing;
}

/** A row and its record in one object: there are as many as there are new articles. */
export class PlacedRow implements RecordedRow, Standing {
  readonly row: Row;
  readonly head: Standing["head"];
  readonly at: number;
  readonly length: number;
  readonly archives: Standing["archives"];

  constructor(row: Row, { head, at, length, archives }: Standing) {
    this.row = row;
    this.head = head;
    this.at = at;
    this.length = length;
    this.archives = archives;
  }

  get record(): Standing {
    return this;
  }
}

/** Whether the next build need not look at what was recorded of a row. */
export function isRecorded(one: Remembered): one is RecordedRow {
  return one.record !== undefined;
}
