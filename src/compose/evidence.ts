import type { Place } from "../finding.ts";

/** The facts that an article gives. */
export type FactName =
  | "title"
  | "summary"
  | "authors"
  | "contributors"
  | "outlet"
  | "section"
  | "bio"
  | "credit"
  | "language"
  | "published"
  | "updated"
  | "tags"
  | "expires"
  | "license"
  | "copyright";

/** Where a fact was found, the writer's own statements first. */
export type Source =
  | "front-matter"
  | "meta"
  | "label"
  | "heading"
  | "byline"
  | "sign-off"
  | "bio"
  | "dateline"
  | "text"
  | "lead"
  | "file-name"
  | "folder"
  | "ledger"
  | "publication"
  | "commit"
  | "first-seen";

/** `certain`: stated as such. `strong`: its form leaves no real doubt. `weak`: the best reading there is. */
export type Confidence = "certain" | "strong" | "weak";

/** Why a fact is what it is: a person can check it at a glance. */
export interface Evidence {
  readonly field: FactName;
  /** The fact, as text. */
  readonly value: string;
  readonly from: Source;
  /** The words that gave it, as written; empty where there are none (`first-seen`). */
  readonly words: string;
  readonly line?: number;
  readonly column?: number;
  readonly sure: Confidence;
  /** What else was weighed, in a few words: `year by weekday Friday and "In December 2023"`. */
  readonly because?: string;
}

/** A line of an article: index of its block, index of the line in the block. */
export interface LineRef {
  readonly block: number;
  readonly line: number;
}

/** Evidence at a place. */
export function evidence(
  field: FactName,
  value: string,
  from: Source,
  words: string,
  place: Pick<Place, "line" | "column">,
  sure: Confidence,
  because?: string,
): Evidence {
  const { line, column } = place;
  // Each article has some: spreading what is there takes three times as long.
  const told: Writable =
    line === undefined || column === undefined
      ? {
          field,
          value,
          from,
          words,
          ...(line === undefined ? {} : { line }),
          ...(column === undefined ? {} : { column }),
          sure,
        }
      : { field, value, from, words, line, column, sure };
  if (because !== undefined) told.because = because;
  return told;
}

type Writable = { -readonly [Key in keyof Evidence]: Evidence[Key] };
