import type { Position } from "../reporter.ts";
import { doctypeEnd } from "./doctype.ts";
import { linesFrom } from "./lines.ts";
import { tagEnd } from "./tags.ts";

/** A stretch of the document. `unfinished`: its end never came. `endless`: we gave up waiting for it. */
export interface Token {
  readonly kind:
    | "text"
    | "comment"
    | "literal"
    | "doctype"
    | "instruction"
    | "end"
    | "start"
    | "unfinished"
    | "endless";
  /** As it is written. Long texts come in several tokens, none of which cuts a reference or a character in two. */
  readonly raw: string;
  readonly at: Position;
}

/** No honest feed has so long a tag, comment or CDATA section, in UTF-16 units. */
export const LONGEST_TOKEN = 10_000_000;

interface Markup {
  readonly kind: Token["kind"];
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

/** Cuts a document of XML, which comes in pieces, into tokens. */
export function* tokensIn(pieces: Iterable<string>): Generator<Token> {
  const lines = linesFrom();
  let text = "";
  let enough = 0;
  for (const [piece, isLast] of withEnd(pieces)) {
    let at = 0;
    text += piece;
    if (!isLast && text.length < enough) continue;
    for (let found = tokenAt(text, at, isLast); found !== undefined; found = tokenAt(text, at, isLast)) {
      yield { kind: found.kind, raw: text.slice(at, found.end), at: lines.here() };
      lines.pass(text, at, found.end);
      at = found.end;
    }
    // A token that is longer than all pieces so far is not looked at again before there is twice as much.
    enough = at === 0 ? Math.min(2 * text.length, LONGEST_TOKEN + 1) : 0;
    text = text.slice(at);
  }
}

/** The pieces, and after them an empty one that is the last. */
function* withEnd(pieces: Iterable<string>): Generator<readonly [string, boolean]> {
  for (const piece of pieces) yield [piece, false];
  yield ["", true];
}

interface Found {
  readonly kind: Token["kind"];
  readonly end: number;
}

/** The token that begins at an offset. `undefined`: there is none, or more text is needed to tell. */
function tokenAt(text: string, at: number, isLast: boolean): Found | undefined {
  if (at >= text.length) return undefined;
  if (text.charCodeAt(at) !== LESS) {
    const found = text.indexOf("<", at);
    const end = found >= 0 ? found : cut(text, at, isLast);
    return end > at ? { kind: "text", end } : undefined;
  }
  if (!isLast && text.length - at < LONGEST_OPENING) return undefined;
  const markup = markupAt(text, at);
  const end = markup.end(text, at);
  if (end >= 0 && end - at <= LONGEST_TOKEN) return { kind: markup.kind, end };
  if (text.length - at > LONGEST_TOKEN) return { kind: "endless", end: text.length };
  return isLast ? { kind: "unfinished", end: text.length } : undefined;
}

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
  if (isLast) return text.length;
  const end = text.length - 3;
  const reference = text.lastIndexOf("&", end);
  const closed = text.indexOf(";", reference);
  if (reference >= from && (closed < 0 || closed >= end) && end - reference < LONGEST_REFERENCE) return reference;
  const isHalf = /[\uD800-\uDBFF]/.test(text[end - 1] ?? "");
  return isHalf ? end - 1 : end;
}
