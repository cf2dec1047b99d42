/** A word, a number or any other mark of a text. */
export interface Token {
  readonly kind: "word" | "number" | "mark";
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Numbers, a year apart from the time that is glued to it (CNBC's "Apr 28 20232:23 PM"); the counters of East Asian dates behind them (no blank parts those from the next word); names of days and months
 * that are two words (Vietnamese, Levantine Arabic); words with inner apostrophes (п’ятниця); other marks.
 */
const TOKEN =
  /(?:19|20)\d\d(?=\d{1,2}:\d\d)|\d+|(?<=\d ?)[年月日号號년월일]|(?:كانون|تشرين) (?:الأول|الثاني)|(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|tháng (?:giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?))(?![\p{L}\p{M}])|[\p{L}\p{M}]+(?:['’ʼ`´][\p{L}\p{M}]+)*(?:-feira)?|[^\s]/giu;

/** The tokens of a text with plain digits and blanks. */
export function tokens(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), (match): Token => {
    const [word] = match;
    return { kind: kindOf(word), text: word, from: match.index, to: match.index + word.length };
  });
}

const [ZERO, NINE, SMALL_A, SMALL_Z, CASE] = [0x30, 0x39, 0x61, 0x7a, 0x20];

/** Asked of every word of a line with a date in it: an expression only where the first unit doesn't tell. */
function kindOf(text: string): Token["kind"] {
  const first = text.charCodeAt(0);
  if (first >= ZERO && first <= NINE) return "number";
  if (first < 0x80) return (first | CASE) >= SMALL_A && (first | CASE) <= SMALL_Z ? "word" : "mark";
  return /^\p{L}/u.test(text) ? "word" : "mark";
}

/** Whether nothing stands between two tokens. */
export function touches(left: Token | undefined, right: Token | undefined): boolean {
  return left !== undefined && right !== undefined && left.to === right.from;
}

/** Arabic, Persian, Devanagari, Bengali, Thai and full-width zeros: their nine other digits follow. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];
const OTHER_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/gu;

const NOT_PLAIN =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19\u00a0\u2000-\u200f\u202a-\u202f\u205f\u2066-\u2069\u3000\ufeff\t：．／]/u;

/** The same text, to the length, with ASCII digits, colons and plain blanks, and without the marks of direction. */
export function plain(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return text
    .replace(OTHER_DIGIT, plainDigit)
    .replace(/[\u00a0\u2000-\u200f\u202a-\u202f\u205f\u2066-\u2069\u3000\ufeff\t]/gu, " ")
    .replace(/：/gu, ":")
    .replace(/．/gu, ".")
    .replace(/／/gu, "/");
}

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find((base) => code >= base && code <= base + 9) ?? code;
  return String(code - zero);
}
