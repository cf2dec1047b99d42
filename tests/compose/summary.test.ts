import fc from "fast-check";
import { expect, test } from "vitest";
import type { LineRef } from "../../src/compose/evidence.ts";
import { spentAmong } from "../../src/compose/spent.ts";
import { LONGEST_SUMMARY, type SummaryFact, shortened, summary } from "../../src/compose/summary.ts";
import { zones } from "../../src/compose/zones.ts";
import type { Article } from "../../src/read/article.ts";
import { RUNS } from "../support/runs.ts";
import { article, declared, LEAD, MORE, type Sketch } from "./articles.ts";

const TITLE = "Board votes for second quay";

function summaryOf(from: Article, title = TITLE, spent: readonly LineRef[] = []): SummaryFact {
  return summary(from, zones(from), title, spentAmong(spent));
}

/** The first block is the headline, a line that begins with By the byline. */
function summaryIn(blocks: readonly Sketch[]): string | undefined {
  const made = article([TITLE, ...blocks]);
  const spent = made.blocks.flatMap(({ lines }, block) =>
    block === 0 || lines[0]?.text.startsWith("By ") === true ? [{ block, line: 0 }] : [],
  );
  return summaryOf(made, TITLE, spent).summary;
}

test.for<[string | undefined, Sketch[], string]>([
  [LEAD, ["By Jane Doe", LEAD, MORE], "the lead"],
  [LEAD, [`LARKFIELD (AP) — ${LEAD}`, MORE], "without its dateline"],
  [
    "A second quay ends a long quarrel",
    ["A second quay ends a long quarrel", "By Jane Doe", LEAD],
    "the dek above the byline",
  ],
  [LEAD, ["Photo: Jane Doe", "By Jane Doe", LEAD], "a photo credit is no dek"],
  [LEAD, ["Reviewed by Hugh Vane", "By Jane Doe", LEAD], "nor is a reviewer"],
  [`The vote was close. ${LEAD}`, ["The vote was close.", LEAD, MORE], "a short first paragraph is filled up"],
  [LEAD, [LEAD, { text: "The background", kind: "heading", level: 2 }, MORE], "headings are skipped"],
  [
    "“No,” said the mayor. “Never, not in this town, and not while I am the mayor of it,” she added.",
    ["“No,” said the mayor. “Never, not in this town, and not while I am the mayor of it,” she added."],
    "quotations stay whole",
  ],
  [undefined, [], "nothing but the headline"],
])("%j ← %j (%s)", ([expected, blocks]) => {
  expect(summaryIn(blocks)).toBe(expected);
});

test.for<[string, Partial<Article>, string, string]>([
  [
    "Written",
    { matter: declared({ summary: " Written " }), meta: declared({ summary: "Page" }) },
    "front-matter",
    "the writer's own comes first",
  ],
  ["Page", { meta: declared({ summary: "Page" }) }, "meta", "then the page's"],
  [LEAD, { meta: declared({ summary: "BOARD VOTES FOR SECOND QUAY." }) }, "lead", "unless it only repeats the title"],
])("%s (%s)", ([expected, more, from]) => {
  const found = summaryOf(article([LEAD], more));
  expect(found.summary).toBe(expected);
  expect(found.evidence).toMatchObject([{ field: "summary", value: expected, from }]);
});

test("a summary is never the title", () => {
  expect(summaryOf(article(["The vote was close."]), "The vote was close").summary).toBeUndefined();
  expect(summaryOf(article(["The vote was close.", MORE]), "The vote was close").summary).toBe(
    `The vote was close. ${MORE}`,
  );
});

test.for([
  [`${"word ".repeat(60)}end.`, /^(?:word )+word…$/, "between two words"],
  ["x".repeat(400), /^x{279}…$/, "a word that is too long itself"],
  ["漢".repeat(400), /^漢+…$/, "no blanks"],
  ["👩‍👩‍👧".repeat(100), /^(?:👩‍👩‍👧)+…$/u, "never within a character"],
  [`${LEAD} ${LEAD} ${LEAD}`, /two years\.$/, "after a whole sentence where one fits"],
] as const)("%s is cut %s (%s)", ([text, pattern]) => {
  expect(shortened(text)).toMatch(pattern);
});

test("at most 280 characters, a beginning of the text, no broken character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 900 }), (text) => {
      const short = shortened(text);
      expect(short.length).toBeLessThanOrEqual(LONGEST_SUMMARY);
      expect(short).not.toMatch(/\p{Cs}/u);
      expect(text.startsWith(short) || text.startsWith(short.slice(0, -1))).toBe(true);
    }),
    RUNS,
  );
});
