import type { Extension, Feed } from "feed";
import { ABOUT, type DatelineFeed, type JsonAuthor } from "./dateline-extension.ts";
import { instant, rfc3339 } from "./dates.ts";
import { headingOf, type ItemOutline, textOf } from "./item.ts";
import { jsonAuthor } from "./json-author.ts";
import { datelineItem } from "./json-entry.ts";
import { type Medium, UNKNOWN_TYPE } from "./media.ts";
import { type Outline, outlineOf } from "./outline.ts";
import type { NamedPerson } from "./persons.ts";
import { plainJson } from "./plain-json.ts";

/**
 * Any feed as JSON Feed 1.1. Takes plain feeds of the `feed` package and editions alike, changes neither, throws at
 * neither; the same feed gives the same text. Entries of ours carry a `_dateline` object (see `DatelineItem`).
 */
export function renderJson(feed: Feed): string {
  return jsonPieces(outlineOf(feed)).join("");
}

/** The same for what is known already to be meant, in pieces: each item is one. */
export function jsonPieces(outline: Outline): readonly string[] {
  // miniflux adds the feed's authors to every byline, so that they stand there only if no item has its own.
  const signed = outline.items.some(({ authors }) => authors.length > 0);
  const house = outline.author === undefined ? [] : [outline.author];
  const head = withoutTags(JSON.stringify(jsonFeed(outline, signed, house), null, 2).slice(0, -"\n}".length));
  const items = outline.items.map(
    (item, index) => `${index === 0 ? "" : ","}\n    ${itemText(item, signed ? house : [])}`,
  );
  return [`${head},\n  "items": [`, ...items, items.length === 0 ? "]\n}\n" : "\n  ]\n}\n"];
}

const CONTENT = '"content_html": ';
/** Where an item's HTML goes: a line of the item's own. */
const NO_CONTENT = `\n      ${CONTENT}""`;

/** What `JSON.stringify` puts around what stands two deep, where items stand. */
const TWO_DEEP = ["[\n  [\n    ", "\n  ]\n]"] as const;

/**
 * An item's text. Its HTML, which is half of it and more, is put in by itself: `JSON.stringify` looks at each of its
 * characters, and takes three times as long.
 */
function itemText(item: ItemOutline, house: readonly NamedPerson[]): string {
  const { html, ...content } = contentOf(item);
  const known = jsonItem(item, house, { ...content, html: html === undefined ? undefined : "" });
  const whole = JSON.stringify([[known]], null, 2);
  const text = withoutTags(whole.slice(TWO_DEEP[0].length, -TWO_DEEP[1].length));
  if (html === undefined) return text;
  const place = text.indexOf(NO_CONTENT) + NO_CONTENT.length - 1;
  return `${text.slice(0, place)}${escaped(html)}${text.slice(place)}`;
}

/** What a clean text (see `clean`) is in a string of JSON: of all that has to be escaped there, it holds no more than this. */
function escaped(text: string): string {
  const quoted = (text.includes("\\") ? text.replaceAll("\\", "\\\\") : text).replaceAll("\n", "\\n");
  const whole = quoted.includes('"') ? quoted.replaceAll('"', '\\"') : quoted;
  return whole.includes("\t") ? whole.replaceAll("\t", "\\t") : whole;
}

/**
 * Plain text may well say `<script>`. Whoever pastes a feed's text into a page runs no harm if it is written `\u003c`,
 * which is the same to every parser of JSON (RFC 8259, section 7). Every key stands on a line of its own, so that the
 * lines of content, which are nearly all there is, are stepped over.
 */
function withoutTags(json: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = json.indexOf("<"); at !== -1; at = json.indexOf("<", at)) {
    const start = json.lastIndexOf("\n", at) + 1;
    const end = json.indexOf("\n", at);
    if (!json.slice(start, at).trimStart().startsWith(CONTENT)) {
      kept.push(json.slice(from, start), json.slice(start, end).replaceAll("<", "\\u003c"));
      from = end;
    }
    at = end;
  }
  return kept.length === 0 ? json : kept.join("") + json.slice(from);
}

/** Keys in the order in which a person reads them; what is `undefined` is not written. */
function jsonFeed(outline: Outline, signed: boolean, house: readonly NamedPerson[]): object {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: outline.title,
    home_page_url: outline.homeKnown ? outline.home : undefined,
    feed_url: outline.self.json,
    next_url: outline.paging.links.find(({ rel }) => rel === "prev-archive")?.to.json,
    description: outline.description,
    icon: outline.icon ?? outline.logo,
    favicon: outline.favicon,
    authors: signed || house.length === 0 ? undefined : house.map(jsonAuthor),
    author: signed ? undefined : singular(house),
    language: outline.language,
    hubs: outline.hub === undefined ? undefined : [{ type: "WebSub", url: outline.hub }],
    _dateline: datelineFeed(outline),
    ...extensions(outline.extensions),
  };
}

function datelineFeed({ items, tombstones }: Outline): DatelineFeed | undefined {
  if (tombstones.length === 0 && !items.some(({ entry }) => entry !== undefined)) return undefined;
  const deleted = tombstones.map(({ id, withdrawn, title }) => ({ id, when: time(instant(withdrawn)) ?? "", title }));
  return { about: ABOUT, deleted: deleted.length === 0 ? undefined : deleted };
}

function jsonItem(item: ItemOutline, house: readonly NamedPerson[], content: Content): object {
  const authors = item.authors.length > 0 ? item.authors : house;
  const published = time(item.published);
  const attached = item.media.filter(({ kind }) => kind !== "image");
  // Every key by its name: spreading parts into an object takes longer than all the rest.
  const known = {
    id: item.id,
    url: item.link,
    title: item.title,
    content_html: content.html,
    content_text: content.text,
    summary: content.summary,
    image: item.media.find(({ kind }) => kind === "image")?.url,
    banner_image: item.banner,
    date_published: published,
    date_modified: item.updated === item.published ? published : time(item.updated),
    authors: authors.length === 0 ? undefined : authors.map(jsonAuthor),
    author: singular(authors),
    tags: item.topics.length === 0 ? undefined : item.topics.map(({ label }) => label),
    language: item.language,
    attachments: attached.length === 0 ? undefined : attached.map(attachment),
    _dateline: item.entry && datelineItem(item.entry, item),
  };
  return item.extensions.length === 0 ? known : { ...known, ...extensions(item.extensions) };
}

interface Content {
  readonly html?: string | undefined;
  readonly text?: string | undefined;
  readonly summary?: string | undefined;
}

/** Exactly one content: feedparser takes the text where both are there, all others the HTML. */
function contentOf(item: ItemOutline): Content {
  const { summary, body } = item;
  if (body !== undefined) return { html: body, summary: summary && textOf(summary) };
  if (summary === undefined) return { text: headingOf(item) };
  if (summary.type === "html") return { html: summary.value };
  // A summary in the title's words is said to be one, since a title alone stands here too.
  return { text: summary.value, summary: summary.value === item.title ? summary.value : undefined };
}

/** `author` was JSON Feed 1.0's; Feedbin and feedparser still read nothing else. */
function singular([first]: readonly NamedPerson[]): JsonAuthor | undefined {
  return first && { name: first.name, url: first.uri, avatar: first.avatar };
}

function attachment({ url, type = UNKNOWN_TYPE, title, length, duration }: Medium): object {
  return { url, mime_type: type, title, size_in_bytes: length, duration_in_seconds: duration };
}

function time(date: Date | undefined): string | undefined {
  return date && rfc3339(date);
}

const NAME = /^_[A-Za-z]\w*$/;
const STRANGE = /\W+/g;

/** Extensions by names that JSON Feed allows: an underscore and a letter first, no dots or colons. */
function extensions(all: readonly Extension[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    all.flatMap((extension) => {
      const { name } = extension;
      const allowed = NAME.test(name) ? name : `_${name.replace(STRANGE, "_").replace(/^[_\d]+/, "")}`;
      return NAME.test(allowed) && allowed !== "_dateline" ? [[allowed, plainJson(extension.objects)]] : [];
    }),
  );
}
