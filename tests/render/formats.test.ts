import { Feed, type Item } from "feed";
import { expect, test } from "vitest";
import type { Entry } from "../../src/ledger/entry.ts";
import { renderAtom } from "../../src/render/atom.ts";
import { FORMATS } from "../../src/render/formats.ts";
import { renderJson } from "../../src/render/json.ts";
import { renderRss } from "../../src/render/rss.ts";

const ALL = Object.values(FORMATS);

function feedOf(...items: readonly Item[]): Feed {
  const feed = new Feed({ id: "https://courier.example/", title: "The Courier", link: "https://courier.example/" });
  feed.items = [...items];
  return feed;
}

/** An entry whose words come from the disk, as builds have them, and how often each was asked for. */
function entryOnDisk(): { readonly entry: Entry; readonly asked: Record<"content" | "evidence", number> } {
  const asked = { content: 0, evidence: 0 };
  const entry = {
    id: "tag:courier.example,2026-01-02:bridge",
    title: "The bridge is open",
    link: "https://courier.example/bridge/",
    date: new Date("2026-01-02T03:04:05Z"),
    published: new Date("2026-01-02T03:04:05Z"),
    file: "bridge.txt",
    precision: "second",
    titleDerived: false,
    people: [],
    helpers: [],
    tags: [],
    attachments: [],
    get content() {
      asked.content += 1;
      return "<p>The bridge is open.</p>";
    },
    get evidence() {
      asked.evidence += 1;
      return [];
    },
  } satisfies Entry;
  return { entry, asked };
}

test("all formats of a feed together ask for an entry's words once", () => {
  const { entry, asked } = entryOnDisk();
  const feed = feedOf(entry);
  for (const { pieces } of ALL) expect(pieces(feed).join("")).toContain("The bridge is open.</p>");
  expect(asked).toEqual({ content: 1, evidence: 1 });
});

test("feeds that are written in turns are not taken for each other", () => {
  const [one, other] = [feedOf({ ...ITEM, title: "First" }), feedOf({ ...ITEM, title: "Second" })];
  for (const { pieces } of ALL) {
    expect(pieces(one).join("")).toContain("First");
    expect(pieces(other).join("")).toContain("Second");
  }
});

test.for([
  ["renderRss", renderRss],
  ["renderAtom", renderAtom],
  ["renderJson", renderJson],
] as const)("%s writes a feed as it is now, also where it was written before", ([, render]) => {
  const feed = feedOf({ ...ITEM, title: "Before" });
  for (const { pieces } of ALL) pieces(feed);
  render(feed);
  feed.items = [{ ...ITEM, title: "After" }];
  expect(render(feed)).toContain("After");
});

const ITEM: Item = { title: "", link: "https://courier.example/bridge/", date: new Date("2026-01-02T03:04:05Z") };
