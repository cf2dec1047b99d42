import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant, rfc822, rfc3339, rfc3339Once } from "../../src/render/dates.ts";
import { tries } from "../support/runs.ts";

const anyInstant = fc.date({
  min: new Date("0000-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59Z"),
  noInvalidDate: true,
});

describe("an instant", () => {
  test("is written as the standards want it, whatever it is", () => {
    fc.assert(
      fc.property(anyInstant, (date) => {
        expect(rfc822(date)).toBe(date.toUTCString());
        expect(rfc3339(date)).toBe(date.toISOString().replace(/\.\d{3}Z$/, "Z"));
      }),
      tries(500),
    );
  });

  test.for([
    [new Date("2026-05-01T08:00:00Z"), "2026-05-01T08:00:00Z", "a date"],
    [new Date("2026-05-01T08:00:00.999Z"), "2026-05-01T08:00:00Z", "no format of ours carries fractions"],
    [new Date("1969-12-31T23:59:58.500Z"), "1969-12-31T23:59:58Z", "before 1970 too"],
    [1_777_622_400_000, "2026-05-01T08:00:00Z", "milliseconds"],
    ["2026-05-01T10:00:00+02:00", "2026-05-01T08:00:00Z", "a text with its zone"],
    [{ valueOf: (): number => 1_777_622_400_000 }, "2026-05-01T08:00:00Z", "dayjs and its like"],
    [new Date(Number.NaN), undefined, "an invalid date"],
    [new Date("+010000-01-01T00:00:00Z"), undefined, "five digits"],
    [null, undefined, "null is not 1970"],
    ["", undefined, "nor is an empty text"],
    [true, undefined, "nor a truth"],
    ["yesterday", undefined, "no date"],
  ] as const)("%j → %s (%s)", ([value, expected]) => {
    const date = instant(value);
    expect(date && rfc3339(date)).toBe(expected);
  });

  test("that many entries share is written another way each time, and stays the same instant", () => {
    const date = new Date("2026-05-01T08:00:00Z");
    const written = new Map<number, number>();
    const texts = Array.from({ length: 800 }, () => rfc3339Once(date, written));
    expect(texts.slice(0, 3)).toEqual([
      "2026-05-01T08:00:00Z",
      "2026-05-01T09:00:00+01:00",
      "2026-05-01T10:00:00+02:00",
    ]);
    expect(new Set(texts).size).toBe(800);
    expect(new Set(texts.map((text) => Date.parse(text)))).toEqual(new Set([date.getTime()]));
  });
});
