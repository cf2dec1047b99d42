import type { Block, Line } from "./article.ts";
import { folded, inlineHtml } from "./inline.ts";

/** A line of the file that has words in it. */
interface Raw {
  readonly text: string;
  readonly number: number;
}

/** Where writers and mail programs wrap: a full line is about this long, in characters. */
const WRAP_FROM = 50;
const WRAP_TO = 82;
/** A block whose lines are shorter stays as it stands: byline, date line, verse, address. */
const CONTINUES = /^[\p{Ll}\p{N}“"‘'(«—–-]/u;
const ENDS = /[.?!…:。！？]["”’»)]*$/u;

/**
 * Reads plain text as writers send it. Where blank lines separate more than two blocks (or all of them), each block is
 * a paragraph and hard-wrapped lines are joined again; else each line is one. Nothing else is guessed: `<b>` in plain
 * text is three characters.
 */
export function readText(text: string, file: string, firstLine = 1): Block[] {
  const groups = grouped(text, firstLine);
  const apart = groups.length > 2 || groups.every((group) => group.length === 1);
  const blocks = apart
    ? groups.flatMap(paragraphs)
    : groups.flatMap((group) => (isWrapped(group) ? [group] : group.map((line) => [line])));
  return blocks.map((lines) => paragraph(unwrapped(lines), file));
}

/** Lines with words, grouped by the blank lines between them. */
function grouped(text: string, firstLine: number): Raw[][] {
  const groups: Raw[][] = [];
  let open: Raw[] | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    if (folded(line) === "") {
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

/** A block is one paragraph if it is wrapped or short; long lines one below the other are a paragraph each. */
function paragraphs(group: readonly Raw[]): (readonly Raw[])[] {
  const long = group.filter((line) => line.text.length > WRAP_TO && ENDS.test(line.text.trimEnd()));
  return long.length > 1 ? group.map((line) => [line]) : [group];
}

/** Whether lines were broken by a margin: all but the last nearly as long as the longest, which fits a screen. */
function isWrapped(group: readonly Raw[]): boolean {
  const lengths = group.slice(0, -1).map((line) => line.text.trimEnd().length);
  const longest = Math.max(...lengths, group.at(-1)?.text.trimEnd().length ?? 0);
  if (group.length < 2 || longest > WRAP_TO || longest < WRAP_FROM) return false;
  const full = lengths.filter((length) => length >= longest * 0.7);
  return full.length >= lengths.length * 0.7;
}

/** Joins lines that a margin broke; lines that stand short on purpose stay lines. */
function unwrapped(lines: readonly Raw[]): Raw[] {
  const joined: Raw[] = [];
  let before: Raw | undefined;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && before !== undefined && goesOn(before, line))
      joined[joined.length - 1] = { text: `${last.text}\n${line.text}`, number: last.number };
    else joined.push(line);
    before = line;
  }
  return joined;
}

/** Whether a line goes on in the next: it reaches the margin, or the next begins like the middle of a sentence. */
function goesOn(line: Raw, next: Raw): boolean {
  const length = line.text.trimEnd().length;
  if (length > WRAP_TO) return false;
  const first = next.text.trimStart().split(/\s/)[0] ?? "";
  const wouldHaveFitted = length + 1 + first.length <= WRAP_FROM;
  if (wouldHaveFitted) return false;
  return (
    !ENDS.test(line.text.trimEnd()) ||
    CONTINUES.test(next.text.trimStart()) ||
    length + 1 + first.length > WRAP_FROM + 10
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
