import type { Rule } from "../rule.ts";
import { contentRules } from "../rules/content.ts";
import type { Tell, Value } from "../values/value.ts";
import { mild } from "../values/value.ts";
import { tagEnd } from "../xml/tags.ts";
import { ENDS_BY_ITSELF, RAW_ELEMENTS, REMOVED_ELEMENTS, SHOWN_ELEMENTS, VOID_ELEMENTS } from "./tables.ts";

const OPENING = /<(?:!--[\s\S]*?(?:-->|$)|(\/?)([a-zA-Z][^\s/>"']*))/g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const RISKY_STYLE =
  /expression\s*\(|javascript:|behaviou?r\s*:|-moz-binding|@import|position\s*:\s*(?:fixed|absolute)/i;
const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|$)/i;

/** Addresses that a reader has to resolve. */
const ADDRESSES: Readonly<Record<string, string>> = {
  a: "href",
  area: "href",
  img: "src",
  audio: "src",
  video: "src",
  source: "src",
  iframe: "src",
};

interface Open {
  readonly name: string;
  readonly offset: number;
}

/** A body that nests deeper is no text: what is wrong with it is said by then. */
const DEEPEST = 500;
/** A broken template breaks each paragraph: a few of them tell the story. */
const MOST_OF_ONE_RULE = 10;

/** HTML as a feed carries it: a fragment, shown by a reader that runs nothing and knows no site. */
export const htmlContent: Value = mild((html, tell, { format }) => {
  if (!html.includes("<")) return;
  const relative = format === "atom" ? contentRules.relativeInAtom : contentRules.relative;
  const open: Open[] = [];
  const few = atFirst(tell);
  OPENING.lastIndex = 0;
  for (let found = OPENING.exec(html); found !== null && open.length < DEEPEST; found = OPENING.exec(html)) {
    const { 0: whole, 1: slash, 2: written, index } = found;
    if (written === undefined) continue;
    const end = tagEnd(html, index + whole.length);
    if (end < 0) break;
    const name = written.toLowerCase();
    const attributes = html.slice(index + whole.length, end);
    if (slash === "/") closed(name, index, open, few);
    else opened({ name, offset: index }, attributes, open, few, relative);
    OPENING.lastIndex = slash === "" && RAW_ELEMENTS.has(name) ? rawEnd(html, name, end) : end + 1;
  }
  unclosedTold(open, few);
});

function atFirst(tell: Tell): Tell {
  const counts = new Map<string, number>();
  return (rule, facts, offset) => {
    const count = (counts.get(rule.id) ?? 0) + 1;
    counts.set(rule.id, count);
    if (count <= MOST_OF_ONE_RULE) tell(rule, facts, offset);
  };
}

function opened(tag: Open, attributes: string, open: Open[], tell: Tell, relative: Rule): void {
  elementTold(tag.name, tag.offset, tell);
  if (attributes !== "") attributesTold(tag.name, attributes, tag.offset, tell, relative);
  if (!VOID_ELEMENTS.has(tag.name) && !attributes.endsWith("/")) open.push(tag);
}

/** Where the end tag of an element begins whose content is no HTML. */
function rawEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, "gi");
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

function elementTold(name: string, offset: number, tell: Tell): void {
  if (SHOWN_ELEMENTS.has(name)) return;
  if (REMOVED_ELEMENTS.has(name)) tell(contentRules.active, { tag: name }, offset);
  else if (!name.includes("-")) tell(contentRules.unknownElement, { tag: name }, offset);
}

function closed(name: string, offset: number, open: Open[], tell: Tell): void {
  let at = open.length - 1;
  while (at >= 0 && open[at]?.name !== name) at -= 1;
  if (at < 0) {
    if (!ENDS_BY_ITSELF.has(name) && !VOID_ELEMENTS.has(name)) tell(contentRules.stray, { tag: name }, offset);
    return;
  }
  unclosedTold(open.splice(at).slice(1), tell);
}

function unclosedTold(left: readonly Open[], tell: Tell): void {
  for (const { name, offset } of left)
    if (!ENDS_BY_ITSELF.has(name)) tell(contentRules.unclosed, { tag: name }, offset);
}

function attributesTold(name: string, attributes: string, offset: number, tell: Tell, relative: Rule): void {
  for (const [, written = "", double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    const attribute = written.toLowerCase();
    const value = (double ?? single ?? bare ?? "").trim();
    if (attribute.startsWith("on")) tell(contentRules.handler, { attribute, tag: name }, offset);
    else if (attribute === "style" && RISKY_STYLE.test(value)) tell(contentRules.style, { value }, offset);
    else if (ADDRESSES[name] === attribute) {
      if (/^\s*javascript:/i.test(value)) tell(contentRules.handler, { attribute, tag: name }, offset);
      else if (!ABSOLUTE.test(value)) tell(relative, { value, attribute }, offset);
    }
  }
}
