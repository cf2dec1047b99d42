import type { Source } from "../evidence.ts";
import { openingEnd } from "../opening.ts";
import { isProse } from "../prose.ts";
import type { PlacedLine, Zones } from "../zones.ts";
import { AGENCIES } from "./lexicon.ts";

/** Whom an article is taken from, in the words of its last lines. */
export interface Credit {
  readonly value: string;
  readonly line: PlacedLine;
  readonly words: string;
  readonly from: Source;
}

const SOURCE =
  /^[[(]?(?:source|sources|via|originally published (?:by|in)|quelle|quellen|fuente|fuentes|fonte|fonti|bron|källa|kilde|lähde|źródło|zdroj|forrás|sursa|kaynak|sumber|nguồn|πηγή|источник|джерело|за матеріалами|по материалам|المصدر|מקור|来源|來源|出典|출처)\s*[:：-]\s*(\S.{0,80}?)[\])]?$/iu;
const VIA = /^[[(]via\s+(\p{L}[^[\]()]{1,60})[\])]$/iu;
/** What the first of these can't do without, and the others. */
const LABELLED = /[:：-]/;
const BRACKETED = /^[[(]/;
const APPEARED =
  /(?:(?:[Oo]riginally |[Ff]irst )?(?:appeared|[Pp]ublished) (?:in|on|by|at)|[Rr]epublished from) ((?:the |The )?\p{Lu}[^.,;()]{2,60}?)(?= under | with |[.,;()]|$)/u;
const APPEARED_CUE = /appeared|originally published|first published|republished/iu;
const AGENCY_TAIL = /^\(([\p{Lu}][\p{L} /.-]{1,24}|dpa|epd|kna|efe|ansa)\)\.?$/u;
/** `… said on Friday. (AFP/dpa)`. */
const AGENCY_END = /[.!?”"»]\s*\(([^()]{2,24})\)\.?$/u;
const IN_DATELINE = /[(/]([^()/]{2,40})[)/]/u;
const VIDEO_TIME = /\d{1,2}:\d{2}/u;
/** A credit line is short; below that, only a report's end and its dateline are looked at. */
const LONGEST = 200;
const END = 40;

/**
 * Finds whom an article is taken from: a line of its own among the last ones, an agency in brackets after the last word or
 * in the dateline. A caption's source, or a chart's in the middle, is none of the article's.
 */
export function creditOf(zones: Zones): Credit | undefined {
  const { tail, body } = zones;
  const lines = [...body.slice(-6), ...tail].reverse();
  for (const line of lines) {
    const value = creditIn(line);
    if (value !== undefined) return { value: tidy(value), line, words: line.line.text, from: "text" };
  }
  return agencyAtEnd(lines) ?? agencyInDateline(zones);
}

function creditIn({ line: { text, hint }, block }: PlacedLine): string | undefined {
  if (text.length > LONGEST || hint === "caption" || block.kind === "figure" || VIDEO_TIME.test(text)) return undefined;
  const value =
    (LABELLED.test(text) ? SOURCE.exec(text)?.[1] : undefined) ??
    (BRACKETED.test(text) ? (VIA.exec(text)?.[1] ?? AGENCY_TAIL.exec(text)?.[1]) : undefined);
  if (value !== undefined) return value;
  const appeared = APPEARED_CUE.test(text) ? APPEARED.exec(text)?.[1] : undefined;
  return appeared === undefined || /^\d/u.test(appeared) ? undefined : appeared;
}

function agencyAtEnd(lines: readonly PlacedLine[]): Credit | undefined {
  for (const line of lines) {
    const [words, value] = AGENCY_END.exec(line.line.text.slice(-END)) ?? [];
    if (words !== undefined && value !== undefined && isAgency(value))
      return { value, line, words: `(${value})`, from: "text" };
  }
  return undefined;
}

/** `LONDON (AP) — …`. */
function agencyInDateline({ lines }: Zones): Credit | undefined {
  const lead = lines.find(({ line, block }) => isProse(line, block));
  if (lead === undefined) return undefined;
  const opening = lead.line.text.slice(0, openingEnd(lead.line.text));
  const value = IN_DATELINE.exec(opening)?.[1]?.trim();
  if (value === undefined || !isAgency(value)) return undefined;
  return { value, line: lead, words: opening.trim(), from: "dateline" };
}

function isAgency(words: string): boolean {
  const lower = words.toLowerCase();
  return AGENCIES.has(lower) || lower.split("/").every((part) => AGENCIES.has(part.trim()));
}

function tidy(value: string): string {
  return value.replace(/^(?:the|The) (?=\p{Lu})/u, "The ").replace(/[\s.;,]+$/u, "");
}
