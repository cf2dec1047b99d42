import { expect, test } from "vitest";
import type { LineRef } from "../../src/compose/evidence.ts";
import { type Headline, headline } from "../../src/compose/headline/headline.ts";
import { spentAmong } from "../../src/compose/spent.ts";
import { zones } from "../../src/compose/zones.ts";
import type { Article } from "../../src/read/article.ts";
import { PUBLICATION } from "../support/story.ts";
import { article, declared, LEAD, MORE, type Sketch } from "./articles.ts";

function headlineOf(from: Article, spent: readonly LineRef[] = [], outlet?: string): Headline {
  const context = {
    publication: PUBLICATION,
    language: "en",
    isSpent: spentAmong(spent),
    ...(outlet ? { outlet } : {}),
  };
  return headline(from, zones(from), context);
}

const BYLINE = "By Jane Doe";

/** The stated headline, with every line that begins like a byline or date line spent; null where it is derived. */
function statedIn(blocks: readonly Sketch[]): string | null {
  const made = article(blocks);
  const spent = made.blocks.flatMap(({ lines }, block) =>
    lines.flatMap(({ text }, line) => (/^(?:By |Published |作者)/.test(text) ? [{ block, line }] : [])),
  );
  const found = headlineOf(made, spent);
  return found.derived ? null : found.title;
}

test.for<[string | null, Sketch[], string]>([
  ["Mayor resigns", ["Mayor resigns", LEAD], "short, no stop"],
  ["Mayor resigns", ["Mayor resigns", BYLINE, LEAD], "above the byline"],
  ["Mayor resigns", [BYLINE, "Mayor resigns", LEAD], "below the byline"],
  ["Mayor resigns", [["Mayor resigns", BYLINE, "Published 3 May 2024"], LEAD], "in one block with the byline"],
  [
    "Mayor resigns over bathhouse",
    ["Press release 3 May 2024", "Mayor resigns over bathhouse", LEAD],
    "below a short date line",
  ],
  [
    "Mayor resigns over bathhouse",
    ["Harbour — today, 18:06 910", "Mayor resigns over bathhouse", LEAD],
    "below a time of today",
  ],
  ["Mayor resigns", [BYLINE, "Follow Jane Doe on Twitter", "Mayor resigns", LEAD], "below an offer"],
  [null, ["Letters, 3 May 2024", LEAD], "a date line above nothing that reads as a headline"],
  ["Will the mayor resign?", ["Will the mayor resign?", LEAD], "a question"],
  [
    "‘I will not resign,’ says mayor of ‘the friendly town’",
    ["‘I will not resign,’ says mayor of ‘the friendly town’", LEAD],
    "ends in quotes",
  ],
  [
    "The mayor, the bank and the missing tapir…",
    ["The mayor, the bank and the missing tapir…", LEAD],
    "an ellipsis that trails off",
  ],
  ["Mayor moves to the U.S.", ["Mayor moves to the U.S.", LEAD], "an abbreviation's stop"],
  [
    "The mayor was wrong. So were you.",
    ["The mayor was wrong. So were you.", BYLINE, LEAD],
    "stops above a byline: no report begins there",
  ],
  ["MAYOR RESIGNS OVER BATHHOUSE", ["MAYOR RESIGNS OVER BATHHOUSE", LEAD], "capitals stay as written"],
  [
    "BUDGET 3.0 | Council gets its way",
    ["BUDGET 3.0 | Council gets its way", LEAD],
    "a kicker in the same line is part of it",
  ],
  [
    "Mayor resigns after nine years in office",
    ["BREAKING", "Mayor resigns after nine years in office", LEAD],
    "a flag above it is not",
  ],
  [
    "Mayor resigns after nine years in office",
    ["Opinion | Politics", "Mayor resigns after nine years in office", LEAD],
    "nor are sections",
  ],
  [
    "Mayor resigns after nine years in office",
    ["FERRIES", "Mayor resigns after nine years in office", LEAD],
    "nor is an unknown word in capitals",
  ],
  ["Mayor resigns", ["Photo: Jane Doe", "Mayor resigns", LEAD], "a photo credit above it"],
  ["Mayor resigns", ["5 min read", "Share", "Listen", "Mayor resigns", LEAD], "buttons above it"],
  ["Mayor resigns", [{ text: "Mayor resigns", kind: "heading", level: 1 }, LEAD], "# heading"],
  [
    "Mayor resigns",
    [{ text: "Mayor resigns", kind: "heading", level: 2 }, BYLINE, LEAD],
    "## heading above the report",
  ],
  [
    "Mayor resigns",
    ["Mayor resigns", { text: "Nine years are enough", kind: "heading", level: 2 }, LEAD],
    "a line above a heading",
  ],
  ["Mayor resigns", ["Headline: Mayor resigns", BYLINE, LEAD], "label"],
  ["Бургомистр ушёл", ["Заголовок: Бургомистр ушёл", LEAD], "label in Russian"],
  ["市長辞任", ["見出し：市長辞任", LEAD], "label in Japanese, wide colon"],
  [
    "渡船桟橋、二つ目を建設へ",
    ["渡船桟橋、二つ目を建設へ", "青谷の町議会は火曜日に第二の渡船桟橋を建設する案を可決した。"],
    "no capitals, no blanks",
  ],
  [
    "حاكم المدينة يستقيل",
    [
      "حاكم المدينة يستقيل",
      "أقر المجلس البلدي في وادي النخيل يوم الاثنين بناء رصيف ثان للعبّارات، منهيا خلافا دام عامين.",
    ],
    "Arabic",
  ],
  [
    "ראש העיר התפטר",
    ["ראש העיר התפטר", "מועצת העיר החליטה ביום חמישי לבנות רציף שני למעבורת, וסיימה מחלוקת של שנתיים בעיר הנמל."],
    "Hebrew",
  ],
  [
    "นายกเทศมนตรีลาออก",
    ["นายกเทศมนตรีลาออก", "สภาเมืองมีมติเมื่อวันพฤหัสบดีให้สร้างท่าเรือแห่งที่สอง ยุติความขัดแย้งที่ยืดเยื้อมาสองปีในเมืองท่า"],
    "Thai: no stops at all",
  ],
  [
    "Mayor resigns after nine years in office",
    ["Show more sharing options", "Mayor resigns after nine years in office", LEAD],
    "words of buttons only",
  ],
  ["Mayor resigns", ["2 days ago", "Mayor resigns", LEAD], "a time that counts from now"],
  [null, ["February 30, 2021", LEAD], "a date line, although there is no such day"],
  [
    null,
    ["The board in Larkfield voted on Thursday to build a", "second ferry quay, ending a dispute of two years."],
    "a sentence that was wrapped",
  ],
  [null, [LEAD, MORE], "the report begins at once"],
  [null, [BYLINE, LEAD, MORE], "only a byline"],
  [null, ["It was a dark night.", LEAD], "a short first sentence"],
  [null, ["LARKFIELD (AP) — The board has voted", LEAD], "a dateline"],
  [
    null,
    [
      "Nobody was hurt. The skipper told the police that the engine had answered too late in a current swollen by rain",
      MORE,
    ],
    "sentences of which the last lost its stop",
  ],
  [null, ["Dear reader,", LEAD], "a salutation"],
  [null, ["What we know so far:", LEAD], "the line above a list"],
  [null, [LEAD, { text: "The background", kind: "heading", level: 2 }, MORE], "a heading inside the report"],
  [null, [LEAD, { text: "The background", kind: "heading", level: 1 }, MORE], "even of the first level"],
  [null, [{ text: "“I will not resign”", kind: "quote" }, LEAD], "a quotation set off"],
])("%j ← %j (%s)", ([title, blocks]) => {
  expect(statedIn(blocks)).toBe(title);
});

const PAGE = { format: "html" } as const;

test.for<[string | null, string, string, Sketch[], string]>([
  ["Mayor resigns", "title", "Mayor resigns - The Harbour Gazette", [LEAD], "the publication's own name at the end"],
  ["Mayor resigns", "title", "Mayor resigns | Port News", [LEAD], "the outlet that the page names"],
  ["Mayor resigns", "title", "Port News: Mayor resigns", [LEAD], "the outlet's name first"],
  ["Mayor resigns – again", "og:title", "Mayor resigns – again", [LEAD], "a dash of the headline's own"],
  ["Mayor resigns – again", "title", "Mayor resigns – again – Port News", [LEAD], "both"],
  [
    "Mayor resigns at last",
    "title",
    "Mayor resigns at last – Valley Courier",
    [LEAD],
    "nobody names the outlet, but it looks like one",
  ],
  [
    "Mayor resigns",
    "title",
    "Mayor resigns - Local - Port News Online",
    [{ text: "Mayor resigns", kind: "heading", level: 1 }, LEAD],
    "the heading tells where the headline ends",
  ],
  [
    "Mayor resigns",
    "og:title",
    "The mayor has resigned",
    [{ text: "Mayor resigns", kind: "heading", level: 1 }, LEAD],
    "the words before the page's own title",
  ],
  [
    "Mayor resigns",
    "og:title",
    "The mayor has resigned",
    [{ text: "Port News", kind: "heading", level: 1 }, { text: "Mayor resigns", hint: "headline" }, LEAD],
    "a masthead is no headline",
  ],
  [null, "title", "Port News", [LEAD], "nothing but the outlet"],
  [null, "title", "Valley Courier", [LEAD], "an outlet that nobody names"],
  [null, "title", "Untitled document", [LEAD], "nobody gave one"],
  [
    "The mayor has resigned",
    "og:title",
    "The mayor has resigned",
    ["Nine years are enough for anyone", LEAD],
    "metadata before a guess",
  ],
])("%j ← <%s> %s (%s)", ([title, key, words, blocks]) => {
  const found = headlineOf(
    article(blocks, { ...PAGE, meta: declared({ title: words, outlet: "Port News" }, { title: key }) }),
  );
  expect(found.derived ? null : found.title).toBe(title);
});

test("a heading of two lines is one headline", () => {
  const heading = { kind: "heading", level: 1, text: ["Mayor resigns", "Nine years are enough"] } as const;
  expect(headlineOf(article([heading, LEAD], PAGE))).toMatchObject({
    title: "Mayor resigns Nine years are enough",
    spent: [
      { block: 0, line: 0 },
      { block: 0, line: 1 },
    ],
  });
});

test("in hard-wrapped text a headline of two lines is one", () => {
  const lines = ["Mayor of Larkfield resigns after nine years in office, to the surprise", "of nobody but himself"];
  const source = [...lines, "", ...(LEAD.match(/.{1,70}(?: |$)/g) ?? [])];
  const made = article([lines, LEAD], { source });
  const title = "Mayor of Larkfield resigns after nine years in office, to the surprise of nobody but himself";
  expect(headlineOf(made)).toMatchObject({ title, derived: false, spent: [{ line: 0 }, { line: 1 }] });
  expect(headlineOf(article([["Mayor of Larkfield resigns", "Nine years are enough"], LEAD]))).toMatchObject({
    title: "Mayor of Larkfield resigns",
  });
});

test("front matter comes first, and the same words leave the body", () => {
  const found = headlineOf(article(["MAYOR RESIGNS.", LEAD], { matter: declared({ title: " Mayor  resigns " }) }));
  expect(found).toMatchObject({ title: "Mayor resigns", derived: false, spent: [{ block: 0, line: 0 }] });
  expect(found.evidence).toMatchObject([{ field: "title", from: "front-matter", sure: "certain" }]);
});

test("another heading below the front matter's title stays", () => {
  const heading = { text: "Nine years are enough", kind: "heading", level: 1 } as const;
  expect(headlineOf(article([heading, LEAD], { matter: declared({ title: "Mayor resigns" }) })).spent).toEqual([]);
});

test("the same title again directly below it leaves, further down it stays", () => {
  const found = headlineOf(article(["Mayor resigns", "Mayor resigns", LEAD, "Mayor resigns", MORE]));
  expect(found.spent).toEqual([
    { block: 0, line: 0 },
    { block: 1, line: 0 },
  ]);
});

test("the outlet's name at the top is a masthead", () => {
  expect(headlineOf(article(["Port News", "Mayor resigns", LEAD]), [], "Port News").title).toBe("Mayor resigns");
});

test("a headline alone is one", () => {
  expect(headlineOf(article(["Mayor resigns"]))).toMatchObject({ title: "Mayor resigns", derived: false });
});

test("an article without words of its own has none", () => {
  expect(headlineOf(article([BYLINE]), [{ block: 0, line: 0 }])).toMatchObject({ title: "", findings: [] });
  expect(headlineOf(article([]))).toMatchObject({ title: "", findings: [] });
});

test("a derived headline says so, and where its words stand", () => {
  const found = headlineOf(article([`LARKFIELD (AP) — ${LEAD}`]));
  const place = { line: 1, column: 18 };
  const title = "The harbour board in Larkfield voted on Thursday to build a second ferry quay";
  expect(found).toMatchObject({ title, derived: true, spent: [] });
  expect(found.evidence).toMatchObject([{ value: title, from: "lead", words: title, sure: "weak", ...place }]);
  expect(found.findings).toMatchObject([
    {
      code: "headline/derived",
      severity: "note",
      facts: { headline: title },
      place: { ...place, length: title.length },
    },
  ]);
});
