import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument, type YAMLMap } from "yaml";
import { finding } from "../finding.ts";
import type { Fenced } from "./fence.ts";
import { type Matter, type MatterField, refused } from "./matter-fields.ts";
import { withoutEnd } from "./plain-yaml.ts";
import { mendedYamlLine } from "./yaml-repair.ts";

/** More aliases than this are a bomb, not a document. */
const MOST_ALIASES = 20;
/** Who makes more mistakes than this wants to hear of them. */
const MOST_REPAIRS = 8;

interface Parsed {
  readonly document: ReturnType<typeof parseDocument<ParsedNode>>;
  readonly lines: LineCounter;
  readonly text: string;
}

interface Trouble {
  /** Index of the line, from 0. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly mendable: boolean;
}

/**
 * Reads YAML by the core schema of YAML 1.2: dates stay words, `no` is a word too, tags create nothing. Values that only
 * need quotation marks are read as if they had them, line by line as the parser stumbles, and each is reported.
 */
export function readYaml(fenced: Fenced, file: string): Matter {
  const rows = fenced.text.split("\n");
  const repaired = new Map<number, string>();
  let parsed = parse(fenced.text);
  const first = troubleOf(parsed);
  for (let trouble = first; trouble !== undefined; trouble = troubleOf(parsed)) {
    const mended = trouble.mendable ? mendedYamlLine(rows[trouble.line] ?? "") : undefined;
    if (mended === undefined || repaired.size === MOST_REPAIRS || repaired.has(trouble.line)) {
      const { line, column, message } = first ?? trouble;
      return refused({ file, line: fenced.line + line, column }, message);
    }
    repaired.set(trouble.line, mended.field);
    rows[trouble.line] = mended.line;
    parsed = parse(rows.join("\n"));
  }
  const findings = [...repaired].map(([line, field]) =>
    finding("matter/repaired", { file, line: fenced.line + line }, { field }),
  );
  const read = fieldsOf(parsed, fenced, file);
  const written = fenced.text.split("\n");
  const fields = read.fields.map((field): MatterField => {
    const { line = 0, column = 1 } = field.place;
    if (!repaired.has(line - fenced.line)) return field;
    const words = written[line - fenced.line]?.slice(column - 1).trim() ?? "";
    return { ...field, words, place: { ...field.place, length: words.length } };
  });
  return { fields, findings: [...findings, ...read.findings] };
}

function parse(text: string): Parsed {
  const lines = new LineCounter();
  const options = { lineCounter: lines, schema: "core", prettyErrors: false, logLevel: "error" } as const;
  const document = parseDocument<ParsedNode>(text, options);
  return { document, lines, text };
}

function troubleOf({ document, lines, text }: Parsed): Trouble | undefined {
  // A warning is a tag that nobody knows: `!Important` would lose its word.
  const [problem] = [...document.errors, ...document.warnings];
  if (problem === undefined) return unresolvedAlias(text, document);
  const { line, col } = lines.linePos(problem.pos[0]);
  const message = problem.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "";
  return { line: line - 1, column: col, message, mendable: problem.code !== "DUPLICATE_KEY" };
}

const STARRED = /^[^:\n]*:[ \t]+\*/m;

/** `title: *Breaking` refers to something named `Breaking`, which only shows when it is looked up. */
function unresolvedAlias(text: string, document: Parsed["document"]): Trouble | undefined {
  const starred = STARRED.exec(text);
  if (starred === null) return undefined;
  try {
    document.toJS({ maxAliasCount: MOST_ALIASES });
    return undefined;
  } catch (error) {
    const message = messageOf(error);
    if (!message.startsWith("Unresolved alias")) return undefined;
    const line = text.slice(0, starred.index).split("\n").length - 1;
    return { line, column: 1, message, mendable: true };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fieldsOf({ document, lines, text }: Parsed, fenced: Fenced, file: string): Matter {
  const { contents } = document;
  const whole = { file, line: fenced.line - 1 };
  if (contents === null) return { fields: [], findings: [] };
  if (!isMap(contents)) return refused(whole, "front matter must be a list of fields such as `title: …`");
  try {
    const plain = document.toJS({ maxAliasCount: MOST_ALIASES }) as Readonly<Record<string, unknown>>;
    const fields = (contents as YAMLMap<ParsedNode, ParsedNode | null>).items.map(({ key, value }): MatterField => {
      const name = isScalar(key) ? String(key.value) : String(key);
      const [from, to] = (value ?? key).range ?? [0, 0];
      const at = lines.linePos(from);
      const words = withoutEnd(text.slice(from, to).split("\n").map(withoutEnd).join("\n"));
      const length = words.split("\n")[0]?.length ?? 0;
      const place = { file, line: fenced.line + at.line - 1, column: at.col, length };
      return { key: name, value: Object.hasOwn(plain, name) ? plain[name] : undefined, words, place };
    });
    return { fields, findings: [] };
  } catch (error) {
    return refused(whole, messageOf(error));
  }
}
