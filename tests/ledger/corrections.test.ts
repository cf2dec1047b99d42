import { expect, test } from "vitest";
import { correctionNotes, datedCorrections } from "../../src/ledger/corrections.ts";

const CORRECTIONS = [{ text: "A < B.", day: "2026-05-01" }];
const DATES = datedCorrections(CORRECTIONS, {}, new Date("2026-06-01T00:00:00Z"));

test.for([
  ["en-GB", "<p><strong>Correction (2026-05-01):</strong> A &lt; B.</p>", "English"],
  ["mn", "<p><strong>Correction (2026-05-01):</strong> A &lt; B.</p>", "a language that has no words for it here"],
  ["ko", "<p><strong>정정 (2026-05-01):</strong> A &lt; B.</p>", "Korean"],
  ["ja", "<p><strong>訂正（2026-05-01）：</strong>A &lt; B.</p>", "brackets and colons as wide as the letters"],
  ["zh-Hant", "<p><strong>更正（2026-05-01）：</strong>A &lt; B.</p>", "the same in Chinese"],
  [
    "ar",
    "<p><strong>تصحيح (\u20662026-05-01\u2069):</strong> A &lt; B.</p>",
    "a date whose numbers would change places among Arabic words",
  ],
] as const)("a correction in %s: %s (%s)", ([language, expected]) => {
  expect(correctionNotes(CORRECTIONS, DATES, language)).toBe(expected);
});
