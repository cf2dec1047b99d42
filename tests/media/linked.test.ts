import { expect, test } from "vitest";
import { linkedFile } from "../../src/media/linked.ts";

test.for<readonly [string, string, ReturnType<typeof linkedFile>, string]>([
  ["tide.md", "news/ferry.md", { path: "news/tide.md", isArticle: true, part: "" }, "an article beside it"],
  ["../tide.html#flood", "news/ferry.md", { path: "tide.html", isArticle: true, part: "#flood" }, "a part of one"],
  ["/old/tide.txt", "news/ferry.md", { path: "old/tide.txt", isArticle: true, part: "" }, "from the root"],
  ["tide.csv", "ferry.md", { path: "tide.csv", isArticle: false, part: "" }, "a document"],
  ["report.pdf#page=2", "ferry.md", { path: "report.pdf", isArticle: false, part: "#page=2" }, "a page of one"],
  ["/about", "ferry.md", undefined, "rather a page's address"],
  ["about/", "ferry.md", undefined, "a page's address"],
  ["publication.yaml", "ferry.md", undefined, "what the publication is made with"],
  ["ledger.jsonl", "ferry.md", undefined, "its memory"],
  [".env", "ferry.md", undefined, "a hidden file"],
  ["../.git/config.ini", "news/ferry.md", undefined, "a file in a hidden folder"],
  ["_drafts/tide.md", "ferry.md", undefined, "what is not to be published yet"],
  ["../tide.csv", "ferry.md", undefined, "outside of the data folder"],
  ["https://a.example/tide.csv", "ferry.md", undefined, "another host"],
])("%s in %s: %s", ([url, article, expected]) => {
  expect(linkedFile(url, article)).toEqual(expected);
});
