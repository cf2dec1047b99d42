import { dateRules } from "../rules/dates.ts";
import type { Tell, Value } from "./value.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const MONTH = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const DAY_NAME = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";

/** The form that every reader reads: RFC 822 with a year of four digits, one space between parts. */
const STRICT = new RegExp(
  `^(?:${DAY_NAME}, )?(\\d\\d?) ${MONTH} (\\d{4}) (\\d\\d):(\\d\\d)(?::(\\d\\d))? ([+-]\\d\\d[03]0|UT|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|Z)$`,
);
/** All that RFC 822 allows, in any case and with any space. */
const LOOSE = new RegExp(
  `^(?:${DAY_NAME}\\s*,\\s*)?\\d\\d?\\s+${MONTH}\\s+\\d\\d(?:\\d\\d)?\\s+\\d\\d:\\d\\d(?::\\d\\d)?\\s+(?:[+-]?\\d{4}|UT|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|[A-IK-Z])?$`,
  "i",
);
const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d*)?)?(Z|[+-](\d\d):(\d\d))?)?)?)?$/;

const DAY_MS = 86_400_000;
const FIRST_PLAUSIBLE_YEAR = 1990;

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isReal(year: number, month: number, day: number, hour: number, minute: number, second: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lastDay = month === 2 && isLeap ? 29 : (LAST_DAYS[month - 1] ?? 0);
  if (year < 1 || day < 1 || day > lastDay) return false;
  return hour < 24 && minute < 60 && second <= 60;
}

function plausible(year: number, time: number, now: number, tell: Tell, value: string): void {
  if (year < FIRST_PLAUSIBLE_YEAR || time > now + DAY_MS) tell(dateRules.implausible, { value });
}

/** No date is longer, with all its comments. */
const LONGEST = 200;

/** Without comments and quoting (RFC 822, 3.4.3). */
function uncommented(value: string): string {
  let text = value.replace(/\\(.)/g, "");
  for (let next = ""; next !== text; ) {
    next = text;
    text = text.replace(/\([^(]*?\)/g, " ");
  }
  return text.trim();
}

/** RFC 822, with the years of RFC 2822. */
export const mailDate: Value = (value, tell, { now }) => {
  const found = STRICT.exec(value);
  if (found === null) {
    tell(value.length < LONGEST && LOOSE.test(uncommented(value)) ? dateRules.mailForm : dateRules.mail, { value });
    return;
  }
  const [, weekday, day, monthName = "", year, hour, minute, second = "0"] = found;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  if (!isReal(Number(year), month, Number(day), Number(hour), Number(minute), Number(second))) {
    tell(dateRules.mail, { value });
    return;
  }
  const time = Date.UTC(Number(year), month - 1, Number(day));
  const really = DAYS[new Date(time).getUTCDay()];
  if (weekday !== undefined && weekday.toLowerCase() !== really) tell(dateRules.weekday, { value, weekday });
  else plausible(Number(year), time, now, tell, value);
};

function isoDate(value: string): readonly number[] | undefined {
  const found = ISO.exec(value);
  if (found === null) return undefined;
  const part = (index: number, otherwise: number): number => Number(found[index] ?? otherwise);
  const [year, month, day] = [part(1, 0), part(2, 1), part(3, 1)];
  if (!isReal(year, month, day, part(4, 0), part(5, 0), part(6, 0))) return undefined;
  return part(8, 0) < 24 && part(9, 0) < 60 ? [year, month, day] : undefined;
}

function isoValue(form: RegExp, rule: (typeof dateRules)[keyof typeof dateRules], isPast: boolean): Value {
  return (value, tell, { now }) => {
    const numbers = form.test(value) ? isoDate(value) : undefined;
    if (numbers === undefined) return tell(rule, { value });
    const [year = 0, month = 1, day = 1] = numbers;
    if (isPast) plausible(year, Date.UTC(year, month - 1, day), now, tell, value);
  };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d*)?(?:Z|[+-]\d\d:\d\d)$/;
const ZONED = /^[^T]*$|(?:Z|[+-]\d\d:\d\d)$/;

/** RFC 3339, as Atom and JSON Feed take it: all parts, upper case. */
export const instant: Value = isoValue(INSTANT, dateRules.instant, true);

/** W3C-DTF: a year, a month, a day, or a time with its zone. */
export const w3cDate: Value = isoValue(ZONED, dateRules.w3c, true);

/** ISO 8601, as extensions take it that tell of events, which may well be to come. */
export const eventDate: Value = isoValue(/^/, dateRules.iso, false);

/** ISO 8601 of something that has happened. */
export const pastDate: Value = isoValue(/^/, dateRules.iso, true);

/** ISO 8601, a day without a time. */
export const dayDate: Value = isoValue(/^\d{4}-\d\d-\d\d$/, dateRules.iso, true);

export function isInstant(value: string): boolean {
  return INSTANT.test(value) && isoDate(value) !== undefined;
}
