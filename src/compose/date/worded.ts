import type { Core } from "./core.ts";
import { isClock, isDayNumber, isPartOfNumber, isRangeEnd, isRangeStart, isYear } from "./day-numbers.ts";
import { monthReadings, type Reading } from "./months.ts";
import { type Token, touches } from "./tokens.ts";

const JOINTS = new Set(["de", "del", "of", "di", "d", "dels", "do", "the", "ngày", "den"]);
const DAY_SUFFIXES = new Set([
  "st",
  "nd",
  "rd",
  "th",
  "er",
  "ère",
  "re",
  "º",
  "ª",
  "°",
  "ste",
  "го",
  "е",
  "ого",
  "a",
  "η",
  "ης",
  "eme",
  "ème",
  "e",
  "일",
]);
const YEAR_WORDS = new Set([
  "года",
  "год",
  "г",
  "року",
  "рік",
  "р",
  "r",
  "roku",
  "m",
  "godine",
  "năm",
  "год.",
  "ж",
  "г.",
  "년",
]);

/** The day around a month's name at `index`, if there is one: `30 August 2024`, `August 30, 2024`, `2024. augusztus 30.` */
export function wordedCore(tokens: readonly Token[], index: number, language: string | undefined): Core | undefined {
  const name = tokens[index];
  if (name?.kind !== "word") return undefined;
  const reading = chosen(monthReadings(name.text), language);
  if (reading === undefined) return undefined;
  const before = dayBefore(tokens, index, reading);
  if (before?.year !== undefined) return before;
  const after = dayAfter(tokens, index, reading, language);
  if (after?.year !== undefined) return after;
  return isSpoken(name.text, reading, language) ? (before ?? after) : undefined;
}

/**
 * A short word without a year beside it names a month only in the text's language: "out" is October in Portuguese. */
function isSpoken(name: string, { languages }: Reading, language: string | undefined): boolean {
  if (/^(?:may|march|mar)$/.test(name) && (language ?? "en") === "en") return false;
  return name.length > 3 || language === undefined || languages.has(language) || languages.has("en");
}

/** A spelling may name different months: listopad is November in Czech and Polish, October in Croatian. */
function chosen(readings: readonly Reading[], language: string | undefined): Reading | undefined {
  const own = language === undefined ? undefined : readings.find(({ languages }) => languages.has(language));
  return own ?? readings[0];
}

function dayBefore(tokens: readonly Token[], index: number, { number, languages }: Reading): Core | undefined {
  const at = beforeJoints(tokens, index);
  const token = tokens[at];
  if (token?.kind !== "number" || !isDayNumber(token.text) || isPartOfNumber(tokens, at)) return undefined;
  const { year, end, shortYear } = yearAfter(tokens, afterDot(tokens, afterTwin(tokens, index, number)));
  return {
    first: at,
    end,
    month: number,
    day: Number(token.text),
    languages,
    ...(year === undefined ? {} : { year }),
    ...(shortYear ? { shortYear } : {}),
    ...(isRangeEnd(tokens, at) ? { range: true } : {}),
  };
}

/** The index before joints, suffixes and the stop of an ordinal: `30th of`, `1er`, `30. `, `30 de`. */
function beforeJoints(tokens: readonly Token[], index: number): number {
  let at = index - 1;
  for (let steps = 0; steps < 3; steps += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "number") return at;
    const word = token.text.toLowerCase();
    const attached = touches(tokens[at - 1], token);
    if (!(JOINTS.has(word) || (attached && (DAY_SUFFIXES.has(word) || ".-/".includes(word))) || word === "-"))
      return at;
    at -= 1;
  }
  return at;
}

function dayAfter(
  tokens: readonly Token[],
  index: number,
  { number, languages }: Reading,
  language: string | undefined,
): Core | undefined {
  const name = tokens[index];
  if (name === undefined || !mayLead(name.text, languages, language)) return undefined;
  let at = afterDot(tokens, index);
  if (tokens[at]?.text.toLowerCase() === "the" || tokens[at]?.text === "-") at += 1;
  const token = tokens[at];
  if (token?.kind !== "number" || !isDayNumber(token.text) || isClock(tokens, at)) return undefined;
  const led = yearBefore(tokens, index);
  const rest = afterSuffix(tokens, at, languages.has("hu") && led !== undefined);
  const range = isRangeStart(tokens, rest);
  const past = range ? rest + 2 : rest;
  // "26 May 2017 May 26, 2017": each date has its own year.
  const own = yearAfter(tokens, past);
  const isLed = led !== undefined && (own.year === undefined || range);
  const found = isLed ? { year: led.year, end: rest } : own;
  return {
    first: isLed ? led.at : index,
    end: found.end,
    month: number,
    day: Number(token.text),
    languages,
    ...(found.year === undefined ? {} : { year: found.year }),
    ...(range ? { range: true } : {}),
  };
}

/** The month comes first in English and Hungarian; elsewhere now and then, but then not as an abbreviation. */
function mayLead(name: string, languages: ReadonlySet<string>, language: string | undefined): boolean {
  const english = languages.has("en");
  if (english && language === "en") return true;
  if (english || languages.has("hu")) return /^\p{Lu}/u.test(name) || name.length > 4;
  return name.length >= 5;
}

/** `2024. augusztus 30.`, `2024 Aug 30` */
function yearBefore(tokens: readonly Token[], index: number): { year: number; at: number } | undefined {
  let at = index - 1;
  if ([".", ",", "-"].includes(tokens[at]?.text ?? "") || YEAR_WORDS.has(tokens[at]?.text ?? "")) at -= 1;
  const token = tokens[at];
  if (token?.kind !== "number" || !isYear(token.text) || isPartOfNumber(tokens, at)) return undefined;
  return { year: Number(token.text), at };
}

interface YearFound {
  readonly year?: number;
  readonly end: number;
  readonly shortYear?: boolean;
}

/** The year that follows at `from`, past a comma or joint; `end` is the index behind it, or `from`. */
function yearAfter(tokens: readonly Token[], from: number): YearFound {
  let at = from;
  for (let steps = 0; steps < 3 && isYearJoint(tokens[at]); steps += 1) at += 1;
  const token = tokens[at];
  if (token?.kind !== "number") return { end: from };
  if (isYear(token.text) && !isClock(tokens, at))
    return { year: civilYear(token.text), end: afterYearWord(tokens, at + 1) };
  const isShort = /^\d\d$/.test(token.text) && /^['’]$/u.test(tokens[at - 1]?.text ?? "");
  return isShort ? { year: 2000 + Number(token.text), end: at + 1, shortYear: true } : { end: from };
}

function isYearJoint(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^[,.\-/'’،]$/u.test(token.text) || JOINTS.has(token.text.toLowerCase()) || token.text === "năm")
  );
}

function afterYearWord(tokens: readonly Token[], index: number): number {
  const word = tokens[index];
  if (word === undefined || !YEAR_WORDS.has(word.text.toLowerCase())) return index;
  const next = tokens[index + 1];
  return next?.text === "." && touches(word, next) ? index + 2 : index + 1;
}

/** Thai newspapers count from the Buddha's death. */
function civilYear(text: string): number {
  const year = Number(text);
  return year > 2400 ? year - 543 : year;
}

function afterDot(tokens: readonly Token[], index: number): number {
  const next = tokens[index + 1];
  return next?.text === "." && touches(tokens[index], next) ? index + 2 : index + 1;
}

/** Past "th", and past the stop where the language has ordinals with one; elsewhere the sentence ends there. */
function afterSuffix(tokens: readonly Token[], index: number, ordinal: boolean): number {
  const next = tokens[index + 1];
  if (next === undefined || !touches(tokens[index], next)) return index + 1;
  return DAY_SUFFIXES.has(next.text.toLowerCase()) || (next.text === "." && ordinal) ? index + 2 : index + 1;
}

/** `آب/أغسطس`: Arabic papers print the month's Levantine and its western name. */
function afterTwin(tokens: readonly Token[], index: number, month: number): number {
  const twin = tokens[index + 2];
  const slash = tokens[index + 1]?.text;
  if (slash !== "/" || twin === undefined) return index;
  return monthReadings(twin.text).some(({ number }) => number === month) ? index + 2 : index;
}
