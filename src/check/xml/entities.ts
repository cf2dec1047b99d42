import { isAllowed } from "./characters.ts";

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

/** What entities a document has declared for itself, and how much they may still unfold. */
export class Entities {
  private readonly declared = new Map<string, string>();
  private unfolded = 0;

  /** The first declaration of a name is the one that counts (XML 1.0, 4.2). */
  declare(name: string, value: string): void {
    if (!this.declared.has(name)) this.declared.set(name, value);
  }

  /** Text with its references resolved. */
  resolve(text: string): Resolved {
    return text.includes("&") ? this.resolved(text, 0) : { text };
  }

  private resolved(text: string, depth: number): Resolved {
    const parts: string[] = [];
    let trouble: ReferenceTrouble | undefined;
    let from = 0;
    for (const reference of text.matchAll(REFERENCE)) {
      const { index } = reference;
      const meant = this.meant(reference, depth);
      parts.push(text.slice(from, index), typeof meant === "string" ? meant : meant.text);
      if (typeof meant !== "string") trouble = graver(trouble, meant.trouble && { ...meant.trouble, offset: index });
      from = index + reference[0].length;
    }
    parts.push(text.slice(from));
    return { text: parts.join(""), ...(trouble !== undefined && { trouble }) };
  }

  /** What a reference stands for, or what is wrong with it. */
  private meant([whole, hex, decimal, name]: RegExpExecArray, depth: number): string | Resolved {
    const number = hex ?? decimal;
    if (number !== undefined) return numbered(number, hex === undefined ? 10 : 16) ?? wrong("malformed", whole);
    if (name === undefined) return wrong("malformed", "&");
    return PREDEFINED.get(name) ?? this.unfold(name, depth);
  }

  private unfold(name: string, depth: number): Resolved {
    const value = this.declared.get(name);
    if (value === undefined) return wrong("undefined", name);
    this.unfolded += value.length;
    return depth > DEEPEST || this.unfolded > MOST_UNFOLDED ? wrong("bomb", name) : this.resolved(value, depth + 1);
  }
}

function wrong(kind: ReferenceTrouble["kind"], name: string): Resolved {
  return { text: "", trouble: { kind, name, offset: 0 } };
}
