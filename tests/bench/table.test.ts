import { expect, test } from "vitest";
import { count, megabytes, seconds, table, times } from "./table.mjs";

test.for([
  [seconds(0.0512), "0.05 s"],
  [seconds(9.96), "10.0 s"],
  [seconds(0.999), "1.0 s"],
  [seconds(123.4), "123 s"],
  [megabytes(343.6), "344 MB"],
  [megabytes(9932), "9.9 GB"],
  [megabytes(undefined), ""],
  [times(1.234), "1.23 ×"],
  [times(0.0512), "0.051 ×"],
  [count(1_000_000), "1,000,000"],
  [count(999), "999"],
] as const)("numbers are short: %s", ([written, expected]) => {
  expect(written).toBe(expected);
});

test("a table's columns stand below each other, also beyond ASCII", () => {
  expect(
    table(
      ["job", "×"],
      [
        ["one", "0.5 ×"],
        ["archives", "–"],
      ],
    ),
  ).toBe(["| job      | ×     |", "|----------|-------|", "| one      | 0.5 × |", "| archives | –     |"].join("\n"));
});
