import { folded } from "../read/inline.ts";

export { folded } from "../read/inline.ts";

const SINGLE_QUOTES = /[‘’‚‛′`´]/gu;
const DOUBLE_QUOTES = /[“”„‟″«»]/gu;
const DASHES = /[‐‑‒–—―]/gu;

/** By how much typesetting may change a headline's length: entities and combining marks. */
const LENGTH_CHANGES = 16;

/** Longer texts are no headlines; an article may be one long line. */
const LONGEST = 1_000;

/**
 * Whether two texts (their white space folded) say the same words: publishers' systems change quotes, dashes, case and
 * the final stop between `<title>` and `<h1>`.
 */
export function sameWords(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) > LONGEST) return a === b;
  return Math.abs(a.length - b.length) <= LENGTH_CHANGES && bare(a) === bare(b);
}

/** Words without what typesetting changes. */
export function bare(text: string): string {
  return folded(text.normalize("NFC"))
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, "-")
    .replace(/[.。…]$/u, "")
    .toLowerCase();
}

/** Scripts that write words without blanks between them: Han, kana, Thai, Lao, Khmer, Burmese. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Where the units of those scripts are: a quick look that most texts end with. */
const MAYBE_DENSE = /[\u1100-\u11ff\u2e80-\uffff]/;

/** Whether a text's words run together without blanks. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text.slice(0, 40));
}

/** Length as an eye measures it: a Han, kana or Hangul character says as much as two and a half letters. */
export function visualLength(text: string): number {
  if (text.length > LONGEST) return text.length;
  const dense = MAYBE_DENSE.test(text) ? (text.match(DENSE)?.length ?? 0) : 0;
  return Math.round(text.length + dense * 1.5);
}

/** The number of words between blanks. */
export function wordCount(text: string): number {
  return text === "" ? 0 : text.split(" ").length;
}
