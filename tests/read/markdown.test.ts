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
