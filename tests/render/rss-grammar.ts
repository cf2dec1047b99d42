import { childrenOf, type Element, parseXml, textOf } from "./strict-xml.ts";

/** RSS 2.0.11 with the RSS Advisory Board's profile, and what the W3C validator adds to them at its strictest. */

const ATOM = "http://www.w3.org/2005/Atom";
const DC = "http://purl.org/dc/elements/1.1/";
const CONTENT = "http://purl.org/rss/1.0/modules/content/";

const URI = /^[a-z][a-z\d+.-]*:[\w;/?:@&=+$.!~*'(),%#-]+$/i;
const DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;
const PERSON = /^[\w.+-]+@(?:[\w-]+\.)+[\w-]+ \([^()]+\)$/;
const TYPE = /^[^\s/]+\/[^\s/;]+(?:; ?\S+)?$/;
const CLOSING_TAG = /<\/\w+>/;
const REFERENCE_LIKE = /&#?\w|<[/a-z]/i;

type Check = (element: Element, lines: readonly string[]) => string[];

const uri: Check = ({ name, text }) => (URI.test(text) ? [] : [`${name} is no URI: ${text}`]);
const date: Check = ({ name, text }) => (DATE.test(text) && right(text) ? [] : [`${name} is no date: ${text}`]);
const personal: Check = ({ name, text }) => (PERSON.test(text) ? [] : [`${name} is no mail (name): ${text}`]);
const positive: Check = ({ name, text }) => (/^[1-9]\d*$/.test(text) ? [] : [`${name} is no positive number: ${text}`]);
const anything: Check = () => [];

/** Plain text: nothing that readers take for HTML, unless written with hexadecimal references on its first line. */
const words: Check = ({ name, text, line }, lines) => [
  ...(text.trim() === "" || text !== text.trim() ? [`${name} is blank or padded`] : []),
  ...(CLOSING_TAG.test(text) ? [`${name} holds a closing tag`] : []),
  ...(REFERENCE_LIKE.test(text) && !lines[line - 1]?.includes("&#x") ? [`${name} holds what looks like HTML`] : []),
];

const CHANNEL: Readonly<Record<string, Check>> = {
  title: words,
  link: uri,
  description: words,
  language: anything,
  copyright: words,
  managingEditor: personal,
  webMaster: personal,
  pubDate: date,
  lastBuildDate: date,
  category: words,
  generator: anything,
  docs: uri,
  ttl: positive,
  image: anything,
  item: anything,
};

const ITEM: Readonly<Record<string, Check>> = {
  title: words,
  link: uri,
  guid: anything,
  pubDate: date,
  author: personal,
  category: words,
  description: anything,
  enclosure: ({ attributes }) => [
    ...(/^https?:\/\/[\w.-]+\.[\w-]+(?::\d+)?\//i.test(attributes.url ?? "") ? [] : ["enclosure without url"]),
    ...(/^\d+$/.test(attributes.length ?? "") ? [] : ["enclosure without length"]),
    ...(TYPE.test(attributes.type ?? "") ? [] : ["enclosure without type"]),
  ],
  source: ({ attributes }) => (URI.test(attributes.url ?? "") ? [] : ["source without url"]),
  comments: uri,
};

const SEVERAL: ReadonlySet<string> = new Set(["category", "item"]);

/** Everything that is wrong with an RSS document; throws where it is not even XML. */
export function rssErrors(source: string): string[] {
  const { root } = parseXml(source);
  const lines = source.split("\n");
  const [channel] = childrenOf(root, "channel");
  if (root.name !== "rss" || root.attributes.version !== "2.0" || channel === undefined) return ["not RSS 2.0"];
  const items = childrenOf(channel, "item");
  const guids = items.map((item) => textOf(item, "guid"));
  const language = textOf(channel, "language") ?? root.attributes["{http://www.w3.org/XML/1998/namespace}lang"];
  return [
    ...checked(channel, CHANNEL, lines),
    ...["title", "link", "description"].filter((name) => textOf(channel, name) === undefined),
    ...(language === undefined ? ["no language"] : []),
    ...(new Set(guids).size === guids.length ? [] : ["two items with one guid"]),
    ...(firstItem(channel) < lastOther(channel) ? ["metadata after the first item"] : []),
    ...imageErrors(channel),
    ...items.flatMap((item) => itemErrors(item, lines)),
  ];
}

function checked(element: Element, known: Readonly<Record<string, Check>>, lines: readonly string[]): string[] {
  const own = element.children.filter(({ namespace }) => namespace === "");
  const names = own.map(({ name }) => name);
  const repeated = names.filter((name, index) => !SEVERAL.has(name) && names.indexOf(name) !== index);
  return [
    ...own.flatMap((child) => known[child.name]?.(child, lines) ?? [`${element.name} holds ${child.name}`]),
    ...repeated.map((name) => `${name} stands twice`),
  ];
}

function itemErrors(item: Element, lines: readonly string[]): string[] {
  const has = (name: string, namespace = ""): boolean => childrenOf(item, name, namespace).length > 0;
  const order = item.children.map(({ name }) => name);
  return [
    ...checked(item, ITEM, lines),
    ...(has("title") || has("description") ? [] : ["an item without words"]),
    ...(has("encoded", CONTENT) && order.indexOf("encoded") < order.indexOf("description") ? ["content first"] : []),
    ...(has("encoded", CONTENT) && !has("description") ? ["content without description"] : []),
    ...(has("author") && has("creator", DC) ? ["author and dc:creator"] : []),
    ...(has("source") && has("source", DC) ? ["source and dc:source"] : []),
    ...childrenOf(item, "updated", ATOM).flatMap(({ text }) => (text.endsWith("Z") ? [] : [`atom:updated ${text}`])),
    ...guidErrors(item),
  ];
}

function guidErrors(item: Element): string[] {
  const [guid] = childrenOf(item, "guid");
  if (guid === undefined) return ["an item without guid"];
  const isPermaLink = guid.attributes.isPermaLink ?? "true";
  if (isPermaLink !== "true" && isPermaLink !== "false") return [`isPermaLink=${isPermaLink}`];
  return isPermaLink === "false" || guid.text === textOf(item, "link") ? [] : [`${guid.text} is no permalink`];
}

function imageErrors(channel: Element): string[] {
  const [image] = childrenOf(channel, "image");
  if (image === undefined) return [];
  return [
    ...(URI.test(textOf(image, "url") ?? "") ? [] : ["an image without url"]),
    ...(textOf(image, "title") === textOf(channel, "title") ? [] : ["the image has another title"]),
    ...(textOf(image, "link") === textOf(channel, "link") ? [] : ["the image has another link"]),
  ];
}

function firstItem(channel: Element): number {
  const first = channel.children.findIndex(({ name }) => name === "item");
  return first === -1 ? Number.POSITIVE_INFINITY : first;
}

function lastOther(channel: Element): number {
  return channel.children.findLastIndex(({ name }) => name !== "item");
}

function right(text: string): boolean {
  return new Date(text).toUTCString() === text;
}
