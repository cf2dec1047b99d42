import fc from "fast-check";
import { Feed, type FeedOptions, type Item } from "feed";
import { describe, expect, test } from "vitest";
import { renderAtom } from "../../src/render/atom.ts";
import { renderJson } from "../../src/render/json.ts";
import { renderRss } from "../../src/render/rss.ts";
import { RUNS } from "../support/runs.ts";
import { atomErrors } from "./atom-grammar.ts";
import { jsonFeedErrors } from "./json-feed-grammar.ts";
import { rssErrors } from "./rss-grammar.ts";

const anything = fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true, withMap: true });

const record = (keys: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> =>
  fc.dictionary(fc.constantFrom(...keys.split(" ")), values, { maxKeys: 8 });

const part = record("name email link uri avatar kind bio term scheme domain url type length title duration", anything);
const value = fc.oneof(anything, part, fc.array(part, { maxLength: 2 }));
const ITEM_KEYS =
  "title id link guid date published description content category author contributor image audio video enclosure " +
  "copyright extensions attachments file precision people helpers tags evidence language credit section";
const OPTION_KEYS =
  "title id link description language copyright updated generator ttl docs hub image favicon stylesheet author feed " +
  "feedLinks podcast category tombstones icon logo generatorUri generatorVersion";
const items = fc.oneof(anything, fc.array(fc.oneof(anything, record(ITEM_KEYS, value)), { maxLength: 3 }));

/** A feed that no compiler would let pass. */
const wrongFeed = fc
  .record({ options: fc.oneof(anything, record(OPTION_KEYS, value)), items, categories: value, contributors: value })
  .map(({ options, ...rest }) => Object.assign(new Feed(options as FeedOptions), rest) as Feed);

describe("whatever stands where text, dates and lists should stand", () => {
  test.for([
    ["RSS", renderRss, rssErrors],
    ["Atom", renderAtom, atomErrors],
    ["JSON Feed", renderJson, jsonFeedErrors],
  ] as const)("%s is written, and breaks no rule", ([, render, errors]) => {
    fc.assert(
      fc.property(wrongFeed, (feed) => {
        expect(errors(render(feed))).toEqual([]);
      }),
      RUNS,
    );
  });

  test.for([
    ["undefined title", { title: undefined }, "a JavaScript caller forgot it"],
    ["no fields", {}, "an item is only a date"],
    ["invalid date", { date: new Date(Number.NaN) }, "`new Date` of a text that is none"],
    ["year 12024", { date: new Date("+012024-01-01T00:00:00Z") }, "milliseconds taken for seconds"],
    ["NaN length", { enclosure: { url: "https://x.example/a.mp3", length: Number.NaN } }, "a file without size"],
    ["null link", { link: null }, "a database's null"],
    ["author by name", { author: "Jane Doe" }, "a single string"],
  ] as const)("%s: nothing of it shows (%s)", ([, item]) => {
    const feed = new Feed({ title: "X", link: "https://x.example/" });
    feed.items = [item as unknown as Item];
    for (const text of [renderRss(feed), renderAtom(feed), renderJson(feed)])
      expect(text).not.toMatch(/undefined|Invalid Date|NaN|null|\[object|\+012024/);
  });

  test("an extension that holds itself is cut", () => {
    const circle: Record<string, unknown> = { _attributes: { url: "https://x.example/a.jpg" } };
    circle["media:credit"] = [circle, circle];
    const feed = new Feed({ title: "X", link: "https://x.example/" });
    feed.items = [{ title: "A", link: "", date: new Date(0), extensions: [{ name: "media:group", objects: circle }] }];
    for (const render of [renderRss, renderAtom, renderJson]) expect(render(feed)).toContain("https://x.example/a.jpg");
  });
});
