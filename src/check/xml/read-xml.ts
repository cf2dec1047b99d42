import type { Position, Report } from "../reporter.ts";
import type { Facts, Rule } from "../rule.ts";
import { xmlRules } from "../rules/xml.ts";
import { forbiddenIn } from "./characters.ts";
import { readDoctype } from "./doctype.ts";
import type { Entities, ReferenceTrouble } from "./entities.ts";
import { entities } from "./entities.ts";
import type { XmlHandler } from "./handler.ts";
import { positionIn } from "./lines.ts";
import type { ReadAttribute, Scope } from "./namespaces.ts";
import { named, OUTERMOST } from "./namespaces.ts";
import type { RawAttribute } from "./tags.ts";
import { tagIn } from "./tags.ts";
import type { Token } from "./tokens.ts";
import { LONGEST_TOKEN, tokensIn } from "./tokens.ts";

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
    known: entities(),
    open: [],
    sawRoot: false,
    sawAnything: false,
    isStopped: false,
  };
  let end: Position = { line: 1, column: 1 };
  for (const token of tokensIn(pieces)) {
    READERS[token.kind](token, reading);
    if (reading.isStopped) return;
    reading.sawAnything = true;
    end = token.at;
  }
  const unclosed = reading.open.at(-1);
  if (unclosed !== undefined) malformed(reading, `<${unclosed.name}> is never closed`, unclosed.at);
  else if (!reading.sawRoot) malformed(reading, "there is no element", end);
}

function stop(reading: Reading, rule: Rule, facts: Facts, at: Position): void {
  if (!reading.isStopped) reading.report(rule, facts, at);
  reading.isStopped = true;
}

function malformed(reading: Reading, detail: string, at: Position): void {
  stop(reading, xmlRules.notWellFormed, { detail }, at);
}

const READERS: Readonly<Record<Token["kind"], (token: Token, reading: Reading) => void>> = {
  text: characters,
  literal: characters,
  comment,
  doctype,
  instruction,
  start: startTag,
  end: endTag,
  unfinished: ({ at }, reading) => malformed(reading, "the document ends in the middle of its markup", at),
  endless: ({ at }, reading) => stop(reading, xmlRules.tooLong, { length: LONGEST_TOKEN }, at),
};

function characters({ kind, raw, at }: Token, reading: Reading): void {
  const isLiteral = kind === "literal";
  if (reading.open.length === 0) {
    if (isLiteral || raw.trim() !== "")
      malformed(
        reading,
        `text stands ${reading.sawRoot ? "after the document's end" : "before the first element"}`,
        at,
      );
    return;
  }
  const written = isLiteral ? raw.slice(9, -3) : raw;
  charactersTold(written, at, reading);
  const closing = isLiteral ? -1 : written.indexOf("]]>");
  if (closing >= 0) malformed(reading, "“]]>” ends a section that was never begun", positionIn(written, closing, at));
  const { text, trouble } = isLiteral ? { text: written } : reading.known.resolve(written);
  if (trouble !== undefined) referenceTold(trouble, written, at, reading);
  if (reading.isStopped) return;
  const start = isLiteral ? { line: at.line, column: at.column + 9 } : at;
  reading.handler.text({ text, at: start, hexadecimal: !isLiteral && written.includes("&#x") });
}

function charactersTold(raw: string, at: Position, reading: Reading): void {
  const forbidden = forbiddenIn(raw);
  if (forbidden >= 0) malformed(reading, "a character stands here that XML forbids", positionIn(raw, forbidden, at));
}

function referenceTold({ kind, name, offset }: ReferenceTrouble, raw: string, at: Position, reading: Reading): void {
  const where = positionIn(raw, offset, at);
  if (kind === "bomb") stop(reading, xmlRules.entityBomb, {}, where);
  else if (kind === "malformed") malformed(reading, `“${name}” is no reference`, where);
  else if (!reading.handler.knowsEntity(name)) reading.report(xmlRules.entityUndefined, { name }, where);
}

function startTag({ raw, at }: Token, reading: Reading): void {
  const { open } = reading;
  const tag = tagIn(raw);
  if ("detail" in tag) malformed(reading, tag.detail, positionIn(raw, tag.offset, at));
  else if (open.length === 0 && reading.sawRoot)
    malformed(reading, "a second element stands after the document's end", at);
  else if (open.length >= DEEPEST) stop(reading, xmlRules.tooDeep, { depth: DEEPEST }, at);
  if (reading.isStopped || "detail" in tag) return;
  reading.sawRoot = true;
  const attributes = tag.attributes.length === 0 ? NO_ATTRIBUTES : attributesRead(tag.attributes, raw, at, reading);
  const { tag: full, scope, trouble } = named(tag, attributes, open.at(-1)?.scope ?? OUTERMOST, at);
  if (trouble !== undefined) stop(reading, xmlRules.namespace, { detail: trouble }, at);
  if (reading.isStopped) return;
  reading.handler.open(full);
  if (tag.empty) reading.handler.close(at);
  else open.push({ name: tag.name, scope, at });
}

const NO_ATTRIBUTES: readonly ReadAttribute[] = [];

function attributesRead(
  attributes: readonly RawAttribute[],
  raw: string,
  at: Position,
  reading: Reading,
): readonly ReadAttribute[] {
  // Asked once for all of them: most tags stand on one line and hold neither references nor what is forbidden.
  const isPlain = !raw.includes("\n") && !raw.includes("\t") && !raw.includes("&") && forbiddenIn(raw) < 0;
  return attributes.map(({ name, value, offset }) => {
    if (isPlain) return { name, value, at: { line: at.line, column: at.column + offset } };
    const where = positionIn(raw, offset, at);
    const { text, trouble } = reading.known.resolve(value);
    charactersTold(value, where, reading);
    if (trouble !== undefined) referenceTold(trouble, value, where, reading);
    return { name, value: text.replace(/[\t\n]/g, " "), at: where };
  });
}

function endTag({ raw, at }: Token, reading: Reading): void {
  const name = raw.slice(2, -1).trimEnd();
  const opened = reading.open.pop();
  if (opened === undefined) malformed(reading, `</${name}> closes nothing`, at);
  else if (opened.name !== name)
    stop(reading, xmlRules.mismatchedTag, { found: name, opened: opened.name, line: opened.at.line }, at);
  else reading.handler.close(at);
}

function instruction({ raw, at }: Token, reading: Reading): void {
  if (!/^<\?xml\s/i.test(raw)) return;
  if (reading.sawRoot) malformed(reading, "an XML declaration stands inside the document", at);
  else if (reading.sawAnything) reading.report(xmlRules.blankBeforeDeclaration, {}, at);
  const version = /version\s*=\s*["']([^"']*)["']/.exec(raw)?.[1];
  if (version === undefined) malformed(reading, "the XML declaration gives no version", at);
  else if (version !== "1.0") reading.report(xmlRules.version, { version }, at);
}

function doctype({ raw, at }: Token, reading: Reading): void {
  if (reading.sawRoot) malformed(reading, "a document type stands inside the document", at);
  else reading.handler.doctype({ ...readDoctype(raw, reading.known), at });
}

function comment({ raw, at }: Token, reading: Reading): void {
  const double = raw.indexOf("--", 4);
  if (double < raw.length - 3) malformed(reading, "a comment holds “--”", positionIn(raw, double, at));
}
