import { expect, test } from "vitest";
import { article } from "./articles.mjs";

test("the bench's own articles are the same each time, and differ from each other", () => {
  expect(article(7, 1000)).toEqual(article(7, 1000));
  expect(new Set(Array.from({ length: 500 }, (_, index) => article(index, 500).text)).size).toBe(500);
  expect(new Set(Array.from({ length: 500 }, (_, index) => article(index, 500).path)).size).toBe(500);
});

test("they are of the size of a news report, 3 KB in the middle, over ten years", () => {
  const sizes = Array.from({ length: 1000 }, (_, index) => Buffer.byteLength(article(index, 1000).text)).toSorted(
    (a, b) => a - b,
  );
  expect(sizes[500]).toBeGreaterThan(2500);
  expect(sizes[500]).toBeLessThan(4000);
  expect(article(0, 1000).path).toBe("2015/01/b0000000.md");
  expect(article(999, 1000).path).toBe("2024/12/b0000999.md");
});

test("their front matter is what articles have", () => {
  const { text } = article(3, 10);
  expect(text).toMatch(
    /^---\ntitle: "[^"]{20,}"\ndate: 2017-12-31T\S+Z\nauthor: \S+ \S+\nsection: \w+\ntags: \[\w+, news\]\n---\n\n\S/,
  );
});
