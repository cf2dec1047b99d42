import { parse, TomlDate, TomlError } from "smol-toml";
import type { Fenced } from "./fence.ts";
import { type Matter, type MatterField, refused } from "./matter-fields.ts";

const PAIR = /^[ \t]*(?:"([^"]*)"|'([^']*)'|([\w-]+))[ \t]*[=.]/;
const TABLE = /^[ \t]*\[{1,2}[ \t]*(?:"([^"]*)"|'([^']*)'|([\w-]+))/;
const DATE_WORDS = /^[\dTtZz:.+-]+(?: [\d:][\dZz:.+-]*)?/;

/** Where a top-level key stands. */
interface Standing {
  /** Index of the line, from 0. */
  readonly line: number;
  readonly words: string;
  readonly column: number;
}

/** Reads TOML. */
export function readToml(fenced: Fenced, file: string): Matter {
  try {
    const standing = standings(fenced.text);
    const fields = Object.entries(parse(fenced.text)).map(([key, value]): MatterField => {
      const { line, words, column } = standing.get(key) ?? { line: 0, words: "", column: 1 };
      const place = { file, line: fenced.line + line, column, length: words.length };
      return { key, value: plain(value, words), words, place };
    });
    return { fields, findings: [] };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = error.message.split("\n")[0] ?? error.message;
    return refused({ file, line: fenced.line + error.line - 1, column: error.column }, message);
  }
}

/** Keys before the first table and the tables themselves, where each first stands. */
function standings(text: string): ReadonlyMap<string, Standing> {
  const all = new Map<string, Standing>();
  let top = true;
  for (const [line, row] of text.split("\n").entries()) {
    const table = TABLE.exec(row);
    if (table !== null) top = false;
    const found = table ?? (top ? PAIR.exec(row) : null);
    const key = found?.[1] ?? found?.[2] ?? found?.[3];
    if (found === null || key === undefined || all.has(key)) continue;
    const from = table === null ? row.indexOf("=", found[0].length - 1) + 1 : 0;
    const words = row.slice(from).trim();
    all.set(key, { line, words, column: from + row.slice(from).search(/\S|$/) + 1 });
  }
  return all;
}

/** TOML's own dates go back to the words they were: what they mean is decided in one place for all formats. */
function plain(value: unknown, words?: string): unknown {
  if (value instanceof TomlDate) return DATE_WORDS.exec(words ?? "")?.[0] ?? value.toISOString();
  if (Array.isArray(value)) return value.map((one) => plain(one));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  return value;
}
