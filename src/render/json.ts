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
  return `${JSON.stringify(jsonFeed(outlineOf(feed)), null, 2).replace(PLAIN_LINE, withoutTags)}\n`;
}

/** A line that holds a `<` and is no content: every key stands on a line of its own. */
const PLAIN_LINE = /^(?! *"content_html": )[^<\n]*<.*$/gm;

/**
 * Plain text may well say `<script>`. Whoever pastes a feed's text into a page runs no harm if it is written `\u003c`,
 * which is the same to every parser of JSON (RFC 8259, section 7).
 */
function withoutTags(line: string): string {
  return line.replaceAll("<", "\\u003c");
}

/** Keys in the order in which a person reads them; what is `undefined` is not written. */
function jsonFeed(outline: Outline): object {
  // miniflux adds the feed's authors to every byline, so that they stand there only if no item has its own.
  const signed = outline.items.some(({ authors }) => authors.length > 0);
  const house = outline.author === undefined ? [] : [outline.author];
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: outline.title,
    home_page_url: outline.homeKnown ? outline.home : undefined,
    feed_url: outline.self.json,
    description: outline.description,
    icon: outline.icon ?? outline.logo,
    favicon: outline.favicon,
    ...(signed ? {} : byline(house)),
    language: outline.language,
    hubs: outline.hub === undefined ? undefined : [{ type: "WebSub", url: outline.hub }],
    _dateline: datelineFeed(outline),
    ...extensions(outline.extensions),
    items: outline.items.map((item) => jsonItem(item, signed ? house : [])),
  };
}

function datelineFeed({ items, tombstones }: Outline): DatelineFeed | undefined {
  if (tombstones.length === 0 && !items.some(({ entry }) => entry !== undefined)) return undefined;
  const deleted = tombstones.map(({ id, withdrawn, title }) => ({ id, when: time(instant(withdrawn)) ?? "", title }));
  return { about: ABOUT, deleted: deleted.length === 0 ? undefined : deleted };
}

function jsonItem(item: ItemOutline, house: readonly NamedPerson[]): object {
  const authors = item.authors.length > 0 ? item.authors : house;
  const published = time(item.published);
  const attached = item.media.filter(({ kind }) => kind !== "image");
  return {
    id: item.id,
    url: item.link,
    title: item.title,
    ...body(item),
    image: item.media.find(({ kind }) => kind === "image")?.url,
    date_published: published,
    date_modified: item.updated === item.published ? published : time(item.updated),
    ...byline(authors),
    tags: item.topics.length === 0 ? undefined : item.topics.map(({ label }) => label),
    language: item.language,
    attachments: attached.length === 0 ? undefined : attached.map(attachment),
    _dateline: item.entry && datelineItem(item.entry),
    ...(item.extensions.length === 0 ? {} : extensions(item.extensions)),
  };
}

/** Exactly one content: feedparser takes the text where both are there, all others the HTML. */
function body(item: ItemOutline): object {
  const { summary } = item;
  if (item.body !== undefined) return { content_html: item.body, summary: summary && textOf(summary) };
  if (summary === undefined) return { content_text: headingOf(item) };
  return summary.type === "html" ? { content_html: summary.value } : { content_text: summary.value };
}

/** `author` was JSON Feed 1.0's; Feedbin and feedparser still read nothing else. */
function byline(people: readonly NamedPerson[]): { authors?: readonly JsonAuthor[]; author?: JsonAuthor } {
  const [first] = people;
  if (first === undefined) return {};
  const { name, url, avatar } = jsonAuthor(first);
  return { authors: people.map(jsonAuthor), author: { name, url, avatar } };
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
      const name = String(extension?.name);
      const allowed = NAME.test(name) ? name : `_${name.replace(STRANGE, "_").replace(/^[_\d]+/, "")}`;
      return NAME.test(allowed) && allowed !== "_dateline" ? [[allowed, plainJson(extension.objects)]] : [];
    }),
  );
}
