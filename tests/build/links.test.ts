import { describe, expect, test } from "vitest";
import { type Site, site } from "../support/site.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const PUBLICATION = "title: A\nurl: https://a.example/\n";
const article = (title: string, body: string, more = ""): string =>
  `---\ntitle: ${title}\ndate: 2026-05-01\n${more}---\n\n${body}\n`;
const TIDE = article("The tide", "It came early today, and stayed for long.");

/** What the feed says of the article of that title. */
function content(place: Site, title: string): string {
  const { items } = JSON.parse(place.text("dist/feed.json")) as {
    items: readonly { readonly title: string; readonly content_html: string }[];
  };
  return items.find((item) => item.title === title)?.content_html ?? "";
}

describe("a link to the file of another article", () => {
  const files = {
    "data/publication.yaml": PUBLICATION,
    "data/news/ferry.md": article("The ferry", "After [the tide](../sea/tide.md#flood) it sails."),
    "data/sea/tide.md": TIDE,
  };

  test("leads to where that is published, in feeds and pages", async () => {
    const place = site(files);
    await place.build({ now: NOW });
    expect(content(place, "The ferry")).toBe(
      '<p>After <a href="https://a.example/articles/tide/#flood">the tide</a> it sails.</p>',
    );
    expect(place.text("dist/articles/ferry/index.html")).toContain('href="../../articles/tide/#flood"');
  });

  test("follows it when it moves, which is no update of the article that links", async () => {
    const place = site(files);
    await place.build({ now: NOW });
    place.put({ "data/sea/tide.md": TIDE.replace("---\n", "---\npermalink: /sea/the-tide/\n") });
    const { entries } = await place.build({ now: new Date("2026-06-02T00:00:00Z") });
    expect(content(place, "The ferry")).toContain("https://a.example/sea/the-tide/#flood");
    expect(place.text("dist/articles/ferry/index.html")).toContain('href="../../sea/the-tide/#flood"');
    expect(entries.updated).toEqual([]);
  });

  test("gives the same files with and without what builds remember", async () => {
    const place = site(files);
    await place.build({ now: NOW });
    await place.build({ now: NOW });
    const before = place.bytes();
    place.remove("data/.dateline");
    await place.build({ now: NOW });
    expect(place.bytes()).toEqual(before);
  });

  test.for([
    ["a draft", "draft: true\n"],
    ["held back", "date: 2027-01-01\n"],
    ["refused", "image: missing.png\n"],
  ] as const)("that is %s is told of", async ([, more]) => {
    const tide = more.startsWith("date")
      ? TIDE.replace("date: 2026-05-01\n", more)
      : TIDE.replace("---\n", `---\n${more}`);
    const place = site({ ...files, "data/sea/tide.md": tide });
    const { findings } = await place.build({ now: NOW });
    expect(findings.filter(({ code }) => code === "link/unpublished")).toMatchObject([
      { severity: "note", facts: { url: "../sea/tide.md#flood", path: "sea/tide.md" } },
    ]);
  });

  test("works between articles of HTML, and both ways", async () => {
    const place = site({
      "data/publication.yaml": PUBLICATION,
      "data/a.html":
        "<h1>First one</h1><p>By Jane Doe</p><p>May 1, 2026</p><p>Read <a href='b.html'>the second</a> &amp; more of it.</p>",
      "data/b.html":
        "<h1>Second one</h1><p>By Jane Doe</p><p>May 2, 2026</p><p>Read <a href='a.html?x=1&amp;y=2'>the first</a> of all these.</p>",
    });
    await place.build({ now: NOW });
    expect(content(place, "First one")).toContain('<a href="https://a.example/articles/b/">');
    expect(content(place, "Second one")).toContain('<a href="https://a.example/articles/a/">');
  });
});

describe("a link to a document beside the article", () => {
  const files = {
    "data/publication.yaml": PUBLICATION,
    "data/news/ferry.md": article(
      "The ferry",
      "All [its journeys](tables/ferry.csv#row=2), and [what is elsewhere](other.csv).",
    ),
    "data/news/tables/ferry.csv": "day,journeys\n1,2\n",
  };

  test("leads to its copy; one that is not there is left as it is", async () => {
    const place = site(files);
    const { findings } = await place.build({ now: NOW });
    const copy = place.list("dist/media");
    expect(copy).toEqual([expect.stringMatching(/^[0-9a-f]{20}\.csv$/)]);
    expect(place.text(`dist/media/${copy[0]}`)).toBe("day,journeys\n1,2\n");
    expect(content(place, "The ferry")).toBe(
      `<p>All <a href="https://a.example/media/${copy[0]}#row=2">its journeys</a>, and ` +
        '<a href="https://a.example/articles/ferry/other.csv">what is elsewhere</a>.</p>',
    );
    expect(findings).toEqual([]);
  });

  test("is looked at in each build: another table is another address, and an update", async () => {
    const place = site(files);
    await place.build({ now: NOW });
    const [before] = place.list("dist/media");
    place.put({ "data/news/tables/ferry.csv": "day,journeys\n1,3\n" });
    const { entries } = await place.build({ now: new Date("2026-06-02T00:00:00Z") });
    const after = place.list("dist/media");
    expect(after).not.toContain(before);
    expect(content(place, "The ferry")).toContain(`/media/${after[0]}#row=2`);
    expect(entries.updated).toMatchObject([{ title: "The ferry" }]);
  });
});

test.for([
  ["[the key](.env.txt)", "a link"],
  ["![the key](.git/config.png)", "a picture"],
] as const)("%s publishes no hidden file (%s)", async ([body]) => {
  const place = site({
    "data/publication.yaml": PUBLICATION,
    "data/ferry.md": article("The ferry", `It sails. ${body}`),
    "data/tide.md": TIDE,
    "data/.env.txt": "secret",
    "data/.git/config.png": "secret",
  });
  await place.build({ now: NOW });
  expect(place.list("dist").filter((path) => path.startsWith("media/"))).toEqual([]);
});
