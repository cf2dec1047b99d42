import { expect, test } from "vitest";
import { isCountryCode, isLanguageCode, TWO_LETTERS } from "../../src/check/values/codes.ts";

const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

test("each code of the table is a language to the platform, too", () => {
  expect([...TWO_LETTERS].filter((code) => names.of(code) === undefined)).toEqual([]);
});

test.for(["en", "ast", "iw", "und", "roa", "zh"])("%s is a language", (code) => {
  expect(isLanguageCode(code)).toBe(true);
});

test.for(["xx", "qqq", "1", ""])("“%s” is none", (code) => {
  expect(isLanguageCode(code)).toBe(false);
});

test.for([
  ["DE", true],
  ["GB", true],
  ["QX", false],
  ["", false],
] as const)("“%s” is a country: %s", ([code, isOne]) => {
  expect(isCountryCode(code)).toBe(isOne);
});
