import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LedgerLine, lineText } from "../../src/ledger/ledger.ts";
import { inMemory, type LedgerBytes } from "../../src/ledger/ledger-bytes.ts";
import type { EntryHead } from "../../src/ledger/light-entry.ts";
import { ledgerFile } from "../../src/ledger/pieces.ts";
import { Settled } from "../../src/ledger/settled.ts";
import { SettledLine } from "../../src/ledger/settled-line.ts";
import { RUNS } from "../support/runs.ts";
import { PUBLICATION, story } from "../support/story.ts";

const idOf = (number: number): string => `tag:gazette.example,2026:${String(number).padStart(3, "0")}`;

const line = (number: number, title: string): LedgerLine => ({
  id: idOf(number),
  file: `${number}.md`,
  slug: String(number),
  title,
  precision: "second",
  updated: "2026-06-01T00:00:00Z",
  dated: "front-matter",
  hash: "",
  sketch: "",
});

/** The ledger's file with these lines, and those of them that are settled, newest first: the highest number. */
function fileOf(numbers: readonly number[], settled: readonly number[], end: string): Settled {
  const texts = numbers.toSorted((a, b) => a - b).map((number) => lineText(line(number, "Größe, as it was")));
  const bytes = Buffer.from(texts.length === 0 ? "" : texts.join("\n") + end);
  const shared = { bytes: inMemory(bytes), publication: PUBLICATION, storyOf: () => story("any.md") };
  const lines = settled
    .toSorted((a, b) => b - a)
    .map((number) => {
      const head = { id: idOf(number), file: `${number}.md` } as EntryHead;
      const at = bytes.indexOf(`{"id":"${idOf(number)}"`);
      const next = bytes.indexOf("\n", at);
      const record = { head, at, length: (next === -1 ? bytes.length : next) - at };
      return new SettledLine({ record }, record, shared);
    });
  return new Settled(shared.bytes, lines);
}

const some = fc.uniqueArray(fc.nat(30));

describe("lines of the ledger that nobody has to look at", () => {
  test("go over as they are, among those that were written anew, and everybody knows where they stand by then", () => {
    fc.assert(
      fc.property(some, some, some, fc.constantFrom("", "\n"), (there, unsettled, anew, end) => {
        const kept = there.filter((number) => !unsettled.includes(number));
        const settled = fileOf(there, kept, end);
        const lines = new Map(anew.map((number) => [idOf(number), line(number, "Written anew")]));
        const { pieces, placeOf, moves } = ledgerFile({ lines, settled });
        const text = Buffer.concat([...pieces]);
        const wanted = [...new Set([...kept, ...anew])].sort((a, b) => a - b);
        const lineOf = (number: number): string =>
          lineText(line(number, anew.includes(number) ? "Written anew" : "Größe, as it was"));
        expect(text.toString()).toBe(wanted.map((number) => `${lineOf(number)}\n`).join(""));
        for (const one of settled.lines) {
          const { at, length } = one.standing;
          const moved = moves.at(at);
          if (lines.has(one.id)) expect(moved).toBeUndefined();
          else expect(text.toString("utf8", moved, (moved ?? 0) + length)).toBe(one.line());
        }
        for (const number of anew) {
          const [at = 0, length = 0] = placeOf(idOf(number)) ?? [];
          expect(text.toString("utf8", at, at + length)).toBe(lineOf(number));
        }
      }),
      RUNS,
    );
  });

  const words = fc.constantFrom("Größe, as it was", "Grüße, as it was", "Written anew");
  const ofFew = fc.subarray([0, 1, 2, 3, 4, 5]);
  /** As on the disk, where there is nothing behind the end. */
  const strict = (bytes: LedgerBytes): LedgerBytes => ({
    ...bytes,
    part: (from, to) => {
      expect(to).toBeLessThanOrEqual(bytes.length);
      return bytes.part(from, to);
    },
  });

  test("and what would be written is known to stand there already, without being read", () => {
    let same = 0;
    fc.assert(
      fc.property(ofFew, ofFew, ofFew, words, fc.constantFrom("", "\n"), (there, unsettled, anew, title, end) => {
        const kept = there.filter((number) => !unsettled.includes(number));
        const settled = fileOf(there, kept, end);
        const lines = new Map(anew.map((number) => [idOf(number), line(number, title)]));
        const file = ledgerFile({ lines, settled });
        const isSame = Buffer.concat([...file.pieces]).equals(settled.bytes.part(0, settled.bytes.length));
        const { isThere, placeOf, moves } = ledgerFile({ lines, settled });
        expect(isThere(strict(settled.bytes))).toBe(isSame);
        if (!isSame) return;
        same += 1;
        for (const number of anew) expect(placeOf(idOf(number))).toEqual(file.placeOf(idOf(number)));
        expect([...moves.parts()]).toEqual([...file.moves.parts()]);
      }),
      RUNS,
    );
    expect(same).toBeGreaterThan(10);
  });

  test("what stands between them is told", () => {
    fc.assert(
      fc.property(some, some, fc.constantFrom("", "\n"), (there, unsettled, end) => {
        const kept = there.filter((number) => !unsettled.includes(number));
        const settled = fileOf(there, kept, end);
        const rest = [...settled.rest()].map((range) => settled.bytes.part(...range).toString("utf8")).join("\n");
        const told = [...rest.matchAll(/"file":"(\d+)\.md"/g)].map(([, number]) => Number(number));
        expect(told).toEqual(there.filter((number) => unsettled.includes(number)).toSorted((a, b) => a - b));
      }),
      RUNS,
    );
  });

  test.for([
    [2, 2],
    [1, undefined],
    [9, undefined],
  ] as const)("the line of %i is found by its id: %s", ([wanted, found]) => {
    expect(fileOf([1, 2, 3, 5], [2, 5], "\n").get(idOf(wanted))?.id).toBe(found && idOf(found));
  });
});
