import { expect, test } from "vitest";
import { lengthened } from "../../src/edition/excerpt.ts";

const FIRST = "The ferry sails again on Monday.";
const SECOND = "It had been in the dock since a storm tore its bow open in the autumn of last year.";
const THIRD = "The harbour master said so.";
const BODY = `<p>OLD TOWN, May 1 — <b>The ferry</b> sails again on Monday.</p><h2>Timetable</h2><p>${SECOND} ${THIRD}</p>`;

test.for<readonly [string, string | undefined, number, string, string]>([
  [FIRST, BODY, 20, FIRST, "is long enough"],
  [FIRST, BODY, 60, `${FIRST} ${SECOND}`, "goes on with whole sentences, without headings"],
  [FIRST, BODY, 1000, `${FIRST} ${SECOND} ${THIRD}`, "there is no more"],
  [`${FIRST.slice(0, 14)}…`, BODY, 60, `${FIRST} ${SECOND}`, "was cut off before"],
  ["A storm, a dock, a ferry.", BODY, 300, "A storm, a dock, a ferry.", "is its writer's own"],
  [FIRST, undefined, 300, FIRST, "the feed has no body to go on with"],
  [
    "Fish & chips.",
    "<p>Fish &amp; chips. And &lt;more&gt; of it.</p>",
    20,
    "Fish & chips. And <more> of it.",
    "is text",
  ],
])("%j of %j, at least %i characters: %j (%s)", ([description, content, least, expected]) => {
  expect(lengthened(description, content, least)).toBe(expected);
});

test("an endless sentence ends after a thousand characters, with a word", () => {
  const made = lengthened("A.", `<p>A. ${"word ".repeat(400)}</p>`, 300);
  expect(made).toMatch(/^A\. (?:word )+word…$/);
  expect(made.length).toBeLessThanOrEqual(1001);
});
