import { endsLikeSentence } from "../prose.ts";
import { sentences } from "../sentences.ts";
import type { PlacedLine } from "../zones.ts";

/** A sentence of the report. */
export interface Passage {
  readonly text: string;
  /** Where it begins in its line's text. */
  readonly offset: number;
  readonly placed: PlacedLine;
  /** How many lines of the report stand before its line. */
  readonly depth: number;
}

const LONGEST = 4000;
/** A line this long without a full stop is part of a paragraph that its writer broke into lines. */
const BROKEN_LINE = 40;
/** Post of a social network, rights, teasers: their dates are not the report's. */
const OTHERS = /\(@\w|@\w+\)|©|\(c\) \d|^\W{0,2}(?:related|read more|see also|photo|foto|image|correction)\b/iu;

/** The sentences with a number in them that the report speaks in its own voice: no quotes, embeds, captions, teasers. */
export function passages(lines: readonly PlacedLine[]): readonly Passage[] {
  return lines.filter(isReport).flatMap((placed, depth) => {
    const { text } = placed.line;
    if (!/\p{Nd}/u.test(text) || OTHERS.test(text)) return [];
    return sentences(text, LONGEST)
      .map(({ start, end }): Passage => ({ text: text.slice(start, end), offset: start, placed, depth }))
      .filter((passage) => /\p{Nd}/u.test(passage.text));
  });
}

function isReport({ line, block }: PlacedLine): boolean {
  if (block.kind !== "paragraph" && block.kind !== "other" && block.kind !== "list") return false;
  if (line.hint !== undefined) return false;
  return (
    endsLikeSentence(line.text) || (line.text.length >= BROKEN_LINE && endsLikeSentence(block.lines.at(-1)?.text ?? ""))
  );
}

const OPENING = /["“„«「『‹]/gu;
const CLOSING = /["”“»」』›]/gu;

/** Whether an offset of a sentence stands inside quotation marks. */
export function isQuoted(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const straight = before.match(/"/g)?.length ?? 0;
  if (straight % 2 === 1) return true;
  const open = lastOf(before, OPENING);
  return open >= 0 && before[open] !== '"' && lastOf(before.slice(open + 1), CLOSING) < 0;
}

function lastOf(text: string, marks: RegExp): number {
  return [...text.matchAll(marks)].at(-1)?.index ?? -1;
}
