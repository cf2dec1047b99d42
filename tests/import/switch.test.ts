import { Feed } from "feed";
import { parseFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { type Site, site } from "../support/site.ts";

const OLD = "https://old.example/";
const NAMES = ["quay", "buoy", "mole", "crane"] as const;

/** What the program that is left has published; an edited one among them. */
function oldFeed(): Feed {
  const feed = new Feed({ id: OLD, link: OLD, title: "Gazette", copyright: "", author: { name: "Jane Doe" } });
  for (const [index, name] of NAMES.entries()) {
    const published = new Date(Date.UTC(2020, 4, index + 1, 8));
    const date = name === "buoy" ? new Date(Date.UTC(2021, 0, 1)) : published;
    feed.addItem({
      id: `${OLD}?p=${index}`,
      title: `The ${name}`,
      link: `${OLD}${name}.html`,
      date,
      published,
      content: `<p>All there is to say of the ${name}.</p>`,
    });
  }
  return feed;
}

const wxr = (rss: string): string =>
  rss.replaceAll("</item>", "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>");

/** What is handed over, and the feed that subscribers of the old program read. */
const MOVES = [
  ["JSON Feed", "feed.json", (feed: Feed) => feed.json1(), "feed.json"],
  ["RSS", "rss.xml", (feed: Feed) => feed.rss2(), "rss.xml"],
  ["Atom", "atom.xml", (feed: Feed) => feed.atom1(), "atom.xml"],
  ["a WordPress export", "export.xml", (feed: Feed) => wxr(feed.rss2()), "rss.xml"],
] as const;

interface Loose {
  readonly id?: string;
  readonly guid?: { readonly value?: string };
  readonly title?: string | { readonly value?: string };
}

/** A reader of one feed, who remembers ids as readers do; each visit says the titles that it shows as new. */
function reader(): (text: string) => readonly string[] {
  const known = new Set<string>();
  return (text) => {
    const { feed } = parseFeed(text) as unknown as {
      readonly feed: { items?: readonly Loose[]; entries?: readonly Loose[] };
    };
    const fresh = (feed.items ?? feed.entries ?? []).filter((one) => !known.has(one.id ?? one.guid?.value ?? ""));
    for (const one of fresh) known.add(one.id ?? one.guid?.value ?? "");
    return fresh.map(({ title = "" }) => (typeof title === "string" ? title : (title.value ?? ""))).sort();
  };
}

async function moved(handed: string, text: string): Promise<Site> {
  const place = site({ "data/publication.yaml": `title: Gazette\nurl: ${OLD}\n`, [`old/${handed}`]: text });
  const imported = await run(["import", `${place.folder}/old/${handed}`, "--data", `${place.folder}/data`]);
  expect([imported.code, imported.stdout]).toEqual([0, expect.stringMatching(/^4 articles written /)]);
  return place;
}

describe("a reader who stays over the move to Dateline", () => {
  test.for(MOVES)(
    "by %s sees no old article as new, each edit as none, and the next one once",
    async ([, handed, text, read]) => {
      const old = oldFeed();
      const visit = reader();
      const before = { "feed.json": old.json1(), "rss.xml": old.rss2(), "atom.xml": old.atom1() }[read];
      expect(visit(before)).toEqual(NAMES.map((name) => `The ${name}`).sort());

      const place = await moved(handed, text(old));
      await place.build({ now: new Date("2026-06-01T00:00:00Z") });
      expect(visit(place.text(`dist/${read}`))).toEqual([]);

      const [first = ""] = place.list("data").filter((file) => file.includes("crane"));
      place.put({ [`data/${first}`]: place.text(`data/${first}`).replace("All there is", "All that there is") });
      await place.build({ now: new Date("2026-06-02T00:00:00Z") });
      expect(visit(place.text(`dist/${read}`))).toEqual([]);
      expect(place.text(`dist/${read}`)).toContain("All that there is to say of the crane");

      place.put({ "data/storm.md": "---\ntitle: The storm\ndate: 2026-06-03\nauthor: Jane Doe\n---\nIt blows.\n" });
      await place.build({ now: new Date("2026-06-04T00:00:00Z") });
      expect(visit(place.text(`dist/${read}`))).toEqual(["The storm"]);
      expect(visit(place.text(`dist/${read}`))).toEqual([]);
    },
  );

  test.for(MOVES)("by %s finds each article where and when it was", async ([, handed, text]) => {
    const place = await moved(handed, text(oldFeed()));
    await place.build({ now: new Date("2026-06-01T00:00:00Z") });
    const { items } = JSON.parse(place.text("dist/feed.json")) as { items: { url: string; date_published: string }[] };
    const stands = new Map(items.map(({ url, date_published }) => [url, date_published.slice(0, 10)]));
    expect(Object.fromEntries(stands)).toEqual(
      Object.fromEntries(NAMES.map((name, index) => [`${OLD}${name}.html`, `2020-05-0${index + 1}`])),
    );
  });
});
