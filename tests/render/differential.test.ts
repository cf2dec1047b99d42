import { type Author, Feed, type FeedOptions, type Item } from "feed";
import { describe, expect, test } from "vitest";
import { renderAtom } from "../../src/render/atom.ts";
import { renderJson } from "../../src/render/json.ts";
import { renderRss } from "../../src/render/rss.ts";
import { type Element, parseXml } from "./strict-xml.ts";

const JANE: Author = { name: "Jane Doe", email: "jane@x.example", link: "https://x.example/jane" };
const OPTIONS: FeedOptions = {
  id: "https://x.example/",
  title: "The X",
  description: "News of X",
  link: "https://x.example/",
  language: "en",
  image: "https://x.example/logo.png",
  favicon: "https://x.example/icon.ico",
  copyright: "© X",
  updated: new Date("2026-05-02T00:00:00Z"),
  generator: "Somebody",
  ttl: 60,
  hub: "https://hub.example/",
  docs: "https://docs.example/",
  feedLinks: {
    rss: "https://x.example/rss.xml",
    atom: "https://x.example/atom.xml",
    json: "https://x.example/feed.json",
  },
  author: JANE,
};
const ITEMS: readonly Item[] = [
  {
    title: "One",
    id: "https://x.example/1",
    link: "https://x.example/1",
    date: new Date("2026-05-02T00:00:00Z"),
    published: new Date("2026-05-01T00:00:00Z"),
    description: "In short",
    content: "<p>At length</p>",
    author: [JANE],
    contributor: [{ name: "John Roe", email: "john@x.example", link: "https://x.example/john" }],
    category: [
      { name: "Ships", term: "ships", scheme: "https://x.example/topics", domain: "https://x.example/topics" },
    ],
    image: { url: "https://x.example/1.png", type: "image/png", length: 5 },
    copyright: "© Jane",
  },
  {
    title: "Two",
    id: "https://x.example/2",
    link: "https://x.example/2",
    date: new Date("2026-05-01T12:00:00Z"),
    content: "<p>No summary</p>",
    author: [{ name: "A" }, { name: "B" }],
    enclosure: { url: "https://x.example/2.pdf", type: "application/pdf", length: 7 },
  },
  {
    title: "Three",
    id: "https://x.example/3",
    link: "https://x.example/3",
    date: new Date("2026-04-01T00:00:00Z"),
    description: "Only in short",
  },
];

/** `feed`'s renderers change what they are given, so each gets a feed of its own. */
function feed(): Feed {
  const made = new Feed(structuredClone(OPTIONS));
  for (const item of structuredClone([...ITEMS])) made.addItem(item);
  made.addCategory("News");
  made.addContributor(JANE);
  return made;
}

/** Every element's text and every attribute of a document, as `path = value`. */
function xmlFacts(source: string): string[] {
  const walk = (element: Element, path: string): string[] => [
    ...(element.text.trim() === "" ? [] : [`${path} = ${element.text.trim()}`]),
    ...Object.entries(element.attributes).map(([name, value]) => `${path}@${name} = ${value}`),
    ...element.children.flatMap((child) => walk(child, `${path}/${child.name}`)),
  ];
  const { root } = parseXml(source);
  return walk(root, root.name);
}

function jsonFacts(source: string): string[] {
  const walk = (value: unknown, path: string): string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => walk(inner, `${path}/${key}`))
      : [`${path} = ${value}`];
  return walk(JSON.parse(source), "");
}

type Excuse = readonly [fact: RegExp, defect: string];

const RSS_DEFECTS: readonly Excuse[] = [
  [/item\/author = [^@]+$/, "an author without address makes an invalid <author>; ours stands in dc:creator"],
  [/guid@isPermaLink = false$/, "an id that is the entry's own address is called no permalink"],
  [/item\/encoded = <p>No summary/, "without a summary the body belongs into description (RSS profile)"],
];
const ATOM_DEFECTS: readonly Excuse[] = [
  [/(?:updated|published) = .*\.000Z$/, "fractions of a second, at which newsboat stops reading"],
  [/(?:title|summary)@type = html$/, "plain text is called HTML"],
  [/link@type = image\/pdf$/, "the stated type of an enclosure is replaced by one glued from its ending"],
];
const JSON_DEFECTS: readonly Excuse[] = [
  [/^\/version = .*version\/1$/, "version 1 of 2017, whose `author` is deprecated"],
  [/^\/author\//, "the feed's author, which miniflux adds to every byline"],
  [/date_\w+ = .*\.000Z$/, "fractions of a second"],
  [/content_html = Only in short$/, "plain text is called HTML"],
];

const CASES = [
  ["RSS", () => xmlFacts(feed().rss2()), () => xmlFacts(renderRss(feed())), RSS_DEFECTS],
  ["Atom", () => xmlFacts(feed().atom1()), () => xmlFacts(renderAtom(feed())), ATOM_DEFECTS],
  ["JSON", () => jsonFacts(feed().json1()), () => jsonFacts(renderJson(feed())), JSON_DEFECTS],
] as const;

describe.each(CASES)("%s: what the `feed` package writes for a feed", (_, theirs, ours, defects) => {
  test("is in ours too, but for its defects", () => {
    const written = new Set(ours());
    const missing = theirs().filter((fact) => !written.has(fact));
    expect(missing.filter((fact) => !defects.some(([excused]) => excused.test(fact)))).toEqual([]);
  });

  test.for(defects)("%s is a defect that it shows: %s", ([fact]) => {
    expect(theirs().some((one) => fact.test(one))).toBe(true);
    expect(ours().some((one) => fact.test(one))).toBe(false);
  });
});

describe("defects of the `feed` package that no document can show", () => {
  test.for([
    ["`]]>` twice breaks the document", () => parseXml(withItem({ content: "]]> ]]>" }).rss2())],
    ["a control character breaks it", () => parseXml(withItem({ title: "\u0007" }).rss2())],
    [
      "markup in an Atom category breaks it",
      () => parseXml(withItem({ category: [{ name: "a<b", term: "a<b" }] }).atom1()),
    ],
    ["an empty list of authors is a TypeError", () => withItem({ author: [] }).json1()],
    ["an id that is no URL is a TypeError", () => withItem({ id: "post-42" }).atom1()],
    ["an invalid date is a RangeError", () => withItem({ date: new Date(Number.NaN) }).atom1()],
  ] as const)("%s", ([, write]) => {
    expect(write).toThrow();
  });

  test("a literal reference loses its meaning", () => {
    const made = new Feed({ ...OPTIONS, title: "a &amp; b" });
    expect(xmlFacts(made.rss2())).toContain("rss/channel/title = a & b");
    expect(xmlFacts(renderRss(made))).toContain("rss/channel/title = a &amp; b");
  });
});

function withItem(item: Partial<Item>): Feed {
  const made = new Feed(OPTIONS);
  made.addItem({ title: "A", link: "https://x.example/a", date: new Date(0), ...item });
  return made;
}
