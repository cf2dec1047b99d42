import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { refuses } from "../../src/finding.ts";
import { readPublication } from "../../src/publication/load.ts";
import { nearest } from "../../src/publication/nearest.ts";
import { PERSON_FIELDS, PUBLICATION_FIELDS } from "../../src/publication/schema.ts";
import { RUNS } from "../support/runs.ts";

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.webUrl(),
  fc.constantFrom("en", "UTC", "/{slug}/", "full", 50),
);
const fields = (names: readonly string[]) =>
  fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 })), value, { maxKeys: 6 });
const lineCount = (text: string): number => text.split(/\r\n?|\n/).length;

function holds(text: string, author: string): void {
  const { publication, findings } = readPublication({ file: "p.yaml", text }, [{ file: "a.yaml", text: author }]);
  for (const { place } of findings) {
    expect(place.line ?? 1).toBeLessThanOrEqual(lineCount(place.file === "p.yaml" ? text : author));
    expect(place.column ?? 1).toBeGreaterThan(0);
  }
  if (refuses(findings)) return;
  expect(new URL(publication.url).href).toBe(publication.url);
  expect(publication.url).toMatch(/^https?:\/\/.*\/$/);
  expect(publication.tagDomain).toMatch(/^[a-z0-9.-]+$/);
  expect(publication.permalink).toMatch(/^\/.*\{slug\}/);
  expect(publication.limit).toBeGreaterThan(0);
}

test("any text is read or refused with places in it, and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 50 }), (text, author) => {
      holds(text, author);
    }),
    RUNS,
  );
});

test("so is any YAML with some of the fields", () => {
  fc.assert(
    fc.property(fields(PUBLICATION_FIELDS), fields(PERSON_FIELDS), (publication, person) => {
      holds(stringify(publication), stringify(person));
    }),
    RUNS,
  );
});

test("one slip in a field's name is understood", () => {
  fc.assert(
    fc.property(fc.constantFrom(...PUBLICATION_FIELDS), fc.nat(), fc.constantFrom("x", ""), (name, at, put) => {
      const place = at % name.length;
      expect(nearest(`${name.slice(0, place)}${put}${name.slice(place + 1)}`, [name])).toBe(name);
    }),
    RUNS,
  );
});

test.for([
  ["tilte", "title", "two letters swapped"],
  ["Language", "language", "upper case"],
  ["q", undefined, "nothing near"],
  ["", undefined, "nothing at all"],
] as const)("%j is taken for %j (%s)", ([word, known]) => {
  expect(nearest(word, PUBLICATION_FIELDS)).toBe(known);
});
