import fc from "fast-check";
import { expect, test } from "vitest";
import { withChanges } from "../../src/build/store/row-changes.ts";
import { RUNS } from "../support/runs.ts";

test.for<[rows: string, gone: readonly number[], places: readonly number[], fresh: string, all: string]>([
  ["abc", [], [], "", "abc"],
  ["abc", [1], [], "", "ac"],
  ["abc", [0, 1, 2], [], "", ""],
  ["abc", [], [0], "X", "Xabc"],
  ["abc", [], [3], "X", "abcX"],
  ["abc", [], [1, 2], "XY", "aXYbc"],
  ["abc", [0, 2], [0, 2], "XY", "XbY"],
  ["abc", [1, 2], [1], "X", "aX"],
  ["", [], [0, 1], "XY", "XY"],
])("%s, of which %j are gone and at %j comes %s: %s", ([rows, gone, places, fresh, all]) => {
  expect(withChanges([...rows], { gone, places, fresh: [...fresh] }).join("")).toBe(all);
});

test("the rows that stay and the new ones, each where it belongs, however many changes there are", () => {
  const places = fc.uniqueArray(fc.nat(5_000), { maxLength: 3_000, size: "max" });
  fc.assert(
    fc.property(fc.nat(4_000), places, places, (count, out, into) => {
      const rows = Array.from({ length: count }, (_, index) => index);
      const gone = out.filter((place) => place < count).sort((a, b) => a - b);
      const left = rows.filter((row) => !gone.includes(row));
      const at = into.sort((a, b) => a - b).filter((place, index) => place <= left.length + index);
      const expected: number[] = [...left];
      const fresh = at.map((place) => -1 - place);
      for (const place of at) expected.splice(place, 0, -1 - place);
      expect(withChanges(rows, { gone, places: at, fresh })).toEqual(expected);
    }),
    // Lists of thousands are made smaller for hours: the table above says what is wrong sooner.
    { ...RUNS, numRuns: 30, endOnFailure: true },
  );
});
