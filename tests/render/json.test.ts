import fc from "fast-check";
import { Feed, type Item } from "feed";
import { describe, expect, test } from "vitest";
import { clean } from "../../src/render/characters.ts";
import { FORMATS, type FormatName } from "../../src/render/formats.ts";
import { renderJson } from "../../src/render/json.ts";
import { RUNS } from "../support/runs.ts";

const ITEM: Item = {
  title: "A <script> tag",
  id: "https://x.example/a",
  link: "https://x.example/a",
  date: new Date("2026-05-01T08:00:00Z"),
  published: new Date("2026-05-01T08:00:00Z"),
  description: "Less < more",
  content: "<p>a</p>",
  author: [{ name: "Jane", email: "jane@x.example", link: "https://x.example/jane" }, { name: "John" }],
  category: [{ name: "<Ships>" }],
};

/** Bodies with all that JSON escapes, and some that it doesn't. */
const HTML = fc
  .array(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\n", "\t", "\\", '\\"', "\r\n", "\u0001", "é", "\ud800")),
  )
  .map((parts) => `<p>${parts.join("").replaceAll("u003c", "")}</p>`);

function feedOf(item: Partial<Item> = {}): Feed {
  const feed = new Feed({ title: "X <x>", link: "https://x.example/", author: { name: "The <X>" } });
  feed.items = [{ ...ITEM, ...item }];
  return feed;
}

interface Json {
  readonly author?: unknown;
  readonly authors?: unknown;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

const parsed = (feed: Feed): Json => JSON.parse(renderJson(feed)) as Json;

describe("JSON Feed", () => {
  test("holds a `<` in content only; elsewhere it is written so that no page runs it", () => {
    const lines = renderJson(feedOf()).split("\n");
    expect(lines.filter((line) => line.includes("<"))).toEqual(['      "content_html": "<p>a</p>",']);
    expect(parsed(feedOf()).items[0]).toMatchObject({
      title: "A <script> tag",
      summary: "Less < more",
      tags: ["<Ships>"],
    });
  });

  test.for<readonly [why: string, item: Partial<Item>, expected: object]>([
    ["a body and a summary", {}, { content_html: "<p>a</p>", summary: "Less < more" }],
    ["a body alone", { description: "" }, { content_html: "<p>a</p>" }],
    ["a summary alone", { content: "" }, { content_text: "Less < more" }],
    ["a summary of markup", { content: "", description: "<p>b</p>" }, { content_html: "<p>b</p>" }],
    ["neither", { content: "", description: "" }, { content_text: "A <script> tag" }],
  ])("has exactly one content: %s", ([, item, expected]) => {
    const { content_html, content_text, summary } = parsed(feedOf(item)).items[0] ?? {};
    expect({ content_html, content_text, summary }).toEqual({
      content_html: undefined,
      content_text: undefined,
      summary: undefined,
      ...expected,
    });
  });

  test("is what `JSON.stringify` would write, whatever the HTML holds", () => {
    fc.assert(
      fc.property(fc.array(HTML, { maxLength: 3 }), (bodies) => {
        const feed = feedOf();
        feed.items = bodies.map((content, index) => ({ ...ITEM, id: `${ITEM.id}${index}`, content }));
        const json = renderJson(feed);
        const read = JSON.parse(json) as Json;
        expect(json.replaceAll("\\u003c", "<")).toBe(`${JSON.stringify(read, null, 2)}\n`);
        expect(read.items.map(({ content_html }) => content_html)).toEqual(bodies.map(clean));
      }),
      RUNS,
    );
  });

  test("says all authors, and the first once more for readers of version 1", () => {
    expect(parsed(feedOf()).items[0]).toMatchObject({
      authors: [{ name: "Jane", url: "https://x.example/jane" }, { name: "John" }],
      author: { name: "Jane", url: "https://x.example/jane" },
    });
  });

  test("names the house only where nobody signs: miniflux adds it to every byline", () => {
    expect(parsed(feedOf()).authors).toBeUndefined();
    expect(parsed(feedOf({ author: [] })).authors).toEqual([{ name: "The <X>" }]);
  });
});

test.for<readonly [FormatName, string, string]>([
  ["rss", "rss.xml", "application/rss+xml"],
  ["atom", "atom.xml", "application/atom+xml"],
  ["json", "feed.json", "application/feed+json"],
])("%s is written to %s and served as %s", ([name, file, mediaType]) => {
  expect(FORMATS[name]).toMatchObject({ file, mediaType });
});
