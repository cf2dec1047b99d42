import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileAt, hrefTo, pathBelow, placeAt } from "../../src/pages/address.ts";
import { RUNS } from "../support/runs.ts";

describe("files of addresses", () => {
  test.for<readonly [string, string | undefined, string]>([
    ["", "index.html", "the front page"],
    ["articles/a-storm/", "articles/a-storm/index.html", "an article"],
    ["2026/03/storm", "2026/03/storm.html", "hosts look for the name with .html"],
    ["storm.html", "storm.html", "which is not said twice"],
    ["feed.php", "feed.php.html", "no other ending is one of a page: hosts would send another type"],
    ["%D9%85/", "م/index.html", "files are named as people write"],
    ["%2e%2e/secret/", undefined, "nothing above the folder"],
    ["a/../b/", undefined, "nothing that looks as if"],
    ["a%2Fb/", undefined, "a slash in a name"],
    ["a%5Cb/", undefined, "or one of Windows"],
    ["a%00b/", undefined, "a name that ends early"],
    ["%FF/", undefined, "no text"],
    ["a//b/", undefined, "a name of nothing"],
    [`${"a".repeat(201)}/`, undefined, "a name that no disk takes"],
    [`${"%D9%85".repeat(101)}/`, undefined, "disks count bytes"],
  ])("%s is %s (%s)", ([path, file]) => {
    expect(fileAt(path)).toBe(file);
  });
});

describe("paths below the publication", () => {
  test.for<readonly [string, string | undefined, string]>([
    ["https://city.example/news/articles/a/", "articles/a/", "below"],
    ["https://city.example/other/", undefined, "beside"],
    ["https://else.example/news/a/", undefined, "elsewhere"],
    ["https://city.example/news/?p=1", undefined, "no file has a query"],
    ["https://city.example/news/a/#b", undefined, "a part of another page"],
  ])("%s is %s (%s)", ([link, path]) => {
    expect(pathBelow(link, "https://city.example/news/")).toBe(path);
  });
});

test("a relative address leads from any page to any other", () => {
  const path = fc
    .array(fc.constantFrom("articles", "a-storm", "%D9%85", "x.html"), { maxLength: 4 })
    .chain((names) => fc.constantFrom("", "/").map((end) => (names.length === 0 ? "" : names.join("/") + end)));
  fc.assert(
    fc.property(path, path, fc.constantFrom("https://a.example/", "https://a.example/news/"), (from, to, home) => {
      expect(new URL(hrefTo(to, placeAt(from)), home + from).href).toBe(home + to);
    }),
    RUNS,
  );
});
