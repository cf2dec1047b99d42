import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../src/read/markdown.ts";
import { tries } from "../support/runs.ts";

describe("a number and a stop at the beginning of a line", () => {
  test.for([
    ["5. November 2025", "paragraph", "a date, as half of Europe writes it"],
    ["06. 01. 2026, 14:59 Uhr", "paragraph", "a date in numbers"],
    ["30. sierpnia 2024", "paragraph", "a date in Polish"],
    ["5. November", "list", "without a year, an item"],
    ["1. The quay\n2. The ferry", "list", "items"],
    ["1. Mai 2025 war warm\n2. Juni auch", "paragraph", "a sentence that begins with a date"],
  ])("%j is a %s (%s)", async ([text = "", kind]) => {
    expect((await readMarkdown(text, "a.md"))[0]?.kind).toBe(kind);
  });
});

describe("paragraphs without marks need no parser", () => {
  /** A fence below makes the parser read the text as a whole; its own block is left out. */
  const parsed = async (text: string) => (await readMarkdown(`${text}\n\n\`\`\`\n\`\`\``, "a.md", 3)).slice(0, -1);
  const seen = (blocks: Awaited<ReturnType<typeof parsed>>) =>
    blocks.map(({ withLines, ...block }) => ({
      ...block,
      parts: block.lines.map((_, index) => withLines?.([index])),
      whole: withLines?.([...block.lines.keys()]),
    }));

  test.for([
    ["The ferry sails.\n\nIt is late.", 'short: "by design"\nand so', "1. one\n\nThe ferry sails.\n\n2. two"],
    ["- one\n\n- two\n\nThe ferry sails.\n\n- three", "> quoted\nlazily\n\nThe ferry sails.", "    code\n\nNo code."],
    ["A title\n=====\n\nThe ferry sails.\n\n***\n\nIt is late.", "a | b\n- | -\n1 | 2\n\nThe ferry sails."],
  ])("and come out as the parser gives them: %j", async (texts) => {
    for (const text of texts) expect(seen(await readMarkdown(text, "a.md", 3))).toEqual(seen(await parsed(text)));
  });

  test("whatever stands around them", async () => {
    const row = fc.constantFrom(
      ...["The ferry sails again.", 'They "said" so > often', "12 boats", "2024", "“Late”, he said", "By Jane Doe"],
      ...[
        "A row that is long enough to be taken for one that a margin broke, as it is in mail",
        "über 3. Mai",
        ": so",
        "!",
      ],
      ...[
        "",
        "",
        "",
        "  ",
        " indented",
        "    code",
        "\tcode",
        "- item",
        "  - item",
        "1. item",
        "12) item",
        "> quoted",
        "# head",
      ],
      ...[
        "===",
        "---",
        "***",
        "+ item",
        "a | b",
        "- | -",
        "**strong**",
        "_em_",
        "a *b*",
        "[a](https://b.example/)",
        "[a]",
      ],
      ...[
        "trailing  ",
        "back\\slash",
        "back\\",
        "`code`",
        "AT&T",
        "AT&amp;T",
        "~~gone~~",
        "\u00a0",
        "\u2028x",
        "a no-break\u00a0space",
        "a thin\u2009one",
        "\u3000wide\u3000",
        "two  blanks",
        "5. November 2025",
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 14 }), async (rows) => {
        const text = rows.join("\n");
        expect(seen(await readMarkdown(text, "a.md", 3))).toEqual(seen(await parsed(text)));
      }),
      tries(3_000),
    );
  });
});

describe("what Markdown brings into a body", () => {
  const body = async (text: string): Promise<string> =>
    (await readMarkdown(text, "a.md")).map(({ html }) => html).join("\n");

  test("columns that are aligned have no style", async () => {
    expect(await body("| a | b |\n|:--|--:|\n| c | d |")).not.toMatch(/<t[hd] /);
  });

  test.for([
    [`${"*a ".repeat(3000)}${"b* ".repeat(3000)}`, "emphasis in emphasis"],
    [`${"> ".repeat(300)}a b`, "quotes in quotes"],
    [`${"1. ".repeat(300)}a b`, "lists in lists"],
    [Array.from({ length: 300 }, (_, at) => `${"  ".repeat(at)}- a b`).join("\n"), "items below items"],
    [`${"> ".repeat(100)}|a|\n${"> ".repeat(100)}|-|\n${"> ".repeat(100)}|b|`, "a table below them"],
    [`${"> ".repeat(100)}# a\n${"> ".repeat(100)}    b`, "a heading and code"],
  ] as const)("%# %s: no deeper than readers go, and all words (%s)", async ([text]) => {
    const html = await body(text);
    let deepest = 0;
    let depth = 0;
    for (const [tag] of html.matchAll(/<[^>]*>/g)) {
      if (!tag.endsWith("/>")) depth += tag.startsWith("</") ? -1 : 1;
      deepest = Math.max(deepest, depth);
    }
    expect([depth, deepest <= 55]).toEqual([0, true]);
    expect(html.match(/[ab](?![a-z])/g)?.length).toBe(text.match(/[ab](?![a-z])/g)?.length);
  });

  test.for([
    ["#\n\nIt sails.", "<p>It sails.</p>", "a heading of nothing"],
    ["It [](https://b.example/) sails.", "<p>It  sails.</p>", "a link of nothing"],
  ] as const)("%j → %j (%s)", async ([text, expected]) => {
    expect(await body(text)).toBe(expected);
  });
});
