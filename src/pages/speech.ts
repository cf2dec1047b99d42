import { wordingIn } from "./wording/choose.ts";
import type { Wording } from "./wording/wording.ts";

/** What language a page is in, and in which it says its own words. */
export interface Speech {
  /** BCP 47. */
  readonly language: string;
  readonly wording: Wording;
}

/**
 * A page that is mostly about something in this language. Where its own words are not known in it, the page is in that
 * of its words, and what is in another says so.
 */
export function speechFor(language: string): Speech {
  const wording = wordingIn(language);
  const same = primary(wording.language) === primary(language);
  return { language: same ? language : wording.language, wording };
}

function primary(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}
