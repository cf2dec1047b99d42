import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Move, Moves } from "../../src/ledger/moves.ts";
import { RUNS } from "../support/runs.ts";

/** Parts of a file of which some go over to another, each a little further on. */
const parts = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 9 }), isGone: fc.boolean(), before: fc.nat({ max: 5 }) }), {
    maxLength: 12,
  })
  .map((all): readonly Move[] => {
    let [from, to] = [0, 0];
    return all.flatMap(({ length, isGone, before }): readonly Move[] => {
      const at = from;
      from += length;
      if (isGone) return [];
      to += before + length;
      return [[at, from, to - length]];
    });
  });

describe("what has become of the places of a file", () => {
  test.for<[string, readonly Move[], number, number | undefined]>([
    ["what moved", [[10, 20, 30]], 12, 32],
    ["what stands before it", [[10, 20, 30]], 9, undefined],
    ["what stands behind it", [[10, 20, 30]], 20, undefined],
    ["what stayed", [[0, 20, 0]], 0, 0],
    ["where nothing did", [], 3, undefined],
  ])("%s", ([, moves, at, expected]) => {
    expect(Moves.of(moves).at(at)).toBe(expected);
  });

  test("parts that go on together are one", () => {
    expect([...Moves.of([[0, 5, 2], [5, 9, 7], [9, 12, 20]]).parts()]).toEqual([[0, 9, 2], [9, 12, 20]]); // biome-ignore format: a table
  });

  test("two moves in one lead to where one after the other does", () => {
    fc.assert(
      fc.property(parts, parts, (first, second) => {
        const [a, b] = [Moves.of(first), Moves.of(second)];
        const both = a.and(b);
        for (let at = 0; at < 120; at += 1) {
          const between = a.at(at);
          expect(both.at(at), `place ${at}`).toBe(between === undefined ? undefined : b.at(between));
        }
        expect([...Moves.of(both.parts()).parts()]).toEqual([...both.parts()]);
      }),
      RUNS,
    );
  });
});
