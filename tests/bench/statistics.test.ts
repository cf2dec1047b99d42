import { describe, expect, test } from "vitest";
import { growth, median, verdict } from "./statistics.mjs";

describe("the median", () => {
  test.for([
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 9, 100, 1], 9.5],
  ] as const)("of %j is %d", ([numbers, expected]) => {
    expect(median(numbers)).toBe(expected);
  });
});

describe("with must 0.4 and aim 0.25", () => {
  test.for([
    [0.1, "aim"],
    [0.25, "aim"],
    [0.26, "must"],
    [0.4, "must"],
    [0.41, "missed"],
  ] as const)("%d is %s", ([value, expected]) => {
    expect(verdict(value, { must: 0.4, aim: 0.25 })).toBe(expected);
  });
});

describe("growth", () => {
  test("is from the smallest size to the largest, in whatever order they were measured", () => {
    expect(
      growth(
        new Map([
          [10_000, 7],
          [1000, 2],
          [100_000, 20],
        ]),
      ),
    ).toBe(10);
  });

  test("is not known of one size", () => {
    expect(growth(new Map([[1000, 2]]))).toBeUndefined();
  });
});
