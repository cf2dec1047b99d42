import { ARABIC } from "./ar.ts";
import { GERMAN } from "./de.ts";
import { ENGLISH } from "./en.ts";
import { SPANISH } from "./es.ts";
import { FRENCH } from "./fr.ts";
import { HEBREW } from "./he.ts";
import { ITALIAN } from "./it.ts";
import { JAPANESE } from "./ja.ts";
import { KOREAN } from "./ko.ts";
import { DUTCH } from "./nl.ts";
import { PORTUGUESE } from "./pt.ts";
import { RUSSIAN } from "./ru.ts";
import type { Wording } from "./wording.ts";
import { CHINESE } from "./zh.ts";
import { TRADITIONAL_CHINESE } from "./zh-hant.ts";

/** A new language is a file beside this one and a word here. */
const KNOWN: readonly Wording[] = [
  ARABIC,
  GERMAN,
  ENGLISH,
  SPANISH,
  FRENCH,
  HEBREW,
  ITALIAN,
  JAPANESE,
  KOREAN,
  DUTCH,
  PORTUGUESE,
  RUSSIAN,
  CHINESE,
  TRADITIONAL_CHINESE,
];

const BY_TAG: ReadonlyMap<string, Wording> = new Map(KNOWN.map((wording) => [wording.language.toLowerCase(), wording]));

/** Where Chinese is written in traditional characters though its tag names no script. */
const TRADITIONAL = /^zh-(?:tw|hk|mo)\b/;

/** The words of pages in a language (BCP 47): its own, else those of the language without its region, else English. */
export function wordingIn(language: string): Wording {
  const parts = language.toLowerCase().replace(TRADITIONAL, "zh-hant").split("-");
  for (let length = parts.length; length > 0; length -= 1) {
    const wording = BY_TAG.get(parts.slice(0, length).join("-"));
    if (wording !== undefined) return wording;
  }
  return ENGLISH;
}
