import { type Finding, finding, type Place } from "../../finding.ts";
import type { Confidence, Source } from "../evidence.ts";
import type { Moment } from "../story.ts";
import { type Day, dayText, weekdayOf } from "./calendar.ts";
import { momentOf, momentText } from "./moment.ts";
import type { DateSpan } from "./spans.ts";
import { printedZone } from "./time-zones.ts";
import { weekdayName } from "./weekdays.ts";

/** A date that something in the article claims for its publication or update. */
export interface Claim {
  readonly from: Source;
  readonly day: Day;
  readonly moment: Moment;
  /** The date as evidence shows it. */
  readonly value: string;
  readonly words: string;
  readonly place: Place;
  readonly sure: Confidence;
  readonly because?: string;
  /** What to tell if this claim is the one that counts. */
  readonly findings: readonly Finding[];
}

/** Where a claim was found and how far that place is to be believed. */
export interface Ground {
  readonly from: Source;
  readonly place: Place;
  readonly sure: Confidence;
  /** The publication's IANA zone. */
  readonly home: string;
  readonly because?: string;
}

/** What a date with its year claims; undefined where the year is missing or the calendar has no such day. */
export function claimOf(written: DateSpan, ground: Ground): Claim | undefined {
  const span = orderedByZone(written);
  if (span.year === undefined || span.impossible) return undefined;
  const day = { year: span.year, month: span.month, day: span.day };
  const { from, place, home } = ground;
  const moment = momentOf(day, span, home, from);
  const doubts = doubtsOf(span, ground);
  const because = [ground.because, ...doubts].filter((each) => each !== undefined).join("; ");
  return {
    from,
    day,
    moment,
    value: momentText(moment, day, span),
    words: span.words,
    place,
    sure: span.otherwise === undefined ? ground.sure : "weak",
    ...(because === "" ? {} : { because }),
    findings: [...orderFindings(span, day, place), ...weekdayFindings(span, day, place)],
  };
}

const AMERICAN_ZONE = /^(?:[ECMP][SD]?T|AK[SD]T|HST|Eastern|Central|Mountain|Pacific)$/;

/** The zone beside it tells whose numbers they are: euronews' "06/01/2026 - 13:55 GMT+1" is in January. */
function orderedByZone(span: DateSpan): DateSpan {
  const { otherwise, zone, ...rest } = span;
  if (otherwise === undefined || zone === undefined || /^(?:GMT|UTC|Z)$/.test(zone)) return span;
  const [first, second] = span.words.match(/\d+/g)?.map(Number) ?? [];
  const [month, day] = AMERICAN_ZONE.test(zone) ? [first, second] : [second, first];
  const isOrder = month !== undefined && day !== undefined && [span.month, otherwise.month].includes(month);
  return isOrder ? { ...rest, zone, month, day } : span;
}

function doubtsOf({ otherwise, zone, shortYear }: DateSpan, { home }: Ground): readonly string[] {
  const hasDoubt = zone !== undefined && isDoubtful(zone, home);
  return [
    ...(otherwise === undefined ? [] : ["the order of day and month is the language's usual one"]),
    ...(shortYear ? ["the year has two digits"] : []),
    ...(hasDoubt ? [`${zone} has several meanings`] : []),
  ];
}

function isDoubtful(zone: string, home: string): boolean {
  const printed = printedZone(zone, home);
  return printed === undefined || printed.doubtful === true;
}

function orderFindings({ otherwise, words }: DateSpan, day: Day, place: Place): readonly Finding[] {
  return otherwise === undefined ? [] : [finding("date/numeric-order", place, { words, used: dayText(day) })];
}

function weekdayFindings({ weekday, words }: DateSpan, day: Day, place: Place): readonly Finding[] {
  const real = weekdayOf(day);
  if (weekday === undefined || weekday === real) return [];
  return [finding("date/weekday", place, { words, weekday: weekdayName(real) })];
}
