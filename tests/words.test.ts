import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Finding, type FindingCode, type FindingFacts, finding } from "../src/finding.ts";
import { describe as describeFinding, frame, harmless, words } from "../src/words.ts";
import { effort } from "./support/effort.ts";
import { RUNS } from "./support/runs.ts";

/** One of each: a new code does not compile without a row here. */
const EACH: { readonly [Code in FindingCode]: FindingFacts[Code] } = {
  "publication/missing": { title: "Buna Times" },
  "publication/no-url": { url: "https://buna-times.example/" },
  "publication/no-picture": { address: "https://a.example/icon.png", path: "icon.png" },
  "publication/encoding": {},
  "publication/syntax": { message: "Map keys must be unique" },
  "publication/unknown-field": { field: "authors.mail", nearest: "email" },
  "publication/ill-typed": { field: "limit", expected: "a whole number", got: "fifty" },
  "read/unreadable": { reason: "permission denied" },
  "read/encoding": { encoding: "windows-1252" },
  "read/characters-removed": { count: 3 },
  "read/binary": {},
  "read/too-large": { size: 21_000_000, most: 20_000_000 },
  "read/too-deep": { most: 1_000 },
  "read/too-slow": { seconds: 60 },
  "read/failed": { message: "RangeError: Maximum call stack size exceeded" },
  "read/no-file": { kind: "socket" },
  "read/outside": {},
  "matter/unclosed": { fence: "---" },
  "matter/syntax": { message: "unexpected end" },
  "matter/repaired": { field: "title" },
  "matter/ill-typed": { field: "tags", expected: "a list of words", got: "number" },
  "items/syntax": { message: "a value is missing" },
  "items/no-list": {},
  "items/no-article": { number: 3 },
  "items/no-id": { number: 3 },
  "items/same-id": { id: "ferry", line: 12 },
  "article/empty": {},
  "article/taken-address": { address: "https://a.example/rss.xml", by: "feed" },
  "date/impossible": { words: "February 30, 2024" },
  "date/ambiguous": { words: "Friday, August 30", candidates: ["2013", "2019", "2024"] },
  "date/weekday": { words: "Monday, August 30, 2024", weekday: "Friday" },
  "date/conflict": { words: "May 3, 2024", used: "2024-05-04" },
  "date/numeric-order": { words: "03/04/2024", used: "2024-04-03" },
  "date/only-updated": { words: "Updated May 3, 2024" },
  "date/first-seen": { date: "2024-09-01T08:00:00Z" },
  "date/commit": { date: "2024-09-01T08:00:00Z" },
  "date/embargo": { until: "2030-01-01T00:00:00Z" },
  "headline/derived": { headline: "The ferry sails again" },
  "language/disagrees": { declared: "en", detected: "de" },
  "media/missing": { url: "quay.jpg", path: "news/quay.jpg" },
  "media/outside": { url: "/up/quay.jpg" },
  "media/too-large": { url: "film.mp4", size: 1_100_000_000, most: 1_000_000_000 },
  "link/unpublished": { url: "tide.md", path: "news/tide.md" },
  "media/unreadable": { url: "quay.jpg", reason: "permission denied" },
  "podcast/no-section": { section: "Talks" },
  "podcast/no-owner": { section: "Talks" },
  "podcast/no-episode": { section: "Talks" },
  "podcast/cover": { section: "Talks", type: "image/png", width: 512, height: 300 },
  "podcast/type": { section: "Talks", type: "audio/wav" },
  "ledger/syntax": { message: "unexpected end" },
  "ledger/duplicate-id": { id: "ferry", other: "b.md" },
  "ledger/kept": { id: "tag:a.example,2024-05-01:ferry" },
  "ledger/not-kept": { id: "tag:a.example,2024-05-01:ferry" },
  "ledger/withdrawn": { id: "tag:a.example,2024-05-01:ferry", title: "The ferry" },
  "ledger/expired": { at: "2026-05-01T00:00:00Z" },
  "ledger/returned": { id: "tag:a.example,2024-05-01:ferry" },
  "ledger/date-stays": { stated: "2024-05-02", published: "2024-05-01T12:00:00Z" },
  "feeds/no-entries": { kind: "section", name: "Wrold" },
  "edition/shortened": { count: 3, budget: 1_000_000 },
  "profile/no-image": { profiles: ["MSN"] },
  "profile/small-image": { profiles: ["MSN"], width: 640, height: 320, wanted: ["720 pixels in width"] },
  "profile/image-type": { profiles: ["MSN"], type: "image/avif" },
  "profile/no-credit": { profiles: ["MSN"] },
  "profile/short-summary": { profiles: ["MSN"], length: 12, least: 21 },
  "profile/title-length": { profiles: ["MSN"], length: 12, least: 21, most: 150 },
  "profile/no-author": { profiles: ["MSN"] },
  "profile/other-language": { profiles: ["MSN"], language: "fr" },
  "profile/several-languages": { profiles: ["MSN"], languages: ["en", "fr"] },
  "profile/few-entries": { profiles: ["MSN"], count: 3, least: 21 },
  "profile/no-picture": { profiles: ["MSN"], field: "logo" },
  "profile/no-description": { profiles: ["MSN"] },
  "profile/long-description": { profiles: ["MSN"], length: 200, most: 150 },
  "profile/no-region": { profiles: ["MSN"], language: "fr" },
  "profile/not-secure": { profiles: ["MSN"], url: "http://a.example/" },
  "profile/not-whole": { profiles: ["MSN"] },
  "disk/no-data": { reason: "there is no such file" },
  "disk/no-articles": {},
  "disk/too-many-articles": { count: 1_000_001, most: 1_000_000 },
  "disk/trouble": { reason: "no space left on the disk" },
  "disk/locked": { by: "process 4711 on desk" },
  "disk/interrupted": {},
};

const said = (code: FindingCode, facts: object = EACH[code]): readonly [string, string] => {
  const { wrong, mend } = words({ code, severity: "error", place: { file: "a.txt" }, facts } as Finding);
  return [wrong, mend];
};

describe("the words of a finding", () => {
  test.for(Object.keys(EACH) as FindingCode[])("%s: sentences, with every fact in them", (code) => {
    const [wrong, mend] = said(code);
    expect(wrong).toMatch(/^["A-Z0-9\p{L}].*[.]$/u);
    expect(mend).toMatch(/^[A-Z].*[.?]$/);
    expect(`${wrong} ${mend}`).not.toMatch(/undefined|\[object|\bNaN\b|\.\.|\s{2}/);
  });

  test.for([
    ["date/ambiguous", EACH["date/ambiguous"], '"Friday, August 30" fits 2013, 2019 and 2024.', "several years"],
    ["date/ambiguous", { words: "August 30", candidates: [] }, '"August 30" does not say which year it is of.', "none"],
    [
      "publication/ill-typed",
      { field: "authors.name", expected: "a name", got: "nothing" },
      '"name" should hold a name; there is nothing.',
      "a field that is missing",
    ],
    [
      "publication/ill-typed",
      { field: "", expected: "fields", got: "a list" },
      "The file should hold fields; here is a list.",
      "the whole file",
    ],
    ["read/characters-removed", { count: 1 }, /^One character .* was left out\.$/, "one"],
    ["read/characters-removed", { count: 2 }, /^2 characters .* were left out\.$/, "several"],
    [
      "date/impossible",
      { words: "2026-05-01T25:00" },
      '"2026-05-01T25:00" has a day or a time that there is not.',
      "a time",
    ],
    ["date/impossible", { words: "word ".repeat(99) }, /^"(?:word )+word…" is no/, "long words are shortened"],
    ["date/impossible", { words: "a\u001b[2J\u202eb" }, '"a�[2J�b" is no day of the calendar.', "hostile words"],
  ] as const)("%s %j → %s (%s)", ([code, facts, wrong]) => {
    expect(said(code, facts)[0]).toEqual(wrong instanceof RegExp ? expect.stringMatching(wrong) : wrong);
  });

  test.for([
    [{ field: "titel", nearest: "title" }, 'Did you mean "title"?'],
    [{ field: "colour" }, "Remove it; the README lists the fields there are."],
  ] as const)("the mend of an unknown field %j: %s", ([facts, mend]) => {
    expect(said("publication/unknown-field", facts)[1]).toBe(mend);
  });
});

describe("a frame", () => {
  test.for([
    ["at a briefing on Friday", { column: 18, length: 6 }, "3 | at a briefing on Friday", "^^^^^^", 21, "plain"],
    ["a\tb", { column: 3 }, "3 | a    b", "^", 9, "a tab becomes four blanks"],
    ["a\tb", { column: 2 }, "3 | a    b", "^^^^", 5, "a tab is marked whole"],
    ["日本 8月30日", { column: 4, length: 5 }, "3 | 日本 8月30日", "^^^^^^^", 9, "wide characters take two cells"],
    ["cafe\u0301 noir", { column: 7, length: 4 }, "3 | cafe\u0301 noir", "^^^^", 9, "combining marks take none"],
    ["👩‍👩‍👧 Friday", { column: 10, length: 6 }, "3 | 👩‍👩‍👧 Friday", "^^^^^^", 7, "an emoji of five parts takes two"],
    ["short", { column: 40, length: 9 }, "3 | short", "^", 9, "a place behind the line's end"],
    ["", { column: 1 }, "3 |", "^", 4, "an empty line"],
    ["title: x", { column: 1, length: 99 }, "3 | title: x", "^^^^^^^^", 4, "longer than the line"],
    ["a\u001b[31mb", { column: 7 }, "3 | a�[31mb", "^", 10, "a control character"],
  ] as const)("%j at %j (%6$s)", ([line, place, source, carets, indent]) => {
    expect(frame(line, { file: "a", line: 3, ...place })).toEqual({ source, carets: " ".repeat(indent) + carets });
  });

  test("without a column has no carets", () => {
    expect(frame("words", { file: "a", line: 12 })).toEqual({ source: "12 | words" });
  });

  test.for([
    [0, "begins at the beginning"],
    [30, "still in sight from the beginning"],
    [5000, "in the middle"],
    [9990, "at the end"],
  ] as const)("shows of a long line the part around offset %i (%s)", ([offset]) => {
    const line = `${"lorem ".repeat(Math.ceil(offset / 6)).slice(0, offset)}HERE${" ipsum".repeat(2000)}`.slice(
      0,
      10_000,
    );
    const { source, carets = "" } = frame(line, { file: "a", line: 1, column: offset + 1, length: 4 });
    expect(source.length).toBeLessThanOrEqual(80);
    expect(source.slice(carets.indexOf("^"), carets.length)).toBe("HERE");
  });

  test("of a line of a megabyte is drawn at once", () => {
    const line = "x\u0301日".repeat(350_000);
    const place = { file: "a", line: 1, column: 500_000, length: 1_000_000 };
    expect(effort(() => frame(line, place))).toBeLessThan(50);
  });

  test("always fits and always points, whatever the line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(320), fc.nat(320), (line, at, length) => {
        const { source, carets = "" } = frame(line, { file: "a", line: 7, column: at + 1, length }, 60);
        expect(carets).toMatch(/^ {4,}\^+$/);
        expect(carets.length).toBeLessThanOrEqual(61);
        expect(harmless(source)).toBe(source);
      }),
      RUNS,
    );
  });
});

describe("a description", () => {
  const one = finding(
    "date/ambiguous",
    { file: "data/visit.txt", line: 3, column: 18, length: 17 },
    { words: "Friday, August 30", candidates: ["2019", "2024"] },
  );

  test("says place, what is wrong, where, and how to mend it", () => {
    expect(`\n${describeFinding(one, "at a briefing on Friday, August 30.")}\n`).toBe(`
data/visit.txt:3:18 warning date/ambiguous: "Friday, August 30" fits 2019 and 2024.
3 | at a briefing on Friday, August 30.
                     ^^^^^^^^^^^^^^^^^
  Add the year, or put "date: YYYY-MM-DD" into front matter.
`);
  });

  test("colours only what it is told to", () => {
    const loud = (text: string): string => `<${text}>`;
    const look = { error: loud, warning: loud, note: loud, mark: loud, quiet: loud };
    expect(describeFinding(one, "Friday", look).split("\n").slice(0, 2)).toEqual([
      'data/visit.txt:3:18 <warning date/ambiguous:> "Friday, August 30" fits 2019 and 2024.',
      "<3 | Friday>",
    ]);
  });

  test("a file's name does nothing to a terminal", () => {
    const hostile = finding("read/binary", { file: "a\u001b]0;x\u0007\n.txt" }, {});
    expect(describeFinding(hostile).split("\n")[0]).toBe("a�]0;x� .txt error read/binary: This file is not text.");
  });
});
