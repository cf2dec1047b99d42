import { type Day, dayNumber, isDay, weekdayOf } from "./calendar.ts";
import type { PastFact } from "./past.ts";
import type { ReportedDay } from "./reported-days.ts";

/** What weekdays and past facts say of the year of a report. */
export interface YearFound {
  /** The latest past day of the report. */
  readonly reported: ReportedDay;
  /** Every day it may be, oldest first: one is an answer, several or none are not. */
  readonly candidates: readonly Day[];
  /** How many months the latest past fact is older than the only candidate. */
  readonly months?: number;
  /** The next year in which the weekday fits again: until then the answer stays. */
  readonly next?: number;
}

const EARLIEST_YEAR = 1990;
const DAYS_A_MONTH = 365.25 / 12;
/** A weekday returns to a date after 11 years at the latest; to 29 February after 40. */
const LATEST_RETURN = 40;

/**
 * The years that a report's latest past day can belong to: its weekday fits, no past fact is later, `latest` is not
 * earlier, and its other days with weekdays fit too. Nearness to `latest` plays no part.
 */
export function yearsOf(days: readonly ReportedDay[], fact: PastFact | undefined, latest: Day): YearFound | undefined {
  const past = days.filter(({ tense }) => tense === "past");
  const [first] = past;
  if (first === undefined) return undefined;
  const found = past.map((reported) => ({ reported, candidates: candidates(reported, days, fact, latest) }));
  const best = found.find((each) => each.candidates.length > 0) ?? { reported: first, candidates: [] };
  const others = found.filter(
    (each) => each !== best && each.candidates.length > 0 && !sameDay(each.reported, best.reported),
  );
  const all = [...best.candidates, ...others.flatMap((each) => each.candidates)].toSorted(
    (a, b) => dayNumber(a) - dayNumber(b),
  );
  const [only] = all;
  if (only === undefined || all.length > 1) return { reported: best.reported, candidates: all };
  const months = fact === undefined ? {} : { months: (dayNumber(only) - dayNumber(fact.since)) / DAYS_A_MONTH };
  return { reported: best.reported, candidates: all, next: nextYear(best.reported, only.year), ...months };
}

function sameDay({ span: a }: ReportedDay, { span: b }: ReportedDay): boolean {
  return a.month === b.month && a.day === b.day && a.weekday === b.weekday;
}

/** The years in which a day is the latest past one that the report names. */
function candidates(
  reported: ReportedDay,
  days: readonly ReportedDay[],
  fact: PastFact | undefined,
  latest: Day,
): readonly Day[] {
  const from = Math.max(EARLIEST_YEAR, fact?.since.year ?? 0);
  const found: Day[] = [];
  for (let year = from; year <= latest.year; year += 1) {
    const day = fitting(reported, year);
    if (day === undefined || dayNumber(day) > dayNumber(latest)) continue;
    if (fact !== undefined && dayNumber(day) < dayNumber(fact.since)) continue;
    if (days.every((other) => agrees(other, day))) found.push(day);
  }
  return found;
}

/** Whether another day of the report can be of the year around `day`: past days up to it, days ahead from it. */
function agrees(other: ReportedDay, day: Day): boolean {
  if (other.tense === "unknown") return true;
  const turn = other.tense === "past" ? -1 : 1;
  return [day.year, day.year + turn].some((year) => {
    const date = fitting(other, year);
    return date !== undefined && (dayNumber(date) - dayNumber(day)) * turn >= 0;
  });
}

function fitting({ span: { month, day, weekday } }: ReportedDay, year: number): Day | undefined {
  const date = { year, month, day };
  return isDay(date) && weekdayOf(date) === weekday ? date : undefined;
}

function nextYear(reported: ReportedDay, after: number): number {
  let year = after + 1;
  while (year < after + LATEST_RETURN && fitting(reported, year) === undefined) year += 1;
  return year;
}
