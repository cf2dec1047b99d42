import { Readable } from "node:stream";
import { parseFeed as parseRowan } from "@rowanmanning/feed-parser";
import FeedParser from "feedparser";
import { parseFeed as parseFeedsmith } from "feedsmith";
import RssParser from "rss-parser";
import { describe, expect, test } from "vitest";
import { site } from "../support/site.ts";

/** What a parser says of an entry, as far as it has a word for it. */
interface Seen {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly published: string | undefined;
  readonly content: string | undefined;
  readonly authors?: readonly string[];
}

const ARTICLES = {
  "data/publication.yaml": "title: Gazette & Sons\nurl: https://gazette.example/\nlanguage: en\n",
  "data/a.md": `---\ntitle: "Fish & Chips: ]]> “quoted” 100% 日本語"\ndate: 2026-05-01T08:00:00Z\nauthors: [Jane Doe]\ntags: [a & b]\n---\nBody with ]]> twice ]]> & *emphasis*, [a link](/x?a=1&b=2) and 😀.\n`,
  "data/b.txt":
    "Two people wrote this\nBy Jane Doe and José Peña\nPublished May 2, 2026\n\nThe text of the second article is here, “with quotes” and <angles> & ampersands.\n",
  "data/c.html":
    '<html lang="de"><body><article><h1>Überschrift</h1><p class="byline">Von Anna Müller</p><time datetime="2026-05-03T10:00:00+02:00">3. Mai 2026</time><p>Ein Absatz mit <b>Fettem</b> und einem Bild: <img src="p.jpg" alt="ä"></p></article></body></html>',
};

let rss: string;
let atom: string;
let json: string;
let expected: readonly Seen[];

async function built(): Promise<void> {
  const place = site(ARTICLES);
  await place.build({ now: new Date("2026-06-01T00:00:00Z") });
  rss = place.text("dist/rss.xml");
  atom = place.text("dist/atom.xml");
  json = place.text("dist/feed.json");
  const { items } = JSON.parse(json) as { items: readonly Record<string, string & { name: string }[]>[] };
  expected = items.map((item) => ({
    id: item.id,
    title: item.title,
    link: item.url,
    published: new Date(item.date_published ?? "").toISOString(),
    content: item.content_html,
    authors: (item.authors ?? []).map(({ name }) => name),
  }));
}

const iso = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : new Date(value as string).toISOString();

async function byRssParser(source: string): Promise<Seen[]> {
  const parser = new RssParser({ customFields: { item: [["content:encoded", "encoded"]] } });
  const { items } = await parser.parseString(source);
  return items.map((item) => ({
    id: item.guid ?? (item as { id?: string }).id,
    title: item.title,
    link: item.link,
    published: iso(item.isoDate),
    content: ((item as { encoded?: string }).encoded ?? item.content)?.trim(),
  }));
}

function byRowan(source: string): Seen[] {
  return parseRowan(source).items.map((item) => ({
    id: item.id ?? undefined,
    title: item.title ?? undefined,
    link: item.url ?? undefined,
    published: iso(item.published),
    content: (item.content ?? item.description)?.trim(),
    authors: item.authors.flatMap(({ name }) => name ?? []),
  }));
}

function byFeedParser(source: string): Promise<Seen[]> {
  return new Promise((resolve, reject) => {
    const seen: Seen[] = [];
    const parser = new FeedParser({ addmeta: false });
    parser.on("error", reject);
    parser.on("readable", () => {
      for (let item = parser.read(); item !== null; item = parser.read())
        seen.push({
          id: item.guid,
          title: item.title,
          link: item.link,
          published: iso(item.pubdate),
          content: item.description?.trim(),
        });
    });
    parser.on("end", () => {
      resolve(seen);
    });
    Readable.from([source]).pipe(parser);
  });
}

/** This parser decodes HTML's references once more, in CDATA too; the words are the same. */
function decoded(seen: readonly Seen[]): Seen[] {
  const plain = (html: string | undefined): string | undefined =>
    html?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return seen.map((one) => ({ ...one, content: plain(one.content) }));
}

/** Without what a parser has no word for. */
function comparable(seen: readonly Seen[], like: readonly Seen[]): Seen[] {
  return seen.map((one, index) => (like[index]?.authors === undefined ? { ...one, authors: undefined } : one) as Seen);
}

describe("independent parsers read the same entries from every file", () => {
  test.for([
    ["rss-parser", "RSS", () => byRssParser(rss)],
    ["rss-parser", "Atom", () => byRssParser(atom)],
    ["@rowanmanning/feed-parser", "RSS", () => byRowan(rss)],
    ["@rowanmanning/feed-parser", "Atom", () => byRowan(atom)],
    ["feedparser", "RSS", () => byFeedParser(rss)],
    ["feedparser", "Atom", () => byFeedParser(atom)],
    ["feedsmith", "RSS", () => byFeedsmith(rss)],
    ["feedsmith", "Atom", () => byFeedsmith(atom)],
    ["feedsmith", "JSON Feed", () => byFeedsmith(json)],
  ] as const)("%s, %s", async ([name, , read]) => {
    await built();
    const seen = await read();
    const same = name.startsWith("@rowanmanning") ? decoded : (all: readonly Seen[]) => all;
    expect(same(seen)).toEqual(same(comparable(expected, seen)));
  });
});

type Loose = Readonly<Record<string, unknown>>;

function byFeedsmith(source: string): Seen[] {
  const { format, feed } = parseFeedsmith(source) as unknown as { format: string; feed: Loose };
  const items = (feed.items ?? feed.entries) as unknown as readonly Loose[];
  return items.map((item) => FEEDSMITH[format]?.(item) ?? NOBODY);
}

const NOBODY: Seen = { id: undefined, title: undefined, link: undefined, published: undefined, content: undefined };

const value = (one: unknown): string | undefined =>
  typeof one === "string" ? one : (one as { value?: string } | undefined)?.value;

const FEEDSMITH: Readonly<Record<string, (item: Loose) => Seen>> = {
  rss: (item) => ({
    id: value(item.guid),
    title: value(item.title),
    link: value(item.link),
    published: iso(item.pubDate),
    content: (value((item.content as { encoded?: string } | undefined)?.encoded) ?? value(item.description))?.trim(),
  }),
  atom: (item) => ({
    id: value(item.id),
    title: value(item.title),
    link: (item.links as readonly { rel?: string; href: string }[]).find(({ rel }) => rel === "alternate")?.href,
    published: iso(item.published),
    content: value(item.content)?.trim(),
    authors: (item.authors as readonly { name: string }[]).map(({ name }) => name),
  }),
  json: (item) => ({
    id: value(item.id),
    title: value(item.title),
    link: value(item.url),
    published: iso(item.date_published),
    content: value(item.content_html),
    authors: (item.authors as readonly { name: string }[]).map(({ name }) => name),
  }),
};
