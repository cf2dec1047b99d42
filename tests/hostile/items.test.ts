import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NO_BROWSER } from "../support/browser.ts";
import { site } from "../support/site.ts";
import { ACTIVE_CASES } from "./cases/active.ts";
import { utf16 } from "./cases/case.ts";
import { CHARACTERS } from "./cases/characters.ts";
import { shown, watched } from "./watch.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const FILES = {
  "data/publication.yaml": "title: The Hostile Gazette\nurl: https://h.example/\nlimit: 10000\nbudget: 100000000\n",
};
const item = (id: unknown, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  id,
  title: "The ferry",
  date: "2026-05-01",
  content_html: "<p>The ferry sails.</p>",
  ...more,
});

async function builtOf(content: string | Uint8Array) {
  const place = site({ ...FILES, "items.json": content });
  const report = await place.build({ now: NOW, articles: join(place.folder, "items.json") });
  return { place, report };
}

describe("a file of items that is none publishes nothing, and says where", () => {
  test.for([
    ["", "items/syntax", 1, "nothing"],
    ["null", "items/no-list", 1, "null"],
    ["{}", "items/no-list", 1, "no list"],
    ['{"items": {}}', "items/no-list", 1, "no list in it"],
    ["[\n{\n", "items/syntax", 3, "no end"],
    ['[{"id": "a\nb"}]', "items/syntax", 1, "a line break in a string"],
    ['[{"id": "\\ud8"}]', "items/syntax", 1, "half an escape"],
    ["[1, 2,]", "items/syntax", 1, "a comma too many"],
    ["[NaN]", "items/syntax", 1, "no number"],
    ["[] []", "items/syntax", 1, "two lists"],
    ["[".repeat(100_000), "items/syntax", 1, "lists in lists"],
    ['{"a":'.repeat(100_000), "items/syntax", 1, "objects in objects"],
    [`"${"x".repeat(5_000_000)}`, "items/syntax", 1, "a string of 5 MB that never ends"],
    ["<html>", "items/syntax", 1, "a page that says that one has to log in"],
    ["\u0000\u0001", "items/syntax", 1, "controls"],
  ] as const)("%# $3: $1 at line $2", async ([content, code, line]) => {
    const { report } = await builtOf(content);
    expect([report.publication, report.findings.map((one) => [one.code, one.place.line])]).toEqual([
      undefined,
      [[code, line]],
    ]);
  });
});

describe("an item that is no article is refused, and the others are published", () => {
  test.for([
    [1, "items/no-article", "a number"],
    [null, "items/no-article", "null"],
    [[], "items/no-article", "a list"],
    [{}, "items/no-id", "nothing"],
    [item(null), "items/no-id", "no id"],
    [item({ a: 1 }), "items/no-id", "an object for an id"],
    [item("  "), "items/no-id", "blanks for an id"],
    [item("quiet"), "items/same-id", "another's id"],
    [item("a", { title: ["a"] }), "matter/ill-typed", "a list for a headline"],
    [item("a", { content_html: { a: 1 } }), "matter/ill-typed", "an object for words"],
    [item("a", { content_html: "" }), "clean", "no words but the headline"],
    [item("a", { title: "", content_html: "" }), "article/empty", "no words at all"],
    [item("a", { date: "9999-12-31" }), "matter/ill-typed", "the end of time"],
    [item("a", { date: "2024-02-30" }), "date/impossible", "30 February"],
    [item("a", { date: 1_714_694_400 }), "matter/ill-typed", "a number of seconds"],
    [item("a", { url: "javascript:alert(1)" }), "matter/ill-typed", "an address that runs"],
    [item("a", { authors: [1, 2] }), "matter/ill-typed", "numbers for people"],
    [item("a", { image: "../../../etc/passwd" }), "media/outside", "a file out of the data folder"],
    [item("a", { content_html: "<b>".repeat(5_000) }), "read/too-deep", "elements in elements"],
    [item("a", { content_markdown: ">".repeat(5_000), content_html: null }), "read/too-deep", "quotes in quotes"],
    [item("a", { content_html: `<p>${"x".repeat(20_000_001)}</p>` }), "read/too-large", "more than is read"],
    [item("a", { content_html: "<p>\ud800</p>" }), "read/characters-removed", "half a letter"],
    [item("../../etc/passwd\n\u0000"), "clean", "an id that is a path"],
    [item("__proto__", { __proto__: { draft: true }, constructor: 1 }), "clean", "names that objects have"],
    [item("a", { title: "a\r\nX: y", tags: ["a\n/* \n  Evil: 1"] }), "clean", "lines that a host would read"],
    [item(1e308 * 10 || 7), "items/no-id", "a number without end"],
  ] as const)("%# $2: $1", async ([one, code]) => {
    const { report } = await builtOf(JSON.stringify([item("quiet", { title: "A quiet day" }), one]));
    expect(report.entries.new.map(({ title }) => title)).toContain("A quiet day");
    const told = report.findings.map((finding) => finding.code);
    if (code === "clean") expect(told).toEqual([]);
    else expect(told).toContain(code);
    for (const { place } of report.findings) expect(place.line).toBe(1);
  });
});

test.for(["1e400", "12345678901234567890"])("a number whose digits are lost is no id: %s", async (id) => {
  const { report } = await builtOf(`[{"id": "quiet", "title": "A quiet day"}, {"id": ${id}, "title": "A"}]`);
  expect(report.findings.map((one) => one.code)).toContain("items/no-id");
});

test("the words of hostile articles as items: all are published, none active", { timeout: 120_000 }, async () => {
  const cases = [...ACTIVE_CASES, ...CHARACTERS].filter(([, content]) => typeof content === "string");
  const items = cases.map(([file, content]) =>
    item(file, { title: file, summary: content, content_html: content, tags: [content] }),
  );
  const { place, report } = await builtOf(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", items }));
  expect(report.entries.refused).toEqual([]);
  expect(report.entries.new.length).toBe(cases.length);
  if (NO_BROWSER) return;
  const { context, deeds } = await watched(new Map());
  const { items: told } = JSON.parse(place.text("dist/feed.json")) as { items: { content_html: string }[] };
  const active = await shown(await context.newPage(), [told.map(({ content_html }) => content_html).join("\n")], true);
  expect([active, deeds]).toEqual([[], []]);
});

test("a file of items in UTF-16 is read", async () => {
  const { report } = await builtOf(utf16(JSON.stringify([item("a", { title: "Café" })])));
  expect(report.entries.new.map(({ title }) => title)).toEqual(["Café"]);
});
