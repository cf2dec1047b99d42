import { fieldOf } from "./keys.ts";

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

const FENCE = /^(---|\+\+\+)[ \t]*([a-zA-Z]*)$/;
const YAML_KEY = /^(?:["']?[\p{L}_][\p{L}\p{N}_ .:-]{0,60}["']?[ \t]*:(?:[ \t]|$)|#|\{|- |%|&|!)/u;
const TOML_KEY = /^(?:["']?[\p{L}_][\p{L}\p{N}_.-]{0,60}["']?[ \t]*=|#|\[)/u;
/** Below a key: what is indented, the items of a list, the end of a list or object that spans lines. */
const BELOW_KEY = /^(?:[ \t]|- |-$|[\]}])/;

/**
 * Splits front matter from a file's text. Blank lines before it are let pass (exports have them); a `---` that is a
 * rule in running text is not taken for a fence: what follows must look like keys. JSON between `---json` and `---` is
 * YAML too (YAML 1.2, section 1.3).
 */
export function splitMatter(text: string): Split {
  const start = text.search(/\S/);
  const whole: Split = { body: text, bodyLine: 1 };
  if (start === -1 || (text[start] !== "-" && text[start] !== "+")) return whole;
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const opening = FENCE.exec(lines[first]?.trimEnd() ?? "");
  if (opening === null) return whole;
  const [, fence = "", tag = ""] = opening;
  const kind = fenceKind(fence, tag);
  const end = lines.findIndex((line, index) => index > first && closes(line.trimEnd(), fence));
  const inside = lines.slice(first + 1, end === -1 ? undefined : end);
  if (!looksLikeMatter(inside, kind, end !== -1)) return whole;
  const matter: Fenced = { kind, tag, text: inside.join("\n"), line: first + 2, closed: end !== -1 };
  if (end === -1) return { matter, body: "", bodyLine: lines.length + 1 };
  return { matter, body: lines.slice(end + 1).join("\n"), bodyLine: end + 2 };
}

function fenceKind(fence: string, tag: string): Fenced["kind"] {
  const named = tag.toLowerCase();
  if (named === "toml" || (named === "" && fence === "+++")) return "toml";
  return fence === "---" && ["", "yaml", "yml", "json"].includes(named) ? "yaml" : "foreign";
}

function closes(line: string, fence: string): boolean {
  return line === fence || (fence === "---" && line === "...");
}

function looksLikeMatter(inside: readonly string[], kind: Fenced["kind"], closed: boolean): boolean {
  if (kind === "foreign") return closed;
  const key = kind === "yaml" ? YAML_KEY : TOML_KEY;
  const first = inside.findIndex((line) => line.trim() !== "");
  if (first === -1) return closed;
  if (!key.test(inside[first]?.trimStart() ?? "")) return false;
  // "LONDON: The minister said …" below a rule is no front matter that somebody forgot to close.
  return closed || keysOnly(inside.slice(first), key);
}

/** Whether the lines up to the first blank one are keys with what belongs to them, one of them a key that we know. */
function keysOnly(inside: readonly string[], key: RegExp): boolean {
  const blank = inside.findIndex((line) => line.trim() === "");
  const block = inside.slice(0, blank === -1 ? undefined : blank);
  return (
    block.every((line) => key.test(line) || BELOW_KEY.test(line)) &&
    block.some((line) => fieldOf(line.split(/[:=]/, 1)[0] ?? "") !== undefined)
  );
}
