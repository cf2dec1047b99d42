import type { Article } from "../../read/article.ts";
import type { Zones } from "../zones.ts";
import { type Day, dayText } from "./calendar.ts";
import type { Claim } from "./claim.ts";
import type { Reading } from "./claims.ts";
import type { EdgeDate } from "./edges.ts";
import { momentOf } from "./moment.ts";
import { namedYears } from "./named-years.ts";
import { passages } from "./passages.ts";
import { type PastFact, pastFacts } from "./past.ts";
import { placeOf } from "./place.ts";
import { type ReportedDay, reportedDays } from "./reported-days.ts";
import { dateSpans } from "./spans.ts";
import { weekdayName } from "./weekdays.ts";
import { type YearFound, yearsOf } from "./year.ts";

/** What the report's own days say of its date: the date, or words that fit several years or none. */
export interface Inferred {
  readonly claim?: Claim;
  readonly undecided?: Pick<Claim, "words" | "place"> & { readonly candidates: readonly string[] };
}

/**
 * The latest past day that the report gives with its weekday, its year inferred from the weekday and from what the report
 * says has happened. `latest` is a day later than which the report can't be: it only ever takes candidates away.
 */
export function inferredDate(
  { lines }: Zones,
  { article, home, language }: Reading,
  latest: Day,
  dateLine: EdgeDate | undefined,
): Inferred {
  if (dateLine === undefined && !lines.some(({ line }) => namesDay(line.text, language))) return {};
  const report = passages(lines);
  const days = [...(dateLine === undefined ? [] : lineDays(dateLine)), ...reportedDays(report, language)];
  if (days.length === 0) return dateLine === undefined ? {} : { undecided: undatable(dateLine, article) };
  const facts = pastFacts(report, language);
  const found = yearsOf(days, { facts, named: namedYears(report) }, latest);
  if (found === undefined) return {};
  const { span, passage } = found.reported;
  const place = placeOf(article, passage.placed.line, span.words);
  const [day, second] = found.candidates;
  if (day === undefined || second !== undefined || found.isNear !== true)
    return { undecided: { words: span.words, place, candidates: found.candidates.map(dayText) } };
  const moment = momentOf(day, {}, home, "text");
  const because = reason(found, facts.latest, day);
  return {
    claim: {
      from: "text",
      day,
      moment,
      value: dayText(day),
      words: span.words,
      place,
      sure: "strong",
      because,
      findings: [],
    },
  };
}

/** A quick look, since few reports name a day with its weekday. */
function namesDay(text: string, language: string | undefined): boolean {
  return dateSpans(text, language).some(({ weekday, year }) => weekday !== undefined && year === undefined);
}

/** A date line without its year: where it has a weekday, it is the day to be dated. */
function lineDays({ span, placed }: EdgeDate): readonly ReportedDay[] {
  const { weekday } = span;
  if (weekday === undefined || span.impossible) return [];
  const passage = { text: placed.line.text, offset: 0, placed, depth: 0 };
  return [{ passage, span: { ...span, weekday }, tense: "past" }];
}

function undatable({ span, placed }: EdgeDate, article: Article): Inferred["undecided"] & object {
  return { words: span.words, place: placeOf(article, placed.line, span.words), candidates: [] };
}

/** Says what holds at any later time too, so that the same article always gives the same evidence. */
function reason({ reported, next }: YearFound, fact: PastFact | undefined, day: Day): string {
  const known = fact === undefined ? "" : ` and "${fact.words}"`;
  const later = next === undefined ? "" : `: ${day.year} fits both, the next that would is ${next}`;
  return `year by weekday ${weekdayName(reported.span.weekday)}${known}${later}`;
}
