import { type Finding, finding, type Place } from "../../finding.ts";
import type { Article, Stated } from "../../read/article.ts";
import type { Zones } from "../zones.ts";
import { type Claim, claimOf } from "./claim.ts";
import { datelineDate } from "./dateline.ts";
import type { EdgeDate } from "./edges.ts";
import { fileNameDay } from "./file-name.ts";
import { placeOf } from "./place.ts";
import type { DateSpan } from "./spans.ts";
import { statedDate } from "./stated.ts";

/** What one source says: a claim, or trouble, or neither. */
export interface Claimed {
  readonly claim?: Claim;
  readonly findings: readonly Finding[];
}

const NOTHING: Claimed = { findings: [] };

/** What claims are read against. */
export interface Reading {
  readonly article: Article;
  /** The publication's IANA zone. */
  readonly home: string;
  readonly language: string | undefined;
}

/** Front matter: its writer meant it, so what is no date there refuses the article. */
export function matterClaim(stated: Stated<string> | undefined, { home, language }: Reading): Claimed {
  if (stated === undefined) return NOTHING;
  const { value, words, key, place } = stated;
  const read = statedDate(value, language);
  if ("span" in read) return claimed({ ...read.span, words }, { from: "front-matter", place, sure: "certain", home });
  if (read.trouble === "impossible") return { findings: [finding("date/impossible", place, { words }, "error")] };
  const usual = "a date such as 2024-08-30 or 2024-08-30T17:45:00+02:00";
  const expected = read.trouble === "other-age" ? "a date of the years 1800 to 2200" : usual;
  return { findings: [finding("matter/ill-typed", place, { field: key, expected, got: words })] };
}

/** An HTML document's metadata, written by software: what is no date there says nothing. */
export function metaClaim(stated: Stated<string> | undefined, { home, language }: Reading): Claimed {
  if (stated === undefined) return NOTHING;
  const { value, words, place } = stated;
  const read = statedDate(value, language);
  if ("span" in read) return claimed({ ...read.span, words }, { from: "meta", place, sure: "certain", home });
  return read.trouble === "impossible"
    ? { findings: [finding("date/impossible", place, { words }, "warning")] }
    : NOTHING;
}

/** `2024-08-30-visit.md` */
export function fileNameClaim({ article: { file }, home }: Reading): Claimed {
  const named = fileNameDay(file);
  if (named === undefined) return NOTHING;
  const { words, day } = named;
  if (day === undefined) return { findings: [finding("date/impossible", { file }, { words }, "warning")] };
  const span = { from: 0, to: words.length, words, ...day };
  return claimed(span, { from: "file-name", place: { file }, sure: "strong", home });
}

/** A date line or byline. HTML's `<time datetime>` tells the instant of the day that a reader sees. */
export function edgeClaim({ span, from, placed }: EdgeDate, reading: Reading): Claimed {
  const { article, home, language } = reading;
  const place = placeOf(article, placed.line, span.words);
  if (span.impossible) return { findings: [finding("date/impossible", place, { words: span.words }, "warning")] };
  const sure = from === "label" ? "certain" : "strong";
  return claimed(withDatetime(span, placed.line.datetime, language), { from, place, sure, home });
}

function withDatetime(span: DateSpan, datetime: string | undefined, language: string | undefined): DateSpan {
  const read = datetime === undefined ? undefined : statedDate(datetime, language);
  if (read === undefined || !("span" in read)) return span;
  const { year, month, day, time, zone } = read.span;
  const isSame = span.year === year && span.month === month && span.day === day;
  const isSwapped = span.year === year && span.otherwise?.month === month && span.otherwise.day === day;
  if (!isSame && !isSwapped) return span;
  const { otherwise: _decided, ...rest } = span;
  const isExact = time !== undefined && zone !== undefined && !(time.hour === 0 && time.minute === 0);
  return { ...rest, month, day, ...(isExact ? { time, zone } : {}) };
}

/** Only a line of some length begins a report; shorter ones are date lines. A dek and a summary may stand above it. */
const OPENING_LENGTH = 80;
const OPENINGS = 4;

/** The dateline with which the report begins. */
export function datelineClaim(
  { lines }: Zones,
  { article, home, language }: Reading,
): Claimed & { readonly yearless?: Pick<Claim, "words" | "place"> } {
  const openings = lines.filter(({ line }) => line.text.length > OPENING_LENGTH).slice(0, OPENINGS);
  const [found] = openings.flatMap((placed) => {
    const date = datelineDate(placed.line.text, language);
    return date === undefined ? [] : [{ first: placed, span: date }];
  });
  if (found === undefined) return NOTHING;
  const { first, span } = found;
  const place: Place = placeOf(article, first.line, span.words);
  const { words } = span;
  if (span.impossible) return { findings: [finding("date/impossible", place, { words }, "warning")] };
  if (span.year === undefined) return { findings: [], yearless: { words, place } };
  return claimed(span, { from: "dateline", place, sure: "strong", home });
}

function claimed(span: DateSpan, ground: Parameters<typeof claimOf>[1]): Claimed {
  const claim = claimOf(span, ground);
  return claim === undefined ? NOTHING : { claim, findings: [] };
}
