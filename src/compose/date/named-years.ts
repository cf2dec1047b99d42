import { fold } from "./months.ts";
import type { Passage } from "./passages.ts";
import { tenseAround } from "./tense.ts";

const YEAR = /(?<![\p{L}\p{N}£€$#/]|\p{N}[.,:–-])(?:19|20)\d\d(?![\p{L}\p{N}%£€$]|[.,:]\p{N})/gu;

/**
 * The years that a report names anywhere, in quotations and beside other nouns too ("the 2022 season"), and does not
 * speak of as ahead. They prove nothing; but a report that names one may be of that year.
 */
export function namedYears(passages: readonly Passage[]): readonly number[] {
  return passages.flatMap(({ text }) =>
    [...text.matchAll(YEAR)].flatMap(({ 0: year, index }) => {
      const tense = tenseAround(fold(text.slice(0, index)), fold(text.slice(index + year.length)));
      return tense === "ahead" ? [] : [Number(year)];
    }),
  );
}
