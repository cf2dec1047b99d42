import type { Entities } from "./entities.ts";

const EXTERNAL =
  /^<!DOCTYPE\s+[^\s[>]+\s*(?:PUBLIC\s+(?:"([^"]*)"|'([^']*)')\s*(?:"([^"]*)"|'([^']*)')?|SYSTEM\s+(?:"([^"]*)"|'([^']*)'))?/i;
const ENTITY = /<!ENTITY\s+([^\s%"'<>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/** The offset of the `>` that ends a document type declaration, or -1. Quotes and brackets may hold others. */
export function doctypeEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === '"' || character === "'") {
      at = text.indexOf(character, at + 1);
      if (at < 0) return -1;
    } else if (character === "[") depth += 1;
    else if (character === "]") depth -= 1;
    else if (character === ">" && depth <= 0) return at;
  }
  return -1;
}

/** Reads the identifiers of a document type and declares its internal entities. External ones are never fetched. */
export function readDoctype(text: string, entities: Entities): { publicId: string; systemId: string } {
  for (const [, name = "", double, single] of text.matchAll(ENTITY)) entities.declare(name, double ?? single ?? "");
  const [, publicDouble, publicSingle, afterDouble, afterSingle, systemDouble, systemSingle] =
    EXTERNAL.exec(text) ?? [];
  return {
    publicId: publicDouble ?? publicSingle ?? "",
    systemId: afterDouble ?? afterSingle ?? systemDouble ?? systemSingle ?? "",
  };
}
