import { NAME } from "./characters.ts";

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
const QUOTE_OR_END = /["'>]/g;

/** The offset of the `>` that ends the tag beginning at `from`, or -1 if it is not in the text. */
export function tagEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    QUOTE_OR_END.lastIndex = at;
    const found = QUOTE_OR_END.exec(text);
    if (found === null) return -1;
    if (found[0] === ">") return found.index;
    const closing = text.indexOf(found[0], found.index + 1);
    if (closing < 0) return -1;
    at = closing + 1;
  }
}

/** Most tags have no attributes: they share one set, which stays empty. */
const NONE: Set<string> = new Set();

/** Reads the start tag that fills the text, from `<` to `>`. */
export function tagIn(text: string): RawTag | TagTrouble {
  OPENING.lastIndex = 0;
  const name = OPENING.exec(text)?.[1];
  if (name === undefined) return { detail: "“<” begins no element's name here", offset: 0 };
  const attributes: RawAttribute[] = [];
  let names = NONE;
  let at = OPENING.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (found === null) break;
    const [whole, , attribute = "", double, single] = found;
    const value = double ?? single ?? "";
    if (names.has(attribute)) return { detail: `the attribute “${attribute}” is given twice`, offset: at + 1 };
    if (value.includes("<")) return { detail: `the attribute “${attribute}” has “<” in its value`, offset: at + 1 };
    if (names === NONE) names = new Set();
    names.add(attribute);
    attributes.push({ name: attribute, value, offset: at + whole.length - 1 - value.length });
    at = ATTRIBUTE.lastIndex;
  }
  const rest = text.slice(at).trimStart();
  if (rest === ">" || rest === "/>") return { name, attributes, empty: rest === "/>" };
  return { detail: `the tag <${name}> is not written as XML asks`, offset: at };
}
