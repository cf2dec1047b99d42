import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import type { Day } from "./wording/wording.ts";

dayjs.extend(utc);
dayjs.extend(timezone);

/** A day and a time of day by the clocks of a zone. */
export interface Clock extends Day {
  /** `14:05`. */
  readonly time: string;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Tells the day and time by a zone's clocks (IANA name). Asking the zone takes long: it is asked for the ends of each day
 * once, and again only within days on which its clocks are changed.
 */
export function clockOf(zone: string): (at: Date) => Clock {
  const offsets = new Map<number, number>();
  const ask = (time: number): number => dayjs(time).tz(zone).utcOffset();
  const atStart = (day: number): number => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const offset = ask(day * DAY);
    offsets.set(day, offset);
    return offset;
  };
  return (at) => {
    const time = at.getTime();
    if (zone === "UTC") return clock(time);
    const day = Math.floor(time / DAY);
    const before = atStart(day);
    return clock(time + (before === atStart(day + 1) ? before : ask(time)) * MINUTE);
  };
}

function clock(time: number): Clock {
  const at = new Date(time);
  const two = (number: number): string => String(number).padStart(2, "0");
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    time: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`,
  };
}
