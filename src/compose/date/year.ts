import { type Day, dayNumber, isDay, weekdayOf } from "./calendar.ts";
import type { PastFact, PastFacts } from "./past.ts";
import type { ReportedDay } from "./reported-days.ts";

/** What weekdays and past facts say of the year of a report. */
export interface YearFound {
  /** The latest past day of the report. */
  readonly reported: ReportedDay;
  /** Every day it may be, oldest first: one is an answer, several or none are not. */
  readonly candidates: readonly Day[];
  /** Whether the latest past fact is at most 24 months older than the only candidate, and not the same day. */
  readonly isNear?: boolean;
  /** The next year in which the weekday fits again: until then the answer stays. */
  readonly next?: number;
}

/** What a report says about years. */
export interface YearsSaid {
  readonly facts: PastFacts;
  /** Years that it names without saying that they are ahead, facts or not. */
  readonly named: readonly number[];
}

const EARLIEST_YEAR = 1990;
const DAYS_A_MONTH = 365.25 / 12;
/** A weekday returns to a date after 11 years at the latest; to 29 February after 40. */
const LATEST_RETURN = 40;

/** A past fact this many months old at most leaves no real doubt that the report is of the year that follows it. */
const RECENT_MONTHS = 24;
/** Older facts are more often history than news: they narrow the years, and decide between none. */
const EARLIEST_NEWS = 2010;
/** "The 2020 election" is written of in 2019: a year named is only held against one that is not its neighbour. */
const NEIGHBOUR = 1;

/**
 * The years that a report's latest past day can belong to: its weekday fits, no past fact is later, `latest` is not
 * earlier, and its other days with weekdays fit too. Where several do, news decides: a past fact with its month is at
 * most 24 months older than the report. Nearness to `latest` plays no part: as it moves on, nothing gets another year.
 */
export function yearsOf(days: readonly ReportedDay[], said: YearsSaid, latest: Day): YearFound | undefined {
  const past = days.filter(({ tense }) => tense === "past");
  const [first] = past;
  if (first === undefined) return undefined;
  const fact = said.facts.latest;
  const found = past.map((reported) => ({ reported, candidates: candidates(reported, days, fact, latest) }));
  const best = found.find((each) => each.candidates.length > 0) ?? { reported: first, candidates: [] };
  const others = found.filter(
    (each) => each !== best && each.candidates.length > 0 && !sameDay(each.reported, best.reported),
  );
  const all = [...best.candidates, ...others.flatMap((each) => each.candidates)].toSorted(
    (a, b) => dayNumber(a) - dayNumber(b),
  );
  const news = others.length > 0 ? [] : all.filter((day) => followsNews(day, said, nextYear(best.reported, day.year)));
  const [only] = news.length > 0 ? news : all;
  const isOpen = all.length > 1 && news.length !== 1;
  if (only === undefined || isOpen) return { reported: best.reported, candidates: all };
  return {
    reported: best.reported,
    candidates: [only],
    next: nextYear(best.reported, only.year),
    isNear: fact !== undefined && isWithin(only, fact) && !isStated(only, fact),
  };
}

/** The report names that very day in full: a full date in running text is no publication's. */
function isStated(day: Day, { precision, since }: PastFact): boolean {
  return precision === "day" && dayNumber(since) === dayNumber(day);
}

function isWithin(day: Day, { since }: PastFact): boolean {
  return (dayNumber(day) - dayNumber(since)) / DAYS_A_MONTH <= RECENT_MONTHS;
}

/** Whether a fact with its month, a recent one, is what the report of that day follows; `next` is when its weekday returns. */
function followsNews(day: Day, { facts: { ofMonth }, named }: YearsSaid, next: number): boolean {
  if (ofMonth === undefined || ofMonth.since.year < EARLIEST_NEWS || !isWithin(day, ofMonth)) return false;
  const { precision, since } = ofMonth;
  const isAnniversary = precision === "day" && since.month === day.month && since.day === day.day;
  return !isAnniversary && !named.some((year) => year > day.year + NEIGHBOUR && year <= next);
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
