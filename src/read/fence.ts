/** A front matter block, cut off by hand: what stands between the fences is data and never run. */
export interface Fenced {
  readonly kind: "yaml" | "toml" | "foreign";
  /** What stands behind the opening fence: `js` in `---js`. */
  readonly tag: string;
  readonly text: string;
  /** The line of the file at which `text` begins, from 1. */
  readonly line: number;
  readonly closed: boolean;
}

export interface Split {
  readonly matter?: Fenced;
  /** Everything behind the front matter. */
  readonly body: string;
  /** The line of the file at which the body begins, from 1. */
  readonly bodyLine: number;
}

const FENCE = /^(---|\+\+\+)[ \t]*([a-zA-Z]*)[ \t]*$/;
const YAML_KEY = /^(?:["']?[\p{L}_][\p{L}\p{N}_ .:-]{0,60}["']?[ \t]*:(?:[ \t]|$)|#|\{|- |%|&|!)/u;
const TOML_KEY = /^(?:["']?[\p{L}_][\p{L}\p{N}_.-]{0,60}["']?[ \t]*=|#|\[)/u;

/**
 * Splits front matter from a file's text. Blank lines before it are let pass (exports have them); a `---` that is a
 * rule in running text is not taken for a fence: what follows must look like a key. `lines` are those of the text.
 */
export function splitMatter(text: string, lines: readonly string[] = text.split("\n")): Split {
  const first = lines.findIndex((line) => line.trim() !== "");
  const opening = FENCE.exec(lines[first] ?? "");
  const whole: Split = { body: text, bodyLine: 1 };
  if (opening === null) return whole;
  const [, fence = "", tag = ""] = opening;
  const kind = fenceKind(fence, tag);
  const end = lines.findIndex((line, index) => index > first && closes(line.trimEnd(), fence));
  const inside = lines.slice(first + 1, end === -1 ? undefined : end);
  if (!looksLikeMatter(inside, kind, end !== -1)) return whole;
  const matter: Fenced = { kind, tag, text: inside.join("\n"), line: first + 2, closed: end !== -1 };
  if (end === -1) return { matter, body: "", bodyLine: lines.length + 1 };
  return { matter, body: text.slice(offsetOf(lines, end + 1)), bodyLine: end + 2 };
}

/** Where a line begins in the text. */
function offsetOf(lines: readonly string[], index: number): number {
  let offset = 0;
  for (let at = 0; at < index; at += 1) offset += (lines[at]?.length ?? 0) + 1;
  return offset;
}

function fenceKind(fence: string, tag: string): Fenced["kind"] {
  if (fence === "+++") return tag === "" || tag.toLowerCase() === "toml" ? "toml" : "foreign";
  return tag === "" || /^ya?ml$/i.test(tag) ? "yaml" : "foreign";
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
