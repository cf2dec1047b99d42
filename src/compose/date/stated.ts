import { type Day, isDay } from "./calendar.ts";
import { type DateSpan, dateSpans } from "./spans.ts";
import { printedZone } from "./time-zones.ts";

/** What a stated date comes to: the date, or why it is none. */
export type StatedDate =
  | { readonly span: DateSpan & Day }
  | { readonly trouble: "impossible" | "unreadable" | "other-age" };

const ISO =
  /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:[T ](?<hour>[01]\d|2[0-4]):?(?<minute>[0-5]\d)(?::?(?<second>[0-5]\d|60)(?:[.,]\d{1,9})?)?\s?(?<zone>Z|[+-]\d\d:?\d\d|[+-]\d\d)?(?:\s?\[?(?<name>(?![AP]M\b)[A-Z]{2,5}|[A-Z][A-Za-z_]{1,20}(?:\/[A-Z][A-Za-z_+-]{1,30}){1,2})\]?)?)?$/u;

/** A time that is written like one and is none: hour, minute or second is too high. */
const CLOCK = /^\d{4}-\d\d-\d\d[T ](?:(?:2[5-9]|[3-9]\d):\d\d|\d\d:[6-9]\d|\d\d:\d\d:(?:6[1-9]|[7-9]\d))/;
/** No clock is further from UTC than 14 hours. */
const FURTHEST = 14;

/**
 * Reads a date that front matter or metadata states: ISO 8601 and its looser kin, RFC 822, or any date that articles may
 * write, as long as its year is written and it is the only one. Years 1800 to 2200.
 */
export function statedDate(value: string, language: string | undefined): StatedDate {
  const text = value.trim();
  const iso = ISO.exec(text)?.groups;
  if (iso !== undefined) return fromIso(text, iso);
  // A day with a time that no clock shows is not a day without a time.
  if (CLOCK.test(text)) return { trouble: "impossible" };
  const [span, second] = dateSpans(text, language);
  if (span?.year === undefined || second !== undefined || span.range) return { trouble: "unreadable" };
  if (span.impossible) return { trouble: "impossible" };
  return { span: { ...span, year: span.year } };
}

function isTooFar(zone: string): boolean {
  const [, ahead = "0", more = "0"] = /^[+-](\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return Number(ahead) > FURTHEST || Number(more) > 59;
}

function fromIso(words: string, groups: Readonly<Record<string, string | undefined>>): StatedDate {
  const { hour, minute, second, name, zone = name } = groups;
  const day = { year: Number(groups.year), month: Number(groups.month), day: Number(groups.day) };
  if (day.year < 1800 || day.year > 2200) return { trouble: "other-age" };
  if (!isDay(day)) return { trouble: "impossible" };
  const { year, month, day: date } = day;
  const span = { from: 0, to: words.length, words, year, month, day: date };
  if (hour === undefined || minute === undefined) return { span };
  // A zone that nobody knows must not be taken for the publication's own.
  if (zone !== undefined && /^[A-Z]/.test(zone) && printedZone(zone, "UTC") === undefined)
    return { trouble: "unreadable" };
  if (hour === "24" && Number(minute) > 0) return { trouble: "impossible" };
  if (zone !== undefined && isTooFar(zone)) return { trouble: "impossible" };
  const clock = { hour: Number(hour), minute: Number(minute) };
  const time = second === undefined ? clock : { ...clock, second: Number(second) };
  return { span: zone === undefined ? { ...span, time } : { ...span, time, zone } };
}
