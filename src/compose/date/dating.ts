import { type Finding, finding } from "../../finding.ts";
import type { Publication } from "../../publication/publication.ts";
import type { Article } from "../../read/article.ts";
import { type Evidence, evidence, type FactName, type LineRef } from "../evidence.ts";
import type { Moment } from "../story.ts";
import type { Zones } from "../zones.ts";
import { type Day, dayNumber, dayText, MILLISECONDS_A_DAY } from "./calendar.ts";
import type { Claim } from "./claim.ts";
import {
  type Claimed,
  datelineClaim,
  edgeClaim,
  fileNameClaim,
  matterClaim,
  metaClaim,
  type Reading,
} from "./claims.ts";
import { type EdgeDate, edgeDates } from "./edges.ts";
import { inferredDate } from "./inferred.ts";
import type { DateRole } from "./labels.ts";
import { dateOrder } from "./order.ts";
import { dayIn } from "./wall-time.ts";

/** When an article was published and updated, as far as it tells. */
export interface Dating {
  /** Absent where nothing tells. */
  readonly published?: Moment;
  readonly updated?: Moment;
  readonly evidence: readonly Evidence[];
  /** Lines that say nothing but the date. */
  readonly spent: readonly LineRef[];
  readonly findings: readonly Finding[];
  /** Whether the present had a say: on another day the same words may be dated otherwise. */
  readonly today: boolean;
}

/** What an article's dates are read against. */
export interface DatingContext {
  readonly publication: Publication;
  /** No report is of the future: the latest day to which a missing year may lead. Stated dates may lie ahead of it. */
  readonly now: Date;
  /** BCP 47: in which order numeric dates are read. */
  readonly language?: string;
}

/**
 * Reads when an article was published, from the first that tells: front matter, a dated file name, a "Published" line, the
 * document's metadata, the byline's date or a date alone on its line, a dateline, the latest past day that the report gives
 * with its weekday (its year inferred), and at last an "Updated" line. A day without a time is noon in the publication's
 * zone. What is impossible, ambiguous or contradictory is a finding; nothing is rolled over or guessed.
 */
export function dating(article: Article, zones: Zones, context: DatingContext): Dating {
  const { publication, now, language } = context;
  const reading: Reading = {
    article,
    home: publication.timezone,
    language: dateOrder(article, language, publication.timezone),
  };
  const edges = edgeDates(zones, reading.language);
  const lines = (role: DateRole, from: "label" | "byline"): readonly Claimed[] =>
    edges.dates.filter((date) => date.role === role && date.from === from).map((date) => edgeClaim(date, reading));
  const stated: readonly Claimed[] = [
    matterClaim(article.matter.published, reading),
    fileNameClaim(reading),
    ...lines("published", "label"),
    metaClaim(article.meta.published, reading),
    ...lines("published", "byline"),
  ];
  const updates: readonly Claimed[] = [
    matterClaim(article.matter.updated, reading),
    ...lines("updated", "label"),
    ...lines("updated", "byline"),
    metaClaim(article.meta.updated, reading),
  ];
  const changed = claimsOf(updates)[0];
  const claims = claimsOf(stated);
  const report = (): Report => {
    const tomorrow = dayIn(publication.timezone, new Date(now.getTime() + MILLISECONDS_A_DAY));
    const yearless = edges.dates.find(({ span, role }) => span.year === undefined && role === "published");
    return fromReport(zones, reading, earlierOf(tomorrow, changed?.day), yearless);
  };
  const read = claims.length > 0 ? { claims, findings: [] } : report();
  const published = read.claims[0] ?? onlyUpdated(changed);
  const updated = changed !== undefined && published !== undefined && isLater(changed, published) ? changed : undefined;
  return {
    ...(published === undefined ? {} : { published: published.moment }),
    ...(updated === undefined ? {} : { updated: updated.moment }),
    evidence: [...evidenceOf("published", published), ...evidenceOf("updated", updated)],
    spent: edges.spent,
    findings: [
      ...[...stated, ...updates].flatMap(({ findings }) => findings),
      ...read.findings,
      ...(published?.findings ?? []),
      ...conflicts(published, read.claims),
    ],
    today: claims.length === 0,
  };
}

interface Report {
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
}

/** The date that the report itself gives: its dateline, or its days. */
function fromReport(zones: Zones, reading: Reading, latest: Day, yearless: EdgeDate | undefined): Report {
  const line = datelineClaim(zones, reading);
  if (line.claim !== undefined) return { claims: [line.claim], findings: line.findings };
  const { claim, undecided } = inferredDate(zones, reading, latest, yearless);
  if (claim !== undefined) return { claims: [claim], findings: line.findings };
  const open = undecided ?? (line.yearless && { ...line.yearless, candidates: [] });
  if (open === undefined) return { claims: [], findings: line.findings };
  const { words, candidates, place } = open;
  return { claims: [], findings: [...line.findings, finding("date/ambiguous", place, { words, candidates })] };
}

/** An "Updated" line tells when the article was published only where nothing else does. */
function onlyUpdated(changed: Claim | undefined): Claim | undefined {
  if (changed === undefined) return undefined;
  const { place, words } = changed;
  const found = finding("date/only-updated", place, { words });
  return { ...changed, sure: "weak", because: "only an update is dated", findings: [...changed.findings, found] };
}

function claimsOf(all: readonly Claimed[]): readonly Claim[] {
  const claims: Claim[] = [];
  for (const { claim } of all) if (claim !== undefined) claims.push(claim);
  return claims;
}

function earlierOf(now: Day, changed: Day | undefined): Day {
  return changed !== undefined && dayNumber(changed) < dayNumber(now) ? changed : now;
}

function isLater(changed: Claim, published: Claim): boolean {
  return changed.moment.at > published.moment.at && dayNumber(changed.day) >= dayNumber(published.day);
}

function evidenceOf(field: FactName, claim: Claim | undefined): readonly Evidence[] {
  if (claim === undefined) return [];
  const { value, from, words, place, sure, because } = claim;
  return [evidence(field, value, from, words, place, sure, because)];
}

/** Two days apart or more: time zones alone make a day of difference. */
function conflicts(used: Claim | undefined, claims: readonly Claim[]): readonly Finding[] {
  if (used === undefined) return [];
  const other = claims.find(({ day }) => Math.abs(dayNumber(day) - dayNumber(used.day)) > 1);
  return other === undefined
    ? []
    : [finding("date/conflict", other.place, { words: other.words, used: dayText(used.day) })];
}
