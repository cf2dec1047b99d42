import type { Block, Line } from "../../read/article.ts";
import { saysItIsOld, withoutTimes, wordsBesides } from "./beside-date.ts";
import { type DateRole, labelsIn } from "./labels.ts";
import { fold } from "./months.ts";
import { type DateSpan, dateSpans } from "./spans.ts";
import { tenseAround } from "./tense.ts";
import { plain } from "./tokens.ts";

/** A date of a date line; `role` where a label gives it one. */
interface LineDate {
  readonly span: DateSpan;
  readonly role?: DateRole;
}

/** A line that exists to say when, or who and when. */
export interface DateLine {
  readonly dates: readonly LineDate[];
  /** `label`: "Published …". `byline`: names beside the date. `bare`: the date alone, or with a reading time and the like. */
  readonly form: "label" | "byline" | "bare";
  /** Whether it says nothing else: such a line leaves the body. */
  readonly whole: boolean;
  /** Names stand after a word such as "By". */
  readonly led: boolean;
  /** How many words are neither the date's nor a label's. */
  readonly words: number;
}

const LONGEST = 170;
const KINDS: ReadonlySet<Block["kind"]> = new Set<Block["kind"]>(["paragraph", "heading", "other", "list"]);
/** Captions, embeds, sources, rights and corrections have dates of their own. */
const OTHERS =
  /^\W{0,2}(?:©|\(c\)|copyright|photo|foto|image|bild\b|picture|illustration|correction|korrektur|korrigier|editor’?'?s note|related|read more|see also|also read|mehr zum|lesen sie|lire aussi|lee también|leggi anche|lees ook|läs också|les også|lue myös|czytaj|читайте|原文|next|previous|when:|where:|event|(?:image )?source ?:|quelle ?:|fuente ?:|fonte ?:|verkündet am)|\(@\w|@\w+\)|all rights reserved/iu;
/** A byline's words that are no names: they may stand in lower case. */
const JOINTS = new Set(
  "by by: written words text story von par por di av af door oleh автор текст yazan autor autore auteur in on at from for of the and with und et y e og och i am im il и та à a de du des del della da la le van der den zu bin al el für aus bei mit pour avec con med met com".split(
    " ",
  ),
);
const LEAD =
  /^\W{0,3}(?:(?:written|words|text|story|posted|published|compiled|reported) )?(?:by|von|par|por|di|av|af|door|oleh|автор|текст|yazan|autor|autore|auteur|γράφει|του|της|بقلم|מאת|記者|记者|作者|文|글|撰文|bởi)(?![\p{L}\p{M}])/iu;
/** "ByTravis Haney": markup between the two was lost. */
const GLUED_LEAD = /^\W{0,3}(?:[Bb]y|BY|[Vv]on|Par|Por)(?=\p{Lu}\p{Ll})/u;
const SEPARATOR = /[|•·–—/()（）【】[\]:,;،、\n]|\s-\s|^-|-$/u;

/**
 * Reads a line of head or tail as a date line; undefined for any other: prose, captions, embeds, lists of events.
 *
 * @param language BCP 47, for the order of numeric dates.
 */
export function readDateLine(line: Line, block: Block, language: string | undefined): DateLine | undefined {
  const { text, hint } = line;
  if (text.length > LONGEST || !KINDS.has(block.kind) || !/\p{Nd}/u.test(text)) return undefined;
  if (hint === "caption" || hint === "credit" || hint === "bio" || hint === "summary" || OTHERS.test(text))
    return undefined;
  const spans = dateSpans(text, language).filter(({ range }) => range !== true);
  if (spans.length === 0 || !standsFree(text, spans)) return undefined;
  const pieces = piecesOf(text, spans);
  const dates = withRoles(spans, pieces);
  const isLabelled = dates.some(({ role }) => role !== undefined);
  const names = pieces.map(wordsBesides);
  if (names.every((words) => words.length === 0))
    return { dates, form: isLabelled ? "label" : "bare", whole: true, led: false, words: 0 };
  if (!(looksLikeByline(text, pieces, isLabelled) || opensWithTime(text, spans) || isSaidTwice(text, spans)))
    return undefined;
  return {
    dates,
    form: isLabelled ? "label" : "byline",
    whole: false,
    led: pieces.some(isLed),
    words: names.reduce((sum, words) => sum + words.length, 0),
  };
}

function isLed(piece: string): boolean {
  return LEAD.test(piece) || GLUED_LEAD.test(piece);
}

/** "5 maja 2021 11:22 / w Informacje": a day with its time of day opens no other line but one that says when. */
function opensWithTime(text: string, [first]: readonly DateSpan[]): boolean {
  if (first === undefined || first.from > 0 || first.year === undefined || first.time === undefined) return false;
  return !endsAsSentence(text);
}

/** "Jane Doe Science policy 3 May 2021 3 May 2021": pages print a date and its update so, and no sentence does. */
function isSaidTwice(text: string, [first, second]: readonly DateSpan[]): boolean {
  if (first?.year === undefined || second === undefined || endsAsSentence(text)) return false;
  const isSame = first.year === second.year && first.month === second.month && first.day === second.day;
  return isSame && text.slice(first.to, second.from).trim() === "";
}

/** What stands before, between and behind the dates. */
function piecesOf(text: string, spans: readonly DateSpan[]): readonly string[] {
  const ends = [0, ...spans.map(({ to }) => to)];
  return ends.map((end, index) => text.slice(end, spans[index]?.from ?? text.length));
}

/**
 * No letter touches a date: in Chinese and Japanese prose one does. Words glued by lost markup ("2023Updated", "Reporter11:58")
 * and labels ("01時40分更新") are let through.
 */
function standsFree(text: string, spans: readonly DateSpan[]): boolean {
  return spans.every(({ from, to }) => {
    const [before, after] = [text.slice(0, from), text.slice(to)];
    const isFreeBefore = !/[\p{Lo}\p{M}]$/u.test(before) || / $/u.test(labelsIn(before.slice(-12)).rest);
    return (
      isFreeBefore && (!/^[\p{Ll}\p{Lo}\p{M}]/u.test(after) || / /u.test(labelsIn(after.slice(0, 12)).rest.slice(0, 1)))
    );
  });
}

/** Labels stand before their dates ("Published …") or behind them ("… 公開"): behind, where the first date has none before. */
function withRoles(spans: readonly DateSpan[], pieces: readonly string[]): readonly LineDate[] {
  const roles = pieces.map((piece, index) => (isAboutTime(piece, index, spans.length) ? undefined : roleOf(piece)));
  const shift = roles[0] === undefined && roles.at(-1) !== undefined ? 1 : 0;
  return spans.map((span, index) => {
    const role = roles[index + shift];
    return role === undefined ? { span } : { span, role };
  });
}

function roleOf(piece: string): DateRole | undefined {
  return labelsIn(piece).labels.at(-1)?.role;
}

/** "25/04/2026 Actualizado a las 15:10h": the label behind the last date belongs to a time of the same day. */
function isAboutTime(piece: string, index: number, last: number): boolean {
  const text = plain(piece);
  return index === last && withoutTimes(fold(text)) !== fold(text);
}

const NAME_WORDS = 7;
const ROLE_WORDS = 5;
/** "india Updated: Apr 26, 2020", "12 May 2020 saltyreader": a topic or the name of an account may stand in lower case. */
const TOPIC_WORDS = 2;
const LABELLED_WORDS = 3;
const SIGNED_WORDS = 4;
/** Whom systems name where nobody signed. */
const DESKS = /^\W*(?:editor|admin|staff|redaktion|redaction|rédaction|redacción|redazione|redactie|redakcja)\W*$/iu;
/** What kind of text it is, in lower case too. */
const KIND =
  /^\W*(?:(?:press|news|media) (?:release|statement)|communiqué de presse|comunicato stampa|nota de prensa|nota de imprensa)\W*$/iu;
/** "Von dpa": agencies are no capitalised names. */
const AGENCY_WORDS = 2;

/** Whether what stands beside the dates may be names, roles, outlets and places, and no sentence. */
function looksLikeByline(text: string, pieces: readonly string[], isLabelled: boolean): boolean {
  if (endsAsSentence(text)) return false;
  let known = false;
  const segments = pieces.flatMap((piece) => piece.split(SEPARATOR));
  const isTopical = isTopic(pieces, isLabelled);
  for (const segment of segments) {
    if (wordsBesides(segment).length === 0) continue;
    const isShort = countWords(segment) <= ROLE_WORDS;
    const isAgency = LEAD.test(segment) && countWords(segment) <= AGENCY_WORDS;
    if (!(isNames(segment) || isAgency || isTopical || DESKS.test(segment) || KIND.test(segment) || (known && isShort)))
      return false;
    known = true;
  }
  return true;
}

/** So few words that they can't be a phrase of their own; "until 5 May 2021" is one, of what lies ahead. */
function isTopic(pieces: readonly string[], isLabelled: boolean): boolean {
  const words = pieces.reduce((sum, piece) => sum + wordsBesides(piece).length, 0);
  const opens = pieces[0]?.trim() === "";
  const most = pieces.some(isLed) ? SIGNED_WORDS : isLabelled ? LABELLED_WORDS : TOPIC_WORDS - (opens ? 0 : 1);
  if (words > most) return false;
  return tenseAround(fold(pieces[0] ?? ""), fold(pieces.at(-1) ?? "")) !== "ahead";
}

function endsAsSentence(text: string): boolean {
  const isAbbreviated = /(?:\p{L}{1,3}|\d[hH]?)\.$/u.test(text) || saysItIsOld(text);
  return /[.!?。！？]["”’»]?$/u.test(text) && !isAbbreviated;
}

function countWords(segment: string): number {
  return segment.trim().split(/\s+/u).length;
}

function isNames(segment: string): boolean {
  const labels = new Set(labelsIn(segment).labels.flatMap(({ words }) => words.split(" ")));
  const words = segment
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{M}\p{N}.]+$/gu, ""))
    .filter((word) => word !== "" && !labels.has(fold(word)));
  const isCased = words.every(
    (word) => /^[\p{Lu}\p{Lt}\p{Lo}@]/u.test(word) || JOINTS.has(word.toLowerCase()) || /\S@\S/u.test(word),
  );
  return isCased && words.length <= NAME_WORDS && segment.length <= 70;
}
