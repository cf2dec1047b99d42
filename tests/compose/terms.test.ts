import { describe, expect, test } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import { readArticle } from "../../src/read/read.ts";
import { PUBLICATION } from "../support/story.ts";

const NOW = new Date("2026-06-01T00:00:00Z");

/** The story of an article with this front matter. */
async function storyOf(matter: string, timezone = "UTC") {
  const text = `---\ntitle: The ferry\ndate: 2026-05-01\n${matter}\n---\n\nIt sails again, its owners say.\n`;
  const article = await readArticle(new TextEncoder().encode(text), "ferry.md");
  return compose(article, { publication: { ...PUBLICATION, timezone }, now: NOW });
}

describe("front matter says", () => {
  test.for([
    ["expires: 2026-07-01", { expires: new Date("2026-07-01T00:00:00Z") }, "a day is the first without it"],
    ["expiryDate: 2026-07-01T10:00:00+02:00", { expires: new Date("2026-07-01T08:00:00Z") }, "Hugo's word, an instant"],
    ["license: CC BY-NC 4.0", { license: "https://creativecommons.org/licenses/by-nc/4.0/" }, "a licence by its name"],
    ["licence: https://a.example/terms", { license: "https://a.example/terms" }, "by its address"],
    ["correction: It sails on Monday.", { corrections: [{ text: "It sails on Monday." }] }, "a correction"],
    [
      "corrections:\n  - date: 2026-05-03\n    text: It sails on Monday.\n  - And late.",
      { corrections: [{ text: "It sails on Monday.", day: "2026-05-03" }, { text: "And late." }] },
      "several, with and without day",
    ],
    ["translation: ferry", { translation: "ferry" }, "what it is a translation of"],
    [
      "prohibits: [ai-train, ai-input]",
      { usage: { permits: [], prohibits: ["ai-train", "ai-input"] } },
      "terms for machines",
    ],
  ] as const)("%s", async ([matter, facts]) => {
    expect(await storyOf(matter)).toMatchObject({ ...facts, findings: [] });
  });

  test("a day in the publication's zone", async () => {
    expect((await storyOf("expires: 2026-07-01", "Asia/Tokyo")).expires).toEqual(new Date("2026-06-30T15:00:00Z"));
  });

  test.for([
    ["expires: soon", "matter/ill-typed", "no date"],
    ["expires: 2026-02-30", "date/impossible", "no day of the calendar"],
    ["license: mine", "matter/ill-typed", "a licence that nobody can look up"],
    ["permits: everything", "matter/ill-typed", "a word that RSL does not know"],
    ["corrections: [{ date: yesterday, text: A }]", "matter/ill-typed", "no day"],
    ["corrections: { date: 2026-05-01 }", "matter/ill-typed", "no words"],
  ] as const)("%s is refused: %s (%s)", async ([matter, code]) => {
    const { findings } = await storyOf(matter);
    expect(findings).toMatchObject([{ code, severity: "error", place: { file: "ferry.md", line: 4 } }]);
  });
});
