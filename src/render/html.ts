/** HTML as feeds carry it: as a string in a string. */

const MARKUP = /<[a-z/!?]|&(?:#\d+|#x[\da-f]+|[a-z][\da-z]*);/i;
const STRAY = /<|&(?![\s&]|$)/g;
const TAG = /<(?:!--.*?-->|[a-z/!?][^<>]*>)/gis;
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;
const BLANKS = /\s+/g;
const CLOSING_TAG = /<\/\w+>/;

/** Whether a text holds tags or character references, so that its writer meant HTML. */
export function isHtml(text: string): boolean {
  return MARKUP.test(text);
}

/**
 * Plain text as HTML that a browser shows to the letter. Only what HTML would read otherwise is escaped (`R & D` stays
 * as it is), since some readers show this text without decoding it.
 */
export function htmlOfText(text: string): string {
  return text.replace(STRAY, (mark) => (mark === "<" ? "&lt;" : "&amp;"));
}

/** The same for what should be HTML but may have been written as plain text. */
export function htmlOf(text: string): string {
  return isHtml(text) ? text : htmlOfText(text);
}

/**
 * Whether a plain text can't be written as such: readers (SimplePie, feedparser, NetNewsWire) and the W3C validator take
 * a title with a closing tag for HTML, however it is escaped.
 */
export function passesForHtml(text: string): boolean {
  return CLOSING_TAG.test(text);
}

/** The words of a piece of HTML, white space folded. */
export function textOfHtml(html: string): string {
  return html.replace(TAG, " ").replace(REFERENCE, decoded).replace(BLANKS, " ").trim();
}

// The references that writers type by hand; editors write the characters themselves.
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  shy: "\u00ad",
  copy: "©",
  reg: "®",
  trade: "™",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  bull: "•",
  middot: "·",
  euro: "€",
  pound: "£",
  deg: "°",
};

function decoded(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
