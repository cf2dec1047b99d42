import type { Block, Line } from "./article.ts";
import { folded, inlineHtml, kept } from "./inline.ts";

/** A line of the file that has words in it. */
interface Raw {
  readonly text: string;
  readonly number: number;
  /** How far its last word reaches, in characters. */
  readonly width: number;
}

/** A margin lies between these, in characters; longer lines were never wrapped. */
const NARROWEST = 40;
const WIDEST = 100;
/** A short line at the end of a head block, such as a byline, is no rest of the line above it. */
const SHORT = 40;
const CONTINUES = /^["“'‘«(]?\p{Ll}/u;
const CAPITAL = /^\p{Lu}/u;
const ENDS = /[.?!…:。！？]["”’»)]*$/u;

/**
 * Reads plain text as writers send it. Where blank lines separate more than two blocks (or all of them), each block is
 * a paragraph and hard-wrapped lines are joined again; else each line is one. Nothing else is guessed: `<b>` in plain
 * text is three characters.
 */
export function readText(text: string, file: string, firstLine = 1): Block[] {
  const groups = grouped(text, firstLine);
  const margin = marginOf(groups);
  const apart = groups.length > 2 || groups.every((group) => group.length === 1);
  const single = (group: readonly Raw[]): Raw[][] => group.map((line) => [line]);
  const blocks = groups.flatMap((group) => {
    if (margin !== undefined && unwrapped(group, margin).length < group.length) return [unwrapped(group, margin)];
    return apart && !isStack(group) ? [unwrapped(group, undefined)] : single(group);
  });
  return blocks.map((lines) => paragraph(lines, file));
}

/** Lines with words, grouped by the blank lines between them. */
function grouped(text: string, firstLine: number): Raw[][] {
  const groups: Raw[][] = [];
  let open: Raw[] | undefined;
  let number = firstLine;
  for (const line of text.split("\n")) {
    const width = line.trimEnd().length;
    if (width === 0) {
      open = undefined;
    } else if (open === undefined) {
      open = [{ text: line, number, width }];
      groups.push(open);
    } else open.push({ text: line, number, width });
    number += 1;
  }
  return groups;
}

/** Long lines below one another, each a sentence or more, are a paragraph each, blank lines or not. */
function isStack(group: readonly Raw[]): boolean {
  return group.filter((line) => line.text.length > WIDEST && ENDS.test(line.text.trimEnd())).length > 1;
}

/**
 * The width at which a text's lines were broken, or `undefined` where they weren't: nearly every line that another
 * follows would have run over it with the next word.
 */
function marginOf(groups: readonly (readonly Raw[])[]): number | undefined {
  const wrapped = groups.filter((group) => group.length > 2);
  const widest = wrapped.reduce((most, group) => group.slice(0, -1).reduce(wider, most), 0);
  if (widest < NARROWEST || widest > WIDEST) return undefined;
  let pairs = 0;
  let broken = 0;
  for (const group of wrapped)
    for (let at = 1; at < group.length; at += 1) {
      pairs += 1;
      if (!fits(group[at - 1], group[at], widest)) broken += 1;
    }
  return broken >= pairs * 0.8 ? widest : undefined;
}

function wider(most: number, { width }: Raw): number {
  return Math.max(most, width);
}

/** Whether the next line's first word would have fitted on a line: then the break is the writer's own. */
function fits(line: Raw | undefined, next: Raw | undefined, margin: number): boolean {
  const words = next?.text.trimStart() ?? "";
  const first = words.search(/\s/);
  return (line?.width ?? 0) + 1 + (first === -1 ? words.length : first) <= margin;
}

/** Joins the lines that a margin broke; lines that stand short on purpose stay lines. */
function unwrapped(lines: readonly Raw[], margin: number | undefined): Raw[] {
  if (lines.length === 1) return [...lines];
  const joined: Raw[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = joined.at(-1);
    const goesOn = before !== undefined && continues(before, line, margin) && !isOwnLine(lines, index);
    if (last !== undefined && goesOn) joined[joined.length - 1] = { ...last, text: `${last.text}\n${line.text}` };
    else joined.push(line);
  }
  return joined;
}

function continues(line: Raw, next: Raw, margin: number | undefined): boolean {
  if (margin !== undefined && !fits(line, next, margin)) return true;
  if (line.text.length < (margin === undefined ? NARROWEST : margin * 0.6)) return false;
  return CONTINUES.test(next.text.trimStart()) && !ENDS.test(line.text.trimEnd());
}

/** The short last line of two or three, beginning with a capital: a byline below its headline. */
function isOwnLine(lines: readonly Raw[], index: number): boolean {
  const text = lines[index]?.text.trim() ?? "";
  const before = lines[index - 1]?.text.trimEnd() ?? "";
  return (
    lines.length <= 3 &&
    index === lines.length - 1 &&
    text.length <= SHORT &&
    CAPITAL.test(text) &&
    !ENDS.test(text) &&
    !ENDS.test(before)
  );
}

function paragraph(raws: readonly Raw[], file: string): Block {
  const lines = raws.map(({ text, number }): Line => {
    const words = folded(text);
    const start = text.search(/\S/);
    const end = text.indexOf("\n");
    const length = (end === -1 ? text : text.slice(0, end)).trimEnd().length - start;
    const html = inlineHtml(words === text ? text : kept(text));
    return { text: words, html, place: { file, line: number, column: start + 1, length } };
  });
  const withLines = (indexes: readonly number[]): string =>
    indexes.length === 0 ? "" : `<p>${indexes.map((index) => lines[index]?.html ?? "").join("<br />\n")}</p>`;
  const html = `<p>${lines.map((line) => line.html).join("<br />\n")}</p>`;
  return { kind: "paragraph", lines, html, withLines };
}
