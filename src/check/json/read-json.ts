import type { Position } from "../reporter.ts";
import { linesFrom } from "../xml/lines.ts";

/** A value of JSON and where it begins. */
export type JsonNode =
  | { readonly kind: "object"; readonly at: Position; readonly members: readonly JsonMember[] }
  | { readonly kind: "array"; readonly at: Position; readonly items: readonly JsonNode[] }
  | { readonly kind: "string"; readonly at: Position; readonly value: string }
  | { readonly kind: "number"; readonly at: Position; readonly value: number }
  | { readonly kind: "boolean"; readonly at: Position; readonly isTrue: boolean }
  | { readonly kind: "null"; readonly at: Position };

export interface JsonMember {
  readonly name: string;
  readonly at: Position;
  readonly node: JsonNode;
}

export interface JsonTrouble {
  readonly detail: string;
  readonly at: Position;
}

const DEEPEST = 200;
const SPACE = /[ \t\n\r]*/y;
const STRING = /"[ !#-[\]-\u{10FFFF}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\u{10FFFF}]*)*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** Reads JSON (RFC 8259), keeping positions. */
export function readJson(text: string): JsonNode | JsonTrouble {
  const lines = linesFrom();
  let at = 0;
  let trouble: JsonTrouble | undefined;

  const move = (to: number): void => {
    lines.pass(text, at, to);
    at = to;
  };
  const matched = (form: RegExp): string | undefined => {
    form.lastIndex = at;
    const found = form.exec(text)?.[0];
    if (found !== undefined) move(form.lastIndex);
    return found;
  };
  const taken = (character: string): boolean => {
    matched(SPACE);
    if (text[at] !== character) return false;
    move(at + 1);
    return true;
  };
  const fail = (detail: string): undefined => {
    trouble ??= { detail, at: lines.here() };
    return undefined;
  };

  /** What stands between brackets, with commas between. */
  const listed = (closing: string, element: () => boolean): boolean => {
    if (taken(closing)) return true;
    do {
      matched(SPACE);
      if (text[at] === closing) fail("a comma stands before the end");
      if (trouble !== undefined || !element()) return false;
    } while (taken(","));
    if (taken(closing)) return true;
    fail(at >= text.length ? `the file ends before “${closing}”` : `“,” or “${closing}” is missing`);
    return false;
  };

  const object = (start: Position, depth: number): JsonNode | undefined => {
    const members: JsonMember[] = [];
    const isWhole = listed("}", () => {
      const here = lines.here();
      const name = matched(STRING);
      if (name === undefined) fail("a name in double quotes is missing");
      else if (!taken(":")) fail("“:” is missing after a name");
      const node = trouble === undefined ? value(depth + 1) : undefined;
      if (node !== undefined) members.push({ name: String(JSON.parse(name ?? '""')), at: here, node });
      return node !== undefined;
    });
    return isWhole ? { kind: "object", at: start, members } : undefined;
  };

  const array = (start: Position, depth: number): JsonNode | undefined => {
    const items: JsonNode[] = [];
    const isWhole = listed("]", () => {
      const node = value(depth + 1);
      if (node !== undefined) items.push(node);
      return node !== undefined;
    });
    return isWhole ? { kind: "array", at: start, items } : undefined;
  };

  const simple = (start: Position): JsonNode | undefined => {
    const string = matched(STRING);
    if (string !== undefined) return { kind: "string", at: start, value: String(JSON.parse(string)) };
    const number = matched(NUMBER);
    if (number !== undefined) return { kind: "number", at: start, value: Number(number) };
    const word = matched(WORD);
    if (word === "null") return { kind: "null", at: start };
    if (word !== undefined) return { kind: "boolean", at: start, isTrue: word === "true" };
    return fail(text[at] === '"' ? "a string holds a line break, a control or a wrong escape" : "a value is missing");
  };

  const value = (depth: number): JsonNode | undefined => {
    if (depth > DEEPEST) return fail(`values are nested more than ${DEEPEST} deep`);
    matched(SPACE);
    const start = lines.here();
    if (taken("{")) return object(start, depth);
    return taken("[") ? array(start, depth) : simple(start);
  };

  const root = value(0);
  matched(SPACE);
  if (trouble === undefined && at < text.length) fail("something stands after the end");
  return trouble ?? root ?? { detail: "there is nothing in it", at: lines.here() };
}
