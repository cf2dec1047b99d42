import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fenced } from "../../src/read/fence.ts";
import { readMatter } from "../../src/read/matter.ts";
import { plainFields } from "../../src/read/plain-matter.ts";
import { tries } from "../support/runs.ts";

const fenced = (text: string): Fenced => ({ kind: "yaml", tag: "", text, line: 2, closed: true, fence: "---" });
const plain = (text: string) => plainFields(fenced(text), "a.md");
const parsed = (text: string) => readMatter(fenced(text), "a.md");

describe("front matter of words, quotations and short lists needs no parser", () => {
  test.for([
    ["title: The ferry sails again", "The ferry sails again"],
    ['title: "Ferry: it sails # again"', "Ferry: it sails # again"],
    ["title: 'Ferry'", "Ferry"],
    ["date: 2024-08-30T10:00:00+02:00", "2024-08-30T10:00:00+02:00"],
    ["date: 2024-08-30 10:00:00 +0200", "2024-08-30 10:00:00 +0200"],
    ["link: https://ferry.example/a#b", "https://ferry.example/a#b"],
    ["draft: true", true],
    ["weight: 10", 10],
    ['tags: [ferries, "the sea", harbour-life]', ["ferries", "the sea", "harbour-life"]],
  ] as const)("%j", ([text, value]) => {
    expect(plain(text)).toMatchObject([{ value }]);
    expect(parsed(text)).toEqual({ fields: plain(text), findings: [] });
  });
});

describe("a parser is asked where a line may mean something else", () => {
  test.for([
    ["title: Ferry: it sails", "a second colon"],
    ["title: Ferry # sails", "a comment"],
    ["title: Ferry:", "a key without a value"],
    ["title:", "nothing"],
    ["title: 012", "digits that are not the number that they look like"],
    ["title: 1e3", "a number"],
    ["title: null", "nothing, in a word"],
    ["title: NO\ntitle: No", "a key twice"],
    ["title: Ferry\n  sails", "words that go on"],
    ["title: Ferry ", "a blank at the end"],
    ["title: >", "a mark"],
    ["title: &a Ferry", "an anchor"],
    ["title: @ferry", "a mark that YAML keeps for itself"],
    ['title: "a\\u0041"', "an escape"],
    ["title: 'it''s'", "a quotation mark in a quotation"],
    ["tags: []", "an empty list"],
    ["tags: [a: b]", "a field in a list"],
    ["tags: [a, [b]]", "a list in a list"],
    ['tags: ["a, b", c]', "a comma in a quotation"],
    ["tags:\n  - a", "a list of lines"],
    ["true: a", "a key that is no word"],
    ["<<: a", "a key that is a mark"],
    ["# a\ntitle: A", "a comment of its own"],
  ])("%j: %s", ([text = ""]) => {
    expect(plain(text)).toBeUndefined();
  });

  test("so long that it is no ordinary front matter", () => {
    expect(plain(`title: ${"ferry ".repeat(2_000)}ferry`)).toBeUndefined();
  });
});

test("whatever is read without a parser, a parser reads the same", () => {
  const word = fc.constantFrom(
    ...[
      "Ferry",
      "sails",
      "to",
      "the",
      "sea",
      "again",
      "Jane",
      "Doe",
      "Buna",
      "harbour",
      "quay",
      "pier",
      "it's",
      "über",
      "a",
      "No",
      "null",
      "True",
      "~",
      "yes",
      "0x1F",
      "012",
      "12",
      "1.5",
      "2024-08-30",
      "10:00",
    ],
    ...[
      ":",
      "#",
      "-",
      "?",
      ",",
      "[",
      "]",
      "{",
      "}",
      "&a",
      "*a",
      "!a",
      "|",
      ">",
      "%",
      "@",
      '"',
      "'",
      "\\",
      '\\"',
      "\t",
      "\u00a0",
    ],
    ...["a:", "a#", "#a", ":a", "-a", "”", "…", "日本", "👋", ".inf", ".nan", "---", "..."],
  );
  const joined = (words: readonly string[], glue: string): string => words.join(glue);
  const value = fc
    .tuple(
      fc.array(word, { maxLength: 4 }),
      fc.constantFrom(" ", " ", " ", "", ", ", "  "),
      fc.constantFrom("", '"', "'", "[", " "),
    )
    .map(([words, glue, around]) => `${around}${joined(words, glue)}${around === "[" ? "]" : around}`);
  const key = fc.constantFrom(
    "title",
    "date",
    "author",
    "summary",
    "section",
    "layout",
    "tags",
    "Pub_Date",
    "a-b",
    "null",
    "x.y",
    "über",
    "true",
    " title",
    "-",
  );
  const row = fc
    .tuple(key, fc.constantFrom(": ", ": ", ": ", ": ", ":", ":  ", " : "), value)
    .map(([name, colon, words]) => `${name}${colon}${words}`);
  let read = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 2 }), (rows) => {
      const text = rows.join("\n");
      const fields = plain(text);
      if (fields === undefined) return;
      read += 1;
      expect(parsed(text)).toEqual({ fields, findings: [] });
    }),
    tries(5_000),
  );
  expect(read).toBeGreaterThan(200);
});
