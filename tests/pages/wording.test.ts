import { describe, expect, test } from "vitest";
import { clockOf } from "../../src/pages/calendar.ts";
import { directionOf } from "../../src/pages/direction.ts";
import { wordingIn } from "../../src/pages/wording/choose.ts";

const LANGUAGES = ["ar", "de", "en", "es", "fr", "he", "it", "ja", "ko", "nl", "pt", "ru", "zh", "zh-Hant"];
const MARCH = { year: 2026, month: 3, day: 1 };

test.for<readonly [string, string, string]>([
  ["en", "1 March 2026", "English"],
  ["en-US", "1 March 2026", "of any region"],
  ["de", "1. März 2026", "German"],
  ["fr-CA", "1er mars 2026", "French"],
  ["es", "1 de marzo de 2026", "Spanish"],
  ["pt-BR", "1 de março de 2026", "Portuguese"],
  ["it", "1º marzo 2026", "Italian"],
  ["nl", "1 maart 2026", "Dutch"],
  ["ru", "1 марта 2026 г.", "Russian"],
  ["ar", "1 مارس 2026", "Arabic"],
  ["he", "1 במרץ 2026", "Hebrew"],
  ["zh-CN", "2026年3月1日", "Chinese"],
  ["zh-HK", "2026年3月1日", "Chinese in Hong Kong"],
  ["ja", "2026年3月1日", "Japanese"],
  ["ko", "2026년 3월 1일", "Korean"],
  ["mn", "1 March 2026", "English, where there are no words"],
])("a day in %s is %s (%s)", ([language, day]) => {
  expect(wordingIn(language).date(MARCH)).toBe(day);
});

test.for([
  ["en", "1 March 2026, 07:30"],
  ["fr", "1er mars 2026 à 07:30"],
  ["ar", "1 مارس 2026، 07:30"],
  ["ja", "2026年3月1日 07:30"],
] as const)("a moment in %s is %s", ([language, moment]) => {
  const { date, at } = wordingIn(language);
  expect(`${date(MARCH)}${at}07:30`).toBe(moment);
});

test("Chinese is in the characters of its readers", () => {
  expect(["zh", "zh-Hans-SG", "zh-TW", "zh-Hant-HK", "zh-MO"].map((tag) => wordingIn(tag).language)).toEqual([
    "zh",
    "zh",
    "zh-Hant",
    "zh-Hant",
    "zh-Hant",
  ]);
});

describe.for(LANGUAGES)("the words of %s", (language) => {
  const { explanation, date, page, withdrawnText, ...words } = wordingIn(language);

  test("are their own, and say something", () => {
    expect(words.language).toBe(language);
    const { at, space, and, comma, ...sentences } = words;
    expect(Object.entries(sentences).filter(([, said]) => said.trim() === "" || /undefined|\$\{/.test(said))).toEqual(
      [],
    );
    expect([page(7), withdrawnText("A", "B")]).toEqual([expect.stringContaining("7"), expect.stringMatching(/A.*B/)]);
    expect(Array.from({ length: 12 }, (_, index) => date({ ...MARCH, month: index + 1 })).join()).not.toContain(
      "undefined",
    );
  });

  test("explain feeds in three sentences", () => {
    expect(explanation.map((sentence) => sentence.match(/[.。]/g)?.length)).toEqual([1, 1, 1]);
  });
});

test.for<readonly [string, "ltr" | "rtl", string]>([
  ["en", "ltr", "most languages"],
  ["ar-EG", "rtl", "Arabic anywhere"],
  ["ur", "rtl", "Urdu"],
  ["uz-Arab", "rtl", "a language of several scripts, in Arabic letters"],
  ["ar-Latn", "ltr", "Arabic in Latin letters"],
  ["zh-Hant-TW", "ltr", "Chinese on the web"],
])("%s is written %s (%s)", ([language, direction]) => {
  expect(directionOf(language)).toBe(direction);
});

test.for<readonly [string, string, string, string]>([
  ["UTC", "2026-03-01T23:30:00Z", "2026-3-1 23:30", "as it is"],
  ["Asia/Tokyo", "2026-03-01T23:30:00Z", "2026-3-2 08:30", "the next day in Tokyo"],
  ["America/St_Johns", "2026-03-01T02:00:00Z", "2026-2-28 22:30", "half an hour off"],
  ["Europe/Lisbon", "2026-03-29T00:59:59Z", "2026-3-29 00:59", "before the clocks change"],
  ["Europe/Lisbon", "2026-03-29T01:00:00Z", "2026-3-29 02:00", "after"],
])("by the clocks of %s %s is %s (%s)", ([zone, at, expected]) => {
  const clock = clockOf(zone);
  clock(new Date("2026-01-01T00:00:00Z"));
  const { year, month, day, time } = clock(new Date(at));
  expect(`${year}-${month}-${day} ${time}`).toBe(expected);
});
