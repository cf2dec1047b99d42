import type { Position } from "../reporter.ts";

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
// No string holds a line break; by UTF-16 units, which take a third of the time of code points.
const STRING = /"[ !#-[\]-\uFFFF]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uFFFF]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const BLANK = "[ \\t\\n\\r]*";
const MEMBER = `${BLANK}${STRING.source}${BLANK}:${BLANK}(?:${STRING.source}|${NUMBER.source}|${WORD.source})${BLANK}`;
/** An object of a few values that are neither objects nor arrays, such as nearly all that others bring. */
const SHALLOW = new RegExp(`\\{${MEMBER}(?:,${MEMBER}){0,30}\\}`, "y");

const [TAB, LINE_FEED, RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20];

/** A string, whose escapes are resolved when somebody asks what it says: of most nobody does. */
class Text {
  readonly kind = "string";
  readonly at: Position;
  readonly #written: string;

  constructor(at: Position, written: string) {
    this.at = at;
    this.#written = written;
  }

  get value(): string {
    return said(this.#written);
  }
}

/** What a string in its quotes says. */
function said(written: string): string {
  return written.includes("\\") ? String(JSON.parse(written)) : written.slice(1, -1);
}

/** What stands for a value that is passed over, and all in it. */
const PASSED: JsonNode = { kind: "null", at: { line: 1, column: 1 } };

/**
 * Reads JSON (RFC 8259), keeping positions. What members hold that are passed over by their names is read for its form
 * alone, and comes as `null`: to keep it takes several times as long.
 */
export function readJson(text: string, isPassedOver: (name: string) => boolean = () => false): JsonNode | JsonTrouble {
  let at = 0;
  let line = 1;
  let lineStart = 0;
  let trouble: JsonTrouble | undefined;
  let isPassing = false;

  const here = (): Position => ({ line, column: at - lineStart + 1 });
  const matched = (form: RegExp): string | undefined => {
    form.lastIndex = at;
    if (!form.test(text)) return undefined;
    const found = text.slice(at, form.lastIndex);
    at = form.lastIndex;
    return found;
  };
  /** Moves over an object that is shallow. If it is not, or wrong, nothing happens. */
  const isShallow = (): boolean => {
    SHALLOW.lastIndex = at;
    if (!SHALLOW.test(text)) return false;
    for (let end = text.indexOf("\n", at); end !== -1 && end < SHALLOW.lastIndex; end = text.indexOf("\n", end + 1)) {
      line += 1;
      lineStart = end + 1;
    }
    at = SHALLOW.lastIndex;
    return true;
  };
  /** Lines end nowhere else than between values. */
  const skipSpace = (): void => {
    for (; at < text.length; at += 1) {
      const character = text.charCodeAt(at);
      if (character === LINE_FEED) {
        line += 1;
        lineStart = at + 1;
      } else if (character !== SPACE && character !== TAB && character !== RETURN) return;
    }
  };
  const taken = (character: string): boolean => {
    skipSpace();
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const fail = (detail: string): undefined => {
    trouble ??= { detail, at: here() };
    return undefined;
  };

  /** What stands between brackets, with commas between. */
  const listed = (closing: string, element: () => boolean): boolean => {
    if (taken(closing)) return true;
    do {
      skipSpace();
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
      const place = here();
      const name = matched(STRING);
      if (name === undefined) fail("a name in double quotes is missing");
      else if (!taken(":")) fail("“:” is missing after a name");
      const called = said(name ?? '""');
      const wasPassing = isPassing;
      isPassing ||= isPassedOver(called);
      const node = trouble === undefined ? value(depth + 1) : undefined;
      if (node !== undefined && !wasPassing) members.push({ name: called, at: place, node });
      isPassing = wasPassing;
      return node !== undefined;
    });
    if (!isWhole) return undefined;
    return isPassing ? PASSED : { kind: "object", at: start, members };
  };

  const array = (start: Position, depth: number): JsonNode | undefined => {
    const items: JsonNode[] = [];
    const isWhole = listed("]", () => {
      const node = value(depth + 1);
      if (node !== undefined && !isPassing) items.push(node);
      return node !== undefined;
    });
    if (!isWhole) return undefined;
    return isPassing ? PASSED : { kind: "array", at: start, items };
  };

  const simple = (start: Position): JsonNode | undefined => {
    const string = matched(STRING);
    if (string !== undefined) return isPassing ? PASSED : new Text(start, string);
    const number = matched(NUMBER);
    if (number !== undefined) return { kind: "number", at: start, value: Number(number) };
    const word = matched(WORD);
    if (word === "null") return { kind: "null", at: start };
    if (word !== undefined) return { kind: "boolean", at: start, isTrue: word === "true" };
    return fail(text[at] === '"' ? "a string holds a line break, a control or a wrong escape" : "a value is missing");
  };

  const value = (depth: number): JsonNode | undefined => {
    if (depth > DEEPEST) return fail(`values are nested more than ${DEEPEST} deep`);
    skipSpace();
    if (isPassing && depth < DEEPEST && text[at] === "{" && isShallow()) return PASSED;
    const start = here();
    if (taken("{")) return object(start, depth);
    return taken("[") ? array(start, depth) : simple(start);
  };

  const root = value(0);
  skipSpace();
  if (trouble === undefined && at < text.length) fail("something stands after the end");
  return trouble ?? root ?? { detail: "there is nothing in it", at: here() };
}
