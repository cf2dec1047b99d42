import { isAllowed } from "./characters.ts";

/** What entities a document has declared for itself, and how much they may still unfold. */
export interface Entities {
  declare(name: string, value: string): void;
  /** Text with its references resolved. */
  resolve(text: string): Resolved;
}

export interface Resolved {
  readonly text: string;
  /** A reference that stands for nothing. */
  readonly undefined?: string;
  readonly offset?: number;
  /** A reference that is not one, by the rules of XML. */
  readonly malformed?: string;
  /** The references unfold without end, or nearly so. */
  readonly bomb?: boolean;
}

const PREDEFINED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([^\s;&<#]+));|&/g;

/** More than a feed needs, less than hurts: what all references of a document together may unfold to, in UTF-16 units. */
const MOST_UNFOLDED = 1_000_000;
const DEEPEST = 8;

export function entities(): Entities {
  const declared = new Map<string, string>();
  let unfolded = 0;

  const resolve = (text: string, depth: number): Resolved => {
    if (!text.includes("&")) return { text };
    let trouble: Omit<Resolved, "text"> = {};
    const resolved = text.replace(
      REFERENCE,
      (whole, hex?: string, decimal?: string, name?: string, offset?: number) => {
        if (hex !== undefined || decimal !== undefined) {
          const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
          if (isAllowed(codePoint)) return String.fromCodePoint(codePoint);
          trouble = { malformed: whole, offset: offset ?? 0, ...trouble };
          return "";
        }
        if (name === undefined) {
          trouble = { malformed: "&", offset: offset ?? 0, ...trouble };
          return "";
        }
        const predefined = PREDEFINED[name];
        if (predefined !== undefined) return predefined;
        const value = declared.get(name);
        if (value === undefined) {
          trouble = { undefined: name, offset: offset ?? 0, ...trouble };
          return "";
        }
        unfolded += value.length;
        if (depth > DEEPEST || unfolded > MOST_UNFOLDED) {
          trouble = { bomb: true, offset: offset ?? 0, ...trouble };
          return "";
        }
        const inner = resolve(value, depth + 1);
        if (inner.bomb) trouble = { bomb: true, offset: offset ?? 0, ...trouble };
        return inner.text;
      },
    );
    return { text: resolved, ...trouble };
  };

  return {
    // The first declaration of a name is the one that counts (XML 1.0, 4.2).
    declare: (name, value) => {
      if (!declared.has(name)) declared.set(name, value);
    },
    resolve: (text) => resolve(text, 0),
  };
}
