import { type Finding, finding, type Place } from "../finding.ts";

/** A key of the front matter with its plain value and the words as they stand. */
export interface MatterField {
  readonly key: string;
  readonly value: unknown;
  readonly words: string;
  readonly place: Place;
}

export interface Matter {
  readonly fields: readonly MatterField[];
  readonly findings: readonly Finding[];
}

/** Front matter that can't be read. */
export function refused(place: Place, message: string): Matter {
  return { fields: [], findings: [finding("matter/syntax", place, { message })] };
}
