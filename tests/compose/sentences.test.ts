import fc from "fast-check";
import { expect, test } from "vitest";
import { sentences } from "../../src/compose/sentences.ts";
import { effort } from "../support/effort.ts";
import { RUNS } from "../support/runs.ts";

function split(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}

test.for([
  [
    "One. Two! Three? Four… Five",
    ["One.", "Two!", "Three?", "Four…", "Five"],
    "the plain case; the last may lack its stop",
  ],
  [
    "The U.S. Supreme Court ruled. It was unanimous.",
    ["The U.S. Supreme Court ruled.", "It was unanimous."],
    "initials",
  ],
  [
    "It happened in the U.S. The court was silent.",
    ["It happened in the U.S.", "The court was silent."],
    "initials, then a word that opens sentences",
  ],
  [
    "Gov. J.B. Fox met Mr. Doe at 5 p.m. They left.",
    ["Gov. J.B. Fox met Mr. Doe at 5 p.m.", "They left."],
    "titles never end a sentence, p.m. may",
  ],
  ["On Aug. 30 it rained. Then not.", ["On Aug. 30 it rained.", "Then not."], "months"],
  ["Am 30. August kam Dr. Meier. Er blieb.", ["Am 30. August kam Dr. Meier.", "Er blieb."], "German ordinals"],
  [
    "In der 27. Minute fiel ein Tor. Er war 12. Danach nicht.",
    ["In der 27. Minute fiel ein Tor.", "Er war 12.", "Danach nicht."],
    "German ordinals before nouns",
  ],
  [
    "Den 3. mai regnet det. Så kom sola.",
    ["Den 3. mai regnet det.", "Så kom sola."],
    "Norwegian ordinals: a small letter follows",
  ],
  [
    "“Why?” he asked. “Because.” She left.",
    ["“Why?” he asked.", "“Because.”", "She left."],
    "a question inside a sentence",
  ],
  [
    "町は小さい。「行く。」と話した。次だ。",
    ["町は小さい。", "「行く。」と話した。", "次だ。"],
    "no blanks; a closed quotation runs on",
  ],
  ["यह पहला है। यह दूसरा है।", ["यह पहला है।", "यह दूसरा है।"], "danda"],
  ["ذهب إلى البيت. ثم عاد؟ نعم.", ["ذهب إلى البيت.", "ثم عاد؟", "نعم."], "Arabic question mark"],
  ["Version 2.5 of example.com costs 3.50 now.", ["Version 2.5 of example.com costs 3.50 now."], "stops inside words"],
] as const)("%s → %j (%s)", ([text, expected]) => {
  expect(split(text)).toEqual(expected);
});

test("sentences cover their text, in order, but for the blanks between them", () => {
  const word = fc.constantFrom("a", "Mr", "U.S", "The", ".", "?", "”", " ", "。", "ä", "12", "😀");
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join("");
      const spans = sentences(text);
      expect(
        spans
          .map(({ start, end }) => text.slice(start, end))
          .join("")
          .replace(/\s/g, ""),
      ).toBe(text.replace(/\s/g, ""));
      expect(spans.every(({ start, end }) => start < end)).toBe(true);
    }),
    RUNS,
  );
});

test("a line of a megabyte takes no time that anyone notices", () => {
  const lines = ["a. ", ". ", "“.” ", "A.", "。", "Mr. "].map((unit) => unit.repeat(350_000));
  expect(effort(() => lines.map((line) => sentences(line, Number.POSITIVE_INFINITY)))).toBeLessThan(3000);
});
