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
 * Reads JSON (RFC 8259), keeping positions; a text may come in pieces, wherever it is cut. What members hold that are passed
 * over by their names is read for its form alone, and comes as `null`: to keep it takes several times as long.
 */
export function readJson(
  text: string | Iterable<string>,
  isPassedOver: (name: string) => boolean = () => false,
): JsonNode | JsonTrouble {
  return new Reader(typeof text === "string" ? [text] : text, isPassedOver).read();
}

/** What ends so close before the end of a piece may go on in the next one: a word, or a number and its exponent. */
const LONGEST_CUT = 5;

/** Reads one text. A class, since functions that are made for each text would be compiled for each as well. */
class Reader {
  private readonly pieces: Iterator<string>;
  /** The piece that is being read, behind what was left of the one before. */
  private text = "";
  private readonly isPassedOver: (name: string) => boolean;
  private at = 0;
  private line = 1;
  private lineStart = 0;
  private trouble: JsonTrouble | undefined;
  private isPassing = false;

  constructor(pieces: Iterable<string>, isPassedOver: (name: string) => boolean) {
    this.pieces = pieces[Symbol.iterator]();
    this.isPassedOver = isPassedOver;
  }

  read(): JsonNode | JsonTrouble {
    const root = this.value(0);
    this.skipSpace();
    if (this.trouble === undefined && this.at < this.text.length) this.fail("something stands after the end");
    return this.trouble ?? root ?? { detail: "there is nothing in it", at: this.here() };
  }

  private value(depth: number): JsonNode | undefined {
    if (depth > DEEPEST) return this.fail(`values are nested more than ${DEEPEST} deep`);
    this.skipSpace();
    if (this.isPassing && depth < DEEPEST && this.text[this.at] === "{" && this.isShallow()) return PASSED;
    const start = this.here();
    if (this.taken("{")) return this.object(start, depth);
    return this.taken("[") ? this.array(start, depth) : this.simple(start);
  }

  private object(start: Position, depth: number): JsonNode | undefined {
    const members: JsonMember[] = [];
    if (!this.taken("}")) {
      do if (!(this.goesOn("}") && this.member(members, depth))) return undefined;
      while (this.taken(","));
      if (!this.closes("}")) return undefined;
    }
    return this.isPassing ? PASSED : { kind: "object", at: start, members };
  }

  /** Reads a member of an object; whether there is one. */
  private member(members: JsonMember[], depth: number): boolean {
    const place = this.here();
    const name = this.matched(STRING);
    if (name === undefined) this.fail("a name in double quotes is missing");
    else if (!this.taken(":")) this.fail("“:” is missing after a name");
    const called = said(name ?? '""');
    const wasPassing = this.isPassing;
    this.isPassing ||= this.isPassedOver(called);
    const node = this.trouble === undefined ? this.value(depth + 1) : undefined;
    if (node !== undefined && !wasPassing) members.push({ name: called, at: place, node });
    this.isPassing = wasPassing;
    return node !== undefined;
  }

  private array(start: Position, depth: number): JsonNode | undefined {
    const items: JsonNode[] = [];
    if (!this.taken("]")) {
      do if (!(this.goesOn("]") && this.item(items, depth))) return undefined;
      while (this.taken(","));
      if (!this.closes("]")) return undefined;
    }
    return this.isPassing ? PASSED : { kind: "array", at: start, items };
  }

  /** Reads an item of an array; whether there is one. */
  private item(items: JsonNode[], depth: number): boolean {
    const node = this.value(depth + 1);
    if (node !== undefined && !this.isPassing) items.push(node);
    return node !== undefined;
  }

  private simple(start: Position): JsonNode | undefined {
    const string = this.matched(STRING);
    if (string !== undefined) return this.isPassing ? PASSED : new Text(start, string);
    const number = this.matched(NUMBER);
    if (number !== undefined) return { kind: "number", at: start, value: Number(number) };
    const word = this.matched(WORD);
    if (word === "null") return { kind: "null", at: start };
    if (word !== undefined) return { kind: "boolean", at: start, isTrue: word === "true" };
    const isString = this.text[this.at] === '"';
    return this.fail(isString ? "a string holds a line break, a control or a wrong escape" : "a value is missing");
  }

  /** Whether something may follow where a list begins, or after a comma. */
  private goesOn(closing: string): boolean {
    this.skipSpace();
    if (this.text[this.at] === closing) this.fail("a comma stands before the end");
    return this.trouble === undefined;
  }

  private closes(closing: string): boolean {
    if (this.taken(closing)) return true;
    const isOver = this.at >= this.text.length;
    this.fail(isOver ? `the file ends before “${closing}”` : `“,” or “${closing}” is missing`);
    return false;
  }

  /** Moves over an object that is shallow. If it is not, or wrong, nothing happens. */
  private isShallow(): boolean {
    SHALLOW.lastIndex = this.at;
    if (!SHALLOW.test(this.text)) return false;
    const { lastIndex } = SHALLOW;
    for (
      let end = this.text.indexOf("\n", this.at);
      end !== -1 && end < lastIndex;
      end = this.text.indexOf("\n", end + 1)
    ) {
      this.line += 1;
      this.lineStart = end + 1;
    }
    this.at = lastIndex;
    return true;
  }

  private taken(character: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  /** Lines end nowhere else than between values. */
  private skipSpace(): void {
    do {
      for (; this.at < this.text.length; this.at += 1) {
        const character = this.text.charCodeAt(this.at);
        if (character === LINE_FEED) {
          this.line += 1;
          this.lineStart = this.at + 1;
        } else if (character !== SPACE && character !== TAB && character !== RETURN) return;
      }
    } while (this.hasMore());
  }

  private matched(form: RegExp): string | undefined {
    for (;;) {
      form.lastIndex = this.at;
      const isFound = form.test(this.text);
      const isWhole = form === STRING ? isFound || this.text[this.at] !== '"' : this.isFarFromCut(form, isFound);
      if (isWhole || !this.hasMore()) return isFound ? this.taking(form.lastIndex) : undefined;
    }
  }

  /** Whether what was found, or not, would be the same with more text behind it: of words and numbers. */
  private isFarFromCut({ lastIndex }: RegExp, isFound: boolean): boolean {
    return (isFound ? lastIndex : this.at) + LONGEST_CUT <= this.text.length;
  }

  private taking(end: number): string {
    const found = this.text.slice(this.at, end);
    this.at = end;
    return found;
  }

  /** Goes on to the next piece; whether there is one. */
  private hasMore(): boolean {
    const { done, value } = this.pieces.next();
    if (done === true) return false;
    this.text = this.text.slice(this.at) + value;
    this.lineStart -= this.at;
    this.at = 0;
    return true;
  }

  private here(): Position {
    return { line: this.line, column: this.at - this.lineStart + 1 };
  }

  private fail(detail: string): undefined {
    this.trouble ??= { detail, at: this.here() };
    return undefined;
  }
}
