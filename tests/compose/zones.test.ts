import { expect, test } from "vitest";
import { zones } from "../../src/compose/zones.ts";
import { article, LEAD, MORE, type Sketch } from "./articles.ts";

const H2 = { kind: "heading", level: 2, text: "The background" } as const;

test.for<[Sketch[], number, string]>([
  [["A headline", "By Jane Doe", LEAD, MORE], 2, "headline and byline, then the lead"],
  [[LEAD, MORE], 0, "the report begins at once"],
  [[["A headline", "By Jane Doe", "3 May 2024"], LEAD, MORE], 3, "lines of one block"],
  [
    ["What would you do if your house burned down and no engine came?", "By Jane Doe", LEAD],
    2,
    "a question as headline",
  ],
  [["A headline", MORE, "By Jane Doe", LEAD], 3, "a dek of two sentences above the byline"],
  [["A headline", MORE, "Jane Doe", "May 3, 2024", LEAD], 4, "a bare name below the dek"],
  [[LEAD, H2, MORE], 0, "a heading after the lead is not a byline"],
  [[LEAD, "The Long Road", MORE], 0, "nor is a line in capitals that begins with an article"],
  [[LEAD, "The city hopes to bid for the 2024 games.", MORE], 0, "nor is a short sentence with a year"],
  [["한 줄", "둘째 줄", "셋째 줄"], 3, "nothing reads as a sentence"],
  [
    [
      "青石桥居民庆祝新图书馆",
      "记者 刘建国",
      "青石桥议事会星期五通过决定，兴建第二座渡轮码头，持续两年的争论就此结束。",
      "多",
    ],
    2,
    "fewer characters make a sentence in Chinese",
  ],
])("%j: head of %i lines (%s)", ([blocks, count]) => {
  expect(zones(article(blocks)).head).toHaveLength(count);
});

test("each line stands in one zone, in order", () => {
  const { head, body, tail } = zones(
    article(["A headline", LEAD, ...Array<string>(8).fill(MORE), "Jane Doe is a reporter."]),
  );
  const blocks = [...head, ...body, ...tail].map(({ ref }) => ref.block);
  expect(blocks).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(tail.map(({ ref }) => ref.block)).toEqual([7, 8, 9, 10]);
});
