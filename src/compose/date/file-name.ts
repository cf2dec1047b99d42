import { type Day, isDay } from "./calendar.ts";

/** A date in a file's name, as written. */
export interface NamedDay {
  readonly words: string;
  /** Undefined where the calendar has no such day. */
  readonly day?: Day;
}

/** `2024-08-30-visit.md`, `visit_20240830.txt`; not `2019-elections.txt`: that is what the article is about. */
const DATED = /(?<![\p{L}\d])((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?![\p{L}\d])/u;

/** The date in the name of a file; folders do not count. */
export function fileNameDay(file: string): NamedDay | undefined {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const match = DATED.exec(name);
  if (match === null) return undefined;
  const [words, year, mark, month, dayOfMonth] = match;
  const day = { year: Number(year), month: Number(month), day: Number(dayOfMonth) };
  if (isDay(day)) return { words, day };
  return mark === "" ? undefined : { words };
}
