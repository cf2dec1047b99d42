import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDay } from "../../../src/compose/date/calendar.ts";
import { type DateSpan, dateSpans } from "../../../src/compose/date/spans.ts";
import { effort } from "../../support/effort.ts";
import { RUNS } from "../../support/runs.ts";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** `2024-08-30 Fri 17:47:00 ET`, with `????` for a missing year. */
function shown({ year, month, day, weekday, time, zone, impossible, range }: DateSpan): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return [
    `${year ?? "????"}-${two(month)}-${two(day)}`,
    weekday === undefined ? [] : (WEEKDAYS[weekday] ?? []),
    time === undefined ? [] : [two(time.hour), two(time.minute), time.second ?? []].flat().join(":"),
    zone ?? [],
    impossible ? "impossible" : [],
    range ? "range" : [],
  ]
    .flat()
    .join(" ");
}

describe("a date in a text", () => {
  test.for([
    ["By Jane Doe | August 30, 2024", "August 30, 2024", "2024-08-30", "beside a name"],
    [
      "at a briefing on Friday, August 30.",
      "Friday, August 30",
      "????-08-30 Fri",
      "no year; the sentence's stop stays out",
    ],
    ["Sat., Sept. 7, 2024", "Sat., Sept. 7, 2024", "2024-09-07 Sat", "AP abbreviations"],
    ["on Saturday (July 31) it won", "Saturday (July 31)", "????-07-31 Sat", "in parentheses, as agencies do"],
    ["14. – 20. August 2024", "20. August 2024", "2024-08-20 range", "a range of ordinals"],
    ["the 30th of August 2024", "30th of August 2024", "2024-08-30", "an ordinal"],
    ["5:47 PM ET, Fri September 14, 2018", "5:47 PM ET, Fri September 14, 2018", "2018-09-14 Fri 17:47 ET", "CNN"],
    ["11:58, 23 APR 2024", "11:58, 23 APR 2024", "2024-04-23 11:58", "UK tabloids"],
    ["11:58, 21 APR 2023Updated 15:20", "11:58, 21 APR 2023", "2023-04-21 11:58", "glued by lost markup"],
    ["Apr 28 20232:23 PM EDT", "Apr 28 20232:23 PM EDT", "2023-04-28 14:23 EDT", "CNBC glues year and time"],
    ["Tue 31 Mar 2026 10.12 BST", "Tue 31 Mar 2026 10.12 BST", "2026-03-31 Tue 10:12 BST", "the Guardian"],
    ["April 28, 2023 GMT", "April 28, 2023", "2023-04-28", "AP's year is no time before GMT"],
    ["May 23, 2016 / 3:26 pm", "May 23, 2016 / 3:26 pm", "2016-05-23 15:26", "a slash between day and time"],
    ["06/13/2026 - 13:55 GMT+1", "06/13/2026 - 13:55 GMT+1", "2026-06-13 13:55 GMT+1", "no number above 12 is a month"],
    ["Saturday 13/07/2019", "Saturday 13/07/2019", "2019-07-13 Sat", "the other way round"],
    ["Fri, 30 Aug 2024 17:47:00 +0200", "Fri, 30 Aug 2024 17:47:00 +0200", "2024-08-30 Fri 17:47:0 +0200", "RFC 822"],
    ["2024-08-30T17:47:12.5+02:00", "2024-08-30T17:47:12.5+02:00", "2024-08-30 17:47:12 +02:00", "ISO 8601"],
    ["Aug. 28-30, 2024", "Aug. 28-30, 2024", "2024-08-28 range", "the days of an event"],
    ["28–30 August 2024", "30 August 2024", "2024-08-30 range", "the same, day first"],
    ["17:30 – 30 August 2024", "17:30 – 30 August 2024", "2024-08-30 17:30", "a time before a dash is no day"],
    [
      "30 de agosto de 2024 a las 17:47 hs",
      "30 de agosto de 2024 a las 17:47 hs",
      "2024-08-30 17:47",
      "Spanish: the a of “a las”",
    ],
    ["February 30, 2021", "February 30, 2021", "2021-02-30 impossible", "no such day, and not 2 March"],
    ["den 31. April 2024", "31. April 2024", "2024-04-31 impossible", "April has 30 days"],
    ["Montag, 30. Februar", "Montag, 30. Februar", "????-02-30 Mon impossible", "in no year"],
    [
      "am Freitag, dem 30. August 2024, 17.30 Uhr",
      "Freitag, dem 30. August 2024, 17.30 Uhr",
      "2024-08-30 Fri 17:30",
      "German",
    ],
    ["vendredi 1er mars 2024 à 12h00", "vendredi 1er mars 2024 à 12h00", "2024-03-01 Fri 12:00", "French"],
    ["el viernes, 30 de agosto de 2024", "viernes, 30 de agosto de 2024", "2024-08-30 Fri", "Spanish"],
    ["segunda-feira, 2 de setembro", "segunda-feira, 2 de setembro", "????-09-02 Mon", "Portuguese"],
    ["domenica 3 luglio 2022 | 12:54", "domenica 3 luglio 2022 | 12:54", "2022-07-03 Sun 12:54", "Italian"],
    [
      "perjantaina 30. elokuuta 2024 klo 17.30",
      "perjantaina 30. elokuuta 2024 klo 17.30",
      "2024-08-30 Fri 17:30",
      "Finnish",
    ],
    [
      "в пятницу, 30 августа 2024 г., 17:30 МСК",
      "пятницу, 30 августа 2024 г., 17:30 МСК",
      "2024-08-30 Fri 17:30 МСК",
      "Russian",
    ],
    ["у п’ятницю, 30 серпня, заявив", "п’ятницю, 30 серпня", "????-08-30 Fri", "Ukrainian, with its apostrophe"],
    ["v pátek 30. srpna v 17:30", "pátek 30. srpna v 17:30", "????-08-30 Fri 17:30", "Czech"],
    ["18. 10. 2022, 08:42", "18. 10. 2022, 08:42", "2022-10-18 08:42", "blanks between the numbers"],
    [
      "2024. augusztus 30., péntek 17:30",
      "2024. augusztus 30., péntek 17:30",
      "2024-08-30 Fri 17:30",
      "Hungarian: year first, weekday last",
    ],
    ["28 Aralık Pazar günü", "28 Aralık Pazar", "????-12-28 Sun", "Turkish: weekday behind"],
    ["Thứ Sáu, ngày 30 tháng 8 năm 2024", "Thứ Sáu, ngày 30 tháng 8 năm 2024", "2024-08-30 Fri", "Vietnamese"],
    ["2024年8月30日（金）17時30分", "2024年8月30日（金）17時30分", "2024-08-30 Fri 17:30", "Japanese"],
    ["令和6年8月30日", "令和6年8月30日", "2024-08-30", "by the emperor's era"],
    ["议事会星期三（9月30日）通过", "星期三（9月30日）", "????-09-30 Wed", "Chinese"],
    ["２０２４年８月３０日", "２０２４年８月３０日", "2024-08-30", "full-width digits"],
    ["2024년 8월 30일 금요일 오후 5:47", "2024년 8월 30일 금요일 오후 5:47", "2024-08-30 Fri 17:47", "Korean"],
    ["٣٠ آب/أغسطس ٢٠٢٤", "٣٠ آب/أغسطس ٢٠٢٤", "2024-08-30", "Arabic digits and both names of the month"],
    ["יום שישי, 30 באוגוסט 2024", "שישי, 30 באוגוסט 2024", "2024-08-30 Fri", "Hebrew"],
    ["פורסם ב-6.6.2014", "6.6.2014", "2014-06-06", "a Hebrew preposition"],
    ["30 สิงหาคม 2567", "30 สิงหาคม 2567", "2024-08-30", "Thai years count from the Buddha"],
  ] as const)("%s → %s %s (%s)", ([text, words, value]) => {
    const [span, ...others] = dateSpans(text);
    expect(others).toEqual([]);
    expect(span?.words).toBe(words);
    expect(span && shown(span)).toBe(value);
  });

  test.for([
    ["He may 5 times march", "modal verbs"],
    ["Sun journalists won 3-2", "a newspaper, a score"],
    ["Some 2,019 tickets at $19.99", "numbers"],
    ["in December 2023", "a month is no day"],
    ["version 1.2.2024.5 of 10.2", "a version"],
    ["https://example.com/2024/08/30/visit", "an address"],
    ["from 30.8. to 2.9.", "day and month by number, without a weekday"],
    ["they ran out 30 times", "October in Portuguese"],
  ] as const)("%s holds none (%s)", ([text]) => {
    expect(dateSpans(text, "en")).toEqual([]);
  });

  test("numbers that may be read both ways say so, and the language decides", () => {
    expect(dateSpans("4/5/2022", "en-US")[0]).toMatchObject({ month: 4, day: 5, otherwise: { month: 5, day: 4 } });
    expect(dateSpans("4/5/2022", "fr")[0]).toMatchObject({ month: 5, day: 4, otherwise: { month: 4, day: 5 } });
    expect(dateSpans("4.5.2022", "en-US")[0]).toMatchObject({ month: 5, day: 4 });
    expect(dateSpans("Wednesday 4/5/2022", "en-US")[0]).toMatchObject({ month: 5, day: 4 });
    expect(dateSpans("Wednesday 4/5/2022", "en-US")[0]).not.toHaveProperty("otherwise");
  });

  test("a spelling that names two months is read in the text's language", () => {
    expect(dateSpans("30. listopada 2024", "hr")[0]?.month).toBe(10);
    expect(dateSpans("30 listopada 2024", "pl")[0]?.month).toBe(11);
  });
});

const LANGUAGES =
  "en en-GB de fr es pt it ca nl sv nb da fi pl cs sk ru uk tr el ro hu hr id vi ar he hi ja zh zh-TW ko bg".split(" ");

describe("what Intl writes is read", () => {
  test.for(LANGUAGES)("in %s, every month and weekday", (language) => {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { dateStyle: "full", timeZone: "UTC" });
    for (let number = 0; number < 366; number += 5) {
      const at = new Date(Date.UTC(2024, 0, 1 + number));
      const text = format.format(at);
      expect([text, dateSpans(text, language)[0]]).toEqual([
        text,
        expect.objectContaining({
          year: 2024,
          month: at.getUTCMonth() + 1,
          day: at.getUTCDate(),
          weekday: at.getUTCDay(),
        }),
      ]);
    }
  });
});

describe("whatever the text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "Friday",
      ", ",
      " ",
      "August",
      "30",
      "2024",
      ".",
      "/",
      "5",
      "17:47",
      " ET",
      "年",
      "8月",
      "de",
      "May",
      "-",
    ),
  );

  test("spans stand in order, apart, on their words, and hold days that exist", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const { from, to, words, year, month, day, impossible } of dateSpans(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(words).toBe(text.slice(from, to));
          if (!impossible) expect(isDay({ year: year ?? 2024, month, day })).toBe(true);
          end = to;
        }
      }),
      RUNS,
    );
  });

  test.for([
    ["1", "digits"],
    ["1.", "numbers and stops"],
    ["may 5 ", "dates"],
    ["5月5", "counters"],
    ["12 12:12 ", "times"],
    ["a", "one word"],
    ['@a"', "handles and quotes"],
  ] as const)("a line of 400 kB of %j takes no time (%s)", ([part]) => {
    const text = part.repeat(400_000 / part.length);
    expect(effort(() => dateSpans(`${text} 5`))).toBeLessThan(2000);
  });
});
