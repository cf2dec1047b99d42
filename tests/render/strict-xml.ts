import { type Cursor, cursor } from "./xml-cursor.ts";

/**
 * A parser of XML 1.0 with namespaces that forgives nothing, written without a look at the renderers: what it takes,
 * every conforming parser takes. No DOCTYPE, as feeds have none.
 */

export interface Element {
  /** The namespace, empty for none. */
  readonly namespace: string;
  readonly name: string;
  /** By `name`, or `{namespace}name` where there is one. Namespace declarations are not among them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The character data directly in it. */
  readonly text: string;
  /** The line on which its start tag begins, from 1. */
  readonly line: number;
}

export interface Document {
  readonly root: Element;
  /** Processing instructions, without their brackets. */
  readonly instructions: readonly string[];
}

interface Node extends Element {
  text: string;
  readonly children: Node[];
}

type Scope = ReadonlyMap<string, string>;

interface Open {
  readonly qname: string;
  readonly node: Node;
  readonly scope: Scope;
}

const NAME_START = "[:A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D]";
const NAME = new RegExp(`${NAME_START}[-.0-9:A-Z_a-z\\xB7\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u037D\\u037F-\\u1FFF]*`, "y");
const ILLEGAL = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const SPACE = /[\t\n\r ]+/y;
const REFERENCE = /&(?:#(\d+)|#x([\da-fA-F]+)|([^;&\s]*));?/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
export const XML = "http://www.w3.org/XML/1998/namespace";

/** The document, or an error that says where it is not well-formed. */
export function parseXml(source: string): Document {
  const at = cursor(source);
  if (ILLEGAL.test(source)) at.fail("illegal character");
  const open: Open[] = [];
  const roots: Node[] = [];
  const instructions: string[] = [];
  while (!at.done()) {
    if (at.take("<?")) instructions.push(...instruction(at));
    else if (at.take("</")) endTag(at, open);
    else if (at.take("<!")) declaration(at, open);
    else if (at.take("<")) startTag(at, open, roots);
    else text(at, open);
  }
  const [root] = roots;
  if (open.length > 0 || root === undefined) return at.fail("an element is not closed, or there is none");
  return { root, instructions };
}

function declaration(at: Cursor, open: readonly Open[]): void {
  if (at.take("[CDATA[")) addText(at, open, at.until("]]>", "CDATA"), true);
  else if (!at.take("--")) at.fail("declaration");
  else if (at.until("-->", "comment").includes("--")) at.fail("-- in comment");
}

function instruction(at: Cursor): string[] {
  const first = at.offset() === "<?".length;
  const body = at.until("?>", "instruction");
  if (!/^xml(?:\s|$)/i.test(body)) return [body];
  return first ? [] : at.fail("XML declaration not at the start");
}

function text(at: Cursor, open: readonly Open[]): void {
  const raw = at.upTo("<");
  if (raw.includes("]]>")) at.fail("]]> in text");
  addText(at, open, decoded(at, raw), false);
}

function addText(at: Cursor, open: readonly Open[], data: string, cdata: boolean): void {
  const top = open.at(-1);
  if (top !== undefined) top.node.text += data;
  else if (cdata || /[^\t\n\r ]/.test(data)) at.fail("text outside the root");
}

function decoded(at: Cursor, raw: string): string {
  return raw.replace(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name = "") => {
    if (!whole.endsWith(";")) return at.fail(`reference without semicolon ${whole}`);
    const digits = decimal ?? hexadecimal;
    if (digits === undefined) return ENTITIES[name] ?? at.fail(`unknown entity ${whole}`);
    const code = Number.parseInt(digits, decimal === undefined ? 16 : 10);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : "\0";
    return ILLEGAL.test(character) ? at.fail(`reference to an illegal character ${whole}`) : character;
  });
}

function startTag(at: Cursor, open: Open[], roots: Node[]): void {
  const line = at.line();
  const qname = at.match(NAME) || at.fail("element name expected");
  const stated = attributes(at);
  const scope = new Map([...(open.at(-1)?.scope ?? []), ...declared(at, stated)]);
  const [namespace, name] = resolved(at, qname, scope, scope.get("") ?? "");
  const node: Node = { namespace, name, attributes: expanded(at, stated, scope), children: [], text: "", line };
  const siblings = open.at(-1)?.node.children ?? roots;
  if (siblings === roots && roots.length > 0) at.fail("a second root");
  siblings.push(node);
  if (at.take("/>")) return;
  if (!at.take(">")) at.fail("> expected");
  open.push({ qname, node, scope });
}

function endTag(at: Cursor, open: Open[]): void {
  const qname = at.match(NAME);
  at.match(SPACE);
  if (!at.take(">")) at.fail("> expected");
  if (open.pop()?.qname !== qname) at.fail(`end tag ${qname} does not match`);
}

function attributes(at: Cursor): Map<string, string> {
  const found = new Map<string, string>();
  while (at.match(SPACE) !== "" && !at.sees("/") && !at.sees(">")) {
    const name = at.match(NAME) || at.fail("attribute name expected");
    at.match(SPACE);
    if (!at.take("=")) at.fail("= expected");
    at.match(SPACE);
    const quote = ['"', "'"].find((mark) => at.take(mark)) ?? at.fail("quote expected");
    const raw = at.until(quote, "attribute");
    if (raw.includes("<")) at.fail(`< in attribute ${name}`);
    if (found.has(name)) at.fail(`attribute ${name} twice`);
    found.set(name, decoded(at, raw.replace(/[\t\n]/g, " ")));
  }
  return found;
}

function declared(at: Cursor, stated: ReadonlyMap<string, string>): [string, string][] {
  return [...stated].flatMap(([name, value]) => {
    if (name === "xmlns") return [["", value]];
    if (!name.startsWith("xmlns:")) return [];
    return value === "" ? at.fail(`empty namespace for ${name}`) : [[name.slice(6), value]];
  });
}

function expanded(at: Cursor, stated: ReadonlyMap<string, string>, scope: Scope): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [key, value] of stated) {
    if (key === "xmlns" || key.startsWith("xmlns:")) continue;
    const [uri, local] = resolved(at, key, scope, "");
    const name = uri === "" ? local : `{${uri}}${local}`;
    if (name in plain) at.fail(`attribute ${name} twice`);
    plain[name] = value;
  }
  return plain;
}

function resolved(at: Cursor, qname: string, scope: Scope, unprefixed: string): readonly [string, string] {
  const [first = "", second, ...rest] = qname.split(":");
  if (rest.length > 0 || first === "" || second === "") return at.fail(`not a qualified name: ${qname}`);
  if (second === undefined) return [unprefixed, first];
  return [first === "xml" ? XML : (scope.get(first) ?? at.fail(`prefix ${first} is not bound`)), second];
}

/** The child elements of a name, in the parent's namespace unless another is given. */
export function childrenOf(parent: Element, name: string, namespace: string = parent.namespace): Element[] {
  return parent.children.filter((child) => child.name === name && child.namespace === namespace);
}

/** The text of the only child of a name; nothing where there is none, an error where there are several. */
export function textOf(parent: Element, name: string, namespace: string = parent.namespace): string | undefined {
  const found = childrenOf(parent, name, namespace);
  if (found.length > 1) throw new Error(`${found.length} elements ${name}`);
  return found[0]?.text;
}
