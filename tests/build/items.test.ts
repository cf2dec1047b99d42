import { describe, expect, test } from "vitest";
import { placeName } from "../../src/words.ts";
import { type Site, site } from "../support/site.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const ITEMS = [
  {
    id: "https://gazette.example/?p=1",
    url: "https://gazette.example/news/ferry",
    title: "The ferry sails",
    date_published: "2026-05-01T08:00:00Z",
    authors: [{ name: "Jane Doe" }],
    content_html: "<p>The ferry sails <b>again</b>.</p>",
    tags: ["Harbour"],
  },
  { id: 42, title: "A crane", date: "2026-05-02", author: "Joe Bloggs", body: "The crane turns." },
];

function gazette(items: unknown, more: Readonly<Record<string, string>> = {}): Site {
  const text = typeof items === "string" ? items : JSON.stringify(items, null, 1);
  return site({ "data/publication.yaml": "title: G\nurl: https://gazette.example/\n", "items.json": text, ...more });
}

const published = (place: Site): readonly Readonly<Record<string, unknown>>[] =>
  JSON.parse(place.text("dist/feed.json")).items;
const build = (place: Site) => place.build({ now: NOW, articles: `${place.folder}/items.json` });

describe("articles of a JSON file", () => {
  test.for([
    [ITEMS, "a list"],
    [{ version: "https://jsonfeed.org/version/1.1", title: "G", items: ITEMS }, "a JSON Feed"],
  ] as const)("%#: stand in the feeds under their ids (%s)", async ([items]) => {
    const place = gazette(items);
    const { findings } = await build(place);
    expect(findings).toEqual([]);
    expect(published(place)).toMatchObject([
      {
        id: "tag:gazette.example,2026-05-02:42",
        url: "https://gazette.example/articles/a-crane/",
        title: "A crane",
        authors: [{ name: "Joe Bloggs" }],
        content_html: "<p>The crane turns.</p>",
      },
      {
        id: "https://gazette.example/?p=1",
        url: "https://gazette.example/news/ferry",
        date_published: "2026-05-01T08:00:00Z",
        tags: ["Harbour"],
        content_html: "<p>The ferry sails <b>again</b>.</p>",
      },
    ]);
  });

  test.for([
    ["a page of another program's", "title: G\nurl: https://gazette.example/\npages: false\n", []],
    ["a page of Dateline's own", "title: G\nurl: https://gazette.example/\n", ["media/missing", "media/outside"]],
    ["a page on another host", "title: G\nurl: https://other.example/\n", []],
  ] as const)(
    "%s: of pictures beside its page nothing is said, unless that can't have them",
    async ([, publication, codes]) => {
      const content_html = '<p><img src="quay.jpg" alt="A quay"> <img src="../boat.jpg" alt="A boat"></p>';
      const place = gazette([{ ...ITEMS[0], url: "https://gazette.example/news/ferry/", content_html }], {
        "data/publication.yaml": publication,
      });
      expect((await build(place)).findings.map(({ code }) => code)).toEqual(codes);
      expect(published(place)[0]?.content_html).toBe(
        '<p><img src="https://gazette.example/news/ferry/quay.jpg" alt="A quay" /> <img src="https://gazette.example/news/boat.jpg" alt="A boat" /></p>',
      );
    },
  );

  test("stand beside those of the folder, whose pictures they may show", async () => {
    const place = gazette([{ ...ITEMS[0], image: "quay.svg" }], {
      "data/visit.md": "---\ntitle: A visit\ndate: 2026-05-03\nauthor: Jane Doe\n---\nWe went there.\n",
      "data/quay.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    });
    await build(place);
    expect(published(place).map(({ title, image }) => [title, image])).toEqual([
      ["A visit", undefined],
      ["The ferry sails", expect.stringContaining("https://gazette.example/media/")],
    ]);
  });

  test("keep their ids and addresses when everything else of them changes, and in another order", async () => {
    const place = gazette(ITEMS);
    await build(place);
    const before = published(place).map(({ id, url }) => [id, url]);
    const changed = [{ ...ITEMS[1], title: "Two cranes", body: "They turn." }, ITEMS[0]];
    place.put({ "items.json": JSON.stringify(changed) });
    const { entries, subscribers } = await build(place);
    expect(published(place).map(({ id, url }) => [id, url])).toEqual(before);
    expect([entries.new, entries.updated.map(({ title }) => title), subscribers.returnAsNew]).toEqual([
      [],
      ["Two cranes"],
      [],
    ]);
    expect((await build(place)).files.written).toEqual([]);
  });

  test("are withdrawn when they are gone", async () => {
    const place = gazette(ITEMS);
    await build(place);
    place.put({ "items.json": JSON.stringify(ITEMS.slice(1)) });
    expect((await build(place)).entries.withdrawn.map(({ title }) => title)).toEqual(["The ferry sails"]);
  });
});

describe("what goes wrong in a JSON file", () => {
  test("an article that is refused has its line, and what it had published stays", async () => {
    const place = gazette(ITEMS);
    await build(place);
    place.put({
      "items.json": JSON.stringify(
        [
          { ...ITEMS[0], tags: { a: 1 } },
          { ...ITEMS[1], date: "2026-02-30" },
        ],
        null,
        1,
      ),
    });
    const { findings, entries } = await build(place);
    const told = findings.map(({ code, place: at }) => `${code} ${placeName(at).slice(place.folder.length + 1)}`);
    expect(told).toEqual([
      "ledger/kept items.json:2:2",
      "matter/ill-typed items.json:13:11",
      "ledger/kept items.json:17:2",
      "date/impossible items.json:20:11",
    ]);
    expect(entries.refused).toHaveLength(2);
    expect(published(place)).toHaveLength(2);
  });

  test("of an item that lost its id nothing is withdrawn", async () => {
    const place = gazette(ITEMS);
    await build(place);
    place.put({ "items.json": JSON.stringify([ITEMS[0], { ...ITEMS[1], id: "" }]) });
    const { findings, entries } = await build(place);
    expect(findings.map(({ code }) => code)).toEqual(["ledger/kept", "items/no-id"]);
    expect([entries.withdrawn, published(place).length]).toEqual([[], 2]);
  });

  test.for([
    ["[", "items/syntax", "a part of a file"],
    ["{}", "items/no-list", "no list"],
    ["[]", "disk/no-articles", "an empty list, as a system gives that is out of order"],
    [undefined, "disk/trouble", "no file"],
  ] as const)("%j: %s, and nothing is published or withdrawn (%s)", async ([items, code]) => {
    const place = gazette(ITEMS);
    await build(place);
    const before = place.bytes();
    if (items === undefined) place.remove("items.json");
    else place.put({ "items.json": items });
    const { findings, publication } = await build(place);
    expect([publication, findings.map((one) => one.code)]).toEqual([undefined, [code]]);
    expect(place.bytes()).toEqual(before);
  });

  test("the command says it with the words that are meant, and ends with 1", () => {
    const place = gazette([ITEMS[0], { ...ITEMS[1], date: "2026-02-30" }]);
    place.put({ "items.json": JSON.stringify([ITEMS[0], { ...ITEMS[1], date: "2026-02-30" }], null, 1) });
    const { code, stderr } = place.dateline(["build", "--articles", "items.json", "--now", "2026-06-01"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^items\.json:20:11 error date\/impossible: .*\n20 \| +"date": "2026-02-30",\n +\^+\n/m);
  });
});
