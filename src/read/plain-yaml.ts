import type { Fenced } from "./fence.ts";
import type { MatterField } from "./matter-fields.ts";

const KEY = /^([A-Za-z_][\w-]*):(?: +(.*))?$/;
const ITEM = /^( *)- +(.*)$/;
/** Characters that begin a plain word in YAML, whatever follows. */
const PLAIN_START = /^[\p{L}\d]/u;
/** What ends a plain word or gives it another meaning: `: `, a colon at the end, ` #`, tabs. */
const NOT_PLAIN = /: |:$| #|\t/;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;
const FLOW_SPECIAL = /[[\]{}"'#&*!|>%@`:]|[^\S ]/;
/** YAML 1.2, section 10.3.2: what is no string in the core schema. */
const NULL = /^(?:~|null|Null|NULL)$/;
const TRUE = /^(?:true|True|TRUE)$/;
const FALSE = /^(?:false|False|FALSE)$/;
const NUMBER = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?)$/;

/** What stands behind a key, or below it. */
interface Value {
  readonly value: unknown;
  readonly words: string;
  /** For a list below its key, the column of its first item. */
  readonly column?: number;
  /** How many lines below its key it takes up. */
  readonly rows: number;
}

/**
 * Reads front matter that is as plain as nearly all is: `key: value` with one-line words, quoted or not, and lists of
 * such. `undefined` where anything else stands in it: then YAML's own parser reads it, which takes forty times as long.
 */
export function readPlainYaml({ text, line: firstLine }: Fenced, file: string): readonly MatterField[] | undefined {
  const fields = new Map<string, MatterField>();
  const lines = text.split("\n").map(withoutEnd);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line === "" || line.startsWith("#")) continue;
    const [, key, rest = ""] = KEY.exec(line) ?? [];
    if (key === undefined || fields.has(key) || isOther(key)) return undefined;
    const read = behindKey(rest, lines, at + 1);
    if (read === undefined) return undefined;
    const { value, words, rows, column = line.length - rest.length + 1 } = read;
    const place = { file, line: firstLine + at + Math.min(rows, 1), column, length: firstRow(words).length };
    fields.set(key, { key, value, words, place });
    at += rows;
  }
  return fields.size === 0 ? undefined : [...fields.values()];
}

/** Without the blanks, tabs and line ends at its end: no other white space is any to YAML. */
export function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && " \t\n".includes(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}

function firstRow(words: string): string {
  const end = words.indexOf("\n");
  return end === -1 ? words : words.slice(0, end);
}

function behindKey(rest: string, lines: readonly string[], below: number): Value | undefined {
  return rest === "" ? itemsBelow(lines, below) : (flowList(rest) ?? scalar(rest));
}

/** A key that is no string to YAML. */
function isOther(key: string): boolean {
  return NULL.test(key) || TRUE.test(key) || FALSE.test(key) || key === "__proto__";
}

function scalar(text: string): Value | undefined {
  const quoted = QUOTED.exec(text);
  if (quoted !== null) return { value: quoted[1] ?? quoted[2] ?? "", words: text, rows: 0 };
  if (!PLAIN_START.test(text) || NOT_PLAIN.test(text) || NUMBER.test(text)) return undefined;
  return { value: plain(text), words: text, rows: 0 };
}

function plain(text: string): string | boolean | null {
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  return NULL.test(text) ? null : text;
}

/** `[one, two]`, of plain words only. */
function flowList(text: string): Value | undefined {
  if (!text.startsWith("[") || !text.endsWith("]")) return undefined;
  const inner = text.slice(1, -1);
  if (FLOW_SPECIAL.test(inner)) return undefined;
  const items = inner.split(",").map((item) => scalar(item.trim())?.value);
  return items.includes(undefined) ? undefined : { value: items, words: text, rows: 0 };
}

/** The `- items` on the lines right below a key, all under one another. */
function itemsBelow(lines: readonly string[], from: number): Value | undefined {
  const value: unknown[] = [];
  const rows: string[] = [];
  let indent: string | undefined;
  for (let at = from; at < lines.length; at += 1) {
    const row = lines[at] ?? "";
    const [, blanks = "", rest] = ITEM.exec(row) ?? [];
    if (rest === undefined) break;
    indent ??= blanks;
    const item = scalar(rest);
    if (item === undefined || blanks !== indent) return undefined;
    value.push(item.value);
    rows.push(row);
  }
  if (indent === undefined) return undefined;
  return { value, words: rows.join("\n").slice(indent.length), column: indent.length + 1, rows: rows.length };
}
