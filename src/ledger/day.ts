import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";

dayjs.extend(utc);
dayjs.extend(timezone);

/** The calendar day of an instant in the publication's zone, as YYYY-MM-DD. */
export function dayOf(at: Date, zone: string): string {
  if (zone === "UTC") return at.toISOString().slice(0, 10);
  return dayjs(at).tz(zone).format("YYYY-MM-DD");
}
