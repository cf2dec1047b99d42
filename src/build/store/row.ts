import type { LedgerLine } from "../../ledger/ledger.ts";
import type { Version } from "../version.ts";
import type { Span } from "./words-file.ts";

/** What is remembered of one file's story. */
export interface Row {
  readonly file: string;
  /** Which of its versions it was read from. */
  readonly version: Version;
  /** Of `TRAITS`. */
  readonly traits: number;
  /** The moment that it states, in milliseconds; NaN where it states none. */
  readonly publishedAt: number;
  readonly facts: Span;
  readonly words: Span;
}

/** What the last build recorded of a file: an entry that the next one need not look at. */
export interface RowRecord {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly updatedAt: number;
  /** What decides in which editions it stands, as text. */
  readonly about: string;
  /** Where its line stands in the ledger's file, in bytes, and the checksum of what it says but for `archives`. */
  readonly at: number;
  readonly length: number;
  readonly sum: number;
  readonly archives?: LedgerLine["archives"];
}

/** A row, and what was recorded of it if that need not be looked at again. */
export interface Remembered extends Row {
  readonly record?: RowRecord | undefined;
}
