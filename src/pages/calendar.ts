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
/** Clocks are changed at full quarters of an hour everywhere. */
const QUARTER = 15 * MINUTE;

/** Tells the day and time by a zone's clocks (IANA name). Asking the zone takes long, so each answer is kept. */
export function clockOf(zone: string): (at: Date) => Clock {
  const offsets = new Map<number, number>();
  return (at) => {
    const time = at.getTime();
    if (zone === "UTC") return clock(time);
    const quarter = Math.floor(time / QUARTER);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      offset = dayjs(at).tz(zone).utcOffset();
      offsets.set(quarter, offset);
    }
    return clock(time + offset * MINUTE);
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
