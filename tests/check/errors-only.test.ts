import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CheckOptions, check, errorsIn } from "../../src/check/check.ts";
import { RULES } from "../../src/check/rulebook.ts";
import { tries } from "../support/runs.ts";

const OPTIONS: CheckOptions = { now: new Date("2026-06-02T00:00:00Z"), url: "https://courier.example/atom.xml" };
const DOCUMENTS = RULES.flatMap(({ good, bad }) => [good.text, bad.text]).filter((text) => text.length < 5000);

function errorsOf(text: string): ReturnType<typeof check> {
  return check(new TextEncoder().encode(text), OPTIONS).filter(({ severity }) => severity === "error");
}

/** The gate before publishing leaves out what can only be a warning, and reads texts without making them bytes. */
describe("who asks for errors alone gets all that a whole check finds", () => {
  test.for(RULES.map((rule) => [rule.id, rule] as const))("%s", ([, { good, bad }]) => {
    for (const { text } of [good, bad]) {
      expect(errorsIn(text, OPTIONS)).toEqual(errorsOf(text));
      expect(errorsIn(new TextEncoder().encode(text), OPTIONS)).toEqual(errorsOf(text));
    }
  });

  test("in documents of which a piece is lost", () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENTS), fc.nat(), fc.nat({ max: 12 }), (text, place, length) => {
        const from = place % (text.length + 1);
        const broken = text.slice(0, from) + text.slice(from + length);
        expect(errorsIn(broken, OPTIONS)).toEqual(errorsOf(broken));
      }),
      tries(400),
    );
  });

  test("in documents into which something slipped", () => {
    const slips = fc.constantFrom(
      "<",
      ">",
      "&",
      '"',
      "\u0000",
      "\uFEFF",
      "\uFFFE",
      "é",
      "\r",
      "]]>",
      "<b/>",
      "\\",
      "😀",
    );
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENTS), fc.nat(), slips, (text, place, slip) => {
        const from = place % (text.length + 1);
        const broken = text.slice(0, from) + slip + text.slice(from);
        expect(errorsIn(broken, OPTIONS)).toEqual(errorsOf(broken));
      }),
      tries(400),
    );
  });
});

test("a text that comes in pieces has the errors that it has as a whole, wherever it is cut", () => {
  fc.assert(
    fc.property(fc.constantFrom(...DOCUMENTS), fc.array(fc.nat(), { maxLength: 6 }), (text, places) => {
      const cuts = [0, ...places.map((place) => place % (text.length + 1)), text.length].toSorted((a, b) => a - b);
      const pieces = cuts.map((from, index) => text.slice(from, cuts[index + 1]));
      expect(pieces.join("")).toBe(text);
      expect(errorsIn(pieces, OPTIONS)).toEqual(errorsOf(text));
    }),
    tries(400),
  );
});

test("half a character, which no UTF-8 can hold, is an error in a text", () => {
  const [rss = ""] = DOCUMENTS.filter((text) => text.includes("<title>Bridge"));
  const broken = rss.replace("<title>Bridge", "<title>\uD800Bridge");
  expect(errorsIn(broken, OPTIONS).map(({ rule }) => rule)).toEqual(["xml/not-well-formed"]);
});
