/** A front matter block, cut off by hand: what stands between the fences is data and never run. */
export interface Fenced {
  readonly kind: "yaml" | "toml" | "foreign";
  /** What stands behind the opening fence: `js` in `---js`. */
  readonly tag: string;
  readonly text: string;
  /** The line of the file at which `text` begins, from 1. */
  readonly line: number;
  readonly closed: boolean;
  /** What ends it. */
  readonly fence: string;
}

export interface Split {
  readonly matter?: Fenced;
  /** Everything behind the front matter. */
  readonly body: string;
  /** Its lines. */
  readonly rows: readonly string[];
  /** The line of the file at which the body begins, from 1. */
  readonly bodyLine: number;
}

const FENCE = /^(---|\+\+\+|;;;)[ \t]*([a-zA-Z]*)[ \t]*$/;
/** Front matter in JSON, as Hugo takes it: an object in front of everything, or between fences of its own. */
const OBJECT = /^\{\s*"[^"\n]{1,60}"\s*:/;
const YAML_KEY = /^(?:["']?[\p{L}_][\p{L}\p{N}_ .:-]{0,60}["']?[ \t]*:(?:[ \t]|$)|#|\{|- |%|&|!)/u;
const TOML_KEY = /^(?:["']?[\p{L}_][\p{L}\p{N}_.-]{0,60}["']?[ \t]*=|#|\[)/u;

/**
 * Splits front matter from a file's text. Blank lines before it are let pass (exports have them); a `---` that is a
 * rule in running text is not taken for a fence: what follows must look like a key. `lines` are those of the text.
 */
export function splitMatter(text: string, lines: readonly string[] = text.split("\n")): Split {
  const first = lines.findIndex((line) => line.trim() !== "");
  const opening = FENCE.exec(lines[first] ?? "");
  const whole: Split = { body: text, rows: lines, bodyLine: 1 };
  if (first !== -1 && lines[first]?.startsWith("{")) return splitObject(text, lines, first) ?? whole;
  if (opening === null) return whole;
  const [, fence = "", tag = ""] = opening;
  const kind = fenceKind(fence, tag);
  const end = lines.findIndex((line, index) => index > first && closes(line.trimEnd(), fence));
  const inside = lines.slice(first + 1, end === -1 ? undefined : end);
  if (!looksLikeMatter(inside, kind, end !== -1)) return whole;
  const matter: Fenced = { kind, tag, text: inside.join("\n"), line: first + 2, closed: end !== -1, fence };
  if (end === -1) return { matter, ...NO_BODY, bodyLine: lines.length + 1 };
  return { matter, body: text.slice(offsetOf(lines, end + 1)), rows: lines.slice(end + 1), bodyLine: end + 2 };
}

const NO_BODY: Pick<Split, "body" | "rows"> = { body: "", rows: [""] };

/** Splits an object of JSON from the text that it begins: YAML's parser reads it as well. */
function splitObject(text: string, lines: readonly string[], first: number): Split | undefined {
  const from = offsetOf(lines, first);
  if (!OBJECT.test(text.slice(from, from + 200))) return undefined;
  const end = objectEnd(text, from);
  const closed = end !== -1;
  const inside = text.slice(from, closed ? end : undefined);
  const matter: Fenced = { kind: "yaml", tag: "json", text: inside, line: first + 1, closed, fence: "}" };
  if (!closed) return { matter, ...NO_BODY, bodyLine: lines.length + 1 };
  const body = text.slice(end);
  return { matter, body, rows: body.split("\n"), bodyLine: first + inside.split("\n").length };
}

/** The offset behind the brace that closes the one at an offset, or -1. */
function objectEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = stringEnd(text, at);
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

/** The offset of the quotation mark that ends a string. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

/** Where a line begins in the text. */
function offsetOf(lines: readonly string[], index: number): number {
  let offset = 0;
  for (let at = 0; at < index; at += 1) offset += (lines[at]?.length ?? 0) + 1;
  return offset;
}

/** YAML's parser reads JSON as well. */
function fenceKind(fence: string, tag: string): Fenced["kind"] {
  if (tag === "") return fence === "+++" ? "toml" : "yaml";
  if (/^toml$/i.test(tag)) return "toml";
  return /^(?:ya?ml|json)$/i.test(tag) ? "yaml" : "foreign";
}

function closes(line: string, fence: string): boolean {
  return line === fence || (fence === "---" && line === "...");
}

function looksLikeMatter(inside: readonly string[], kind: Fenced["kind"], closed: boolean): boolean {
  if (kind === "foreign") return closed;
  const first = inside.find((line) => line.trim() !== "");
  if (first === undefined) return closed;
  return (kind === "yaml" ? YAML_KEY : TOML_KEY).test(first.trimStart());
}
