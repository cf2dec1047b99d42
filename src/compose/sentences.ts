import { ENDING_ABBREVIATIONS, NEVER_ENDING_ABBREVIATIONS, SENTENCE_OPENERS } from "./abbreviations.ts";

/** A sentence's place in its text: `text.slice(start, end)` is the sentence, without blanks around it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Stops with the closing marks after them. Written by hand because `Intl.Segmenter` splits at "Gov.", "J.B." and "U.S."
 * (ICU's suppressions can't be reached), and because its rules come with the Node version: the same article must give
 * the same summary on every machine.
 */
const STOP = /[.!?…؟۔।॥。！？｡]+["”’»)\]'』」）›]{0,3}/gu;
const WIDE_STOP = /[。！？｡]/u;
const CLOSED = /["”’»)\]'』」）›]$/u;
const GERMAN_MONTH = /^(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/u;

const GERMAN_ARTICLE = /(?:^|\s)(?:der|die|das|dem|den|des|am|im|zum|zur|vom|beim|seine[mrn]?|ihre[mrn]?)\s\d{1,2}$/iu;
/** One capital, or letters with stops between them. */
const INITIALS = /^(?:\p{Lu}|(?:\p{L}{1,2}\.)+\p{L}{1,2})$/u;
const LAST_WORD = /(?:^|[\s(["“‘'«])([^\s(["“‘'«]{1,24})$/u;

/**
 * Splits a text into sentences, in its first `limit` UTF-16 units. Quotations stay with the words that introduce them;
 * abbreviations, initials and ordinals (`30. August`) end nothing.
 */
export function sentences(text: string, limit = 4000): Span[] {
  const scope = text.length > limit ? text.slice(0, limit) : text;
  const spans: Span[] = [];
  let start = skipBlanks(scope, 0);
  for (const match of scope.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (end <= start || !endsSentence(scope, match.index, end)) continue;
    spans.push({ start, end });
    start = skipBlanks(scope, end);
  }
  const rest = scope.slice(start).trimEnd();
  if (rest !== "") spans.push({ start, end: start + rest.length });
  return spans;
}

function endsSentence(text: string, stop: number, end: number): boolean {
  const next = text.slice(end, end + 24);
  if (next.trim() === "" && end + 24 >= text.length) return true;
  const marks = text.slice(stop, end);
  // 「…。」と話した: a closed quotation runs on without a blank.
  if (WIDE_STOP.test(marks)) return !CLOSED.test(marks) || /^\s/u.test(next);
  if (!/^\s/u.test(next)) return false;
  const following = next.trimStart();
  if (/^\p{Ll}/u.test(following)) return false;
  return (
    !marks.startsWith(".") ||
    marks.startsWith("..") ||
    !isAbbreviated(text.slice(Math.max(0, stop - 26), stop), following)
  );
}

/** Whether the stop after `before` belongs to its last word. */
function isAbbreviated(before: string, following: string): boolean {
  const word = LAST_WORD.exec(before)?.[1] ?? "";
  if (word === "") return false;
  const key = word.toLowerCase();
  if (NEVER_ENDING_ABBREVIATIONS.has(key)) return true;
  if (/^\d{1,2}$/u.test(word)) return GERMAN_MONTH.test(following) || GERMAN_ARTICLE.test(before);
  // "J. B. Fox", "the U.S. Supreme Court", "EE. UU."
  if (!ENDING_ABBREVIATIONS.has(key) && !INITIALS.test(word)) return false;
  return !SENTENCE_OPENERS.has(following.split(/[\s,]/u, 1)[0] ?? "");
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at++;
  return at;
}
