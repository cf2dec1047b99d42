import type { Source } from "../evidence.ts";
import type { Moment, Precision } from "../story.ts";
import { type Day, dayText } from "./calendar.ts";
import type { DateSpan } from "./spans.ts";
import { printedZone } from "./time-zones.ts";
import { instantIn, type TimeOfDay } from "./wall-time.ts";

const MINUTE = 60_000;
/** A day without a time is published at noon: the same calendar day for nearly every reader. */
const NOON: TimeOfDay = { hour: 12, minute: 0 };

/** The instant of a date with its year, its time read in the zone beside it, else in `home` (IANA). */
export function momentOf(day: Day, span: Pick<DateSpan, "time" | "zone">, home: string, from: Source): Moment {
  const { time, zone } = span;
  if (time === undefined) return { at: instantIn(home, day, NOON), precision: "day", from };
  const precision: Precision = time.second === undefined ? "minute" : "second";
  const printed = zone === undefined ? undefined : printedZone(zone, home);
  if (printed?.offset === undefined) return { at: instantIn(printed?.zone ?? home, day, time), precision, from };
  return { at: new Date(instantIn("UTC", day, time).getTime() - printed.offset * MINUTE), precision, from };
}

/** A date as evidence shows it, the day as printed: `2024-08-30`, `2024-08-30T17:47:00-04:00`. */
export function momentText({ at, precision }: Moment, day: Day, { time }: Pick<DateSpan, "time">): string {
  if (precision === "day" || time === undefined) return dayText(day);
  const wall = instantIn("UTC", day, time);
  const minutes = Math.round((wall.getTime() - at.getTime()) / MINUTE);
  return `${wall.toISOString().slice(0, 19)}${offsetText(minutes)}`;
}

function offsetText(minutes: number): string {
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((number) => String(number).padStart(2, "0"));
  return `${minutes < 0 ? "-" : "+"}${hours}:${rest}`;
}
