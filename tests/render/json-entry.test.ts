import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidence } from "../../src/compose/evidence.ts";
import type { Story } from "../../src/compose/story.ts";
import type { FeedDocument } from "../../src/edition/edition.ts";
import { newestOnly } from "../../src/edition/roll.ts";
import { editionsOf } from "../../src/edition/site.ts";
import { type Entry, entryOf } from "../../src/ledger/entry.ts";
import type { Publication } from "../../src/publication/publication.ts";
import type { StatedMedia } from "../../src/read/article.ts";
import { renderAtom } from "../../src/render/atom.ts";
import { renderJson } from "../../src/render/json.ts";
import { entryFromJsonItem } from "../../src/render/json-entry.ts";
import { renderRss } from "../../src/render/rss.ts";
import { RUNS } from "../support/runs.ts";
import { PUBLICATION, story } from "../support/story.ts";
import { anyDate, anyHtml, anyText, anyUrl } from "./arbitrary-feeds.ts";

const GENERATOR = { name: "Dateline", uri: "https://dateline.example/", version: "1.2.3" };
const FILES = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };

function entry(given: Partial<Story>, dates: { published: Date; updated: Date } = DATES, name = "a"): Entry {
  const told = story(`${name}.txt`, given);
  const identity = {
    id: `tag:gazette.example,2026-05-01:${name}`,
    link: `https://gazette.example/2026/05/01/${name}/`,
    precision: "day",
    evidence: () => told.evidence,
    ...dates,
  } as const;
  return entryOf(told, identity, PUBLICATION);
}

const DATES = { published: new Date("2026-05-01T12:00:00Z"), updated: new Date("2026-05-03T07:00:00Z") };

const asIs = (feed: FeedDocument) => ({ feed, shortened: 0 });
const rollOf = (_: string, entries: readonly Entry[], limit: number) => newestOnly(entries, limit);

function feedOf(entries: readonly Entry[], content: Publication["content"] = "full") {
  const publication = { ...PUBLICATION, content };
  const press = { publication, generator: GENERATOR, tombstones: [], files: () => FILES, roll: rollOf, fit: asIs };
  const [main] = editionsOf(press, entries);
  if (main === undefined) throw new Error("no main edition");
  return main.feed;
}

function items(feed: string): readonly unknown[] {
  return (JSON.parse(feed) as { readonly items: readonly unknown[] }).items;
}

const again = (feed: string): Entry[] => items(feed).flatMap((item) => entryFromJsonItem(item) ?? []);

const PHOTO: StatedMedia = { url: "https://gazette.example/p.jpg", type: "image/jpeg", length: 9, title: "The quay" };

describe("an entry comes back out of our own JSON Feed", () => {
  test.for<readonly [why: string, given: Partial<Story>]>([
    ["nothing but a title and a body", { authors: [] }],
    ["a title made from the first words", { titleDerived: true }],
    ["a summary", { summary: "In short." }],
    ["a section and tags", { section: "World", tags: ["Ships", "Fish & Chips"] }],
    ["a tag that is the section's name", { section: "World", tags: ["World", "Ships"] }],
    ["an organisation and a person", { authors: [{ name: "AP", kind: "organisation" }, FULL] }],
    ["contributors", { contributors: [FULL, { name: "John Roe", kind: "person" }] }],
    ["outlet, credit, bio, rights", { outlet: "Buna Times", credit: "AP", bio: "A writer", copyright: "© Jane" }],
    ["another language", { language: "mn" }],
    ["a picture", { image: PHOTO }],
    ["sound and film", { audio: { url: "/a.mp3", duration: 61 }, video: { url: "/v.mp4" } }],
    ["attachments", { attachments: [{ url: "/a.pdf", length: 3 }, PHOTO] }],
    [
      "evidence with places",
      { evidence: [evidence("title", "A <b>", "text", "A <b>", { line: 1, column: 1 }, "strong")] },
    ],
  ])("%s", ([, given]) => {
    const original = entry(given);
    expect(again(renderJson(feedOf([original])))).toEqual([original]);
  });

  test.for([
    [undefined, "nothing"],
    [null, "nothing"],
    ["text", "no object"],
    [[], "a list"],
    [{ id: "a", url: "https://x.example/", title: "A", date_published: "2026-05-01T12:00:00Z" }, "another publisher's"],
    [{ ...whole(), _dateline: { file: "a.txt", precision: "century" } }, "a precision that is none"],
    [{ ...whole(), _dateline: { precision: "day" } }, "no file"],
    [{ ...whole(), date_published: "yesterday" }, "a date that is none"],
    [{ ...whole(), title: undefined }, "no title"],
  ] as const)("%j gives none (%s)", ([item]) => {
    expect(entryFromJsonItem(item)).toBeUndefined();
  });
});

const FULL = {
  name: "Jane Doe",
  kind: "person",
  email: "jane@gazette.example",
  uri: "https://gazette.example/jane/",
  avatar: "https://gazette.example/jane.png",
  bio: "Writes on ships.",
} as const;

function whole(): object {
  const [item] = items(renderJson(feedOf([entry({})])));
  return item as object;
}

const words = anyText.filter((text) => /[a-z]/i.test(text));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const person = fc.record({ name: words, kind: fc.constantFrom("person" as const, "organisation" as const) });

const anyStory: fc.Arbitrary<Partial<Story>> = fc
  .record({
    title: words,
    body: anyHtml,
    summary: maybe(words),
    authors: fc.array(person, { maxLength: 2 }),
    contributors: fc.array(person, { maxLength: 2 }),
    section: maybe(words),
    tags: fc.array(words, { maxLength: 3 }),
    credit: maybe(words),
    bio: maybe(words),
    copyright: maybe(words),
    language: maybe(fc.constantFrom("de", "mn", "zh-Hans")),
    image: maybe(anyUrl.map((url) => ({ url }))),
    attachments: fc.array(
      anyUrl.map((url) => ({ url })),
      { maxLength: 2 },
    ),
    evidence: fc.array(
      words.map((text) => evidence("title", text, "text", text, { line: 1, column: 1 }, "certain")),
      { maxLength: 2 },
    ),
  })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));

describe("any entry that comes back", () => {
  test.for(["full", "summary"] as const)("gives the same three files again, to the byte (content: %s)", (content) => {
    fc.assert(
      fc.property(anyStory, anyDate, fc.nat(1e9), (given, published, later) => {
        const original = entry(given, { published, updated: new Date(published.getTime() + later) });
        const feed = feedOf([original], content);
        const returned = feedOf(again(renderJson(feed)), content);
        for (const render of [renderRss, renderAtom, renderJson]) expect(render(returned)).toBe(render(feed));
      }),
      RUNS,
    );
  });
});
