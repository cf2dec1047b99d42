import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../src/read/markdown.ts";

describe("a number and a stop at the beginning of a line", () => {
  test.for([
    ["5. November 2025", "paragraph", "a date, as half of Europe writes it"],
    ["06. 01. 2026, 14:59 Uhr", "paragraph", "a date in numbers"],
    ["30. sierpnia 2024", "paragraph", "a date in Polish"],
    ["5. November", "list", "without a year, an item"],
    ["1. The quay\n2. The ferry", "list", "items"],
    ["1. Mai 2025 war warm\n2. Juni auch", "paragraph", "a sentence that begins with a date"],
  ])("%j is a %s (%s)", ([text = "", kind]) => {
    expect(readMarkdown(text, "a.md")[0]?.kind).toBe(kind);
  });
});
