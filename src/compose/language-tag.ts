import { isLanguageCode } from "../publication/language-codes.ts";

/** ISO 639 codes that were replaced; Java and old servers still write them (RFC 5646, section 2.2.1). */
const REPLACED: Readonly<Record<string, string>> = { iw: "he", in: "id", ji: "yi", jw: "jv", mo: "ro", sh: "sr-Latn" };

/** Tags that say only that no language is named. */
const UNNAMED: ReadonlySet<string> = new Set(["und", "mul", "mis", "zxx"]);

/** Language, extended language, script, region, variants (RFC 5646, section 2.1). */
const TAG =
  /^([a-z]{2,3})(?:-([a-z]{3}))?((?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)$/i;
/** Calendars, keyboards and private agreements: they name no language. */
const EXTENSIONS = /-[a-z\d]-.*$/i;

/**
 * A BCP 47 tag in its usual form (`en_us` → `en-US`, `zh-cmn` → `cmn`), or undefined where the words are none. Written by
 * hand because `Intl.getCanonicalLocales` changes its aliases with the Node version, and the same article must build the
 * same bytes. What is no code of a language names none: no feed may carry it, and no browser knows it.
 */
export function languageTag(words: string): string | undefined {
  const plain = words.trim().replaceAll("_", "-").replace(EXTENSIONS, "");
  const [, primary = "", extended, rest = ""] = TAG.exec(plain) ?? [];
  const language = (extended ?? primary).toLowerCase();
  if (UNNAMED.has(language) || !(Object.hasOwn(REPLACED, language) || isLanguageCode(language))) return undefined;
  const parts = rest.split("-").slice(1).map(subtag);
  if (new Set(parts).size < parts.length) return undefined;
  return [REPLACED[language] ?? language, ...parts].join("-");
}

/** Whether somebody says that no language can be named. */
export function namesNone(words: string): boolean {
  return UNNAMED.has(words.trim().toLowerCase());
}

/** Scripts are written `Hant`, regions `TW`, all else in lower case. */
function subtag(part: string): string {
  if (/^[a-z]{4}$/i.test(part)) return `${part.charAt(0).toUpperCase()}${part.slice(1).toLowerCase()}`;
  return part.length === 2 ? part.toUpperCase() : part.toLowerCase();
}

/** The language without script and region: `zh` of `zh-Hant-TW`. */
export function primaryLanguage(tag: string): string {
  return tag.split("-", 1)[0] ?? tag;
}
