/** Instants as the formats write them: always UTC, whole seconds. */

const FIRST = Date.parse("0000-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T23:59:59Z");

/**
 * An instant out of what callers put into a date's place: a `Date`, a number, an object with `valueOf` (dayjs, Luxon).
 * Nothing for an invalid date, and for a year that four digits can't say.
 */
export function instant(value: unknown): Date | undefined {
  if (typeof value !== "object" && typeof value !== "number" && typeof value !== "string") return undefined;
  if (value === null || value === "") return undefined;
  const time = typeof value === "string" ? Date.parse(value) : Number(value);
  if (!(time >= FIRST && time <= LAST)) return undefined;
  return value instanceof Date ? value : new Date(time);
}

/** RFC 822 with a four-digit year and GMT, the one form that every reader understands. */
export function rfc822(date: Date): string {
  return date.toUTCString();
}

/**
 * RFC 3339, every text only once: entries of one instant get it by clocks of different zones. The W3C validator warns of
 * two entries with one `updated`, comparing texts, while readers compare instants.
 */
export function rfc3339Once(date: Date, written: Map<number, number>): string {
  const time = Math.floor(date.getTime() / 1000) * 1000;
  const before = written.get(time) ?? 0;
  written.set(time, before + 1);
  const minutes = (before % HOURS) * 60 + Math.floor(before / HOURS);
  const local = new Date(time + minutes * 60_000);
  if (before === 0 || minutes >= HOURS * 60 || local.getTime() > LAST) return rfc3339(date);
  return `${local.toISOString().slice(0, 19)}+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

// Whole hours first: readers know them best. No clock on earth is further ahead than 14 hours.
const HOURS = 14;

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** RFC 3339 with `Z` and without fraction: newsboat stops at a fraction and misses the offset. */
export function rfc3339(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
