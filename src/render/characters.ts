/**
 * What a feed's text may hold. Left out everywhere, so that all formats say the same: what XML 1.0 can't carry (C0
 * controls, U+FFFE, U+FFFF, lone surrogates), what HTML forbids (Unicode's noncharacters, U+007F) and what the W3C
 * validator takes for a broken encoding (C1 controls, U+FFFD). Line ends become line feeds.
 */

// Surrogates are suspects here, since the test by UTF-16 units is three times as fast as the one by code points.
const SUSPECT = /[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc]/;
const REMOVED = /[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]|\p{Noncharacter_Code_Point}/gu;
const LINE_END = /\r\n?/g;
const BROKEN_LINE = /[\t\n]/;
const BLANKS = /[\t\n ]+/g;

/** The text without what no feed can carry. */
export function clean(text: string): string {
  return SUSPECT.test(text) ? text.replace(LINE_END, "\n").replace(REMOVED, "") : text;
}

/** A text of one line: cleaned, white space folded, trimmed. Nothing, where nothing is left or it is no text at all. */
export function oneLine(value: unknown): string | undefined {
  const text = anyLines(value);
  return text !== undefined && BROKEN_LINE.test(text) ? text.replace(BLANKS, " ") : text;
}

/** A text of any number of lines: cleaned and trimmed. Nothing, where nothing is left or it is no text at all. */
export function anyLines(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") return undefined;
  const text = clean(value).trim();
  return text === "" ? undefined : text;
}
