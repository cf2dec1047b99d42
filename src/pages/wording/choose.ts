import { ENGLISH } from "./en.ts";
import type { Wording } from "./wording.ts";

/** A new language is a file beside this one and a word here. */
const KNOWN: readonly Wording[] = [ENGLISH];

const BY_TAG: ReadonlyMap<string, Wording> = new Map(KNOWN.map((wording) => [wording.language.toLowerCase(), wording]));

/** The words of pages in a language (BCP 47): its own, else those of the language without its region, else English. */
export function wordingIn(language: string): Wording {
  const parts = language.toLowerCase().split("-");
  for (let length = parts.length; length > 0; length -= 1) {
    const wording = BY_TAG.get(parts.slice(0, length).join("-"));
    if (wording !== undefined) return wording;
  }
  return ENGLISH;
}
