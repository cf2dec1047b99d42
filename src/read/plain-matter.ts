import type { Fenced } from "./fence.ts";
import type { MatterField } from "./matter.ts";

/**
 * Front matter as nearly all of it is: a key and its value on one line each, a word, a quotation or a short list. A YAML
 * parser takes ten times as long over it, and is asked wherever a line is anything else.
 */

const KEY = /^([A-Za-z][\w-]*): +(?=\S)/;
/** No quotation, list or mark begins with a letter; behind a blank `#` begins a comment, before one `:` another key. */
const WORDS = /^\p{L}(?:[^\t:#]|:(?=\S)|(?<! )#)*(?<=\S)$/u;
/** Words and quotations begin with none. */
const DIGIT = /^\d/;
/** Nothing with a hyphen between digits is a number. */
const DAY = /^\d{4}-\d{1,2}-\d{1,2}(?:[T ][\d:.]+(?:Z| ?[+-]\d\d:?\d\d)?)?$/;
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const QUOTED = /^(?:"[^"\\\t]*"|'[^'\t]*')$/;
const LIST = /^\[([^\t#:[\]{}\\]*)\]$/;
const NO_STRING = /^(?:null|true|false)$/i;
/** What is longer is no ordinary front matter. */
const LONGEST = 10_000;

/** The fields of plain front matter; `undefined` where only a parser can tell. */
export function plainFields({ text, line }: Fenced, file: string): MatterField[] | undefined {
  if (text.length > LONGEST) return undefined;
  const fields: MatterField[] = [];
  const keys = new Set<string>();
  for (const [index, row] of text.split("\n").entries()) {
    const key = KEY.exec(row);
    const words = row.slice(key?.[0].length);
    const value = key === null ? undefined : plainValue(words);
    if (key?.[1] === undefined || value === undefined || NO_STRING.test(key[1]) || keys.has(key[1])) return undefined;
    keys.add(key[1]);
    const place = { file, line: line + index, column: key[0].length + 1, length: words.length };
    fields.push({ key: key[1], value, words, place });
  }
  return fields;
}

function plainValue(words: string): unknown {
  if (words.startsWith("[")) return listOf(LIST.exec(words)?.[1]);
  if (words === "true" || words === "false") return words === "true";
  if (!DIGIT.test(words)) return stringOf(words);
  if (NUMBER.test(words)) return Number(words);
  return DAY.test(words) ? words : undefined;
}

function listOf(inside: string | undefined): readonly string[] | undefined {
  const items = inside?.split(",").map((item) => stringOf(item.replace(/^ +| +$/g, "")));
  return items?.every((item) => item !== undefined) ? items : undefined;
}

function stringOf(words: string): string | undefined {
  if (words.startsWith('"') || words.startsWith("'")) return QUOTED.test(words) ? words.slice(1, -1) : undefined;
  return WORDS.test(words) && !NO_STRING.test(words) ? words : undefined;
}
