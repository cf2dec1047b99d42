import { hash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Story } from "../../src/compose/story.ts";
import { visibleHash } from "../../src/ledger/visible.ts";
import { RUNS } from "../support/runs.ts";

const STORY: Story = {
  file: "a.txt",
  format: "text",
  title: "The “ferry”",
  titleDerived: false,
  body: "",
  draft: false,
  findings: [],
  authors: [{ name: "Jane Doe", kind: "person" }],
  contributors: [],
  tags: ["ferries"],
  attachments: [],
  evidence: [],
};

/** It stands in committed ledgers: with another hash of the same words, each article would be updated. */
test("the hash of what readers see is that of a list as JSON writes it, whatever the body holds", () => {
  const piece = fc.oneof(
    fc.constantFrom("\n", "\t", '"', "\\", "\r", "\u007f", "\u2028", "\ud83d", "\ude00", "😀", "\ue000", "</p>"),
    fc.string({ unit: "binary", maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const body = pieces.join("");
      const lists = [["Jane Doe"], [], null, null, null, ["ferries"], null, [null, null, null]];
      const all = JSON.stringify(["The “ferry”", null, body, ...lists]);
      expect(visibleHash({ ...STORY, body })).toBe(hash("sha256", all).slice(0, 32));
    }),
    RUNS,
  );
});

test("and stays what it is", () => {
  const body = "<p>The ferry sails.</p>\n<p>Again.</p>";
  expect(visibleHash({ ...STORY, body })).toBe("363733ea056d4de64c0efa0265f7ac66");
});

test("files of the story's own may move on its host without an update", () => {
  const at = (media: string): Story => ({ ...STORY, body: `<p><img src="${media}a.jpg" /></p>` });
  expect(visibleHash(at("/news/media/"), "/news/media/")).toBe(visibleHash(at("/media/")));
});
