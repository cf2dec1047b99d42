import fc from "fast-check";
import { expect, test } from "vitest";
import { ROLES } from "../../../src/compose/byline/lexicon.ts";
import { effortOf } from "../../support/effort.ts";
import { RUNS } from "../../support/runs.ts";
import { head, LEAD, MORE, names, read } from "./read.ts";

const GIVEN = ["Jane", "Zoé", "Nguyễn", "Ådne", "Mary-Ann", "J.R.", "Иван", "Łucja"];
const FAMILY = ["Doe", "O’Hara", "van der Berg", "McDonald", "al-Hassan", "de la Fuente", "Кузнецов", "Müller-Weiß"];
const person = fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY)).map((parts) => parts.join(" "));
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 3 });

function listed(all: readonly string[]): string {
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

test("whoever a byline names comes out, in order", async () => {
  await fc.assert(
    fc.asyncProperty(people, async (all) => {
      expect(names(await read(head(`By ${listed(all)}`)))).toEqual(all);
    }),
    RUNS,
  );
});

test("no order of the paragraphs makes up a name", async () => {
  const paragraphs = [
    LEAD,
    MORE,
    "“I am David Wyatt, a sailor,” said the mate.",
    "Peggy Birdsong, who keeps the quay, was not asked.",
    "By noon the deck was dry.",
    "Small Harbours",
    "On Friday, August 30, the museum's Ada King came on board with a cake for everyone who had waited.",
  ];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(paragraphs, { minLength: 3 }), async (shuffled) => {
      expect(names(await read(`Ferry returns\nBy Jane Doe\n\n${shuffled.join("\n\n")}\n`))).toEqual(["Jane Doe"]);
    }),
    RUNS,
  );
});

test("no author holds a digit, an address, a whole sentence or is a role, whatever the lines around are", async () => {
  const word = fc.constantFrom(
    ..."By|von|Jane|Doe|and|,|Staff|editor|2024|said.|@x|AP|—|Photo:|(|)|I am|記者|a@b.example".split("|"),
    "|",
  );
  const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (lines) => {
      for (const { name, kind } of (await read(`${head(...lines)}\n${lines.join("\n\n")}\n`)).authors) {
        expect(name).not.toMatch(/[\d@|]|^\s|\s$|said\./);
        if (kind === "person") expect(ROLES.has(name.toLowerCase())).toBe(false);
      }
    }),
    RUNS,
  );
});

test("evidence of authors quotes the line that it points at", async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.constantFrom("By ", "Text: ", "Written by "), async (all, lead) => {
      const text = head(`${lead}${listed(all)}`);
      for (const { line, words, field } of (await read(text)).evidence) {
        if (field === "authors") expect(text.split("\n")[(line ?? 0) - 1]).toContain(words);
      }
    }),
    RUNS,
  );
});

test.for([
  ["a".repeat(1_000_000), "one word"],
  [`By ${"Jane ".repeat(200_000)}`, "names without end"],
  [`Reporting by ${"A B, ".repeat(200_000)}`, "a sign-off without end"],
  [`I am ${"Jane ".repeat(200_000)}`, "a bio without end"],
  ["(".repeat(1_000_000), "brackets"],
  [`Source: ${" ".repeat(1_000_000)}x`, "blanks"],
  ["| ".repeat(500_000), "bars"],
  ["a.b@".repeat(250_000), "half an address"],
] as const)("a line of a million characters takes no time to speak of: $1", async ([long]) => {
  const text = `Ferry returns\n\n${long}\n\n${LEAD}\n\n${long}\n`;
  expect(await effortOf(() => read(text))).toBeLessThan(3_000);
});
