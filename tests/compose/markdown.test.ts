import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import { readMarkdown } from "../../src/read/markdown.ts";
import { readArticle } from "../../src/read/read.ts";
import { RUNS } from "../support/runs.ts";
import { PUBLICATION } from "../support/story.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const MODULES = { modified: false, markdown: true, slash: false, accounts: [] };

async function storyOf(text: string, file = "ferry.md", modules = MODULES) {
  const article = await readArticle(new TextEncoder().encode(text), file);
  return compose(article, { publication: { ...PUBLICATION, modules }, now: NOW });
}

describe("a Markdown article's own text, without what became facts", () => {
  test.for([
    [
      "---\ntitle: The ferry\ndate: 2026-05-01\nauthor: Jane Doe\n---\n\nIt *sails* again.\n\n- today\n- tomorrow\n",
      "It *sails* again.\n\n- today\n- tomorrow",
      "front matter leaves",
    ],
    [
      "# The ferry\n\nBy Jane Doe\nPublished 1 May 2026\n\n---\n\nIt *sails* again.\n",
      "It *sails* again.",
      "so do headline, byline, date, and the rule below them",
    ],
    [
      "The ferry\n=========\n\nBy Jane Doe\n\nIt sails\nagain, **they** say.\n",
      "It sails\nagain, **they** say.",
      "underlined",
    ],
    [
      "---\ntitle: The ferry\n---\n\nIt [sails][1] again.\n\n[1]: https://gazette.example/ferry\n",
      "It [sails][1] again.\n\n[1]: https://gazette.example/ferry",
      "addresses that stand at the end stay",
    ],
  ] as const)("%j", async ([text, markdown]) => {
    expect((await storyOf(text)).markdown).toBe(markdown);
  });

  test.for([
    ["It <b>sails</b> again.", "HTML, which others may run"],
    ["It <script>alert(1)</script> sails again.", "a script"],
    ["It [sails](javascript:alert(1)) again.", "a script's address, that another program may take for a link"],
    ["It [sails](/ferry) again.", "an address below the page's own"],
    ["![The quay](quay.png)\n\nIt sails again.", "a picture below it"],
    ["It [sails][1] again.\n\n[1]: /ferry", "an address at the end that is below it"],
  ])("is not given where it means something else elsewhere: %j", async ([text]) => {
    expect((await storyOf(`---\ntitle: The ferry\n---\n\n${text}\n`)).markdown).toBeUndefined();
  });

  test("nor where nobody asks for it, nor of another format", async () => {
    expect((await storyOf("# The ferry\n\nIt sails.\n", "ferry.md", { ...MODULES, markdown: false })).markdown).toBe(
      undefined,
    );
    expect((await storyOf("The ferry\n\nIt sails.\n", "ferry.txt")).markdown).toBeUndefined();
  });

  test("where it is given, it reads as the body does", async () => {
    const line = fc.constantFrom(
      ...[
        "# The ferry",
        "By Jane Doe",
        "Published 1 May 2026",
        "---",
        "It sails *again*.",
        "- one",
        "> said",
        "    code",
      ],
      ...["", "", "1. first", "The ferry", "=====", "**By Jane Doe**", "It sails again, they say, and ever more."],
    );
    let given = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const { markdown, body } = await storyOf(lines.join("\n"));
        if (markdown === undefined) return;
        given += 1;
        const html = (await readMarkdown(markdown, "ferry.md")).map((block) => block.html);
        expect(html.filter((one) => one !== "").join("\n")).toBe(body);
      }),
      RUNS,
    );
    expect(given).toBeGreaterThan(50);
  });
});
