import { ATOM } from "./atom-grammar.ts";
import { childrenOf, type Element, parseXml, textOf } from "./strict-xml.ts";

/** What a reader that knows the specifications makes of an entry: the same from all three formats. */
export interface ReadEntry {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** Plain text. */
  readonly summary: string | undefined;
  readonly html: string | undefined;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
}

const DC = "http://purl.org/dc/elements/1.1/";
const CONTENT = "http://purl.org/rss/1.0/modules/content/";

export function readRss(source: string): ReadEntry[] {
  const [channel] = childrenOf(parseXml(source).root, "channel");
  return channel === undefined ? [] : childrenOf(channel, "item").map(rssEntry);
}

function rssEntry(item: Element): ReadEntry {
  const description = textOf(item, "description");
  const encoded = textOf(item, "encoded", CONTENT);
  const published = instant(textOf(item, "pubDate"));
  const title = textOf(item, "title");
  return {
    id: textOf(item, "guid"),
    url: textOf(item, "link"),
    title: title !== undefined && /<\/|&lt;\//.test(title) ? words(title) : title,
    summary: encoded === undefined ? undefined : description && words(description),
    html: encoded ?? description,
    published,
    updated: instant(textOf(item, "updated", ATOM)) ?? published,
    authors: [
      ...childrenOf(item, "author").map(({ text }) => /\((.*)\)/.exec(text)?.[1] ?? ""),
      ...childrenOf(item, "creator", DC).map(({ text }) => text),
    ],
    tags: childrenOf(item, "category").map(({ text }) => text),
  };
}

export function readAtom(source: string): ReadEntry[] {
  return childrenOf(parseXml(source).root, "entry").map(atomEntry);
}

function atomEntry(entry: Element): ReadEntry {
  const [link] = childrenOf(entry, "link").filter(({ attributes }) => attributes.rel === "alternate");
  const [title] = childrenOf(entry, "title");
  const [summary] = childrenOf(entry, "summary");
  const [content] = childrenOf(entry, "content");
  return {
    id: textOf(entry, "id"),
    url: link?.attributes.href,
    title: title && asWords(title),
    summary: content && summary && asWords(summary),
    html: (content ?? summary) && asHtml((content ?? summary) as Element),
    published: instant(textOf(entry, "published")),
    updated: instant(textOf(entry, "updated")),
    authors: childrenOf(entry, "author").map((author) => textOf(author, "name") ?? ""),
    tags: childrenOf(entry, "category").map(({ attributes }) => attributes.label ?? ""),
  };
}

interface JsonItem {
  readonly [key: string]: string | undefined;
}

export function readJson(source: string): ReadEntry[] {
  const { items } = JSON.parse(source) as { readonly items: readonly JsonItem[] };
  return items.map((item) => {
    const lists = item as unknown as { readonly authors?: { readonly name: string }[]; readonly tags?: string[] };
    return {
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.content_html === undefined ? undefined : item.summary,
      html: item.content_html ?? escaped(item.content_text ?? ""),
      published: instant(item.date_published),
      updated: instant(item.date_modified),
      authors: (lists.authors ?? []).map(({ name }) => name),
      tags: lists.tags ?? [],
    };
  });
}

function asWords({ text, attributes }: Element): string {
  return attributes.type === "html" ? words(text) : text;
}

function asHtml({ text, attributes }: Element): string {
  return attributes.type === "html" ? text : escaped(text);
}

/** HTML of plain text in the one form to which all are brought for comparing. */
function escaped(text: string): string {
  return text.replace(/&(?![\s&]|$)/g, "&amp;").replace(/</g, "&lt;");
}

/** The words of HTML without tags: of what was plain text before. */
function words(html: string): string {
  return html.replace(/&lt;/g, "<").replace(/&amp;/g, "&");
}

function instant(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString();
}
