import { ASCII_NAME, NAME } from "./characters.ts";

/** A start tag as it was written, before namespaces and references. */
export interface RawTag {
  readonly name: string;
  readonly attributes: readonly RawAttribute[];
  readonly empty: boolean;
}

interface RawAttribute {
  readonly name: string;
  readonly value: string;
  /** Where the value begins, counted from the tag's `<`. */
  readonly offset: number;
}

/** What is wrong with a tag, and where from its `<`. */
export interface TagTrouble {
  readonly detail: string;
  readonly offset: number;
}

const OPENING = new RegExp(`<(${NAME})`, "uy");
const ATTRIBUTE = new RegExp(`(\\s+)(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "uy");
// As programs write tags. What these don't take is looked at by the ones above, which take several times as long.
const PLAIN_TAG = new RegExp(`^<(${ASCII_NAME})(/?)>$`);
const PLAIN_OPENING = new RegExp(`<(${ASCII_NAME})(?=[ \\n])`, "y");
const PLAIN_ATTRIBUTE = new RegExp(`[ \\n](${ASCII_NAME})="([^"]*)"`, "y");

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const GREATER = 0x3e;

/** The offset of the `>` that ends the tag beginning at `from`, or -1 if it is not in the text. */
export function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === GREATER) return at;
    if (character === QUOTE || character === APOSTROPHE) {
      at = text.indexOf(character === QUOTE ? '"' : "'", at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** Most tags have no attributes: they share one set, which stays empty. */
const NONE: Set<string> = new Set();
const NO_ATTRIBUTES: readonly RawAttribute[] = [];

/** Reads the start tag that fills the text, from `<` to `>`. */
export function tagIn(text: string): RawTag | TagTrouble {
  const plain = PLAIN_TAG.exec(text);
  if (plain !== null) return { name: plain[1] ?? "", attributes: NO_ATTRIBUTES, empty: plain[2] === "/" };
  const opening = matched(PLAIN_OPENING, text, 0) ?? matched(OPENING, text, 0);
  if (opening === undefined) return { detail: "“<” begins no element's name here", offset: 0 };
  const [whole, name = ""] = opening;
  return attributesIn(text, name, whole.length);
}

function matched(form: RegExp, text: string, at: number): RegExpExecArray | undefined {
  form.lastIndex = at;
  return form.exec(text) ?? undefined;
}

function attributesIn(text: string, tag: string, from: number): RawTag | TagTrouble {
  const attributes: RawAttribute[] = [];
  let names = NONE;
  let at = from;
  for (let found = attributeAt(text, at); found !== undefined; found = attributeAt(text, at)) {
    const { name, value, length } = found;
    if (names.has(name)) return { detail: `the attribute “${name}” is given twice`, offset: at + 1 };
    if (value.includes("<")) return { detail: `the attribute “${name}” has “<” in its value`, offset: at + 1 };
    if (names === NONE) names = new Set();
    names.add(name);
    at += length;
    attributes.push({ name, value, offset: at - 1 - value.length });
  }
  const rest = text.slice(at).trimStart();
  if (rest === ">" || rest === "/>") return { name: tag, attributes, empty: rest === "/>" };
  return { detail: `the tag <${tag}> is not written as XML asks`, offset: at };
}

interface Written {
  readonly name: string;
  readonly value: string;
  /** Of the attribute, with the space before it. */
  readonly length: number;
}

function attributeAt(text: string, at: number): Written | undefined {
  const plain = matched(PLAIN_ATTRIBUTE, text, at);
  if (plain !== undefined) return { name: plain[1] ?? "", value: plain[2] ?? "", length: plain[0].length };
  const found = matched(ATTRIBUTE, text, at);
  if (found === undefined) return undefined;
  const [whole, , name = "", double, single] = found;
  return { name, value: double ?? single ?? "", length: whole.length };
}
