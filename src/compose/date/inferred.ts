import type { Article } from "../../read/article.ts";
import type { Zones } from "../zones.ts";
import { type Day, dayText } from "./calendar.ts";
import type { Claim } from "./claim.ts";
import { momentOf } from "./moment.ts";
import { passages } from "./passages.ts";
import { latestPastFact, type PastFact } from "./past.ts";
import { placeOf } from "./place.ts";
import { reportedDays } from "./reported-days.ts";
import { weekdayName } from "./weekdays.ts";
import { type YearFound, yearsOf } from "./year.ts";

/** What the report's own days say of its date: the date, or words that fit several years or none. */
export interface Inferred {
  readonly claim?: Claim;
  readonly undecided?: Pick<Claim, "words" | "place"> & { readonly candidates: readonly string[] };
}

/** A past fact this many months old at most leaves no real doubt that the report is of the year that follows it. */
const RECENT_MONTHS = 24;

/**
 * The latest past day that the report gives with its weekday, its year inferred from the weekday and from what the report
 * says has happened. `latest` is a day later than which the report can't be: it only ever takes candidates away.
 */
export function inferredDate(
  article: Article,
  { head, body, tail }: Zones,
  home: string,
  latest: Day,
  language: string | undefined,
): Inferred {
  const report = passages([...head, ...body, ...tail]);
  const days = reportedDays(report, language);
  if (days.length === 0) return {};
  const fact = latestPastFact(report, language);
  const found = yearsOf(days, fact, latest);
  if (found === undefined) return {};
  const { span, passage } = found.reported;
  const place = placeOf(article, passage.placed.line, span.words);
  const [day, second] = found.candidates;
  const isRecent = found.months !== undefined && found.months <= RECENT_MONTHS;
  if (day === undefined || second !== undefined || !isRecent)
    return { undecided: { words: span.words, place, candidates: found.candidates.map(dayText) } };
  const moment = momentOf(day, {}, home, "text");
  const because = reason(found, fact, day);
  return { claim: { from: "text", day, moment, words: span.words, place, sure: "strong", because, findings: [] } };
}

/** Says what holds at any later time too, so that the same article always gives the same evidence. */
function reason({ reported, next }: YearFound, fact: PastFact | undefined, day: Day): string {
  const known = fact === undefined ? "" : ` and "${fact.words}"`;
  const later = next === undefined ? "" : `: ${day.year} fits both, the next that would is ${next}`;
  return `year by weekday ${weekdayName(reported.span.weekday)}${known}${later}`;
}
