import type { LineRef, Source } from "../evidence.ts";
import { endsWithFullStop } from "../prose.ts";
import type { PlacedLine, Zones } from "../zones.ts";
import { clockAlone } from "./clock.ts";
import { type DateLine, readDateLine } from "./date-line.ts";
import { type DateRole, labelsIn } from "./labels.ts";
import type { DateSpan } from "./spans.ts";
import { statedDate } from "./stated.ts";
import { plain } from "./tokens.ts";

/** A date that a line at the edge of the article states, and what for. */
export interface EdgeDate {
  readonly span: DateSpan;
  readonly role: DateRole;
  readonly from: Extract<Source, "label" | "byline">;
  readonly placed: PlacedLine;
  /** Names stand beside it, after a word such as "By". */
  readonly led: boolean;
}

export interface EdgeDates {
  readonly dates: readonly EdgeDate[];
  /** The lines that say nothing else. */
  readonly spent: readonly LineRef[];
}

/**
 * The dates that lines of head and tail state: "Published …", "Updated …", the date beside a name, a date alone on its
 * line. A label alone on the line above and a time alone on the line below belong to their date.
 */
export function edgeDates({ head, body, tail }: Zones, language: string | undefined): EdgeDates {
  const found = [...withoutPageTop(readLines(head, language, false), head), ...readLines(tail, language, true)];
  const all = found.length > 0 ? withoutDiary(found, body, language) : lateLines(body, language);
  return { dates: all.flatMap(({ dates }) => dates), spent: all.flatMap(({ spent }) => spent) };
}

/**
 * The day on which a page was fetched stands alone at its very top, above all else; where a line below dates the article
 * too, that one is meant.
 */
function withoutPageTop(found: readonly EdgeDates[], head: readonly PlacedLine[]): readonly EdgeDates[] {
  const [first, ...rest] = found;
  const date = first?.dates[0];
  if (first === undefined || date === undefined || date.placed !== head[0] || date.from !== "byline") return found;
  const isAlone = first.spent.length > 0 && first.dates.length === 1;
  const day = dayOfSpan(date.span);
  const below = rest.some(({ dates }) =>
    dates.some(({ span, role }) => role === "published" && dayOfSpan(span) > 0 && dayOfSpan(span) < day),
  );
  return isAlone && below ? rest : found;
}

/** A number that grows with the day; 0 without a year. */
function dayOfSpan({ year, month, day }: DateSpan): number {
  return year === undefined ? 0 : (year * 100 + month) * 100 + day;
}

/** A chronology has dates alone on their lines all through: there, such a line at the edge is one more of them. */
function withoutDiary(
  found: readonly EdgeDates[],
  body: readonly PlacedLine[],
  language: string | undefined,
): readonly EdgeDates[] {
  const isBare = ({ dates, spent }: EdgeDates): boolean =>
    spent.length > 0 && dates.every(({ from }) => from === "byline");
  if (!found.some(isBare)) return found;
  const entries = readLines(body, language, false).filter(isBare);
  return entries.length >= DIARY_ENTRIES ? found.filter((each) => !isBare(each)) : found;
}

const DIARY_ENTRIES = 2;

/** Summaries and teasers above the byline look like the report's beginning. */
const LATE_LINES = 12;

/** The one date line a little below the head, if there is just one: several are a diary's or a chronicle's. */
function lateLines(body: readonly PlacedLine[], language: string | undefined): readonly EdgeDates[] {
  const found = readLines(body, language, false).filter(({ dates }) =>
    dates.some(({ span }) => span.year !== undefined),
  );
  const [only, second] = found;
  if (only === undefined || second !== undefined) return [];
  const ref =
    only.spent[0] ??
    (only.dates.some(({ from, led }) => from === "label" || led) ? only.dates[0] : undefined)?.placed.ref;
  const isHigh = ref !== undefined && body.slice(0, LATE_LINES).some((placed) => isSame(placed.ref, ref));
  return isHigh ? [only] : [];
}

function isSame(a: LineRef, b: LineRef | undefined): boolean {
  return a.block === b?.block && a.line === b.line;
}

function readLines(lines: readonly PlacedLine[], language: string | undefined, isTail: boolean): readonly EdgeDates[] {
  return lines.flatMap((placed, index): readonly EdgeDates[] => {
    const line = readDateLine(placed.line, placed.block, language);
    if (line === undefined) return timeElement(placed, language);
    if (!isBelieved(line, placed, isTail) && !isKicker(line, placed, lines[index + 1])) return [];
    const above = line.whole ? labelAlone(lines[index - 1]) : undefined;
    const below = line.whole && line.dates.at(-1)?.span.time === undefined ? timeAlone(lines[index + 1]) : undefined;
    return [{ dates: datesOf(line, placed, above?.role, below?.time), spent: spentBy(line, placed, above, below) }];
  });
}

/** The longest text of a `<time>`: "5 hours ago", "Today at 11:58". */
const TIME_TEXT = 60;

/** HTML's `<time datetime>` whose text is no date: "5 hours ago" stays true only there. */
function timeElement(placed: PlacedLine, language: string | undefined): readonly EdgeDates[] {
  const { line, ref } = placed;
  const isDate = line.hint === "date" || line.hint === "updated";
  if (line.datetime === undefined || !isDate || line.text.length > TIME_TEXT) return [];
  const read = statedDate(line.datetime, language);
  if (!("span" in read)) return [];
  const role = labelsIn(line.text).labels[0]?.role ?? (line.hint === "updated" ? "updated" : "published");
  return [{ dates: [{ span: read.span, role, from: "byline", placed, led: false }], spent: [ref] }];
}

/** Weak forms need their place: a headline may end in a date, and so may a signed letter or an embedded post below. */
function isBelieved({ form, led, dates }: DateLine, { ref, line, block }: PlacedLine, isTail: boolean): boolean {
  if (block.kind === "list") return form === "label";
  if (form !== "byline" || line.hint === "byline" || line.hint === "date") return true;
  if (dates.every(({ span }) => span.year === undefined)) return led;
  if (isTail) return led;
  const isFirst = ref.block === 0 && ref.line === 0;
  const isTimed = dates.every(({ span }) => span.time !== undefined);
  return led || isTimed || !(isFirst || block.kind === "heading") || /[|•·]|\s\/{1,2}\s/u.test(line.text);
}

const KICKER_WORDS = 3;
const HEADLINE_LENGTHS = [20, 140] as const;

/** "Press release, 12 May 2021" right above what reads as a headline: too little to be the headline itself. */
function isKicker({ dates, words }: DateLine, { ref, line, block }: PlacedLine, next: PlacedLine | undefined): boolean {
  const isFirst = ref.block === 0 && ref.line === 0;
  if (!isFirst || block.kind === "list" || block.kind === "heading") return false;
  if (words > KICKER_WORDS || next === undefined) return false;
  if (dates.every(({ span }) => span.year === undefined)) return false;
  const { text } = next.line;
  const [shortest, longest] = HEADLINE_LENGTHS;
  const isHeadline = text.length >= shortest && text.length <= longest && !endsWithFullStop(text);
  return next.block.kind === "heading" || (isHeadline && text.length > line.text.length);
}

type Found<T> = T & { readonly placed: PlacedLine };

function labelAlone(placed: PlacedLine | undefined): Found<{ role: DateRole }> | undefined {
  if (placed === undefined || placed.line.text.length > 40 || /\p{Nd}/u.test(placed.line.text)) return undefined;
  const { labels, rest } = labelsIn(placed.line.text);
  const role = labels.at(-1)?.role;
  return role === undefined || /\p{L}/u.test(rest) ? undefined : { role, placed };
}

function timeAlone(placed: PlacedLine | undefined): Found<{ time: Pick<DateSpan, "time" | "zone"> }> | undefined {
  if (placed === undefined || placed.line.text.length > 30) return undefined;
  const clock = clockAlone(plain(placed.line.text));
  if (clock === undefined) return undefined;
  const { hour, minute, second, zone } = clock;
  const time = { hour, minute, ...(second === undefined ? {} : { second }) };
  return { time: { time, ...(zone === undefined ? {} : { zone }) }, placed };
}

function datesOf(
  { dates, form, led }: DateLine,
  placed: PlacedLine,
  above: DateRole | undefined,
  below: Pick<DateSpan, "time" | "zone"> | undefined,
): readonly EdgeDate[] {
  const usual: DateRole = above ?? (placed.line.hint === "updated" ? "updated" : "published");
  return dates.map(({ span, role }, index) => ({
    span: below !== undefined && index === dates.length - 1 ? { ...span, ...below } : span,
    role: role ?? usual,
    from: form === "label" || above !== undefined ? "label" : "byline",
    placed,
    led,
  }));
}

/** A date without its year stays in the body: it may come to nothing, and its words would be lost. */
function spentBy(
  { whole, dates }: DateLine,
  placed: PlacedLine,
  above: Found<object> | undefined,
  below: Found<object> | undefined,
): readonly LineRef[] {
  if (!whole || dates.every(({ span }) => span.year === undefined || span.impossible)) return [];
  return [above?.placed, placed, below?.placed].flatMap((each) => (each === undefined ? [] : [each.ref]));
}
