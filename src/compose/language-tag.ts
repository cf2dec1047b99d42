/** ISO 639 codes that were replaced; Java and old servers still write them (RFC 5646, section 2.2.1). */
const REPLACED: Readonly<Record<string, string>> = { iw: "he", in: "id", ji: "yi", jw: "jv", mo: "ro", sh: "sr-Latn" };

/** Tags that say only that no language is named. */
const UNNAMED: ReadonlySet<string> = new Set(["und", "mul", "mis", "zxx"]);

const TAG = /^([a-z]{2,3})((?:-[a-z0-9]{2,8})*)$/i;

/**
 * A BCP 47 tag in its usual form (`en_us` → `en-US`), or undefined where the words are none. Written by hand because
 * `Intl.getCanonicalLocales` changes its aliases with the Node version, and the same article must build the same bytes.
 */
export function languageTag(words: string): string | undefined {
  const [, primary = "", rest = ""] = TAG.exec(words.trim().replaceAll("_", "-")) ?? [];
  const language = primary.toLowerCase();
  if (language === "" || UNNAMED.has(language)) return undefined;
  const parts = rest.split("-").slice(1).map(subtag);
  return [REPLACED[language] ?? language, ...parts].join("-");
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
