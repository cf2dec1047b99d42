import { oneLine } from "./characters.ts";

/** HTML as feeds carry it: as a string in a string. */

// Those of HTML's elements that a piece of text consists of, without the frame of a document.
const SELF_ENDING = "area|br|col|dd|dt|embed|hr|img|input|li|option|p|param|rp|rt|source|td|th|tr|track|wbr";
const PAIRED =
  "a|abbr|acronym|address|article|aside|audio|b|bdi|bdo|big|blockquote|button|canvas|caption|center|cite|code|colgroup|" +
  "data|datalist|del|details|dfn|dialog|div|dl|em|fieldset|figcaption|figure|font|footer|form|h[1-6]|header|hgroup|i|" +
  "iframe|ins|kbd|label|legend|main|map|mark|math|menu|meter|nav|noscript|object|ol|optgroup|output|picture|pre|" +
  "progress|q|ruby|s|samp|script|search|section|select|slot|small|span|strike|strong|style|sub|summary|sup|svg|table|" +
  "tbody|template|textarea|tfoot|thead|time|tt|u|ul|var|video";
const SINGLE = new RegExp(`<(?:${SELF_ENDING})(?=[\\s/>])[^<>]*>|&(?:#\\d+|#x[\\da-f]+|[a-z][\\da-z]*);`, "i");
const START = new RegExp(`<(?:${PAIRED})(?=[\\s/>])[^<>]*>`, "i");
const END = new RegExp(`</(?:${PAIRED})\\s*>`, "i");
const STRAY = /<|&(?![\s&]|$)/g;
const TAG = /<(?:!--.*?-->|[a-z/!?][^<>]*>)/gis;
const LOOSE_TAG = /<\/?\w[^<>]*>/g;
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;
const BLANKS = /\s+/g;
const CLOSING_TAG = /<\/\w+>/;

/**
 * Whether a text was meant as HTML: it holds a character reference, or tags of HTML's own that also end where they have
 * to. Words that merely mention a tag are plain text.
 */
export function isHtml(text: string): boolean {
  return SINGLE.test(text) || (START.test(text) && END.test(text));
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

/** A label of a word or two, which is never markup: without tags where readers would take it for HTML. */
export function label(text: string | undefined): string | undefined {
  return text !== undefined && passesForHtml(text) ? oneLine(text.replace(LOOSE_TAG, " ")) : text;
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
