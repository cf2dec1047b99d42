import type { Block, Line } from "./article.ts";
import { folded, inlineHtml } from "./inline.ts";

/** A line of the file that has words in it. */
interface Raw {
  readonly text: string;
  readonly number: number;
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
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") {
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = [];
      groups.push(open);
    }
    open.push({ text: line, number: firstLine + index });
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
  const pairs = groups
    .filter((group) => group.length > 2)
    .flatMap((group) => group.slice(1).map((next, at) => [group[at], next] as const));
  const widest = pairs.reduce((most, [line]) => Math.max(most, line?.text.trimEnd().length ?? 0), 0);
  if (pairs.length < 2 || widest < NARROWEST || widest > WIDEST) return undefined;
  const broken = pairs.filter(([line, next]) => line !== undefined && !fits(line, next, widest));
  return broken.length >= pairs.length * 0.8 ? widest : undefined;
}

/** Whether the next line's first word would have fitted on a line: then the break is the writer's own. */
function fits(line: Raw, next: Raw, margin: number): boolean {
  const first = next.text.trimStart().split(/\s/, 1)[0] ?? "";
  return line.text.trimEnd().length + 1 + first.length <= margin;
}

/** Joins the lines that a margin broke; lines that stand short on purpose stay lines. */
function unwrapped(lines: readonly Raw[], margin: number | undefined): Raw[] {
  const joined: Raw[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = joined.at(-1);
    const goesOn = before !== undefined && continues(before, line, margin) && !isOwnLine(lines, index);
    if (last !== undefined && goesOn)
      joined[joined.length - 1] = { text: `${last.text}\n${line.text}`, number: last.number };
    else joined.push(line);
  }
  return joined;
}

function continues(line: Raw, next: Raw, margin: number | undefined): boolean {
  const middle = CONTINUES.test(next.text.trimStart()) && !ENDS.test(line.text.trimEnd());
  if (margin === undefined) return middle && line.text.length >= NARROWEST;
  return !fits(line, next, margin) || (middle && line.text.length >= margin * 0.6);
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
    const place = {
      file,
      line: number,
      column: start + 1,
      length: (text.split("\n")[0] ?? "").trimEnd().length - start,
    };
    return { text: words, html: inlineHtml(words), place };
  });
  const withLines = (kept: readonly number[]): string =>
    kept.length === 0 ? "" : `<p>${kept.map((index) => lines[index]?.html ?? "").join("<br />\n")}</p>`;
  return { kind: "paragraph", lines, html: withLines(lines.map((_, index) => index)), withLines };
}
