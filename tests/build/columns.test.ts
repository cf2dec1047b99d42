import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readColumns, type TextColumn, writeColumns } from "../../src/build/store/columns.ts";
import { RUNS } from "../support/runs.ts";
import { site } from "../support/site.ts";

const all = (column: TextColumn | undefined): readonly string[] =>
  Array.from({ length: column?.ends.length ?? 0 }, (_, index) => column?.at(index) ?? "");

/** Writes texts as new ones, then some of them again in another order with new ones among them, and reads both. */
function twice(path: string, texts: readonly string[], again: readonly (number | string)[]): readonly string[][] {
  const fresh = { places: new Int32Array(texts.length).fill(-1), fresh: (index: number) => texts[index] ?? "" };
  writeColumns(path, "first", { rows: Float64Array.from(texts, (text) => text.length) }, () => ({ words: fresh }));
  const first = readColumns(path);
  const places = Int32Array.from(again, (one) => (typeof one === "number" ? one : -1));
  const source = { before: first?.texts.words, places, fresh: (index: number) => String(again[index]) };
  writeColumns(path, "second", {}, () => ({ words: source }));
  const second = readColumns(path);
  expect([first?.head, second?.head, [...(first?.numbers.rows ?? [])]]).toEqual([
    "first",
    "second",
    texts.map(({ length }) => length),
  ]);
  return [[...all(first?.texts.words)], [...all(second?.texts.words)]];
}

describe("columns", () => {
  test.for<[readonly string[], readonly (number | string)[], readonly string[]]>([
    [[], [], []],
    [
      ["a", "b", "c"],
      [0, 1, 2],
      ["a", "b", "c"],
    ],
    [
      ["a", "b", "c"],
      [2, 0, "new", 1],
      ["c", "a", "new", "b"],
    ],
    [
      ["", "é", ""],
      [1, 2, "日本"],
      ["é", "", "日本"],
    ],
    [["a", "b"], [], []],
  ])("%j, then %j: %j", ([texts, again, expected]) => {
    const { folder } = site();
    expect(twice(join(folder, "columns"), texts, again)).toEqual([texts, expected]);
  });

  test("whatever the texts, they come back", () => {
    const { folder } = site();
    const wellFormed = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(fc.array(wellFormed), fc.array(fc.oneof(fc.nat({ max: 30 }), wellFormed)), (texts, wanted) => {
        const again = wanted.filter((one) => typeof one === "string" || one < texts.length);
        const expected = again.map((one) => (typeof one === "number" ? texts[one] : one));
        expect(twice(join(folder, "columns"), texts, again)).toEqual([texts, expected]);
      }),
      RUNS,
    );
  });

  test("one bit turned over, and there are none", () => {
    const path = join(site().folder, "columns");
    twice(path, ["the ferry", "the quay"], [1, 0]);
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at += 1) {
      const spoilt = Buffer.from(bytes);
      spoilt[at] = (spoilt[at] ?? 0) ^ 1;
      writeFileSync(path, spoilt);
      expect(readColumns(path), `byte ${at}`).toBeUndefined();
    }
  });
});
