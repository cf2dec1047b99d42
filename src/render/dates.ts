/** Instants as the formats write them: always UTC, whole seconds. */

const FIRST = Date.parse("0000-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T23:59:59Z");

/**
 * A whole second out of what callers put into a date's place: a `Date`, a number, an object with `valueOf` (dayjs,
 * Luxon), a text in ISO 8601 with its zone. Nothing for an invalid date, for a text that means another instant on another
 * machine, and for a year that four digits can't say.
 */
export function instant(value: unknown): Date | undefined {
  const time = timeOf(value);
  if (time === undefined || !(time >= FIRST && time <= LAST)) return undefined;
  return value instanceof Date && time % 1000 === 0 ? value : new Date(Math.floor(time / 1000) * 1000);
}

const ZONED = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/;

function timeOf(value: unknown): number | undefined {
  if (value instanceof Date) return Number(value);
  if (typeof value === "number") return value;
  if (typeof value === "string") return ZONED.test(value) ? Date.parse(value) : undefined;
  if (typeof value !== "object" || value === null || typeof value.valueOf !== "function") return undefined;
  const plain: unknown = value.valueOf();
  return typeof plain === "number" ? plain : undefined;
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const TWO = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));

function two(number: number): string {
  return TWO[number] ?? "";
}

function year(date: Date): string {
  return String(date.getUTCFullYear()).padStart(4, "0");
}

function clock(date: Date): string {
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/**
 * RFC 822 with a four-digit year and GMT, the one form that every reader understands: what `toUTCString` gives, in a
 * third of its time.
 */
export function rfc822(date: Date): string {
  const day = `${DAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]}`;
  return `${day} ${year(date)} ${clock(date)} GMT`;
}

/**
 * RFC 3339, every text only once: entries of one instant get it by clocks of different zones. The W3C validator warns of
 * two entries with one `updated`, comparing texts, while readers compare instants.
 */
export function rfc3339Once(date: Date, written: Map<number, number>): string {
  const time = date.getTime();
  const before = written.get(time) ?? 0;
  written.set(time, before + 1);
  const minutes = (before % HOURS) * 60 + Math.floor(before / HOURS);
  const there = new Date(time + minutes * 60_000);
  if (before === 0 || minutes >= HOURS * 60 || there.getTime() > LAST) return rfc3339(date);
  return `${local(there)}+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

// Whole hours first: readers know them best. No clock on earth is further ahead than 14 hours.
const HOURS = 14;

/** RFC 3339 with `Z` and without fraction: newsboat stops at a fraction and misses the offset. */
export function rfc3339(date: Date): string {
  return `${local(date)}Z`;
}

function local(date: Date): string {
  return `${year(date)}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}T${clock(date)}`;
}
