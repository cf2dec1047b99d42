import { isDay, isDayOfSomeYear, weekdayOf } from "./calendar.ts";
import { type Clock, clockAfter, clockBefore } from "./clock.ts";
import type { Core } from "./core.ts";
import { type DayName, dayNameAround } from "./day-name.ts";
import { countedCore, numericCore, yearlessCore } from "./numeric.ts";
import { plain, type Token, tokens } from "./tokens.ts";
import { wordedCore } from "./worded.ts";

/** A date as it stands in a text. */
export interface DateSpan {
  /** Offsets in the text; weekday, time and zone beside the date belong to it. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly year?: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** As written: 0 is Sunday. It may disagree with the date. */
  readonly weekday?: number;
  readonly time?: { readonly hour: number; readonly minute: number; readonly second?: number };
  /** As written: `ET`, `GMT+1`, `+02:00`. */
  readonly zone?: string;
  /** The calendar has no such day. */
  readonly impossible?: boolean;
  /** Only two digits of the year are written. */
  readonly shortYear?: boolean;
  /** The first of several days: an event's. */
  readonly range?: boolean;
  /** What else the numbers may mean: `4/5/2022` read as 4 May may be 5 April. */
  readonly otherwise?: { readonly month: number; readonly day: number };
}

/** Where digits of any script are: a quick look that most lines end with. */
const MAYBE_DIGIT = /[\d\u0660-\u1fff\ua000-\uffff]/;

/**
 * The dates in a text, in order: a day and a month at least, by name in some 30 languages or by numbers (those only with
 * their year, or beside a weekday). `language` (BCP 47) decides what neither numbers nor weekday decide: which number of
 * `4/5/2022` is the month.
 */
export function dateSpans(text: string, language?: string): readonly DateSpan[] {
  if (!MAYBE_DIGIT.test(text) || !/\p{Nd}/u.test(text)) return [];
  const plainText = plain(text);
  const marks = tokens(plainText);
  const spans: DateSpan[] = [];
  let free = 0;
  for (let index = 0; index < marks.length; index += 1) {
    const core = coreAt(marks, index, language);
    if (core === undefined || core.first < free) continue;
    const span = spanOf(core, marks, { text, plainText, since: spans.at(-1)?.to ?? 0, language });
    if (span === undefined) continue;
    spans.push(span);
    free = indexAt(marks, span.to, core.end);
    index = free - 1;
  }
  return spans;
}

function coreAt(marks: readonly Token[], index: number, language: string | undefined): Core | undefined {
  const token = marks[index];
  if (token === undefined || token.kind === "mark") return undefined;
  if (token.kind === "word") return wordedCore(marks, index, language?.slice(0, 2));
  return countedCore(marks, index) ?? numericCore(marks, index, monthLeads(language)) ?? yearlessCore(marks, index);
}

/** Only Americans (and the Philippines) write the month first; English that does not say whose it is counts as theirs. */
function monthLeads(language: string | undefined): boolean {
  return language === undefined || /^en(?:-(?:US|PH))?$/i.test(language);
}

interface Setting {
  readonly text: string;
  readonly plainText: string;
  /** Where the span before ends. */
  readonly since: number;
  readonly language: string | undefined;
}

function spanOf(core: Core, marks: readonly Token[], setting: Setting): DateSpan | undefined {
  const { text, plainText, since } = setting;
  const name = dayNameAround(core, marks, setting.language);
  if (core.year === undefined && core.numeric === "dotted" && name === undefined) return undefined;
  const from = Math.min(marks[core.first]?.from ?? 0, name?.from ?? Number.POSITIVE_INFINITY);
  const to = Math.max(marks[core.end - 1]?.to ?? 0, name?.to ?? 0);
  const clock = clockAfter(plainText, to) ?? earlier(clockBefore(plainText, from), since);
  const start = Math.min(from, clock?.from ?? from);
  const end = Math.max(to, clock?.to ?? to);
  return {
    from: start,
    to: end,
    words: text.slice(start, end),
    ...decided(core, name),
    ...(name === undefined ? {} : { weekday: name.weekday }),
    ...clockFacts(clock),
    ...(core.shortYear ? { shortYear: true } : {}),
    ...(core.range ? { range: true } : {}),
  };
}

function earlier(clock: Clock | undefined, since: number): Clock | undefined {
  return clock !== undefined && clock.from >= since ? clock : undefined;
}

function clockFacts(clock: Clock | undefined): Pick<DateSpan, "time" | "zone"> {
  if (clock === undefined) return {};
  const { hour, minute, second, zone } = clock;
  return {
    time: { hour, minute, ...(second === undefined ? {} : { second }) },
    ...(zone === undefined ? {} : { zone }),
  };
}

type Decided = Pick<DateSpan, "year" | "month" | "day" | "impossible" | "otherwise">;

/** The day, its numbers put in order by the weekday where only that can tell. */
function decided({ year, month, day, ordered, numeric }: Core, name: DayName | undefined): Decided {
  if (year === undefined) return { month, day, ...(isDayOfSomeYear(month, day) ? {} : { impossible: true }) };
  const asWritten = { year, month, day };
  if (!isDay(asWritten)) return { ...asWritten, impossible: true };
  if (numeric !== "slashed" || ordered) return asWritten;
  const swapped = { year, month: day, day: month };
  if (name === undefined) return { ...asWritten, otherwise: { month: day, day: month } };
  const fits = weekdayOf(asWritten) === name.weekday;
  return !fits && weekdayOf(swapped) === name.weekday ? swapped : asWritten;
}

function indexAt(marks: readonly Token[], offset: number, from: number): number {
  let index = from;
  while ((marks[index]?.from ?? offset) < offset) index += 1;
  return index;
}
