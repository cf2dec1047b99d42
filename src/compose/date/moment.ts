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

/** A date as evidence shows it: the day alone where only that is known, else the instant in UTC. */
export function momentText({ at, precision }: Moment, day: Day): string {
  return precision === "day" ? dayText(day) : at.toISOString().replace(/\.\d{3}Z$/, "Z");
}
