import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/read/read.ts";

const read = (text: string) => readArticle(new TextEncoder().encode(text), "a.md");
const values = async (matter: string) =>
  Object.fromEntries(
    Object.entries((await read(`---\n${matter}\n---\nBody.\n`)).matter).map(([key, { value }]) => [key, value]),
  );
const trouble = async (text: string) =>
  (await read(text)).findings.map(({ code, severity, place }) => [code, severity, place.line]);

describe("keys of other tools and languages come to one name", () => {
  test.for([
    ["headline: A", { title: "A" }, "newsrooms"],
    ["Title: A", { title: "A" }, "capitals"],
    ["titre: A", { title: "A" }, "French"],
    ["author: Jane Doe", { authors: [{ name: "Jane Doe" }] }, "one name"],
    ["authors: [A B, C D]", { authors: [{ name: "A B" }, { name: "C D" }] }, "several"],
    [
      "author: {name: A B, email: a@b.org, url: https://b.org/}",
      { authors: [{ name: "A B", email: "a@b.org", uri: "https://b.org/" }] },
      "with more",
    ],
    ["pub_date: 2024-08-30", { published: "2024-08-30" }, "a date stays the words"],
    ["date: 2024-8-3", { published: "2024-8-3" }, "even an odd one"],
    ["publishedAt: 2024-08-30T10:00:00+02:00", { published: "2024-08-30T10:00:00+02:00" }, "camel case"],
    ["lastmod: 2024-08-31", { updated: "2024-08-31" }, "Hugo"],
    ["tags: one, two", { tags: ["one", "two"] }, "a list in one string"],
    ["categories: [World, Asia]", { section: "World", tags: ["Asia"] }, "the first category is the section"],
    ["published: false", { draft: true }, "Jekyll"],
    ["date: 2024-08-30\npublished: false", { published: "2024-08-30", draft: true }, "beside a date"],
    ["published: false\ndate: 2024-08-30", { published: "2024-08-30", draft: true }, "and before one"],
    ["published: true\ndate: 2024-08-30", { published: "2024-08-30" }, "what is published is no draft"],
    ['date: 2024-08-30\npublished: "no"', { published: "2024-08-30", draft: true }, "in words"],
    ["title: The #1 ferry", { title: "The #1 ferry" }, "no comment"],
    ["title: The ferry # not yet", { title: "The ferry" }, "a comment"],
    ["title: &Sons of the sea", { title: "&Sons of the sea" }, "no anchor"],
    ["title: &a The ferry\nsection: *a", { title: "The ferry", section: "The ferry" }, "an anchor"],
    ["summary: !Viva the ferry", { summary: "!Viva the ferry" }, "no tag"],
    ["published: 2024-08-30", { published: "2024-08-30" }, "the same key as a date"],
    ["status: draft", { draft: true }, "WordPress exports"],
    ["title: 2024", { title: "2024" }, "a number is words"],
    ["title: 012", { title: "012" }, "even where YAML would count in eights"],
    ["image: https://b.org/i.png", { image: { url: "https://b.org/i.png" } }, "a picture"],
    [
      "enclosure: {url: a.mp3, type: audio/mpeg, length: 12}",
      { attachments: [{ url: "a.mp3", type: "audio/mpeg", length: 12 }] },
      "a file",
    ],
    ["title:", {}, "nothing is said"],
    ["whatever: 1", {}, "what we do not know is not ours"],
  ] as const)("%s → %j (%s)", async ([matter, expected]) => {
    expect(await values(matter)).toEqual(expected);
  });
});

test("TOML says the same", async () => {
  const { matter } = await read('+++\ntitle = "A"\ndate = 2024-08-30\ntags = ["b"]\n+++\nBody.\n');
  expect([matter.title?.value, matter.published?.value, matter.tags?.value]).toEqual(["A", "2024-08-30", ["b"]]);
});

test.for([
  ["date = 2024-02-30", "2024-02-30", "a day that there is not, which TOML's parser would roll over"],
  ["date = 2024-02-30T10:00:00Z", "2024-02-30", "with a time"],
  ["date = 2024-08-30T10:00:00+02:00", "2024-08-30T10:00:00.000+02:00", "one that there is"],
] as const)("TOML's %s is %s (%s)", async ([date, expected]) => {
  expect((await read(`+++\n${date}\n+++\nBody.\n`)).matter.published?.value).toBe(expected);
});

describe("JSON says the same", () => {
  const fields = '{\n\t"title": "A } \\" {",\n\t"date": "2024-08-30",\n\t"tags": ["b"]\n}';
  test.for([
    [`${fields}\n\nBody.`, "in front of everything, as Hugo takes it"],
    [`---json\n${fields}\n---\nBody.`, "between fences"],
    [`;;;\n${fields}\n;;;\nBody.`, "between fences of its own"],
  ] as const)("%j (%s)", async ([text]) => {
    const { matter, blocks, findings } = await read(text);
    expect([matter.title?.value, matter.published?.value, matter.tags?.value]).toEqual([
      'A } " {',
      "2024-08-30",
      ["b"],
    ]);
    expect([blocks.map(({ html }) => html), findings]).toEqual([["<p>Body.</p>"], []]);
  });

  test.for([
    ['{"title": "A"', [["matter/unclosed", "error", 1]], "never ends"],
    ['{"title": "A"\n"date": 1}\nBody.', [["matter/syntax", "error", 2]], "a comma is missing"],
  ] as const)("%j → %j (%s)", async ([text, expected]) => {
    expect(await trouble(text)).toEqual(expected);
  });

  test("a brace that begins a text is none", async () => {
    expect((await read('{ "A ferry" } sails.')).matter).toEqual({});
  });
});

test("what is of another type is shown as it stands", async () => {
  const { findings } = await read(`---\ntitle: true\nslug: {a: b}\ntags: [${"a, ".repeat(200)}a]\n---\nBody.\n`);
  expect(findings.map(({ facts }) => "got" in facts && facts.got)).toEqual([
    "true",
    "a group of fields",
    "a list of 201",
  ]);
});

test("each value knows its place", async () => {
  const { matter } = await read("---\ntitle: A headline\n---\n");
  expect(matter.title).toEqual({
    value: "A headline",
    words: "A headline",
    key: "title",
    place: { file: "a.md", line: 2, column: 8, length: 10 },
  });
});

describe("what is no front matter", () => {
  test.for([
    ["---\nThe night was dark\n---\nand long.", "a rule in running text"],
    ["Text first\n---\ntitle: A\n---\n", "a fence further down"],
    ["- - -\n", "another rule"],
  ] as const)("%j (%s)", async ([text]) => {
    const { matter, findings } = await read(text);
    expect([matter, findings]).toEqual([{}, []]);
  });

  test("a blank line or a mark before the fence is let pass", async () => {
    expect((await read("\ufeff\n---\ntitle: A\n---\n")).matter.title?.value).toBe("A");
  });
});

describe("trouble", () => {
  test.for([
    [
      "---\ntitle: Putin: no arrest\n---\nx",
      [["matter/repaired", "warning", 2]],
      "the most frequent mistake is mended",
    ],
    ["---\nauthor: @jane\n---\nx", [["matter/repaired", "warning", 2]], "and so is this one"],
    ["---\ntitle: A\n", [["matter/unclosed", "error", 1]], "never ends"],
    ["---\ntitle: [A\n---\nx", [["matter/syntax", "error", 2]], "a list that never ends"],
    ["---\ntitle: A\ntitle: B\n---\nx", [["matter/syntax", "error", 3]], "two of one key"],
    ["---\n- A\n---\nx", [["matter/syntax", "error", 1]], "a list is no front matter"],
    ["---js\nmodule.exports = {}\n---\nx", [["matter/syntax", "error", 1]], "code is never run"],
    ["+++\ntitle = A\n+++\nx", [["matter/syntax", "error", 2]], "TOML's own"],
    ["---\ntitle: [A, B]\n---\nx", [["matter/ill-typed", "error", 2]], "a list is no title"],
    ["---\npermalink: https://a:b@c.example/\n---\nx", [["matter/ill-typed", "error", 2]], "a password"],
    [
      "---\ncorrection: {text: a, date: 2026-02-30}\n---\nx",
      [["matter/ill-typed", "error", 2]],
      "a correction of a day that there is not",
    ],
    ["---\nimage: javascript:alert(1)\n---\nx", [["matter/ill-typed", "error", 2]], "no address to fetch"],
    [
      "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n---\nx",
      [["matter/syntax", "error", 1]],
      "a bomb",
    ],
  ] as const)("%j → %j (%s)", async ([text, expected]) => {
    expect(await trouble(text)).toEqual(expected);
  });
});
