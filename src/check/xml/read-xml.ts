import type { Position, Report } from "../reporter.ts";
import type { Facts, Rule } from "../rule.ts";
import { xmlRules } from "../rules/xml.ts";
import { forbiddenIn, isRare, isSuspect } from "./characters.ts";
import { readDoctype } from "./doctype.ts";
import { Entities, type ReferenceTrouble } from "./entities.ts";
import type { XmlHandler } from "./handler.ts";
import { positionFrom, positionIn } from "./lines.ts";
import type { Named, ReadAttribute, Scope } from "./namespaces.ts";
import { named, OUTERMOST } from "./namespaces.ts";
import type { RawTag } from "./tags.ts";
import { tagIn } from "./tags.ts";
import type { Kind } from "./tokens.ts";
import { isBlank, LONGEST_TOKEN, Tokens } from "./tokens.ts";

/** No honest feed nests its elements deeper. */
const DEEPEST = 200;

interface Open {
  readonly name: string;
  readonly scope: Scope;
  readonly at: Position;
}

/** How far we have come. */
interface Reading {
  readonly handler: XmlHandler;
  readonly report: Report;
  readonly known: Entities;
  readonly open: Open[];
  /** Start tags that were read before, as they are written: documents repeat most of theirs. */
  readonly repeated: Map<string, Repeated>;
  /** The last of them that was read, by which the next one is guessed. */
  last: Repeated | undefined;
  /** Whether a character has come that may be forbidden: only then each text is looked at for them. */
  isSuspect: boolean;
  sawRoot: boolean;
  sawAnything: boolean;
  isStopped: boolean;
}

/**
 * Reads XML 1.0 with namespaces, piece by piece, and tells the handler what it finds. What is not well-formed is
 * reported, and nothing after it is read, as the standard wants it (1.2: fatal errors), but for two mistakes that leave
 * no doubt about what was meant: an unknown entity, and space before the declaration.
 */
export function readXml(pieces: Iterable<string>, handler: XmlHandler, report: Report): void {
  const reading: Reading = {
    handler,
    report,
    known: new Entities(),
    open: [],
    repeated: new Map(),
    last: undefined,
    isSuspect: false,
    sawRoot: false,
    sawAnything: false,
    isStopped: false,
  };
  const tokens = new Tokens(lookedAt(pieces, reading));
  let end: Position = { line: 1, column: 1 };
  while (tokens.next()) {
    if (!reading.sawRoot) end = tokens.at();
    if (tokens.kind === "text") characters(tokens, reading);
    else if (tokens.kind === "start") startTag(tokens, reading);
    else if (tokens.kind === "end") endTag(tokens, reading);
    else OTHERS[tokens.kind](tokens, reading);
    if (reading.isStopped) return;
    reading.sawAnything = true;
  }
  const unclosed = reading.open.at(-1);
  if (unclosed !== undefined) malformed(reading, `<${unclosed.name}> is never closed`, unclosed.at);
  else if (!reading.sawRoot) malformed(reading, "there is no element", end);
}

/**
 * The pieces, each of which is looked at as a whole before its tokens come: most have nothing that few texts have. Line ends
 * are as XML reads them (XML 1.0, 2.11): each a single line feed.
 */
function* lookedAt(pieces: Iterable<string>, reading: Reading): Generator<string> {
  let held = "";
  for (const piece of pieces) {
    if (held === "" && !isRare(piece)) {
      yield piece;
      continue;
    }
    const text = held + piece;
    held = text.endsWith("\r") ? "\r" : "";
    const whole = (held === "" ? text : text.slice(0, -1)).replace(/\r\n?/g, "\n");
    reading.isSuspect ||= isSuspect(whole);
    yield whole;
  }
  if (held !== "") yield "\n";
}

function stop(reading: Reading, rule: Rule, facts: Facts, at: Position): void {
  if (!reading.isStopped) reading.report(rule, facts, at);
  reading.isStopped = true;
}

function malformed(reading: Reading, detail: string, at: Position): void {
  stop(reading, xmlRules.notWellFormed, { detail }, at);
}

const OTHERS: Readonly<Record<Exclude<Kind, "text" | "start" | "end">, (token: Tokens, reading: Reading) => void>> = {
  literal: characters,
  comment,
  doctype,
  instruction,
  unfinished: (token, reading) => malformed(reading, "the document ends in the middle of its markup", token.at()),
  endless: (token, reading) => stop(reading, xmlRules.tooLong, { length: LONGEST_TOKEN }, token.at()),
};

function characters(token: Tokens, reading: Reading): void {
  const isLiteral = token.kind === "literal";
  if (reading.open.length === 0) outsideTold(token, reading);
  else if (!isLiteral && isBlank(token.text, token.from, token.to))
    reading.handler.text({ text: token.raw(), at: token.at(), hexadecimal: false, isBlank: true });
  else if (isLiteral) literal(token, token.at(), reading);
  else written(token.raw(), token.at(), reading);
}

/** Around the root there is nothing but space. */
function outsideTold(token: Tokens, reading: Reading): void {
  if (token.kind !== "literal" && token.raw().trim() === "") return;
  const where = reading.sawRoot ? "after the document's end" : "before the first element";
  malformed(reading, `text stands ${where}`, token.at());
}

function literal({ text: whole, from, to }: Tokens, at: Position, reading: Reading): void {
  const text = whole.slice(from + OPENING, to - CLOSING);
  charactersTold(text, at, reading);
  if (reading.isStopped) return;
  const start = { line: at.line, column: at.column + OPENING };
  reading.handler.text({ text, at: start, hexadecimal: false, isBlank: false });
}

/** Of the marks around CDATA. */
const OPENING = "<![CDATA[".length;
const CLOSING = "]]>".length;

function written(raw: string, at: Position, reading: Reading): void {
  charactersTold(raw, at, reading);
  const closing = raw.indexOf("]]>");
  if (closing >= 0) malformed(reading, "“]]>” ends a section that was never begun", positionIn(raw, closing, at));
  const hasReferences = raw.includes("&");
  const text = hasReferences ? resolved(raw, at, reading) : raw;
  if (reading.isStopped) return;
  reading.handler.text({ text, at, hexadecimal: hasReferences && raw.includes("&#x"), isBlank: false });
}

function resolved(written: string, at: Position, reading: Reading): string {
  const { text, trouble } = reading.known.resolve(written);
  if (trouble !== undefined) referenceTold(trouble, written, at, reading);
  return text;
}

function charactersTold(raw: string, at: Position, reading: Reading): void {
  if (!reading.isSuspect) return;
  const forbidden = forbiddenIn(raw);
  if (forbidden >= 0) malformed(reading, "a character stands here that XML forbids", positionIn(raw, forbidden, at));
}

function referenceTold({ kind, name, offset }: ReferenceTrouble, raw: string, at: Position, reading: Reading): void {
  const where = positionIn(raw, offset, at);
  if (kind === "bomb") stop(reading, xmlRules.entityBomb, {}, where);
  else if (kind === "malformed") malformed(reading, `“${name}” is no reference`, where);
  else if (!reading.handler.knowsEntity(name)) reading.report(xmlRules.entityUndefined, { name }, where);
}

/** What a start tag says wherever it stands, as long as the same prefixes hold around it. */
interface Repeated extends Named {
  readonly raw: string;
  readonly tag: RawTag;
  readonly outer: Scope;
  /** The one that came after it when it was read last: items are made alike. */
  next: Repeated | undefined;
}

/** Longer ones hold addresses mostly, of which each is another: to keep them costs more than to read them. */
const LONGEST_REPEATED = 160;
/** More than that no document repeats. */
const MOST_REPEATED = 1000;

function startTag(token: Tokens, reading: Reading): void {
  const at = token.at();
  const { open } = reading;
  const outer = open[open.length - 1]?.scope ?? OUTERMOST;
  const known = knownTag(token, reading);
  const raw = known?.raw ?? token.raw();
  const tag = known?.tag ?? tagIn(raw);
  if ("detail" in tag) malformed(reading, tag.detail, positionIn(raw, tag.offset, at));
  else if (open.length === 0 && reading.sawRoot)
    malformed(reading, "a second element stands after the document's end", at);
  else if (open.length >= DEEPEST) stop(reading, xmlRules.tooDeep, { depth: DEEPEST }, at);
  if (reading.isStopped || "detail" in tag) return;
  reading.sawRoot = true;
  const kept = known?.outer === outer ? known : undefined;
  const { names, scope, trouble } = kept ?? namesRead(tag, raw, at, outer, reading);
  if (trouble !== undefined) stop(reading, xmlRules.namespace, { detail: trouble }, at);
  if (reading.isStopped) return;
  const { prefix, local, namespace, attributes, declared } = names;
  expectAfter(kept, token, reading);
  const alike = kept?.names;
  reading.handler.open({ prefix, local, namespace, attributes, declared, at, alike });
  if (tag.empty) reading.handler.close(at);
  else open.push({ name: tag.name, scope, at });
}

/** A start tag that was read before. */
function knownTag(token: Tokens, { last, repeated }: Reading): Repeated | undefined {
  return token.isExpected ? last?.next : repeated.get(token.raw());
}

/** Guesses which start tag comes next. */
function expectAfter(kept: Repeated | undefined, token: Tokens, reading: Reading): void {
  if (reading.last !== undefined && kept !== undefined) reading.last.next = kept;
  if (kept !== undefined) reading.last = kept;
  token.expected = reading.last?.next?.raw ?? "";
}

function namesRead(tag: RawTag, raw: string, at: Position, outer: Scope, reading: Reading): Named {
  // Most tags stand on one line and hold neither references nor what is forbidden: of them there is nothing to tell.
  const isPlain = !/[\n\t&]/.test(raw) && !(reading.isSuspect && forbiddenIn(raw) >= 0);
  const found = named(tag, isPlain ? plainAttributes(tag) : attributesRead(tag, raw, at, reading), outer);
  if (!isPlain || raw.length > LONGEST_REPEATED) return found;
  const { repeated } = reading;
  if (repeated.size >= MOST_REPEATED) repeated.clear();
  // Named one by one: to spread them takes as long as to read the tag.
  const { names, scope, trouble } = found;
  repeated.set(raw, { names, scope, trouble, raw, tag, outer, next: undefined });
  return found;
}

const NO_ATTRIBUTES: readonly ReadAttribute[] = [];

function plainAttributes({ attributes }: RawTag): readonly ReadAttribute[] {
  if (attributes.length === 0) return NO_ATTRIBUTES;
  return attributes.map(({ name, value, offset }) => ({ name, value, within: { line: 1, column: 1 + offset } }));
}

function attributesRead({ attributes }: RawTag, raw: string, at: Position, reading: Reading): readonly ReadAttribute[] {
  return attributes.map(({ name, value, offset }) => {
    const within = positionIn(raw, offset, BEGINNING);
    const where = positionFrom(at, within);
    charactersTold(value, where, reading);
    return { name, value: resolved(value, where, reading).replace(/[\t\n]/g, " "), within };
  });
}

const BEGINNING: Position = { line: 1, column: 1 };

function endTag(token: Tokens, reading: Reading): void {
  const opened = reading.open.pop();
  if (opened !== undefined && isEndOf(opened.name, token)) reading.handler.close(token.at());
  else endTold(token.raw().slice(2, -1).trimEnd(), opened, token.at(), reading);
}

/** Whether an end tag is the element's, as nearly all are written. */
function isEndOf(name: string, { text, from, to }: Tokens): boolean {
  return to - from === name.length + 3 && text.startsWith(name, from + 2);
}

function endTold(name: string, opened: Open | undefined, at: Position, reading: Reading): void {
  if (opened === undefined) malformed(reading, `</${name}> closes nothing`, at);
  else if (opened.name !== name)
    stop(reading, xmlRules.mismatchedTag, { found: name, opened: opened.name, line: opened.at.line }, at);
  else reading.handler.close(at);
}

function instruction(token: Tokens, reading: Reading): void {
  const raw = token.raw();
  const at = token.at();
  if (!/^<\?xml\s/i.test(raw)) return;
  if (reading.sawRoot) malformed(reading, "an XML declaration stands inside the document", at);
  else if (reading.sawAnything) reading.report(xmlRules.blankBeforeDeclaration, {}, at);
  const version = /version\s*=\s*["']([^"']*)["']/.exec(raw)?.[1];
  if (version === undefined) malformed(reading, "the XML declaration gives no version", at);
  else if (version !== "1.0") reading.report(xmlRules.version, { version }, at);
}

function doctype(token: Tokens, reading: Reading): void {
  if (reading.sawRoot) malformed(reading, "a document type stands inside the document", token.at());
  else reading.handler.doctype({ ...readDoctype(token.raw(), reading.known), at: token.at() });
}

function comment(token: Tokens, reading: Reading): void {
  const raw = token.raw();
  const double = raw.indexOf("--", 4);
  if (double < raw.length - 3) malformed(reading, "a comment holds “--”", positionIn(raw, double, token.at()));
}
