import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Numbers, newestOnly, roll } from "../../src/edition/roll.ts";
import { entry } from "../support/entries.ts";
import { RUNS } from "../support/runs.ts";

/** Entries by their numbers; a higher number is newer. */
const entries = (numbers: readonly number[]) => numbers.toSorted((a, b) => b - a).map((number) => entry(number));
const id = (number: number): string => entry(number).id;
const numberOf = ({ file }: { readonly file: string }): number => Number(/\d+/.exec(file)?.[0]);

const numbersIn = (sealed: ReadonlyMap<string, number>): Numbers => ({
  of: (one) => sealed.get(one.id),
  last: Math.max(0, ...sealed.values()),
});

function rolled(
  numbers: readonly number[],
  limit: number,
  size: number,
  sealed: Readonly<Record<number, number>> = {},
) {
  const known = new Map(Object.entries(sealed).map(([number, document]) => [id(Number(number)), document]));
  const { newest, archives } = roll(numbersIn(known), entries(numbers), limit, size);
  return [newest.map(numberOf), ...archives.toReversed().map((archive) => archive.entries.map(numberOf))];
}

/** From `from` down to `to`. */
const down = (from: number, to: number): number[] => Array.from({ length: from - to + 1 }, (_, step) => from - step);

describe("entries roll into archive documents", () => {
  test.for<readonly [number[], number, number, Record<number, number>, number[][], string]>([
    [[], 3, 2, {}, [[]], "nothing at all"],
    [down(3, 1), 3, 2, {}, [down(3, 1)], "just the window: no archive"],
    [down(4, 1), 3, 2, {}, [down(4, 2), [1]], "one too many: a document that is being filled"],
    [down(5, 1), 3, 2, {}, [down(5, 3), [], [2, 1]], "a full one, and an empty one after it that it can link to"],
    [down(8, 1), 3, 2, {}, [down(8, 6), [5], [4, 3], [2, 1]], "the oldest first"],
    [down(9, 1), 3, 2, { 1: 1, 2: 1 }, [down(9, 7), [], [6, 5], [4, 3], [2, 1]], "what was sealed stays"],
    [[9, 8, 7, 0], 3, 2, { 1: 1, 2: 1 }, [[9, 8, 7], [0], []], "a back-dated one goes where there is room"],
    [[9, 8, 7, 2], 3, 2, { 1: 1, 2: 1 }, [[9, 8, 7], [], [2]], "a withdrawn one leaves its document, nobody moves up"],
    [[9, 2, 1], 3, 2, { 1: 1, 2: 1 }, [[9], [], [2, 1]], "nor do sealed ones come back into a window with room"],
    [[2, 1], 5, 2, { 1: 1, 2: 1 }, [[], [], [2, 1]], "nor under a higher limit"],
    [down(6, 1), 2, 1, {}, [[6, 5], [], [4], [3], [2], [1]], "documents of one entry each"],
  ])("%j, %i newest, %i a document, %j sealed", ([numbers, limit, size, sealed, expected]) => {
    expect(rolled(numbers, limit, size, sealed)).toEqual(expected);
  });

  test("without an archive, the newest are all", () => {
    expect(newestOnly(entries(down(5, 1)), 2).newest.map(numberOf)).toEqual([5, 4]);
  });
});

type Documents = readonly (readonly number[])[];

/** A full document loses what is withdrawn, and may get back what returns; no other entry ever enters it. */
function expectKept(before: Documents, after: Documents, standing: ReadonlySet<number>): void {
  for (const [index, document] of before.entries())
    expect(after[index]?.filter((number) => document.includes(number))).toEqual(
      document.filter((number) => standing.has(number)),
    );
}

test("whatever is added and withdrawn: every entry once, and full documents stay as they are", () => {
  const anyNumber = fc.integer({ min: 0, max: 400 });
  const step = fc.record({ add: fc.uniqueArray(anyNumber, { maxLength: 12 }), withdraw: fc.array(anyNumber) });
  const few = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), few, few, (steps, limit, size) => {
      const standing = new Set<number>();
      const sealed = new Map<string, number>();
      let full: Documents = [];
      for (const { add, withdraw } of steps) {
        for (const number of withdraw) standing.delete(number);
        for (const number of add) standing.add(number);
        const { newest, archives, sealed: fresh } = roll(numbersIn(sealed), entries([...standing]), limit, size);
        for (const [one, document] of fresh) sealed.set(one, document);
        const all = [...newest, ...archives.flatMap((archive) => archive.entries)].map(numberOf);
        expect(all.toSorted((a, b) => a - b)).toEqual([...standing].sort((a, b) => a - b));
        expect(newest.length).toBeLessThanOrEqual(limit);
        const documents = archives.slice(0, -1).map((archive) => archive.entries.map(numberOf));
        expectKept(full, documents, standing);
        full = documents;
      }
    }),
    RUNS,
  );
});
