import { isLanguageCode } from "./language-codes.ts";
import { nearest } from "./nearest.ts";

/** A value that holds, or what should stand there, and what was most likely meant, as it would be typed. */
export type Checked = { readonly value: string } | Wrong;

export interface Wrong {
  readonly expected: string;
  readonly nearest?: string;
}

function wrong(expected: string, meant?: string): Wrong {
  return meant === undefined ? { expected } : { expected, nearest: meant };
}

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,62}(?<=[a-z0-9]))?\.)*[a-z0-9](?:[a-z0-9-]{0,62}(?<=[a-z0-9]))?$/;

/** The front page's address: absolute, ending in a slash. */
export function frontPage(text: string): Checked {
  const url = webUrl(text.trim());
  if (url === undefined) {
    const bare = text.trim().replace(/^[a-z]+:\/*/i, "");
    const meant = bare.includes(".") ? webUrl(`https://${bare}`) : undefined;
    return wrong("the front page's whole address, such as https://gazette.example/", meant?.href);
  }
  if (url.username !== "" || url.password !== "") return wrong("an address without a user name or password");
  if (url.search !== "" || url.hash !== "") return wrong("an address without ? and #", `${url.origin}${url.pathname}`);
  return { value: url.pathname.endsWith("/") ? url.href : `${url.href}/` };
}

function webUrl(text: string): URL | undefined {
  // "https:gazette.example" parses, and is always a slip.
  if (/\s/.test(text) || !/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text);
}

/** An absolute address, or one below the front page's where that is known. */
export function address(text: string, base: string | undefined): Checked {
  const given = text.trim();
  const absolute = webUrl(given);
  if (absolute !== undefined) return { value: absolute.href };
  if (/\s/.test(given) || /^[a-z][a-z0-9+.-]*:/i.test(given) || !URL.canParse(given, base ?? "https://a.example/"))
    return wrong("an https or http address");
  if (base === undefined) return wrong("a whole address, as long as publication.yaml states no url");
  return { value: new URL(given, base).href };
}

/** A language tag (BCP 47), in its usual spelling: `en-us` gives `en-US`. */
export function languageTag(text: string): Checked {
  const tag = canonicalTag(text.trim());
  if (tag !== undefined && isLanguageCode(tag.split("-", 1)[0] ?? "")) return { value: tag };
  const expected = "a language tag such as en, pt-BR or zh-Hant";
  const mended = canonicalTag(text.trim().replaceAll("_", "-"), 3);
  const isKnown = mended !== undefined && isLanguageCode(mended.split("-", 1)[0] ?? "");
  return wrong(expected, isKnown ? mended : (SPOKEN_IN.get(text.trim().toLowerCase()) ?? tagOfName(text.trim())));
}

/** Countries' codes that are no languages', and what is mostly meant. */
const SPOKEN_IN: ReadonlyMap<string, string> = new Map([
  ["cn", "zh"],
  ["cz", "cs"],
  ["dk", "da"],
  ["gb", "en-GB"],
  ["jp", "ja"],
  ["us", "en-US"],
]);

function canonicalTag(text: string, longestLanguage = 8): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    return tag !== undefined && (tag.split("-")[0] ?? "").length <= longestLanguage ? tag : undefined;
  } catch {
    return undefined;
  }
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** The two-letter tag of a language by its English name. */
function tagOfName(name: string): string | undefined {
  const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  for (const first of LETTERS)
    for (const second of LETTERS)
      if (names.of(first + second)?.toLowerCase() === name.toLowerCase()) return first + second;
  return undefined;
}

/** A zone of the IANA list. Offsets are none: they know no summer time. */
export function timeZone(text: string): Checked {
  const zone = text.trim();
  if (/^[a-z]/i.test(zone) && isZone(zone)) return { value: zone };
  const expected = "a time zone of the IANA list, such as Europe/Berlin, America/New_York or UTC";
  const typed = zone.replaceAll(" ", "_");
  const zones = Intl.supportedValuesOf("timeZone");
  // The list has old names only (Europe/Kiev); the newer ones (Europe/Kyiv) are known, but have to be tried.
  const regions = new Set(zones.map((name) => name.slice(0, name.indexOf("/"))));
  const region = [...regions].find((name) => isZone(`${name}/${typed}`));
  return wrong(expected, region === undefined ? nearest(typed, zones) : `${region}/${typed}`);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

const PARTS = ["year", "month", "day", "slug", "section"];

/** A pattern of an article's address that tells articles apart. */
export function permalink(text: string): Checked {
  const pattern = text.trim();
  const unknown = [...pattern.matchAll(/\{([^{}]*)\}/g)]
    .map(([, name = ""]) => name)
    .find((name) => !PARTS.includes(name));
  if (unknown !== undefined) {
    const meant = nearest(unknown, PARTS);
    const expected = `a pattern of ${PARTS.map((name) => `{${name}}`).join(" ")} ({${unknown}} is none of them)`;
    return wrong(expected, meant && pattern.replaceAll(`{${unknown}}`, `{${meant}}`));
  }
  const filled = pattern.replace(/\{[a-z]+\}/g, "x");
  if (/[{}\s\\#]|:\/\//.test(filled) || filled.startsWith("//") || /(?:^|\/)\.\.?(?:\/|$)/.test(filled))
    return wrong("a path below url, such as /{year}/{month}/{slug}/");
  if (!pattern.includes("{slug}"))
    return wrong(
      "a pattern with {slug}, since no two articles may share an address",
      `${pattern.replace(/\/?$/, "/")}{slug}/`,
    );
  return { value: pattern.startsWith("/") ? pattern : `/${pattern}` };
}

/** The authority of tag URIs (RFC 4151, section 2.1): a domain in lower case. */
export function tagDomain(text: string): Checked {
  const domain = text.trim();
  if (DOMAIN.test(domain)) return { value: domain };
  const host = URL.canParse(domain) ? new URL(domain).hostname : domain.toLowerCase();
  return wrong("a domain in lower case, such as gazette.example", DOMAIN.test(host) ? host : undefined);
}
