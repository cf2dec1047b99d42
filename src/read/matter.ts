import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument, type YAMLMap } from "yaml";
import { type Finding, finding, type Place } from "../finding.ts";
import { doubledKey, plainYamlMessage } from "../publication/doubled-key.ts";
import type { Fenced } from "./fence.ts";
import { fieldOf } from "./keys.ts";

/** A key of the front matter with its plain value and the words as they stand. */
export interface MatterField {
  readonly key: string;
  readonly value: unknown;
  readonly words: string;
  readonly place: Place;
}

export interface Matter {
  readonly fields: readonly MatterField[];
  readonly findings: readonly Finding[];
}

/** A headline with a colon in it is the most frequent mistake in front matter, and it is plain what was meant. */
const BARE_COLON = /^([ \t]*)([A-Za-z_-]{2,30}):[ \t]+([^\s"'[{|>&*!#%@`][^\n]*:[ \t][^\n]*)$/gm;
/** So is a value that begins with a character that YAML keeps for itself. */
const RESERVED_START = /^([ \t]*)([A-Za-z_-]{2,30}):[ \t]+([@`%][^\n]*)$/gm;
/**
 * `title: The #1 ferry`, `title: &Sons`, `title: !Viva`: to YAML a comment, an anchor and a tag, which would leave half a
 * headline.
 */
const HALVED = /^([A-Za-z_-]{2,30}):[ \t]+((?:[^\s"'[{|>#][^\n]*?[ \t])?#[^\s#][^\n]*|&[^\n]+|![^!\s][^\n]*)$/gm;
/** More aliases than this are a bomb, not a document. */
const MOST_ALIASES = 20;
const LONGEST_MATTER = 250_000;

/** Reads front matter. Values come out plain: dates as the words written, no tag creates anything, nothing is run. */
export function readMatter(fenced: Fenced, file: string): Matter {
  const place: Place = { file, line: Math.max(1, fenced.line - 1) };
  const refuse = (message: string, at: Place = place): Matter => ({
    fields: [],
    findings: [finding("matter/syntax", at, { message })],
  });
  if (fenced.kind === "foreign") return refuse(`it is in "${fenced.tag}", and only YAML, TOML and JSON are read`);
  if (!fenced.closed)
    return { fields: [], findings: [finding("matter/unclosed", place, { fence: fenced.fence }, "error")] };
  if (fenced.text.length > LONGEST_MATTER)
    return refuse(`the front matter is longer than ${LONGEST_MATTER} characters`);
  return fenced.kind === "yaml" ? readYaml(fenced, file, refuse) : readTomlMatter(fenced, file, refuse);
}

type Refuse = (message: string, at?: Place) => Matter;

function readYaml(fenced: Fenced, file: string, refuse: Refuse): Matter {
  const first = parseYaml(fenced.text);
  const sound = first.errors.length === 0;
  const whole = fenced.text.replace(HALVED, kept);
  if (sound && whole === fenced.text) return yamlFields(first, fenced, file, [], refuse);
  const mended = sound ? whole : whole.replace(BARE_COLON, quoted).replace(RESERVED_START, quoted);
  const second = mended === fenced.text ? first : parseYaml(mended);
  if (second.errors.length === 0) {
    const repaired = changedLines(fenced.text, mended).map(({ line, key }) =>
      finding("matter/repaired", { file, line: fenced.line + line }, { field: key }),
    );
    return yamlFields(second, fenced, file, repaired, refuse);
  }
  if (sound) return yamlFields(first, fenced, file, [], refuse);
  const [error] = first.errors;
  const at = first.lines.linePos(error?.at ?? 0);
  const message = plainYamlMessage(
    (error?.message ?? "").split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "",
  );
  return refuse(message, { file, line: fenced.line + at.line - 1, column: at.col });
}

function quoted(_: string, indent: string, key: string, value: string): string {
  return `${indent}${key}: ${JSON.stringify(value.trimEnd())}`;
}

/** Quotes words that YAML would take for its own, where a text is stated and no alias leads there. */
function kept(line: string, key: string, value: string, _at: number, all: string): string {
  const field = fieldOf(key);
  if (field !== "title" && field !== "summary") return line;
  const anchor = /^&(\S+)/.exec(value)?.[1];
  if (anchor !== undefined && all.includes(`*${anchor}`)) return line;
  return `${key}: ${JSON.stringify(value.trimEnd())}`;
}

function changedLines(before: string, after: string): { readonly line: number; readonly key: string }[] {
  const old = before.split("\n");
  return after
    .split("\n")
    .flatMap((line, index) => (line === old[index] ? [] : [{ line: index, key: (line.split(":")[0] ?? "").trim() }]));
}

interface ParsedYaml {
  readonly document: ReturnType<typeof parseDocument<ParsedNode>>;
  readonly lines: LineCounter;
  readonly text: string;
  readonly errors: readonly { readonly message: string; readonly at: number }[];
}

function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const plain = { schema: "core", prettyErrors: false, uniqueKeys: false, logLevel: "error" } as const;
  const options = { ...plain, lineCounter: lines };
  const document = parseDocument<ParsedNode>(text, options);
  const errors = document.errors.map(({ message, pos }) => ({ message, at: pos[0] }));
  if (errors.length > 0) return { document, lines, text, errors };
  const doubled = doubledKey(document.contents);
  const found = doubled === undefined ? [] : [{ message: "Map keys must be unique", at: doubled.range?.[0] ?? 0 }];
  return { document, lines, text, errors: found };
}

function yamlFields(
  { document, lines, text }: ParsedYaml,
  fenced: Fenced,
  file: string,
  findings: readonly Finding[],
  refuse: Refuse,
): Matter {
  const { contents } = document;
  if (contents === null) return { fields: [], findings };
  if (!isMap(contents)) return refuse("front matter must be a list of fields such as `title: …`");
  try {
    const plain = document.toJS({ maxAliasCount: MOST_ALIASES }) as Readonly<Record<string, unknown>>;
    const fields = (contents as YAMLMap<ParsedNode, ParsedNode | null>).items.map(({ key, value }): MatterField => {
      const name = isScalar(key) ? String(key.value) : String(key);
      const [from, to] = (value ?? key).range ?? [0, 0];
      const at = lines.linePos(from);
      const words = text.slice(from, to);
      const place = {
        file,
        line: fenced.line + at.line - 1,
        column: at.col,
        length: words.split("\n")[0]?.length ?? 0,
      };
      return { key: name, value: Object.hasOwn(plain, name) ? plain[name] : undefined, words, place };
    });
    return { fields, findings };
  } catch (error) {
    return refuse(plainYamlMessage(error instanceof Error ? error.message : String(error)));
  }
}

function readTomlMatter(fenced: Fenced, file: string, refuse: Refuse): Matter {
  try {
    const lines = fenced.text.split("\n");
    const firstLine = tomlKeys(lines);
    const fields = Object.entries(parseToml(fenced.text)).map(([key, value]): MatterField => {
      const line = firstLine.get(key) ?? -1;
      const text = lines[line] ?? "";
      const column = text.indexOf("=") + 1;
      const words = text.slice(column).trim();
      const start = column + text.slice(column).search(/\S|$/) + 1;
      const place = { file, line: fenced.line + Math.max(line, 0), column: start, length: words.length };
      return { key, value: plainToml(value, fenced.text), words, place };
    });
    return { fields, findings: [] };
  } catch (error) {
    if (error instanceof RangeError) return refuse(plainYamlMessage(error.message));
    if (!(error instanceof TomlError)) throw error;
    const message = error.message.split("\n")[0] ?? error.message;
    return refuse(message, { file, line: fenced.line + error.line - 1, column: error.column });
  }
}

const TOML_NAME = /^[ \t]*(?:"([^"]*)"|'([^']*)'|\[{0,2}[ \t]*([\p{L}\p{N}_-]+))/u;

/** The line on which each key or table first stands, as far as it is written in one piece. */
function tomlKeys(lines: readonly string[]): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const [, double, single, bare] = TOML_NAME.exec(line) ?? [];
    const key = double ?? single ?? bare;
    if (key !== undefined && !keys.has(key)) keys.set(key, index);
  }
  return keys;
}

/**
 * TOML's own dates go back to the words they were: what they mean is decided in one place for all formats. Its parser
 * rolls 30 February over, so that this day is not in the text, and the one that is there is no day at all.
 */
function plainToml(value: unknown, text: string): unknown {
  if (value instanceof TomlDate) {
    const words = value.toISOString();
    return text.includes(words.slice(0, DAY_LENGTH)) ? words : (impossibleDay(text) ?? words);
  }
  if (Array.isArray(value)) return value.map((one) => plainToml(one, text));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainToml(inner, text)]));
  return value;
}

const DAY_LENGTH = "2024-02-30".length;

function impossibleDay(text: string): string | undefined {
  return text
    .match(/\d{4}-\d\d-\d\d/g)
    ?.find((day) => new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, DAY_LENGTH) !== day);
}
