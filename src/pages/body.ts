import type { Entry } from "../ledger/entry.ts";
import { clean } from "../render/characters.ts";
import { hrefTo, type Place } from "./address.ts";
import { html, type Markup, NOTHING, sound } from "./markup.ts";

const HEADING = /<(\/?)h([1-6])(?=[\s>])/g;
const BARE_IMAGE = /<img(?![^>]*\salt=)/g;

/** Below the article's headline and nothing between. */
const TOP_LEVEL = 2;
const LOWEST_LEVEL = 6;

/** An entry's body as part of a page: its HTML, which was sanitised when it was read, else its summary. */
export function bodyOf({ content, description }: Entry, from: Place, url: string): Markup {
  if (content === undefined || content.trim() === "")
    return description === undefined ? NOTHING : html`<p>${description}</p>\n`;
  return sound(`${described(nested(relative(clean(content), from, url)))}\n`);
}

/**
 * Headings below the page's own, none a level further down than the one before it allows: who moves through a page by
 * its headings misses what is out of order.
 */
function nested(body: string): string {
  if (!body.includes("<h")) return body;
  const levels = new Set(Array.from(body.matchAll(HEADING), ([, , level]) => Number(level)));
  const ranks = [...levels].sort();
  let before = TOP_LEVEL - 1;
  return body.replace(HEADING, (_, slash: string, level: string) => {
    if (slash !== "") return `</h${before}`;
    before = Math.min(TOP_LEVEL + ranks.indexOf(Number(level)), before + 1, LOWEST_LEVEL);
    return `<h${before}`;
  });
}

/** A picture that nobody described is passed over in silence: without this, its file's name would be read out. */
function described(body: string): string {
  return body.includes("<img") ? body.replace(BARE_IMAGE, '<img alt=""') : body;
}

const TAG = /<[^<>]*>/g;

/** Addresses below the publication's are relative on its pages; feeds need them whole. */
function relative(body: string, from: Place, url: string): string {
  if (!body.includes(`="${url}`)) return body;
  return body.replace(TAG, (tag) => tag.replaceAll(`="${url}`, `="${hrefTo("", from)}`));
}
