import { describe, expect, test } from "vitest";
import type { Story } from "../../src/compose/story.ts";
import { EMPTY_LEDGER, type Ledger, parseLedger } from "../../src/ledger/ledger.ts";
import { ledgerText } from "../../src/ledger/pieces.ts";
import { type Recorded, record } from "../../src/ledger/record.ts";
import type { Publication } from "../../src/publication/publication.ts";
import { PUBLICATION, story } from "../support/story.ts";

const DAY_1 = new Date("2026-06-01T09:30:00Z");
const DAY_2 = new Date("2026-06-02T10:00:00Z");
const DAY_3 = new Date("2026-06-03T11:00:00Z");

function build(ledger: Ledger, stories: readonly Story[], now: Date, given: Partial<Publication> = {}): Recorded {
  const publication = { ...PUBLICATION, ...given };
  const made = record(ledger, stories, {
    publication,
    now,
    strict: false,
    silent: new Set(),
    standing: () => undefined,
    committed: () => undefined,
  });
  return { ...made, ledger: parseLedger(ledgerText(made.ledger), "ledger.jsonl").ledger };
}

const A = story("a.txt");
const updatedOf = ({ entries }: Recorded): string | undefined => entries[0]?.date.toISOString();

describe("what counts as an update", () => {
  const CHANGED = { ...A, body: "<p>Other words.</p>" };
  const CORRECTED = { ...A, corrections: [{ text: "The quay is 90 m long." }] };
  const DECLARED = {
    ...CHANGED,
    updated: { at: new Date("2026-06-02T08:00:00Z"), precision: "minute" as const, from: "front-matter" as const },
  };
  const PUBLISHED = "2026-05-01T12:00:00.000Z";

  test.for<readonly [Publication["updates"], Story, string, string]>([
    ["changes", A, PUBLISHED, "nothing"],
    ["changes", CHANGED, DAY_2.toISOString(), "another body"],
    ["changes", CORRECTED, DAY_2.toISOString(), "a correction"],
    ["changes", DECLARED, "2026-06-02T08:00:00.000Z", "as it is declared"],
    ["declared", CHANGED, PUBLISHED, "another body is corrected silently"],
    ["declared", CORRECTED, DAY_2.toISOString(), "a correction always counts"],
    ["declared", DECLARED, "2026-06-02T08:00:00.000Z", "what is declared counts"],
  ])("updates: %s (%#)", ([updates, second, expected]) => {
    const first = build(EMPTY_LEDGER, [A], DAY_1, { updates });
    expect(updatedOf(build(first.ledger, [second], DAY_2, { updates }))).toBe(expected);
  });

  test("a correction made silent later still does not count twice", () => {
    const second = build(build(EMPTY_LEDGER, [A], DAY_1).ledger, [CORRECTED], DAY_2, { updates: "declared" });
    const third = build(second.ledger, [{ ...CORRECTED, body: "<p>More.</p>" }], DAY_3, { updates: "declared" });
    expect(updatedOf(third)).toBe(DAY_2.toISOString());
  });
});

describe("corrections stand below the body", () => {
  test.for<readonly [Partial<Story>, string, string]>([
    [{}, "<p><strong>Correction (2026-06-02):</strong> Not 9 &lt; 8.</p>", "dated when it was first seen"],
    [
      { language: "de-AT" },
      "<p><strong>Berichtigung (2026-06-02):</strong> Not 9 &lt; 8.</p>",
      "in the article's language",
    ],
    [{ language: "mt" }, "<p><strong>Correction (2026-06-02):</strong> Not 9 &lt; 8.</p>", "else in English"],
  ])("%j", ([given, note]) => {
    const first = build(EMPTY_LEDGER, [A], DAY_1);
    const corrected = { ...A, ...given, corrections: [{ text: "Not 9 < 8." }] };
    const second = build(first.ledger, [corrected], DAY_2);
    expect(second.entries[0]?.content).toBe(`${A.body}${note}`);
    const third = build(second.ledger, [{ ...corrected, title: "Another title" }], DAY_3);
    expect(third.entries[0]?.content).toBe(`${A.body}${note}`);
  });

  test("as their days are stated", () => {
    const corrections = [{ text: "One.", day: "2026-05-03" }, { text: "Two." }];
    const { entries } = build(EMPTY_LEDGER, [{ ...A, corrections }], DAY_1);
    expect(entries[0]?.content).toContain("(2026-05-03):</strong> One.</p>");
  });
});

describe("an article that expires", () => {
  const EXPIRES = new Date("2026-06-02T00:00:00Z");
  const BRIEF = { ...A, expires: EXPIRES };

  test("is published until then, and the build says when", () => {
    const { entries, due } = build(EMPTY_LEDGER, [BRIEF], DAY_1);
    expect(entries).toHaveLength(1);
    expect(due).toEqual({ at: EXPIRES, what: "expiry", file: "a.txt" });
  });

  test("is withdrawn at its time, not at the build's", () => {
    const { ledger } = build(EMPTY_LEDGER, [BRIEF], DAY_1);
    const after = build(ledger, [BRIEF], DAY_2);
    expect(after.entries).toEqual([]);
    expect(after.withdrawn).toHaveLength(1);
    expect(after.tombstones).toMatchObject([{ withdrawn: EXPIRES, link: "https://gazette.example/2026/05/01/a/" }]);
    expect(build(after.ledger, [BRIEF], DAY_3)).toMatchObject({ withdrawn: [], tombstones: [{ withdrawn: EXPIRES }] });
  });

  test("comes back under its id where the time is set later", () => {
    const first = build(EMPTY_LEDGER, [BRIEF], DAY_1);
    const gone = build(first.ledger, [BRIEF], DAY_2);
    const again = build(gone.ledger, [{ ...BRIEF, expires: new Date("2027-01-01T00:00:00Z") }], DAY_3);
    expect(again.entries[0]?.id).toBe(first.entries[0]?.id);
  });

  test("was never published if its time was over before", () => {
    const { entries, ledger, findings } = build(EMPTY_LEDGER, [BRIEF], DAY_3);
    expect([entries, [...ledger.lines]]).toEqual([[], []]);
    expect(findings).toMatchObject([{ code: "ledger/expired" }]);
  });
});

describe("what happens next by itself", () => {
  const later = story("b.txt", { date: "2026-06-04T08:00:00Z" });

  test.for<readonly [readonly Story[], object | undefined, string]>([
    [[A], undefined, "nothing"],
    [[A, later], { at: new Date("2026-06-04T08:00:00Z"), what: "embargo", file: "b.txt" }, "an embargo ends"],
    [
      [{ ...A, expires: new Date("2026-06-03T00:00:00Z") }, later],
      { at: new Date("2026-06-03T00:00:00Z"), what: "expiry", file: "a.txt" },
      "the first of several",
    ],
  ])("%#", ([stories, due]) => {
    expect(build(EMPTY_LEDGER, stories, DAY_1).due).toEqual(due);
  });

  test("feeds stop to tell of a withdrawal", () => {
    const { ledger } = build(EMPTY_LEDGER, [A, story("c.txt")], DAY_1);
    const { due } = build(ledger, [A], DAY_2, { tombstones: 10 });
    expect(due).toEqual({ at: new Date("2026-06-12T10:00:00Z"), what: "tombstone", file: "c.txt" });
  });
});

test("a page that moves is known by all addresses that it had", () => {
  const first = build(EMPTY_LEDGER, [A], DAY_1);
  const second = build(first.ledger, [A], DAY_2, { permalink: "/{year}/{slug}" });
  const third = build(second.ledger, [A], DAY_3, { permalink: "/{slug}.html" });
  const to = "https://gazette.example/a.html";
  expect(third.moved).toEqual([
    { from: "https://gazette.example/2026/05/01/a/", to },
    { from: "https://gazette.example/2026/a", to },
  ]);
  expect(build(third.ledger, [A], DAY_3).moved).toEqual([
    { from: "https://gazette.example/2026/a", to: "https://gazette.example/2026/05/01/a/" },
    { from: "https://gazette.example/a.html", to: "https://gazette.example/2026/05/01/a/" },
  ]);
});

test("a page that has moved and was withdrawn then leads to the place that says so", () => {
  const first = build(EMPTY_LEDGER, [A, story("b.txt")], DAY_1);
  const second = build(first.ledger, [A, story("b.txt")], DAY_2, { permalink: "/{slug}/" });
  const third = build(second.ledger, [story("b.txt")], DAY_3, { permalink: "/{slug}/" });
  expect(third.moved).toContainEqual({
    from: "https://gazette.example/2026/05/01/a/",
    to: "https://gazette.example/a/",
  });
});

describe("translations", () => {
  const english = story("ferry.txt", { language: "en", id: "ferry" });
  const french = story("bac.txt", { language: "fr", translation: "ferry" });
  const german = story("faehre.txt", { language: "de", translation: "ferry" });
  const links = (stories: readonly Story[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      build(EMPTY_LEDGER, stories, DAY_1).entries.map(({ file, translations = [] }) => [
        file,
        translations.map(({ language }) => language).join(),
      ]),
    );

  test.for<readonly [readonly Story[], object, string]>([
    [
      [english, french, german],
      { "ferry.txt": "de,fr", "bac.txt": "de,en", "faehre.txt": "en,fr" },
      "by the id of one",
    ],
    [
      [story("ferry.txt"), story("bac.txt", { language: "fr", translation: "ferry.txt" })],
      { "ferry.txt": "fr", "bac.txt": "en" },
      "by the file of one",
    ],
    [
      [story("x.txt", { translation: "k" }), story("y.txt", { language: "fr", translation: "k" })],
      { "x.txt": "fr", "y.txt": "en" },
      "by any word",
    ],
    [
      [story("x.txt", { translation: "k" }), story("y.txt", { translation: "k" })],
      { "x.txt": "", "y.txt": "" },
      "two in one language are none of each other",
    ],
    [[story("x.txt", { translation: "k" })], { "x.txt": "" }, "alone"],
  ])("%#", ([stories, expected]) => {
    expect(links(stories)).toEqual(expected);
  });
});
