import fc from "fast-check";
import { expect, test } from "vitest";
import { type Evidence, evidence } from "../src/compose/evidence.ts";
import type { Story } from "../src/compose/story.ts";
import { cells } from "../src/explain/cells.ts";
import { explain, type Style } from "../src/explain.ts";
import { finding } from "../src/finding.ts";
import { article } from "./compose/articles.ts";
import { RUNS } from "./support/runs.ts";
import { story } from "./support/story.ts";

const SENTENCE =
  "A night clinic that was due to close will keep its doors open at least until spring, the health authority for Brackwater said on Tuesday, May 29, after a quarrel that had lasted for as long as anybody remembers.";
const WORDS = [
  "Night clinic to stay open",
  "By Jane Doe",
  SENTENCE,
  "So much for that.",
  "And that.",
  "And that, too.",
  "And so on.",
  "And on.",
  "And on, again.",
];

function at(
  field: Evidence["field"],
  value: string,
  from: Evidence["from"],
  words: string,
  line: number,
  column = 1,
): Evidence {
  return evidence(field, value, from, words, { line, column }, "strong");
}

const STORY: Story = story("a.txt", {
  date: undefined,
  title: "Night clinic to stay open",
  evidence: [
    at("title", "Night clinic to stay open", "heading", "Night clinic to stay open", 1),
    at("authors", "Jane Doe", "byline", "Jane Doe", 3, 4),
    evidence(
      "published",
      "2018-05-29",
      "text",
      "Tuesday, May 29",
      { line: 5, column: 120 },
      "weak",
      "year by weekday Tuesday",
    ),
  ],
  spent: [
    { block: 0, line: 0 },
    { block: 1, line: 0 },
  ],
  findings: [
    finding(
      "date/ambiguous",
      { file: "a.txt", line: 5 },
      { words: "May 29", candidates: ["2012-05-29", "2018-05-29"] },
    ),
  ],
});

test("the whole of it", () => {
  expect(explain(article(WORDS), STORY)).toBe(`a.txt: Night clinic to stay open

 1- | Night clinic to stay open
    | ^^^^^^^^^^^^^^^^^^^^^^^^^ title
 2  |
 3- | By Jane Doe
    |    ^^^^^^^^ authors
 4  |
 5  | …for Brackwater said on Tuesday, May 29, after a quarrel that had lasted …
    |                         ^^^^^^^^^^^^^^^ published
 6  |
 7  | So much for that.
 8  |
 9  | And that.
    | …

Facts
  title         Night clinic to stay open
                strong, from the headline's line, line 1:1
  authors       Jane Doe
                strong, from the byline, line 3:4
  published     2018-05-29
                weak, from the text, line 5:120: year by weekday Tuesday

Leaves the body (marked - above)
  line 1        Night clinic to stay open
  line 3        By Jane Doe

Found
  line 5        "May 29" fits 2012-05-29 and 2018-05-29.
                Add the year, or put "date: YYYY-MM-DD" into front matter.

Left open
  summary       there are no words beside the headline
  published     "May 29" fits 2012-05-29 and 2018-05-29: the commit that added
                the file, or else the first build, dates it
  language      not declared, and the text is too short to tell: the
                publication's is used
`);
});

test("facts of the same words share a mark, others have their own", () => {
  const shown = explain(
    article(["By Jane Doe, Port News"]),
    story("a.txt", {
      evidence: [
        at("authors", "Jane Doe", "byline", "Jane Doe", 1, 4),
        at("bio", "Jane Doe", "byline", "Jane Doe", 1, 4),
        at("outlet", "Port News", "byline", "Port News", 1, 14),
      ],
    }),
  );
  expect(shown).toContain(`1  | By Jane Doe, Port News
   |    ^^^^^^^^ authors, bio
   |              ^^^^^^^^^ outlet
`);
});

test("words that run over two lines, or over markup, are marked on both", () => {
  const made = article([["The board <b>voted</b> on", "Thursday to build."]]);
  const shown = explain(
    made,
    story("a.txt", { evidence: [at("summary", "…", "lead", "The board voted on Thursday to build.", 1)] }),
  );
  expect(shown).toContain(`1  | The board <b>voted</b> on
   | ^^^^^^^^^^^^^^^^^^^^^^^^^ summary
2  | Thursday to build.
   | ^^^^^^^^^^^^^^^^^^ summary
`);
});

test("wide characters are marked by the cells that they fill", () => {
  const shown = explain(
    article(["作者：張明"]),
    story("a.txt", { evidence: [at("authors", "張明", "byline", "張明", 1, 4)] }),
  );
  expect(shown).toContain("1  | 作者：張明\n   |       ^^^^ authors\n");
});

test("colours come from the style, around whole pieces", () => {
  const style: Style = {
    title: (text) => `<t>${text}</t>`,
    mark: (text) => `<m>${text}</m>`,
    quiet: (text) => text,
    warning: (text) => `<w>${text}</w>`,
  };
  const shown = explain(article(WORDS), STORY, style);
  expect(shown).toContain("<t>Facts</t>");
  expect(shown).toContain("<m>^^^^^^^^</m> <m>authors</m>");
  expect(shown).toContain('<w>"May 29" fits 2012-05-29 and 2018-05-29.</w>');
});

test("no control character reaches the terminal, and no line is wider than it", () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom("\u001b", "\u009b", "\r", "\b", "\u202e", "\u2066", " ", "漢", "👩", "é"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 3 }),
    ),
    maxLength: 300,
  });
  fc.assert(
    fc.property(text, text, fc.nat(300), (line, value, column) => {
      const words = line.slice(column, column + 40);
      const made = { ...article([]), source: [line] };
      const shown = explain(
        made,
        story("a\u001b.txt", {
          title: value,
          evidence: [at("title", value, "lead", words, 1, column + 1)],
          findings: [finding("date/impossible", { file: "a.txt", line: 1 }, { words: value })],
        }),
      );
      expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      expect(shown.split("\n").every((row) => cells(row) <= 80)).toBe(true);
    }),
    RUNS,
  );
});
