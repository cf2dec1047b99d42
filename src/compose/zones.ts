import type { Article, Block, Line } from "../read/article.ts";
import type { LineRef } from "./evidence.ts";
import { isFurniture } from "./headline/furniture.ts";
import { endsWithFullStop, isProse } from "./prose.ts";

/** A line with its address in the article. */
export interface PlacedLine {
  readonly ref: LineRef;
  readonly line: Line;
  readonly block: Block;
}

/** An article's lines by where they stand: bylines and date lines are believed at the edges, not in the middle. */
export interface Zones {
  /** All of them. */
  readonly lines: readonly PlacedLine[];
  /** The lines before the report begins: headline, dek, byline, date line. */
  readonly head: readonly PlacedLine[];
  /** What is neither head nor tail. */
  readonly body: readonly PlacedLine[];
  /** The lines of the last four blocks that are not head. */
  readonly tail: readonly PlacedLine[];
}

const TAIL_BLOCKS = 4;
/** No head is longer; in a poem or a list nothing looks like the first sentence. */
const HEAD_LINES = 14;
/** How many lines may stand above byline and date line, and how many of them prose: a headline that asks, a long dek. */
const LINES_ABOVE_BYLINE = 8;
const PROSE_ABOVE_BYLINE = 3;

/** Splits an article into head, body and tail. */
export function zones(article: Article): Zones {
  const lines: PlacedLine[] = [];
  for (const [index, block] of article.blocks.entries())
    for (const [number, line] of block.lines.entries())
      lines.push({ ref: { block: index, line: number }, line, block });
  const end = headEnd(lines);
  const tailFrom = article.blocks.length - TAIL_BLOCKS;
  const from = lines.findIndex(({ ref }, index) => index >= end && ref.block >= tailFrom);
  const tail = from === -1 ? lines.length : from;
  return { lines, head: lines.slice(0, end), body: lines.slice(end, tail), tail: lines.slice(tail) };
}

/** The index of the line with which the report begins. */
function headEnd(lines: readonly PlacedLine[]): number {
  const first = lines.findIndex(({ line, block }) => isProse(line, block));
  if (first === -1) return Math.min(lines.length, HEAD_LINES);
  if (first >= HEAD_LINES) return HEAD_LINES;
  return afterLateByline(lines, first);
}

/** Where a byline or date line follows soon after the first prose, that prose was a headline or a dek. */
function afterLateByline(lines: readonly PlacedLine[], first: number): number {
  const byline = lateByline(lines, first);
  if (byline === undefined) return first;
  const next = lines.slice(byline).findIndex(({ line, block }) => isProse(line, block));
  // With no report below it, such a line signs the report above.
  return next === -1 ? first : Math.min(byline + next, first + HEAD_LINES);
}

/** The index of the first byline below the prose at `first`, if hardly any other prose stands between. */
function lateByline(lines: readonly PlacedLine[], first: number): number | undefined {
  let prose = 0;
  for (const [offset, placed] of lines.slice(first, first + LINES_ABOVE_BYLINE).entries()) {
    if (isByline(placed)) return first + offset;
    if (isProse(placed.line, placed.block)) prose++;
    if (!mayStandAbove(placed) || prose > PROSE_ABOVE_BYLINE || (prose > 1 && offset > PROSE_ABOVE_BYLINE))
      return undefined;
  }
  return undefined;
}

function mayStandAbove({ line, block }: PlacedLine): boolean {
  return block.kind !== "list" && block.kind !== "code" && line.text.length <= 320;
}

const LEAD_WORD =
  /^(?:(?:written |posted |story |words |text |reported |reporting |compiled )?by|von|par|por|di|da|av|af|door|oleh|автор|текст|author|autor|autore|auteur|text|texto|testo|tekst|teksti|yazan|published|posted|updated|publié|publicado|veröffentlicht|pubblicato|gepubliceerd|publicerad|publisert|опубликовано|опубліковано|作者|記者|记者|文|撰文)(?=[\s:：])/iu;
const DATE_LIKE =
  /(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)|(?<!\d)\d{1,2}[:.]\d\d(?!\d)|\d{1,2}\s?[月日]/u;
const NAME_LIKE =
  /^(?!(?:The|A|An|How|Why|What|In|On|At|By|Der|Die|Das|Le|La|Les|El|Los)\b)\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|la|van|von|der|den|bin|al|da|dos|di|and|und|et|y)){1,5}$/u;

/** A rough look only, to find where the head ends: what such a line says, others read. */
function isByline(placed: PlacedLine | undefined): boolean {
  if (placed === undefined) return false;
  const { line, block } = placed;
  if (line.hint === "byline" || line.hint === "date" || line.hint === "updated" || line.datetime !== undefined)
    return true;
  if (block.kind !== "paragraph" || line.text.length > 110 || endsWithFullStop(line.text)) return false;
  if (isFurniture(line.text)) return false;
  return LEAD_WORD.test(line.text) || DATE_LIKE.test(line.text) || NAME_LIKE.test(line.text);
}
