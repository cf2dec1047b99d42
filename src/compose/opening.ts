import { lately } from "./remembered.ts";

/** Where datelines end: a report's own words begin within this many characters. */
const REACH = 120;

const CITY = String.raw`\p{Lu}[\p{L}\p{M}.'’]*(?:[ -](?:\p{Lu}[\p{L}\p{M}.'’]*|d[aeo]s?|del|la|le|las|los|am|an|auf|der|im|ob|van|aan|sur|sous|upon|on|of|al|el)){0,4}`;
const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}.'’]+(?:[ ,/-]+[\p{Lu}\p{M}][\p{Lu}\p{M}.'’]*){0,6}`;
/** Region, country or day after the city: `, Ont.`, `, Aug. 30`, `, October 7, 2024`, `, 3. mai`. */
const MORE = String.raw`(?:, ?[\p{L}\p{M}\d.'’ ]{1,24}){0,3}`;
const AGENCY = String.raw`[(/](?:\p{Lu}[^()/\n]|dpa|epd|kna|sda|apa|ots|afp)[^()/\n]{0,40}[)/]`;
const DASH = String.raw`(?:\.?[-‐‑‒–—―]+|--)`;

/**
 * A way to begin with a dateline: what it can't do without, and the expression. That has tables of Unicode, which take
 * milliseconds to compile, and so is made when it is asked for.
 */
interface Opening {
  readonly near: RegExp;
  readonly whole: () => RegExp;
}

function opening(near: RegExp, source: string): Opening {
  let made: RegExp | undefined;
  return {
    near,
    whole: () => {
      made ??= new RegExp(source, "u");
      return made;
    },
  };
}

const OPENINGS: readonly Opening[] = [
  // LONDON (AP) — …, Brackwater (CNN)About …, ELDERTON, October 7, 2024 /PRNewswire/ -- …, MADRID, 3 may (EFE).- …
  opening(/[(/]/, `^(?:${CITY}|${CAPITALS})${MORE} ?${AGENCY}(?:\\s*(?:${DASH}|:)\\s*|\\s*(?=[\\p{Lu}\\d“„"«‘¿¡]))`),
  // (AP) — …, (dpa) – …
  opening(/^\(/, `^\\([\\p{L}/ .]{2,20}\\)\\s*${DASH}\\s*`),
  // WASHINGTON — …, NEW DELHI: …, PARIS, Aug. 30 - …
  opening(/^[^a-z]{2}.*[-‐‑‒–—―:]/, `^${CAPITALS}${MORE} ?(?:${DASH}\\s|:\\s)\\s*`),
  // Kamenný Most – Průvodce …
  opening(/ (?:[–—]|--) /, `^${CITY}(?:, ?${CITY})? (?:[–—]|--) (?=[\\p{Lu}\\d“„"«‘])`),
  // München/London - …
  opening(/\/.* [-–—] /, `^${CITY}(?:/${CITY}){1,3} [-–—] (?=[\\p{Lu}\\d“„"«‘])`),
  // 【東京＝共同】…, （ソウル共同）…, (서울=연합뉴스) 홍길동 기자 = …
  opening(
    /^[【（(]/,
    String.raw`^(?:【[^】]{1,30}】|（[^）]{1,30}）|\([^()]{1,30}=[^()]{1,30}\)(?:\s*[\p{Script=Hangul}]{2,4}\s?(?:기자|특파원)\s?=)?)\s*`,
  ),
  // 新华社北京8月30日电（记者 …）…, 中央社記者…台北30日電
  opening(
    /^\P{ASCII}.*[电電]/u,
    String.raw`^[\p{Script=Han}]{2,8}[\p{Script=Han}\d ]{0,16}[电電](?:（[^）]{1,40}）|\([^)]{1,40}\))?[ ，：]*`,
  ),
];

/** Headline words that stand before a dash in capitals as a city does. */
const NO_CITY = /^(?:BREAKING|EXCLUSIVE|UPDATE|WATCH|LIVE|VIDEO|OPINION|ANALYSIS|REVIEW|CORRECTION)\b/u;

/** A second word in small letters that stands in no city's name: so nearly every sentence begins, and no dateline does. */
const NO_OPENING =
  /^[A-Za-z]+ (?!(?:d[aeo]s?|del|la|le|las|los|am|an|auf|der|im|ob|van|aan|sur|sous|upon|on|of|al|el)(?![a-z]))[a-z]/;

/** The offset at which a report's own words begin, after its dateline: 0 where there is none. Several ask it of one lead. */
export const openingEnd: (text: string) => number = lately(endOfOpening);

function endOfOpening(text: string): number {
  if (NO_OPENING.test(text)) return 0;
  const start = text.slice(0, REACH);
  if (NO_CITY.test(start)) return 0;
  for (const { near, whole } of OPENINGS) {
    const length = near.test(start) ? (whole().exec(start)?.[0].length ?? 0) : 0;
    if (length > 0 && length < text.length - 10) return length;
  }
  return 0;
}
