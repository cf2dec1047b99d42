import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import { type Day, dayNumber } from "./calendar.ts";

dayjs.extend(utc);
dayjs.extend(timezone);

/** Hours, minutes and seconds as a clock on the wall shows them. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The instant at which clocks in an IANA zone show that day and time. Where they show it twice (the end of summer time) the
 * first; where they skip it, as much after the change as it would have been before it.
 */
export function instantIn(zone: string, day: Day, { hour, minute, second = 0 }: TimeOfDay): Date {
  const wall = dayNumber(day) * DAY + (hour * 60 + minute) * MINUTE + second * 1000;
  if (zone === "UTC") return new Date(wall);
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  if (before === after) return new Date(wall - before);
  const isBefore = offsetAt(zone, wall - before) === before;
  const isAfter = offsetAt(zone, wall - after) === after;
  return new Date(isAfter && !isBefore ? wall - after : wall - before);
}

/** The day on which an instant falls in an IANA zone. */
export function dayIn(zone: string, at: Date): Day {
  const wall = new Date(at.getTime() + (zone === "UTC" ? 0 : offsetAt(zone, at.getTime())));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/** Milliseconds by which a zone's clocks are ahead of UTC. */
function offsetAt(zone: string, instant: number): number {
  return dayjs.utc(instant).tz(zone).utcOffset() * MINUTE;
}
