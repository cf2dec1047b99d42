import type { Position, Report } from "../reporter.ts";
import type { Facts, Rule } from "../rule.ts";
import { xmlRules } from "../rules/xml.ts";
import { forbiddenIn } from "./characters.ts";
import { doctypeEnd, readDoctype } from "./doctype.ts";
import type { Resolved } from "./entities.ts";
import { entities } from "./entities.ts";
import type { XmlHandler } from "./handler.ts";
import { linesFrom, positionIn } from "./lines.ts";
import { named, OUTERMOST, type Scope } from "./namespaces.ts";
import { tagEnd, tagIn } from "./tags.ts";

/** Limits that no honest feed comes near. */
const DEEPEST = 200;
const LONGEST_TOKEN = 10_000_000;

interface Open {
  readonly name: string;
  readonly scope: Scope;
  readonly at: Position;
}

/**
 * Reads XML 1.0 with namespaces, piece by piece, and tells the handler what it finds. What is not well-formed is
 * reported, and nothing after it is read, as the standard wants it (1.2: fatal errors), but for two mistakes that leave
 * no doubt about what was meant: an unknown entity, and space before the declaration.
 */
export function readXml(pieces: Iterable<string>, handler: XmlHandler, report: Report): void {
  const known = entities();
  const lines = linesFrom();
  const open: Open[] = [];
  let text = "";
  let at = 0;
  let last = false;
  let stopped = false;
  let sawRoot = false;
  let sawAnything = false;

  const stop = (rule: Rule, facts: Facts, where: Position = lines.here()): void => {
    if (!stopped) report(rule, facts, where);
    stopped = true;
  };
  const malformed = (detail: string, where?: Position): void => stop(xmlRules.notWellFormed, { detail }, where);
  const pass = (to: number): void => {
    lines.pass(text, at, to);
    at = to;
  };

  /** Reports what was wrong with a text's references; its characters are checked too. */
  const accepted = (resolved: Resolved, raw: string): boolean => {
    const where = positionIn(raw, resolved.offset ?? 0, lines.here());
    if (resolved.bomb) stop(xmlRules.entityBomb, {}, where);
    else if (resolved.malformed !== undefined) malformed(`“${resolved.malformed}” is no reference`, where);
    else if (resolved.undefined !== undefined && !handler.knowsEntity(resolved.undefined))
      report(xmlRules.entityUndefined, { name: resolved.undefined }, where);
    const forbidden = forbiddenIn(raw);
    if (forbidden >= 0) malformed("a character stands here that XML forbids", positionIn(raw, forbidden, lines.here()));
    return !stopped;
  };

  const characters = (raw: string, isLiteral: boolean): void => {
    const here = lines.here();
    if (open.length === 0) {
      if (isLiteral || raw.trim() !== "")
        malformed(sawRoot ? "text stands after the document's end" : "text stands before the first element");
      return;
    }
    const closing = isLiteral ? -1 : raw.indexOf("]]>");
    if (closing >= 0) malformed("“]]>” ends a section that was never begun", positionIn(raw, closing, here));
    const resolved = isLiteral ? { text: raw } : known.resolve(raw);
    if (accepted(resolved, raw))
      handler.text({ text: resolved.text, at: here, hexadecimal: !isLiteral && raw.includes("&#x") });
  };

  const startTag = (raw: string): void => {
    const here = lines.here();
    const tag = tagIn(raw);
    if ("detail" in tag) return malformed(tag.detail, positionIn(raw, tag.offset, here));
    if (open.length === 0 && sawRoot) return malformed("a second element stands after the document's end");
    if (open.length >= DEEPEST) return stop(xmlRules.tooDeep, { depth: DEEPEST });
    sawRoot = true;
    const attributes = tag.attributes.map(({ name, value, offset }) => {
      const resolved = known.resolve(value);
      accepted(resolved, value);
      return { name, value: resolved.text.replace(/[\t\n]/g, " "), at: positionIn(raw, offset, here) };
    });
    const { tag: full, scope, trouble } = named(tag, attributes, open.at(-1)?.scope ?? OUTERMOST, here);
    if (trouble !== undefined) return stop(xmlRules.namespace, { detail: trouble });
    if (stopped) return;
    handler.open(full);
    if (tag.empty) handler.close(here);
    else open.push({ name: tag.name, scope, at: here });
  };

  const endTag = (raw: string): void => {
    const name = raw.slice(2, -1).trimEnd();
    const opened = open.pop();
    if (opened === undefined) return malformed(`</${name}> closes nothing`);
    if (opened.name !== name) {
      const { line } = opened.at;
      return stop(xmlRules.mismatchedTag, { found: name, opened: opened.name, line });
    }
    handler.close(lines.here());
  };

  const instruction = (raw: string): void => {
    if (!/^<\?xml\s/i.test(raw)) return;
    if (sawAnything && (sawRoot || at > 0 || lines.here().line > 1)) stopUnlessBlankBefore();
    const version = /version\s*=\s*["']([^"']*)["']/.exec(raw)?.[1];
    if (version === undefined) malformed("the XML declaration gives no version");
    else if (version !== "1.0") report(xmlRules.version, { version }, lines.here());
  };
  const stopUnlessBlankBefore = (): void => {
    if (sawRoot) malformed("an XML declaration stands inside the document");
    else report(xmlRules.blankBeforeDeclaration, {}, lines.here());
  };

  const doctype = (raw: string): void => {
    if (sawRoot) return malformed("a document type stands inside the document");
    handler.doctype({ ...readDoctype(raw, known), at: lines.here() });
  };

  const comment = (raw: string): void => {
    const double = raw.indexOf("--", 4);
    if (double < raw.length - 3) malformed("a comment holds “--”", positionIn(raw, double, lines.here()));
  };

  /** Each kind of markup: how it begins, what ends it, and what is done with it. */
  const kinds: readonly (readonly [string, (from: number) => number, (raw: string) => void])[] = [
    ["<!--", (from) => after(text.indexOf("-->", from + 4), 3), comment],
    ["<![CDATA[", (from) => after(text.indexOf("]]>", from), 3), (raw) => characters(raw.slice(9, -3), true)],
    ["<!DOCTYPE", (from) => after(doctypeEnd(text, from + 2), 1), doctype],
    ["<?", (from) => after(text.indexOf("?>", from), 2), instruction],
    ["</", (from) => after(text.indexOf(">", from), 1), endTag],
    ["<", (from) => after(tagEnd(text, from), 1), startTag],
  ];

  /** Reads one token. `false` where more text is needed. */
  const markup = (): boolean => {
    if (!last && text.length - at < 9) return false;
    const kind = kinds.find(([opening]) => text.startsWith(opening, at));
    if (kind === undefined) return false;
    const end = kind[1](at);
    if (end < 0) {
      if (last) malformed("the document ends in the middle of its markup");
      else if (text.length - at > LONGEST_TOKEN) stop(xmlRules.tooLong, { length: LONGEST_TOKEN });
      return false;
    }
    kind[2](text.slice(at, end));
    sawAnything = true;
    pass(end);
    return true;
  };

  const run = (): boolean => {
    const next = text.indexOf("<", at);
    const end = next >= 0 || last ? endOr(next, text.length) : cut(text, at);
    if (end <= at) return false;
    characters(text.slice(at, end), false);
    sawAnything = true;
    pass(end);
    return true;
  };

  const readOn = (): void => {
    while (!stopped && at < text.length) if (!(text[at] === "<" ? markup() : run())) return;
  };

  for (const piece of pieces) {
    text = text.slice(at) + piece;
    at = 0;
    readOn();
    if (stopped) return;
  }
  last = true;
  readOn();
  if (stopped) return;
  if (!sawRoot) malformed("there is no element");
  else if (open.length > 0) malformed(`<${open.at(-1)?.name ?? ""}> is never closed`);
}

function after(found: number, length: number): number {
  return found < 0 ? -1 : found + length;
}

function endOr(found: number, otherwise: number): number {
  return found < 0 ? otherwise : found;
}

/** How far a text may be read before the rest of it has come: not into a reference, nor into “]]>”. */
function cut(text: string, from: number): number {
  const reference = text.lastIndexOf("&");
  const end = reference >= from && text.indexOf(";", reference) < 0 ? reference : text.length;
  return text.length - end > 1000 ? text.length : Math.min(end, text.length - 2);
}
