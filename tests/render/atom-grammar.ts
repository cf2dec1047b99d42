import { childrenOf, type Element, parseXml, XML } from "./strict-xml.ts";

/**
 * RFC 4287's grammar, written out of its sections 3 and 4, and what its prose adds to it. Stricter than the RFC in one
 * point: every text construct says its type, every document its language (readers rely on both).
 */

export const ATOM = "http://www.w3.org/2005/Atom";
const TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

/** How often a child may stand: exactly once, at most once, at least once, any number. */
type Count = "1" | "?" | "+" | "*";
type Check = (element: Element) => string[];
type Content = Readonly<Record<string, readonly [Count, Check]>>;

const URI = /^[a-z][a-z\d+.-]*:[\w;/?:@&=+$.!~*'(),%#[\]-]+$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
const MEDIA_TYPE = /^[^\s/]+\/[^\s/;]+(?:; ?\S+)?$/;
const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*$/;
const EMAIL = /^[^@\s]+@[^@\s]+$/;

const uri: Check = (element) =>
  URI.test(element.text) ? leaf(element, []) : [`${element.name} is no URI: ${element.text}`];
const instant: Check = (element) =>
  INSTANT.test(element.text) && !Number.isNaN(Date.parse(element.text))
    ? leaf(element, [])
    : [`${element.name} is no instant: ${element.text}`];
const email: Check = (element) =>
  EMAIL.test(element.text) ? leaf(element, []) : [`no e-mail address: ${element.text}`];
const words: Check = (element) => [...notBlank(element), ...leaf(element, [])];

const textConstruct: Check = (element) => [
  ...required(element, "type", /^(?:text|html)$/),
  ...notBlank(element),
  ...leaf(element, ["type"]),
];

const content: Check = (element) => {
  const base = element.attributes[`{${XML}}base`];
  return [...textConstruct(element), ...(base === undefined || URI.test(base) ? [] : [`xml:base is no URI: ${base}`])];
};

const generator: Check = (element) => [
  ...notBlank(element),
  ...leaf(element, ["uri", "version"]),
  ...optional(element, "uri", URI),
];

const category: Check = (element) => [
  ...leaf(element, ["term", "scheme", "label"]),
  ...required(element, "term", /\S/),
  ...optional(element, "scheme", URI),
  ...optional(element, "label", /\S/),
  ...empty(element),
];

const link: Check = (element) => [
  ...leaf(element, ["href", "rel", "type", "hreflang", "title", "length"]),
  ...required(element, "href", URI),
  ...required(element, "rel", /^(?:alternate|self|hub|enclosure|current|prev-archive|next-archive)$/),
  ...optional(element, "type", MEDIA_TYPE),
  ...optional(element, "hreflang", LANGUAGE),
  ...optional(element, "length", /^\d+$/),
  ...optional(element, "title", /\S/),
  ...empty(element),
];

const person: Check = (element) => [
  ...plain(element, { name: ["1", words], uri: ["?", uri], email: ["?", email] }),
  ...unknownAttributes(element, []),
];

const COMMON: Content = {
  id: ["1", uri],
  title: ["1", textConstruct],
  updated: ["1", instant],
  author: ["*", person],
  category: ["*", category],
  contributor: ["*", person],
  link: ["*", link],
  rights: ["?", textConstruct],
};

const entry: Check = (element) => {
  const links = childrenOf(element, "link");
  const bodies = [...childrenOf(element, "content"), ...childrenOf(element, "summary")];
  const alternates = links.filter(({ attributes }) => attributes.rel === "alternate");
  const needed = childrenOf(element, "content").length === 0 && alternates.length === 0;
  return [
    ...plain(element, { ...COMMON, content: ["?", content], published: ["?", instant], summary: ["?", textConstruct] }),
    ...(needed ? ["an entry without content needs a link"] : []),
    ...(bodies.length === 0 ? ["an entry without words"] : []),
    ...repeated(alternates),
  ];
};

const feed: Check = (element) => {
  const entries = childrenOf(element, "entry");
  const first = element.children.findIndex(({ name, namespace }) => name === "entry" && namespace === ATOM);
  const after = first === -1 ? [] : element.children.slice(first).filter(({ name }) => name !== "entry");
  const unsigned = entries.filter((one) => childrenOf(one, "author").length === 0);
  const ids = entries.flatMap((one) => childrenOf(one, "id").map(({ text }) => text));
  return [
    ...plain(element, {
      ...COMMON,
      generator: ["?", generator],
      icon: ["?", uri],
      logo: ["?", uri],
      subtitle: ["?", textConstruct],
      entry: ["*", entry],
    }),
    ...(LANGUAGE.test(element.attributes[`{${XML}}lang`] ?? "") ? [] : ["the feed says no language"]),
    ...(after.length > 0 ? ["metadata after the first entry"] : []),
    ...(unsigned.length > 0 && childrenOf(element, "author").length === 0 ? ["an entry without author"] : []),
    ...(new Set(ids).size === ids.length ? [] : ["two entries with one id"]),
    ...repeated(childrenOf(element, "link").filter(({ attributes }) => attributes.rel === "alternate")),
    ...childrenOf(element, "deleted-entry", TOMBSTONES).flatMap(tombstone),
  ];
};

const tombstone: Check = (element) => [
  ...required(element, "ref", URI),
  ...required(element, "when", INSTANT),
  ...empty(element),
];

/** Everything that is wrong with an Atom document; throws where it is not even XML. */
export function atomErrors(source: string): string[] {
  const { root } = parseXml(source);
  if (root.name !== "feed" || root.namespace !== ATOM) return ["the root is no Atom feed"];
  return feed(root);
}

/** An element of elements: no words between them, each of Atom's as often as it may stand; others are extensions. */
function plain(element: Element, content: Content): string[] {
  const own = element.children.filter(({ namespace }) => namespace === ATOM || namespace === "");
  const unknown = own.filter(({ name, namespace }) => namespace === "" || !(name in content));
  return [
    ...unknown.map(({ name }) => `${element.name} holds ${name}`),
    ...(element.text.trim() === "" ? [] : [`words in ${element.name}`]),
    ...Object.entries(content).flatMap(([name, [count, check]]) => {
      const found = childrenOf(element, name, ATOM);
      return [...counted(element.name, name, found.length, count), ...found.flatMap(check)];
    }),
  ];
}

function counted(parent: string, name: string, found: number, count: Count): string[] {
  const least = count === "1" || count === "+" ? 1 : 0;
  const most = count === "1" || count === "?" ? 1 : Number.POSITIVE_INFINITY;
  return found >= least && found <= most ? [] : [`${parent} holds ${found} ${name}`];
}

function notBlank({ name, text }: Element): string[] {
  return text.trim() === "" ? [`${name} is blank`] : [];
}

function leaf(element: Element, attributes: readonly string[]): string[] {
  const space = element.text !== element.text.trim() && element.name !== "content" && element.name !== "summary";
  return [
    ...(element.children.length === 0 ? [] : [`elements in ${element.name}`]),
    ...(space ? [`white space around ${element.name}`] : []),
    ...unknownAttributes(element, attributes),
  ];
}

function unknownAttributes(element: Element, known: readonly string[]): string[] {
  const unknown = Object.keys(element.attributes).filter((name) => !name.startsWith("{") && !known.includes(name));
  return unknown.map((name) => `${element.name} has an attribute ${name}`);
}

function required({ name, attributes }: Element, attribute: string, form: RegExp): string[] {
  const value = attributes[attribute];
  return value !== undefined && form.test(value) ? [] : [`${name} has ${attribute}=${value}`];
}

function optional(element: Element, attribute: string, form: RegExp): string[] {
  return element.attributes[attribute] === undefined ? [] : required(element, attribute, form);
}

function empty({ name, text }: Element): string[] {
  return text === "" ? [] : [`${name} is not empty`];
}

function repeated(alternates: readonly Element[]): string[] {
  const kinds = alternates.map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`);
  return new Set(kinds).size === kinds.length ? [] : ["two alternate links of one type and language"];
}
