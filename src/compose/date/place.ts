import type { Place } from "../../finding.ts";
import type { Article, Line } from "../../read/article.ts";

/** A hard-wrapped paragraph is one line of an article and many of its file. */
const REACH = 40;

/** Where words of a line stand in the article's file; the line's own place where they can't be found there as written. */
export function placeOf({ file, source }: Pick<Article, "file" | "source">, { place }: Line, words: string): Place {
  const start = place.line;
  if (start === undefined || words === "") return { ...place, file };
  for (let line = start; line < Math.min(start + REACH, source.length + 1); line += 1) {
    const text = source[line - 1] ?? "";
    if (line > start && text.trim() === "") break;
    const column = columnOf(text, words, line === start ? (place.column ?? 1) - 1 : 0);
    if (column !== undefined) return { file, line, column, length: Math.min(words.length, text.length - column + 1) };
  }
  return { ...place, file };
}

/** The column of words in a line, or of their first part where the line breaks within them. */
function columnOf(text: string, words: string, from: number): number | undefined {
  const whole = text.indexOf(words, from);
  if (whole >= 0) return whole + 1;
  const end = text.trimEnd();
  for (let blank = words.lastIndexOf(" "); blank > 0; blank = words.lastIndexOf(" ", blank - 1)) {
    const part = words.slice(0, blank);
    if (end.endsWith(part) && end.length - part.length >= from) return end.length - part.length + 1;
  }
  return undefined;
}
