import type { LedgerLine } from "../../ledger/ledger.ts";
import type { EntryHead } from "../../ledger/light-entry.ts";
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
  readonly statedAt: number;
  readonly facts: Span;
  readonly words: Span;
  /** The files beside it that had a say in it, as text (`besideText`). */
  readonly beside: string;
}

/** Differs wherever two versions of a story do. */
export function storyMark({ facts, words }: Pick<Row, "facts" | "words">): string {
  return sumsMark(facts[2], words[2]);
}

/** The same, of the checksums of facts and words. */
export function sumsMark(facts: number, words: number): string {
  return `${facts}.${words}`;
}

/** What the last build recorded of a file: an entry that the next one need not look at. */
export interface RowRecord {
  readonly head: EntryHead;
  /** Where its line stands in the ledger's file, in bytes. */
  readonly at: number;
  readonly length: number;
  readonly archives?: LedgerLine["archives"];
}

/** A row, and what was recorded of it if that need not be looked at again. */
export interface Remembered {
  readonly row: Row;
  readonly record?: RowRecord | undefined;
}
