import { isMap, isNode, isPair, isScalar, LineCounter, type Node, type Pair, parseDocument } from "yaml";

import { type Finding, finding, type Place } from "../finding.ts";
import { doubledKey, plainYamlMessage } from "./doubled-key.ts";

/** A path into a file's data: `["authors", 0, "name"]`. */
export type DataPath = readonly PropertyKey[];

/** A YAML file's data, and where each piece of it stands. */
export interface YamlFile {
  readonly file: string;
  /** Plain data; `undefined` where the file is empty or cannot be understood. */
  readonly data: unknown;
  readonly findings: readonly Finding[];
  /** A value as it is written; `undefined` where it is a list, a map or nothing. */
  readonly sourceAt: (path: DataPath) => string | undefined;
  /** Where a value stands; of the nearest thing around it where it is not there itself. */
  readonly valueAt: (path: DataPath) => Place;
  /** Where a field's name stands. */
  readonly keyAt: (path: DataPath) => Place;
}

/** Reads YAML 1.2. Broken syntax, duplicate keys and a second document are findings; tags never run anything. */
export function readYaml(file: string, written: string): YamlFile {
  const lines = new LineCounter();
  const text = written.replace(/^\uFEFF/, "");
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
    uniqueKeys: false,
  });
  const place = (start: number, end: number): Place => {
    const { line, col } = lines.linePos(start);
    const lineEnd = (lines.lineStarts[line] ?? Number.POSITIVE_INFINITY) - 1;
    return { file, line, column: col, length: Math.max(1, Math.min(end, lineEnd) - start) };
  };
  const doubled = document.errors.length > 0 ? undefined : doubledKey(document.contents);
  const findings = [...document.errors, ...document.warnings].map(
    ({ pos, message }): Finding => finding("publication/syntax", place(pos[0], pos[1]), { message: plain(message) }),
  );
  if (doubled !== undefined) {
    const [start = 0, end = 0] = doubled.range ?? [];
    findings.push(finding("publication/syntax", place(start, end), { message: "Map keys must be unique" }));
  }
  // What decoding as UTF-8 puts in the place of other bytes.
  const foreign = text.indexOf("\uFFFD");
  if (foreign !== -1) findings.unshift(finding("publication/encoding", place(foreign, foreign + 1), {}));
  const placeOf = (node: unknown): Place =>
    isNode(node) && node.range ? place(node.range[0], node.range[1]) : { file };
  const data = findings.length > 0 ? undefined : plainData(document, file);
  return {
    file,
    data: data?.value,
    findings: data?.trouble === undefined ? findings : [data.trouble],
    sourceAt: (path) => {
      const { value } = pieces(document.contents, path, true);
      return isScalar(value) && value.range ? text.slice(value.range[0], value.range[1]) : undefined;
    },
    valueAt: (path) => placeOf(pieces(document.contents, path).value),
    keyAt: (path) => placeOf(pieces(document.contents, path).key),
  };
}

/** Some YAML says the same thing a billion times over (aliases of aliases): the parser stops that, and we say so. */
function plainData(
  document: { readonly toJS: () => unknown },
  file: string,
): { readonly value?: unknown; readonly trouble?: Finding } {
  try {
    return { value: document.toJS() };
  } catch (error) {
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    return { trouble: finding("publication/syntax", { file, line: 1, column: 1 }, { message: plain(error.message) }) };
  }
}

/** Walks as far along a path as there is something; with `whole`, only to its very end. */
function pieces(
  contents: Node | null,
  path: DataPath,
  whole = false,
): { readonly key: unknown; readonly value: unknown } {
  let here: { readonly key: unknown; readonly value: unknown } = { key: contents, value: contents };
  for (const step of path) {
    const next = stepInto(here.value, step);
    if (next === undefined) return whole ? { key: undefined, value: undefined } : here;
    here = next;
  }
  return here;
}

function stepInto(node: unknown, step: PropertyKey): { readonly key: unknown; readonly value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item: Pair) => isPair(item) && String(item.key) === String(step));
    // A field without a value has no node of its own: its name stands for it.
    return pair && { key: pair.key, value: pair.value ?? pair.key };
  }
  const item = isNode(node) && "items" in node && Array.isArray(node.items) ? node.items[Number(step)] : undefined;
  return item === undefined ? undefined : { key: item, value: item };
}

/** The parser's message as a sentence without its own stop. */
function plain(message: string): string {
  return plainYamlMessage(message).replace(/\s+/g, " ").trim().replace(/[.:]$/, "");
}
