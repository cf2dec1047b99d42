import { isAllowed } from "./characters.ts";

/** What entities a document has declared for itself, and how much they may still unfold. */
export interface Entities {
  declare(name: string, value: string): void;
  /** Text with its references resolved. */
  resolve(text: string): Resolved;
}

interface Resolved {
  readonly text: string;
  readonly trouble?: ReferenceTrouble;
}

/** What is wrong with a text's references: the first thing of its kind. */
export interface ReferenceTrouble {
  /** `undefined`: it stands for nothing. `malformed`: it is none, by the rules of XML. `bomb`: it unfolds without end. */
  readonly kind: "undefined" | "malformed" | "bomb";
  /** The reference, or the entity's name if it is undefined. */
  readonly name: string;
  readonly offset: number;
}

const PREDEFINED: ReadonlyMap<string, string> = new Map(
  Object.entries({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }),
);
const REFERENCE = /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([^\s;&<#]+));|&/g;

/** More than a feed needs, less than hurts: what all references of a document together may unfold to, in UTF-16 units. */
const MOST_UNFOLDED = 1_000_000;
const DEEPEST = 8;

/** The graver of two troubles; of equal ones the first. */
function graver(
  first: ReferenceTrouble | undefined,
  second: ReferenceTrouble | undefined,
): ReferenceTrouble | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return first.kind === "undefined" && second.kind !== "undefined" ? second : first;
}

function numbered(digits: string, base: number): string | undefined {
  const codePoint = Number.parseInt(digits, base);
  return isAllowed(codePoint) ? String.fromCodePoint(codePoint) : undefined;
}

export function entities(): Entities {
  const declared = new Map<string, string>();
  let unfolded = 0;

  const unfold = (name: string, depth: number): "undefined" | "bomb" | Resolved => {
    const value = declared.get(name);
    if (value === undefined) return "undefined";
    unfolded += value.length;
    return depth > DEEPEST || unfolded > MOST_UNFOLDED ? "bomb" : resolve(value, depth + 1);
  };

  const resolve = (text: string, depth: number): Resolved => {
    let trouble: ReferenceTrouble | undefined;
    const told = (kind: ReferenceTrouble["kind"], name: string, offset: number): string => {
      trouble = graver(trouble, { kind, name, offset });
      return "";
    };
    const byName = (name: string, offset: number): string => {
      const inner = unfold(name, depth);
      if (inner === "undefined" || inner === "bomb") return told(inner, name, offset);
      if (inner.trouble !== undefined) told(inner.trouble.kind, inner.trouble.name, offset);
      return inner.text;
    };
    const replaced = (whole: string, hex?: string, decimal?: string, name?: string, offset = 0): string => {
      const number = hex ?? decimal;
      if (number !== undefined)
        return numbered(number, hex === undefined ? 10 : 16) ?? told("malformed", whole, offset);
      if (name === undefined) return told("malformed", "&", offset);
      return PREDEFINED.get(name) ?? byName(name, offset);
    };
    const resolved = text.replace(REFERENCE, replaced);
    return { text: resolved, ...(trouble !== undefined && { trouble }) };
  };

  return {
    // The first declaration of a name is the one that counts (XML 1.0, 4.2).
    declare: (name, value) => {
      if (!declared.has(name)) declared.set(name, value);
    },
    resolve: (text) => (text.includes("&") ? resolve(text, 0) : { text }),
  };
}
