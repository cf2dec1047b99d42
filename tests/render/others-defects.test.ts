import { type Extension, Feed, type FeedOptions, type Item } from "feed";
import { describe, expect, test } from "vitest";
import { renderAtom } from "../../src/render/atom.ts";
import { renderJson } from "../../src/render/json.ts";
import { renderRss } from "../../src/render/rss.ts";
import { atomErrors } from "./atom-grammar.ts";
import { jsonFeedErrors } from "./json-feed-grammar.ts";
import { readAtom, readJson, readRss } from "./reading.ts";
import { rssErrors } from "./rss-grammar.ts";

const OPTIONS: FeedOptions = { id: "https://x.example/", title: "X", link: "https://x.example/", copyright: "" };
const ITEM: Item = {
  title: "A",
  id: "https://x.example/a",
  link: "https://x.example/a",
  date: new Date("2026-05-01T08:00:00Z"),
  content: "<p>a</p>",
};

interface Given {
  readonly options?: Partial<FeedOptions>;
  readonly item?: Partial<Item>;
  readonly change?: (feed: Feed) => void;
}

function feedOf({ options = {}, item = {}, change }: Given): Feed {
  const feed = new Feed({ ...OPTIONS, ...options });
  feed.addItem({ ...ITEM, ...item });
  change?.(feed);
  return feed;
}

const extension = (name: string, objects: Extension["objects"]): Extension => ({ name, objects });

/** What makes other publishers write feeds that are invalid, malformed, or say something else than was meant. */
const PROBES: readonly (readonly [probe: string, given: Given])[] = [
  ["`]]>` twice in content", { item: { content: "<p>a ]]> b ]]> c</p>" } }],
  ["`]]>` twice in a title", { item: { title: "a ]]> b ]]> c" } }],
  ["controls in text", { item: { title: "a\u0000b\u0007c\u001bd\uffffe", content: "<p>\u0000\u001b\uffff</p>" } }],
  ["a lone surrogate", { item: { title: "a\ud800b", description: "\udfff" } }],
  ["a category with markup", { item: { category: [{ name: "a<b & c", term: "a<b & c" }] } }],
  ["a feed's category with markup", { change: (feed) => feed.addCategory("a<b & c") }],
  [
    "a category's domain with &",
    { item: { category: [{ name: "a", domain: "https://x.example/?a=1&b=2", scheme: "https://x.example/?a=1&b=2" }] } },
  ],
  [
    "an enclosure's title with markup",
    {
      item: { enclosure: { url: "https://x.example/a.pdf", title: 'a & <b> "c"', type: "application/pdf", length: 3 } },
    },
  ],
  [
    "an extension's attributes with &",
    { item: { extensions: [extension("_x", { url: "https://x.example/?a=1&b=2" })] } },
  ],
  ["an extension of no declared namespace", { item: { extensions: [extension("nobody:knows", { a: "b" })] } }],
  [
    "media, itunes and dc extensions",
    { item: { extensions: [extension("media:thumbnail", { url: "https://x.example/t.jpg" })] } },
  ],
  [
    "literal references everywhere",
    {
      options: { title: "a &amp; b", copyright: "&amp;" },
      item: { title: "&amp; &lt;", author: [{ name: "A &amp; B" }] },
    },
  ],
  ["an author with nothing but a name", { item: { author: [{ name: "Jane Doe" }] } }],
  [
    "two authors with addresses",
    {
      item: {
        author: [
          { name: "A", email: "a@x.example" },
          { name: "B", email: "b@x.example" },
        ],
      },
    },
  ],
  ["an author with nothing but an address", { item: { author: [{ email: "a@x.example" }] } }],
  ["a category without term", { item: { category: [{ name: "a" }] } }],
  ["a category without anything", { item: { category: [{}] } }],
  ["an image as a string", { item: { image: "https://x.example/i" } }],
  ["audio as a string", { item: { audio: "https://x.example/a.mp3" } }],
  [
    "image and audio at once",
    {
      item: {
        image: "https://x.example/i.png",
        audio: { url: "https://x.example/a.mp3", length: 5, type: "audio/mpeg" },
      },
    },
  ],
  [
    "an enclosure with an impossible length",
    { item: { enclosure: { url: "https://x.example/a.pdf", length: -1.5, type: "pdf" } } },
  ],
  [
    "a podcast",
    {
      options: { podcast: true, category: "News" },
      item: { audio: { url: "https://x.example/a.mp3", length: 5, type: "audio/mpeg", duration: 61 } },
    },
  ],
  ["no authors in a list", { item: { author: [] } }],
  ["an id that is no URL", { item: { id: "post-42" } }],
  ["a relative link", { item: { link: "/a", id: "/a" } }],
  ["an id that a URL parser would rewrite", { item: { id: "https://EXAMPLE.org/café x" } }],
  ["no link on the feed", { options: { link: undefined as never } }],
  ["no id anywhere", { options: { id: undefined as never }, item: { id: undefined as never } }],
  ["neither content nor description", { item: { content: undefined as never } }],
  ["an invalid date", { item: { date: new Date("yesterday"), published: new Date(Number.NaN) } }],
  ["a language", { options: { language: "de" } }],
  ["a stylesheet with & and quotes", { options: { stylesheet: 'https://x.example/s.css?a="1"&b=2' } }],
  ["addresses with a query", { item: { id: "https://x.example/?a=1&b=2", link: "https://x.example/?a=1&b=2" } }],
  ["a title that is empty", { item: { title: "" } }],
  ["a person without anything", { item: { author: [{}], contributor: [{}] } }],
];

describe("what breaks other publishers' feeds", () => {
  test.for(PROBES)("%s: no rule is broken in any format", ([, given]) => {
    const feed = feedOf(given);
    expect(rssErrors(renderRss(feed))).toEqual([]);
    expect(atomErrors(renderAtom(feed))).toEqual([]);
    expect(jsonFeedErrors(renderJson(feed))).toEqual([]);
  });

  test.for(PROBES)("%s: the caller's objects stay, and the same comes out again", ([, given]) => {
    const feed = feedOf(given);
    const before = structuredClone(feed.items);
    for (const render of [renderRss, renderAtom, renderJson]) expect(render(feed)).toBe(render(feed));
    expect(feed.items).toEqual(before);
  });

  test.for([
    ["`]]>` as often as it likes", { item: { content: "<p>a ]]> b ]]> c</p>" } }, { html: "<p>a ]]> b ]]> c</p>" }],
    ["literal references in names", { item: { author: [{ name: "A &amp; B" }] } }, { authors: ["A &amp; B"] }],
    ["a literal &apos; (feedsmith makes it ')", { item: { content: "<p>&apos;</p>" } }, { html: "<p>&apos;</p>" }],
    ["every author", { item: { author: [{ name: "A" }, { name: "B" }] } }, { authors: ["A", "B"] }],
    [
      "publication beside update",
      { item: { published: new Date("2026-04-01T00:00:00Z") } },
      { published: "2026-04-01T00:00:00.000Z", updated: "2026-05-01T08:00:00.000Z" },
    ],
  ] as const)("%s arrives in all three formats", ([, given, expected]) => {
    const feed = feedOf(given as Given);
    for (const [entry] of [readRss(renderRss(feed)), readAtom(renderAtom(feed)), readJson(renderJson(feed))])
      expect(entry).toMatchObject(expected);
  });

  test("one entry has one id, whatever it looks like", () => {
    for (const id of [
      "post-42",
      "https://EXAMPLE.org/café x",
      "tag:x.example,2026-05-01:a",
      "https://x.example/?a=1&b=2",
    ]) {
      const feed = feedOf({ item: { id } });
      const ids = [readRss(renderRss(feed)), readAtom(renderAtom(feed)), readJson(renderJson(feed))].map(
        ([entry]) => entry?.id,
      );
      expect(new Set(ids).size, id).toBe(1);
    }
  });

  test("nothing depends on the hour", () => {
    const { updated: _, ...options } = OPTIONS;
    const feed = new Feed(options);
    feed.items = [ITEM];
    expect(renderRss(feed)).toContain("<lastBuildDate>Fri, 01 May 2026 08:00:00 GMT</lastBuildDate>");
  });

  test("image and audio both stay", () => {
    const feed = feedOf({ item: { image: "https://x.example/i.png", audio: "https://x.example/a.mp3" } });
    for (const text of [renderRss(feed), renderAtom(feed), renderJson(feed)]) {
      expect(text).toContain("https://x.example/i.png");
      expect(text).toContain("https://x.example/a.mp3");
    }
  });
});
