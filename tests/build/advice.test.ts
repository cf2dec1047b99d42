import { expect, test } from "vitest";
import { site } from "../support/site.ts";
import { MAIN_FEEDS_ONLY } from "../support/story.ts";

test("what aggregators would miss is told, article by article, and refuses nothing, not even strictly", () => {
  const { dateline, text } = site({
    "data/publication.yaml": `title: A\nurl: https://a.example/\nlanguage: en-GB\n${MAIN_FEEDS_ONLY}profiles: [apple-news, msn]\n`,
    "data/a.md": "---\ntitle: The ferry\ndate: 2026-05-01\nauthor: Jane Doe\n---\n\nIt sails again.\n",
  });
  const { code, stderr } = dateline(["build", "--strict", "--now", "2026-06-01T00:00:00Z"]);
  expect(stderr).toBe(
    "data/a.md note profile/no-image: The article has no picture, which MSN asks for.\n" +
      "data/a.md note profile/title-length: The title has 9 characters: MSN asks for 21 to 150.\n\n",
  );
  expect(code).toBe(0);
  expect(text("dist/rss.xml")).toContain("The ferry");
});
