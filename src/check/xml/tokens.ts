import type { Position } from "../reporter.ts";
import { doctypeEnd } from "./doctype.ts";
import { Lines } from "./lines.ts";
import { tagEnd } from "./tags.ts";

/** What a stretch of the document is. `unfinished`: its end never came. `endless`: we gave up waiting for it. */
export type Kind =
  | "text"
  | "comment"
  | "literal"
  | "doctype"
  | "instruction"
  | "end"
  | "start"
  | "unfinished"
  | "endless";

/** No honest feed has so long a tag, comment or CDATA section, in UTF-16 units. */
export const LONGEST_TOKEN = 10_000_000;

interface Markup {
  readonly kind: Kind;
  readonly opening: string;
  /** Where the token that begins at an offset ends, or -1. */
  readonly end: (text: string, from: number) => number;
}

function until(closing: string, skipped: number): Markup["end"] {
  return (text, from) => {
    const found = text.indexOf(closing, from + skipped);
    return found < 0 ? -1 : found + closing.length;
  };
}

function next(find: (text: string, from: number) => number): Markup["end"] {
  return (text, from) => {
    const found = find(text, from);
    return found < 0 ? -1 : found + 1;
  };
}

const DOCTYPE: Markup = {
  kind: "doctype",
  opening: "<!DOCTYPE",
  end: next((text, from) => doctypeEnd(text, from + 2)),
};

const COMMENT: Markup = { kind: "comment", opening: "<!--", end: until("-->", 4) };
const LITERAL: Markup = { kind: "literal", opening: "<![CDATA[", end: until("]]>", 9) };
const INSTRUCTION: Markup = { kind: "instruction", opening: "<?", end: until("?>", 2) };
const END: Markup = { kind: "end", opening: "</", end: until(">", 2) };
const START: Markup = { kind: "start", opening: "<", end: next((text, from) => tagEnd(text, from + 1)) };
const LONGEST_OPENING = 9;

/**
 * A document of XML, which comes in pieces, token by token. The token at hand is told by its place in the text: to make an
 * object and a text of each takes longer than to read it.
 */
export class Tokens {
  /** What the token at hand is, and where it stands in the text at hand. */
  kind: Kind = "text";
  text = "";
  from = 0;
  to = 0;
  /** A start tag that may come next, as it would be written: it need not be looked through to its end. */
  expected = "";
  /** Whether the token at hand is that tag. */
  isExpected = false;
  readonly #pieces: Iterator<string>;
  readonly #lines = new Lines();
  #isLast = false;

  constructor(pieces: Iterable<string>) {
    this.#pieces = pieces[Symbol.iterator]();
  }

  /** Goes to the next token; false if there is none. */
  next(): boolean {
    this.isExpected = false;
    this.#lines.pass(this.text, this.from, this.to);
    this.from = this.to;
    while (!this.#isFound()) {
      if (this.#isLast) return false;
      this.#takeMore();
    }
    return true;
  }

  /** The token as it is written. Long texts come in several tokens, none of which cuts a reference or a character in two. */
  raw(): string {
    return this.text.slice(this.from, this.to);
  }

  at(): Position {
    return this.#lines.here();
  }

  /** Takes more text. A token that is longer than all of it so far is not looked at again before there is twice as much. */
  #takeMore(): void {
    const enough = this.from === 0 ? Math.min(2 * this.text.length, LONGEST_TOKEN + 1) : 0;
    this.text = this.text.slice(this.from);
    this.from = 0;
    this.to = 0;
    do {
      const piece = this.#pieces.next();
      if (piece.done === true) this.#isLast = true;
      else this.text += piece.value;
    } while (!this.#isLast && this.text.length < enough);
  }

  /** Finds the token that begins where we are. It is none if there is none, or more text is needed to tell. */
  #isFound(): boolean {
    const { text, from } = this;
    if (from >= text.length) return false;
    if (text.charCodeAt(from) === LESS) return this.#isMarkup();
    const found = text.indexOf("<", from);
    this.kind = "text";
    this.to = found >= 0 ? found : cut(text, from, this.#isLast);
    return this.to > from;
  }

  #isMarkup(): boolean {
    const { text, from } = this;
    const isLast = this.#isLast;
    if (this.expected !== "" && text.startsWith(this.expected, from)) {
      this.isExpected = true;
      return this.#isTo("start", from + this.expected.length);
    }
    if (!isLast && text.length - from < LONGEST_OPENING) return false;
    const markup = markupAt(text, from);
    const end = markup.end(text, from);
    if (end >= 0 && end - from <= LONGEST_TOKEN) return this.#isTo(markup.kind, end);
    if (text.length - from > LONGEST_TOKEN) return this.#isTo("endless", text.length);
    return isLast && this.#isTo("unfinished", text.length);
  }

  #isTo(kind: Kind, end: number): true {
    this.kind = kind;
    this.to = end;
    return true;
  }
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const LESS = 0x3c;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

/** What begins with the `<` at an offset. Told by the next character, since nearly all of it is tags. */
function markupAt(text: string, at: number): Markup {
  const second = text.charCodeAt(at + 1);
  if (second === SLASH) return END;
  if (second === QUESTION) return INSTRUCTION;
  if (second !== EXCLAMATION) return START;
  // Pages begin with <!doctype html>: in small letters it is no XML, but what it means is plain.
  if (text.startsWith("<!doctype", at)) return DOCTYPE;
  return DECLARATIONS.find(({ opening }) => text.startsWith(opening, at)) ?? START;
}

const DECLARATIONS: readonly Markup[] = [COMMENT, LITERAL, DOCTYPE];

const LONGEST_REFERENCE = 1000;

/** How far a text may be read before the rest of it has come: not into a reference, a character, or “]]>”. */
function cut(text: string, from: number, isLast: boolean): number {
  if (isLast || isBlank(text, from, text.length)) return text.length;
  const end = text.length - 3;
  const reference = text.lastIndexOf("&", end);
  const closed = text.indexOf(";", reference);
  if (reference >= from && (closed < 0 || closed >= end) && end - reference < LONGEST_REFERENCE) return reference;
  const isHalf = /[\uD800-\uDBFF]/.test(text[end - 1] ?? "");
  return isHalf ? end - 1 : end;
}

/** Whether a stretch of a text is nothing but space, as there is between most tags. */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const character = text.charCodeAt(at);
    if (character !== SPACE && character !== LINE_FEED && character !== TAB) return false;
  }
  return true;
}
