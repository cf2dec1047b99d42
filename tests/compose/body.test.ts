import fc from "fast-check";
import { expect, test } from "vitest";
import { body } from "../../src/compose/body.ts";
import type { LineRef } from "../../src/compose/evidence.ts";
import { spentAmong } from "../../src/compose/spent.ts";
import { RUNS } from "../support/runs.ts";
import { article, LEAD, type Sketch } from "./articles.ts";

test.for<[Sketch[], LineRef[], string, string]>([
  [["A", LEAD], [], `<p>A</p>\n<p>${LEAD}</p>`, "nothing is spent"],
  [["A", LEAD], [{ block: 0, line: 0 }], `<p>${LEAD}</p>`, "a block leaves"],
  [[["A", "By B", LEAD]], [{ block: 0, line: 1 }], `<p>A<br>${LEAD}</p>`, "a line leaves its block"],
  [["", "A"], [{ block: 1, line: 0 }], "<p></p>", "a block without lines, a picture say, stays"],
  [[{ text: "A & B", kind: "quote" }], [], "<p>A &amp; B</p>", "the block's own HTML"],
  [["A"], [{ block: 0, line: 0 }], "", "everything is spent"],
])("%j without %j (%#)", ([blocks, spent, html]) => {
  expect(body(article(blocks), spentAmong(spent))).toBe(html);
});

test.for<[string[], number[], string, string]>([
  [["text", "rule", "bio"], [2], "text", "the rule above a bio leaves with it"],
  [["byline", "rule", "text"], [0], "text", "the rule below a byline leaves with it"],
  [["text", "rule", "more"], [], "text rule more", "a rule between paragraphs stays"],
  [["text", "rule"], [], "text rule", "so does one that the writer put at the end"],
  [["text", "rule", "bio", "rule", "more"], [2], "text rule rule more", "and those inside the text"],
])("%j without %j is %j (%s)", ([kinds, spent, left]) => {
  const made = article(
    kinds.map(
      (kind): Sketch => ({
        text: kind === "rule" ? [] : kind,
        kind: kind === "rule" ? "rule" : "other",
        html: kind,
      }),
    ),
  );
  const refs = spent.map((block) => ({ block, line: 0 }));
  expect(body(made, spentAmong(refs)).replaceAll("\n", " ")).toBe(left);
});

test("what leaves and what stays are the article's lines, each once", () => {
  const lines = fc.array(
    fc.array(
      fc.nat(1_000_000).map((n) => `w${n}`),
      { minLength: 1, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(lines, fc.array(fc.tuple(fc.nat(7), fc.nat(3))), (blocks, picks) => {
      const made = article(blocks);
      const isSpent = spentAmong(picks.map(([block, line]) => ({ block, line })));
      const words = (html: string): string[] => html.match(/w\d+/g) ?? [];
      const gone = blocks.flatMap((own, block) => own.filter((_, line) => isSpent({ block, line })));
      expect([...words(body(made, isSpent)), ...gone].sort()).toEqual(blocks.flat().sort());
    }),
    RUNS,
  );
});
