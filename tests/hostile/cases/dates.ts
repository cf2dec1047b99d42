import type { Case } from "./case.ts";

const IMPOSSIBLE = "refused date/impossible 3";
const ILL = "refused matter/ill-typed 3";
const BAD: readonly (readonly [name: string, date: string, outcome: Case[2], why: string])[] = [
  ["leap", "2023-02-29", IMPOSSIBLE, "no leap year"],
  ["leap-2000", "2000-02-29", "clean", "a leap year that divides by a hundred"],
  ["leap-1900", "1900-02-29", IMPOSSIBLE, "one that is none"],
  ["february-30", "2024-02-30", IMPOSSIBLE, "30 February"],
  ["month-13", "2024-13-01", IMPOSSIBLE, "month 13"],
  ["month-0", "2024-00-10", IMPOSSIBLE, "month 0"],
  ["day-0", "2024-01-00", IMPOSSIBLE, "day 0"],
  ["zeros", "0000-00-00", ILL, "what MySQL calls a date"],
  ["year-1", "0001-01-01", ILL, "the year 1"],
  ["year-9999", "9999-12-31", ILL, "the year 9999"],
  ["year-10000", "+010000-01-01", ILL, "the year 10000"],
  ["year-negative", "-0044-03-15", ILL, "before Christ"],
  ["epoch", "1970-01-01T00:00:00Z", "clean", "the beginning of time"],
  ["before-epoch", "1969-12-31T23:59:59Z", "clean", "before it"],
  ["seconds", "1714694400", ILL, "a number of seconds"],
  ["exponent", "1e20", ILL, "a number without end"],
  ["words", "sometime in 2024", ILL, "no date"],
  ["map", "{ year: 2024 }", ILL, "a map"],
  ["list", "[2024-05-01, 2024-05-02]", ILL, "several"],
  ["hour-25", "2024-05-01T25:00:00Z", IMPOSSIBLE, "an hour that no clock has"],
  ["minute-60", "2024-05-01T10:60:00Z", IMPOSSIBLE, "a minute"],
  ["second-61", "2024-05-01T10:00:61Z", IMPOSSIBLE, "a second"],
  ["leap-second", "2016-12-31T23:59:60Z", "clean", "a leap second, which there was"],
  ["hour-24", "2024-05-01T24:00:00Z", "clean", "the end of the day"],
  ["hour-24-30", "2024-05-01T24:30:00Z", IMPOSSIBLE, "half an hour after the end of the day"],
  ["offset", "2024-05-01T10:00:00+99:99", IMPOSSIBLE, "a zone beyond the earth"],
  ["offset-14", "2024-05-01T10:00:00+14:00", "clean", "the furthest zone there is"],
  ["gap", "2024-03-31T02:30:00", "clean", "an hour that was skipped: the publication's zone decides"],
  ["nine-digits", "2024-05-01T10:00:00.123456789Z", "clean", "nanoseconds"],
  ["rfc-822", "Wed, 01 May 2024 10:00:00 +0000", "clean", "as mail writes it"],
  ["lower-case", "2024-05-01t10:00:00z", "clean", "in lower case"],
  ["null", "null", "warning date/first-seen", "nothing"],
  ["arabic", "٢٠٢٤-٠٥-٠١", ILL, "Arabic digits"],
  ["fullwidth", "２０２４-０５-０１", ILL, "digits of full width"],
];

export const DATES: readonly Case[] = [
  ...BAD.map(
    ([name, date, outcome, why]): Case => [
      `${name}.md`,
      `---\ntitle: The ferry\ndate: ${date}\n---\nThe ferry sails.\n`,
      outcome,
      why,
    ],
  ),
  [
    "updated-far.md",
    "---\ntitle: The ferry\ndate: 2024-05-01\nupdated: 9999-01-01\n---\nIt sails.\n",
    "refused matter/ill-typed 4",
    "updated at the end of time",
  ],
  [
    "updated-before.md",
    "---\ntitle: The ferry\ndate: 2024-05-01\nupdated: 1999-01-01\n---\nIt sails.\n",
    "clean",
    "updated before it was published",
  ],
  [
    "expires-bad.md",
    "---\ntitle: The ferry\ndate: 2024-05-01\nexpires: 2024-02-30\n---\nIt sails.\n",
    "refused date/impossible 4",
    "leaves on a day that there is not",
  ],
  [
    "in-text.txt",
    "The ferry sails again\nBy Jane Doe\nPublished February 30, 2024\n\nIt sails.\n",
    "warning date/impossible",
    "30 February in words",
  ],
  [
    "many.txt",
    `The ferry sails again\nBy Jane Doe\nPublished May 1, 2024\n\n${"May 3, 2024 and 4/5/2022 at 25:61. ".repeat(3000)}\n`,
    "clean",
    "dates without end",
  ],
];
