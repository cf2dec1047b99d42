import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readText } from "../../src/read/text.ts";
import { RUNS } from "../support/runs.ts";

const read = (text: string) => readText(text, "a.txt");
const lines = (text: string) => read(text).map((block) => block.lines.map((line) => line.text));

describe("paragraphs", () => {
  test.for([
    ["one\ntwo\nthree", [["one"], ["two"], ["three"]], "a line a paragraph"],
    ["one\n\ntwo\n\nthree", [["one"], ["two"], ["three"]], "blank lines between"],
    [
      "Headline\nBy Jane Doe\n\nThe lead.\n\nMore.",
      [["Headline", "By Jane Doe"], ["The lead."], ["More."]],
      "short lines of a block stay lines",
    ],
    [
      "one\ntwo\n\nI am Jane.",
      [["one"], ["two"], ["I am Jane."]],
      "one blank line before the byline divides nothing else",
    ],
    ["\n\n  one  \r\n".replace("\r", ""), [["one"]], "white space around is none"],
    ["a\u00a0b\tc", [["a b c"]], "any blank is a blank"],
    ["", [], "nothing"],
  ] as const)("%j → %j (%s)", ([text, expected]) => {
    expect(lines(text)).toEqual(expected);
  });

  test("hard-wrapped lines are joined again", () => {
    const wrapped =
      "The ferry across the bay sails again from Monday, its owners said\nafter eleven weeks in dry dock, and tickets cost as much as they did\nbefore the accident.\n\nNo one was hurt.\n\nThe end.";
    expect(lines(wrapped)[0]).toEqual([
      "The ferry across the bay sails again from Monday, its owners said after eleven weeks in dry dock, and tickets cost as much as they did before the accident.",
    ]);
  });
});

test("a line knows where it stands", () => {
  const [, second] = read("First line.\n\n   By Jane Doe\n\nThird.");
  expect(second?.lines[0]?.place).toEqual({ file: "a.txt", line: 3, column: 4, length: 11 });
});

test.for([
  ["a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>", "plain text is no markup"],
  ["<b>bold</b> &amp;", "<p>&lt;b&gt;bold&lt;/b&gt; &amp;amp;</p>", "not even where it looks like some"],
  [
    "see https://example.org/a?b=1&c=2.",
    '<p>see <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.</p>',
    "an address is a link, its full stop is not",
  ],
  ["(https://example.org/)", '<p>(<a href="https://example.org/">https://example.org/</a>)</p>', "nor is a bracket"],
  ["https:// and ftp://x", "<p>https:// and ftp://x</p>", "nothing else is a link"],
] as const)("%j → %s (%s)", ([text, html]) => {
  expect(read(text).map((block) => block.html)).toEqual([html]);
});

test("a line can leave its paragraph", () => {
  const [block] = read("Headline\nBy Jane Doe\nMore\n\nx\n\ny");
  expect(block?.withLines?.([0, 2])).toBe("<p>Headline<br />\nMore</p>");
  expect(block?.withLines?.([])).toBe("");
});

test("no word is lost or made up, and all lines of a block are its HTML", () => {
  const text = fc.array(fc.oneof(fc.lorem({ maxCount: 12 }), fc.constant(""), fc.string({ unit: "grapheme" })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (rows) => {
      const joined = rows.join("\n");
      const words = (all: string) => all.split(/\s+/u).filter((word) => word !== "");
      expect(words(lines(joined).flat().join(" "))).toEqual(words(joined));
      for (const block of read(joined))
        expect(block.withLines?.(block.lines.map((_, index) => index))).toBe(block.html);
    }),
    RUNS,
  );
});
