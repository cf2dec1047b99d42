import { type DateSpan, dateSpans } from "../date/spans.ts";
import { isFurniture, isKicker } from "../headline/furniture.ts";
import { endsWithFullStop, isProse } from "../prose.ts";
import type { PlacedLine } from "../zones.ts";
import { type Byline, isReadable, type Reading } from "./byline.ts";
import { mayNamePeople } from "./dense.ts";
import { pieceOf } from "./name.ts";
import { type Named, namesIn } from "./people.ts";
import type { Report } from "./report.ts";

/** What a bare name is weighed against. */
export interface Surroundings extends Reading {
  /** The article's first lines. */
  readonly lines: readonly PlacedLine[];
  /** How many of them are its head. */
  readonly head: number;
  readonly report: Report;
  /** The article's title is stated outside its text. */
  readonly titled: boolean;
}

/** How well its surroundings make a bare name a byline: 2 beside a date, 1 in a byline's place, 0 not at all. */
type Standing = 0 | 1 | 2;

export interface BareByline extends Byline {
  readonly index: number;
  readonly standing: Standing;
}

const LONGEST = 110;
/** With a date in it, a line holds offices and titles as well. */
const LONGEST_DATED = 160;
/** A town or a button between a name and its date. */
const SHORT = 40;
const SPEECH = /["“”„«»「」『』?!…]/u;
/** `Published: …`: a label of something else. */
const LABELLED = /^[\p{L}\p{M} ]{2,24}\s?[:：]\s/u;
const PICTURE_CREDIT = /^(?:photo|foto|fot|image|bild|picture|credit|crédit|фото|写真)s?\s*(?:credit)?\s*[:：©]/iu;
/** `9:51`, `| Published 3 hours ago`, `vor 3 Stunden`. */
const CLOCK =
  /^[|•·\s-]*(?:\d{1,2}[:.]\d{2}\b|(?:published|posted|updated|publicerad|publisert|publiceret|publiziert|veröffentlicht|aktualisiert|stand:|publié|publicado|actualizado|pubblicato|gepubliceerd|opublikowano|опубликовано|julkaistu)(?!\p{L}))|^(?:vor|il y a|hace|há|för|for)?\s?\d{1,2} (?:min\p{L}*|hours?|days?|weeks?|months?|stunden?|tagen?|heures?|jours?|horas?|días?|dias?|timer|timmar)(?: |$)/iu;
/** `5 min read`, `@jane`, `jane@buna.example`, `Follow Jane`, `Biography`. */
const BESIDE =
  /^\W{0,3}\d{1,3}[\s-]*min|^@\w+$|^\S+@\S+\.\w+$|^(?:follow|contact|e-?mail|view|see all|more by|biography|bio|about|share|comments?|print|article|artikel)\b/iu;

/** Reads a line as names with no word before them. `trusted`: its markup, or a lone "By" above it, says so. */
export function bareNames(line: PlacedLine, language: string, trusted: boolean): Byline | undefined {
  const { text } = line.line;
  if (text.length > LONGEST_DATED || !isReadable(line) || LABELLED.test(text)) return undefined;
  const dates = dateSpans(text, language);
  const before = text.slice(0, dates[0]?.from ?? text.length);
  if (dates.length === 0 && text.length > LONGEST) return undefined;
  if (SPEECH.test(before) || FINAL_STOP.test(text.replace(ABBREVIATED, ""))) return undefined;
  const named = namesIn(text, dates, trusted);
  if (!named.whole && !(before.trim() !== "" && isDatedName(named, dates))) return undefined;
  if (named.persons.length === 0 && !isAgencyLine(named, text)) return undefined;
  if (trusted) return { ...named, line, by: "byline", opened: true, sure: "certain" };
  if (!named.persons.every((name) => mayNamePeople(name, text))) return undefined;
  return { ...named, line, by: "byline", opened: false, sure: "strong" };
}

/** `Jane Doe 27/09/2018 2 comments`, `Jane Doe, professor of law at Buna, 3 May 2024 17:30`. */
function isDatedName({ leading, named }: Named, dates: readonly DateSpan[]): boolean {
  return leading ? dates.length > 0 : named && dates.at(-1)?.time !== undefined;
}

const FINAL_STOP = /[.:]$/u;
const ABBREVIATED = /(?:^|[\s.])(?:Jr|Sr|\p{Lu})\.$/u;

function isAgencyLine({ agencies }: Named, text: string): boolean {
  return agencies.length > 0 && (pieceOf(text) === "agency" || /[|/,]/u.test(text));
}

/** A line's bare names, if what stands around can make them a byline. */
export function bareByline(index: number, around: Surroundings): BareByline | undefined {
  const { lines, language, isKnown } = around;
  const line = lines[index];
  if (line === undefined || line.block.kind === "heading" || line.block.kind === "list") return undefined;
  if (line.line.text.length > LONGEST_DATED || (index > 0 && endsWithFullStop(line.line.text))) return undefined;
  const byline = bareNames(line, language, false);
  if (byline === undefined) return undefined;
  const known = byline.persons.length > 0 && byline.persons.every(isKnown);
  if (!known && isPassedBy(index, byline, around)) return undefined;
  const standing = known ? 2 : standingOf(index, byline, around);
  if (standing === 0 || (standing === 1 && index >= around.head)) return undefined;
  return { ...byline, index, standing, sure: standing === 2 || byline.furnished ? "strong" : "weak" };
}

/** Names that only look like a byline's: a headline's words, buttons, people in pictures and in the news. */
function isPassedBy(index: number, named: Named, around: Surroundings): boolean {
  const { lines } = around;
  const text = lines[index]?.line.text ?? "";
  if (isFurniture(text) || isKicker(text)) return true;
  // Above a picture's credit stands whom the picture shows.
  if (PICTURE_CREDIT.test(lines[index + 1]?.line.text ?? "")) return true;
  if (index === 0 && !standsForByline(around)) return true;
  return named.persons.some((name) => isOfReport(name, index, named, around));
}

/**
 * The first line of all is a byline only where no headline stands above or can be it: the title is stated elsewhere, the
 * report follows at once, or below comes a date, a time or a role.
 */
function standsForByline({ lines, head, language, titled }: Surroundings): boolean {
  const next = lines[1];
  if (titled || head <= 1 || next === undefined) return true;
  return isDated(next, language) || pieceOf(next.line.text) === "role";
}

/** Languages in whose bylines nobody has four names of one's own. */
const MOST_NAMES = 4;
const SHORT_NAMED = /^(?:en|de|nl|sv|da|no|nb|nn|fi|is|ru|uk|pl|cs|tr|fr|it)/u;

function isOfReport(name: string, index: number, named: Named, { report, language, titled }: Surroundings): boolean {
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}[\p{L}\p{M}’']{2,}$/u.test(word));
  if (words.length > (named.marked ? MOST_NAMES : MOST_NAMES - 1) && SHORT_NAMED.test(language)) return true;
  if (words.length > 0 && words.every((word) => report.usesSmall(word))) return true;
  // A headline's words come again in its report, and acronyms are in no name.
  if (index === 0 && !titled) return words.some((word) => report.uses(word) || word === word.toUpperCase());
  // A picture shows its people with their club or town behind them.
  const person = name.split(" ").slice(0, 2).join(" ");
  return !named.furnished && (report.mentions(name) || report.mentions(person));
}

/** Whether a line is a date line: a short one with a date or a time in it. */
function isDated(line: PlacedLine | undefined, language: string): boolean {
  if (line === undefined || line.line.text.length > LONGEST || isProse(line.line, line.block)) return false;
  return (
    line.line.datetime !== undefined || CLOCK.test(line.line.text) || dateSpans(line.line.text, language).length > 0
  );
}

function standingOf(index: number, named: Named, around: Surroundings): Standing {
  const { lines, head } = around;
  if (isDated(lines[index], around.language) || isDatedAt(index, -1, around) || isDatedAt(index, 1, around)) return 2;
  if (named.furnished) return isPictures(index, named, lines[index]?.line.text ?? "") ? 0 : 1;
  // With nothing else to tell, nobody of that name may be in the news.
  if (named.persons.some((name) => name.split(" ").some((word) => word.length > 3 && around.report.uses(word))))
    return 0;
  if (isBeside(lines[index - 1]) || isBeside(lines[index + 1])) return 1;
  return index < head ? 1 : 0;
}

/** `Jane Doe / AFP` without a date is a picture's credit; so is `Jane Doe, AP` farther down. */
function isPictures(index: number, { persons, agencies, outlet }: Named, text: string): boolean {
  if (persons.length === 0) return false;
  return text.includes("/") ? agencies.length > 0 || outlet !== undefined : agencies.length > 0 && index > 2;
}

/** Whether a date line is next to a line, with other names or a word or two between. */
function isDatedAt(index: number, step: 1 | -1, { lines, language }: Surroundings): boolean {
  let between = 0;
  for (let at = index + step; at >= 0 && at < lines.length; at += step) {
    const line = lines[at];
    if (line === undefined || isDated(line, language)) return line !== undefined;
    const short = line.line.text.length <= SHORT && line.block.kind === "paragraph" && at > 0;
    if (bareNames(line, language, false) === undefined) between += 1;
    if (!short || between > 1) return false;
  }
  return false;
}

function isBeside(line: PlacedLine | undefined): boolean {
  if (line === undefined) return false;
  const { text } = line.line;
  return BESIDE.test(text) || pieceOf(text) === "role" || pieceOf(text) === "agency" || isFurniture(text);
}
