import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentOf } from "../../../src/compose/date/moment.ts";
import { dateSpans } from "../../../src/compose/date/spans.ts";
import { dayIn, instantIn } from "../../../src/compose/date/wall-time.ts";
import { RUNS } from "../../support/runs.ts";

/** The instant that a text's date means to a publication at home in a zone. */
function instant(text: string, home: string): string {
  const [span] = dateSpans(text, "en-US");
  if (span?.year === undefined) return "none";
  return momentOf({ year: span.year, month: span.month, day: span.day }, span, home, "label").at.toISOString();
}

describe("an instant", () => {
  test.for([
    ["August 30, 2024", "UTC", "2024-08-30T12:00:00.000Z", "a day is published at noon"],
    ["August 30, 2024", "Pacific/Auckland", "2024-08-30T00:00:00.000Z", "noon at home: the same day there"],
    ["August 30, 2024", "America/Los_Angeles", "2024-08-30T19:00:00.000Z", "and there"],
    ["August 30, 2024 5:47 PM", "Europe/Berlin", "2024-08-30T15:47:00.000Z", "no zone: the publication's"],
    ["January 30, 2024 5:47 PM ET", "Europe/Berlin", "2024-01-30T22:47:00.000Z", "ET in winter"],
    ["August 30, 2024 5:47 PM ET", "Europe/Berlin", "2024-08-30T21:47:00.000Z", "ET in summer"],
    [
      "5:47 PM ET, Fri September 14, 2018",
      "UTC",
      "2018-09-14T21:47:00.000Z",
      "time first: ET of that day, not of today",
    ],
    ["August 30, 2024 5:47 PM EST", "UTC", "2024-08-30T22:47:00.000Z", "EST is what it says"],
    ["August 30, 2024 5:47 PM PT", "UTC", "2024-08-31T00:47:00.000Z", "Pacific"],
    ["October 6, 2017 5:50 PM CET", "UTC", "2017-10-06T15:50:00.000Z", "politico.eu prints CET in summer, too"],
    ["30.08.2024, 17:47 MESZ", "UTC", "2024-08-30T15:47:00.000Z", "German names"],
    ["August 30, 2024 10:12 BST", "Europe/London", "2024-08-30T09:12:00.000Z", "British summer time"],
    ["August 30, 2024 10:12 BST", "Asia/Dhaka", "2024-08-30T04:12:00.000Z", "Bangladesh's own"],
    ["August 30, 2024 10:12 IST", "UTC", "2024-08-30T04:42:00.000Z", "India"],
    ["August 30, 2024 10:12 IST", "Asia/Jerusalem", "2024-08-30T08:12:00.000Z", "Israel"],
    ["August 30, 2024 10:12 GMT+5:30", "UTC", "2024-08-30T04:42:00.000Z", "an offset"],
    ["30 Aug 2024 17:47:00 -0330", "UTC", "2024-08-30T21:17:00.000Z", "another"],
    ["August 30, 2024 24:00", "UTC", "2024-08-31T00:00:00.000Z", "midnight at the day's end, ISO 8601"],
    ["August 30, 2024 12:15 a.m.", "UTC", "2024-08-30T00:15:00.000Z", "just after midnight"],
    ["August 30, 2024 12:15 p.m.", "UTC", "2024-08-30T12:15:00.000Z", "just after noon"],
  ] as const)("%s in %s → %s (%s)", ([text, home, value]) => {
    expect(instant(text, home)).toBe(value);
  });

  test.for([
    ["March 10, 2024 2:30 AM", "America/New_York", "2024-03-10T07:30:00.000Z", "skipped: 3:30 of summer time"],
    ["November 3, 2024 1:30 AM", "America/New_York", "2024-11-03T05:30:00.000Z", "shown twice: the first"],
    ["October 6, 2024 2:15 AM", "Australia/Lord_Howe", "2024-10-05T15:45:00.000Z", "half an hour skipped"],
    ["December 30, 2011 10:00 AM", "Pacific/Apia", "2011-12-30T20:00:00.000Z", "a whole day skipped: still an instant"],
  ] as const)("clocks that change: %s in %s (%s, %s)", ([text, home, value]) => {
    expect(instant(text, home)).toBe(value);
  });

  test("noon at home is on the same day at home, in every zone", () => {
    // These islands have skipped a day by moving across the date line.
    const movers = /Apia|Fakaofo|Enderbury|Kanton|Kiritimati|Kwajalein/;
    const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone").filter((name) => !movers.test(name)));
    const at = fc.date({ min: new Date("1970-01-01"), max: new Date("2037-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(zone, at, (home, date) => {
        const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        const noon = instantIn(home, day, { hour: 12, minute: 0 });
        expect(dayIn(home, noon)).toEqual(day);
      }),
      RUNS,
    );
  });
});
