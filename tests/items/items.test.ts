import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Items, readItems } from "../../src/items/items.ts";
import { placeName, words } from "../../src/words.ts";
import { RUNS } from "../support/runs.ts";

const FILE = { name: "items.json", path: "items.json" };

const read = async (value: unknown): Promise<Items> => {
  const items = await readItems(typeof value === "string" ? value : JSON.stringify(value), FILE);
  if ("code" in items) throw new Error(items.code);
  return items;
};

describe("the words of an item", () => {
  test.for([
    [{ content_html: "<h2>A</h2><p>B &amp; c</p>" }, "html", "<h2>A</h2>|<p>B &amp; c</p>", "as JSON Feed has them"],
    [{ content_markdown: "# A\n\nB *c*" }, "markdown", "<h1>A</h1>|<p>B <em>c</em></p>", "Markdown"],
    [
      { content_text: "A < b\n\n---\n\nC" },
      "text",
      "<p>A &lt; b</p>|<p>---</p>|<p>C</p>",
      "plain text, no front matter",
    ],
    [{ body: "<p>A</p>" }, "html", "<p>A</p>", "of a kind that nobody names: HTML"],
    [{ content: "A *b* < c" }, "markdown", "<p>A <em>b</em> &lt; c</p>", "or not"],
    [{ content_text: "A", content_html: "<p>B</p>" }, "html", "<p>B</p>", "both: the richer one"],
    [{ content_html: null, content_text: "A" }, "text", "<p>A</p>", "null is nothing"],
    [{ content_text: "A\u0000\u001b[2Jb" }, "text", "<p>A[2Jb</p>", "characters that no feed may hold"],
    [{ bodyHtml: "<p>A</p>" }, "html", "<p>A</p>", "written as programs write it"],
    [{ title: "A" }, "text", "", "none"],
  ] as const)("%j is %s: %s (%s)", async ([item, format, html]) => {
    const { articles } = await read([{ id: "1", ...item }]);
    expect(articles.map((one) => [one.format, one.blocks.map((block) => block.html).join("|")])).toEqual([
      [format, html],
    ]);
  });
});

describe("the fields of an item are those of front matter", () => {
  test.for([
    [{ date_published: "2026-05-01T08:00:00Z" }, { published: "2026-05-01T08:00:00Z" }, "JSON Feed's names"],
    [{ publishedAt: "2026-05-01" }, { published: "2026-05-01" }, "other systems' names"],
    [
      { authors: [{ name: "Jane Doe", url: "https://j.example/" }] },
      { authors: [{ name: "Jane Doe", uri: "https://j.example/" }] },
      "people",
    ],
    [{ tags: ["a", 1] }, { tags: ["a", "1"] }, "lists"],
    [{ draft: true }, { draft: true }, "truth"],
    [{ status: "draft" }, { draft: true }, "as states"],
    [{ draft: false }, { draft: false }, "and its opposite"],
    [{ id: 42 }, { id: "42" }, "numbers as ids"],
    [{ title: "The ferry" }, { slug: "The ferry" }, "the address is named after the title"],
    [{ title: "The ferry", slug: "boat" }, { slug: "boat" }, "unless it is stated"],
    [{}, { slug: "1" }, "or after the id, where there is no title"],
  ] as const)("%j: %j (%s)", async ([item, fields]) => {
    const { articles } = await read([{ id: "1", ...item }]);
    const matter = Object.entries(articles[0]?.matter ?? {}).map(([key, { value }]) => [key, value]);
    expect(Object.fromEntries(matter)).toMatchObject(fields);
    expect(articles[0]?.findings).toEqual([]);
  });

  test("places are those in the file", async () => {
    const text =
      '{\n "version": "https://jsonfeed.org/version/1.1",\n "items": [\n  {\n   "id": "a",\n   "date": "2026-02-30"\n  }\n ]\n}';
    const { articles, places } = await read(text);
    expect(articles[0]?.matter.published?.place).toMatchObject({ file: "items.json", line: 6, column: 12 });
    expect([...places].map(([name, place]) => [name, placeName(place)])).toEqual([["items.json#a", "items.json:4:3"]]);
  });
});

test("ids with any characters name files without folders or days", async () => {
  const { articles } = await read([{ id: "https://old.example/2026-05-01/ferry sails" }]);
  expect(articles.map(({ file }) => file)).toEqual([
    "items.json#https%3A%2F%2Fold.example%2F2026-05-01%2Fferry%20sails",
  ]);
});

describe("trouble", () => {
  const told = async (text: string): Promise<readonly string[]> => {
    const items = await readItems(text, FILE);
    const all = "code" in items ? [items] : [...items.findings, ...items.articles.flatMap(({ findings }) => findings)];
    return all.map((one) => `${placeName(one.place)} ${one.severity} ${one.code}: ${words(one).wrong}`);
  };

  test.for([
    ['[\n{"id": }]', /^items\.json:2:8 error items\/syntax: This is no JSON: a value is missing/, "no JSON"],
    ['[{"id": "1"}', /^items\.json:1:13 error items\/syntax: This is no JSON: the file ends/, "a part of it"],
    ["", /^items\.json:1:1 error items\/syntax/, "nothing"],
    ['{"posts": []}', /^items\.json:1:1 error items\/no-list: This is neither/, "a list by another name"],
    ['"items"', /^items\.json:1:1 error items\/no-list/, "something else"],
    ["[\n[]]", /^items\.json:2:1 error items\/no-article: Item 1 of the list is no article/, "a list in it"],
    ['[{"id":"1"},\n{"title":"A"}]', /^items\.json:2:1 error items\/no-id: Item 2 of the list has no "id"/, "no id"],
    ['[{"id": " "}]', /^items\.json:1:2 error items\/no-id/, "an empty id"],
    ['[{"id": {"a": 1}}]', /^items\.json:1:2 error items\/no-id/, "an id that is none"],
    [
      '[{"id":"1"},\n{"id":1}]',
      /^items\.json:2:1 error items\/same-id: The item has the id "1", which the one in line 1/,
      "an id twice",
    ],
    [
      '[{"id":"1",\n"content":[{"type":"p"}]}]',
      /^items\.json:2:11 error matter\/ill-typed: "content" should hold text/,
      "words as an editor's blocks",
    ],
    [
      '[{"id":"1",\n"author":3}]',
      /^items\.json:2:10 error matter\/ill-typed: "author" should hold a name/,
      "a number for a name",
    ],
    ['[{"id":"1","content":"a\\u0000b"}]', /^items\.json:1:22 warning read\/characters-removed/, "a control"],
  ] as const)("%j: %s (%s)", async ([text, line]) => {
    expect(await told(text)).toEqual([expect.stringMatching(line)]);
  });

  test("the others are read all the same", async () => {
    const { articles } = await read([null, { id: "a" }, { title: "B" }, { id: "a" }, { id: "c" }]);
    expect(articles.map(({ file }) => file)).toEqual(["items.json#a", "items.json#c"]);
  });

  test("no JSON makes it throw, and every item is an article or a finding", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 5 }), async (list) => {
        const { articles, findings } = await read(list);
        expect(articles.length + findings.length).toBe(list.length);
      }),
      RUNS,
    );
  });
});
