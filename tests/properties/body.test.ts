import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import { spentAmong } from "../../src/compose/spent.ts";
import { readArticle } from "../../src/read/read.ts";
import { PATIENCE, RUNS } from "../support/runs.ts";
import { PUBLICATION } from "../support/story.ts";

const NOW = new Date("2026-06-01T00:00:00Z");

/** Lines as they stand in articles, those that become facts among them. */
const line = fc.oneof(
  fc.constantFrom(
    "By Jane Doe",
    "Published May 1, 2026",
    "KYIV, May 1 — The ferry sailed again on Monday, the council said.",
    "Jane Doe is a reporter of the Gazette.",
    "Reporting by Jane Doe; editing by John Roe",
    "Photo: Jane Doe",
    "Source: AP",
    "© 2026 The Gazette",
    "The ferry sails again",
    "---",
    "***",
  ),
  fc.lorem({ maxCount: 12 }),
  fc.string({ maxLength: 60 }).filter((words) => !/[\n\r<>&"\\`*_[\]#~|+=-]|^\s*\d+[.)]|:\/\//.test(words)),
);

test("what leaves the body and what stays are the article's lines, each once, in their order", PATIENCE, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.constantFrom("txt", "md"),
      async (lines, ending) => {
        const article = await readArticle(Buffer.from(lines.join("\n\n")), `a.${ending}`);
        const story = await compose(article, { publication: PUBLICATION, now: NOW });
        const isSpent = spentAmong(story.spent ?? []);
        const left = article.blocks.flatMap(({ lines: own }, block) =>
          own.flatMap(({ html }, at) => (isSpent({ block, line: at }) ? [] : [html])),
        );
        const shown = story.body.replace(/<\/?(?:p|hr|ul|li|blockquote|h\d|pre|code)\b[^>]*>/g, " ");
        const words = (text: string): string =>
          text
            .replace(/<br \/>/g, " ")
            .replace(/\s+/g, " ")
            .trim();
        // A headline that is all there is stands in the body as well, since no entry may be empty.
        if (left.length > 0) expect(words(shown)).toBe(words(left.join(" ")));
      },
    ),
    RUNS,
  );
});
