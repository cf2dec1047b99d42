import type { Rule } from "../rule.ts";
import { contentRules } from "../rules/content.ts";
import type { Tell, Value } from "../values/value.ts";
import { ENDS_BY_ITSELF, RAW_ELEMENTS, REMOVED_ELEMENTS, SHOWN_ELEMENTS, VOID_ELEMENTS } from "./tables.ts";

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
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

/** HTML as a feed carries it: a fragment, shown by a reader that runs nothing and knows no site. */
export const htmlContent: Value = (html, tell, { format }) => {
  if (!html.includes("<")) return;
  const relative = format === "atom" ? contentRules.relativeInAtom : contentRules.relative;
  const open: Open[] = [];
  TAG.lastIndex = 0;
  for (let found = TAG.exec(html); found !== null; found = TAG.exec(html)) {
    const [, slash, written = "", attributes = ""] = found;
    const name = written.toLowerCase();
    const tag = { name, offset: found.index };
    if (slash === "/") closed(name, found.index, open, tell);
    else if (name !== "") opened(tag, attributes, open, tell, relative);
    if (slash === "" && RAW_ELEMENTS.has(name)) TAG.lastIndex = rawEnd(html, name, TAG.lastIndex);
  }
  unclosedTold(open, tell);
};

function opened(tag: Open, attributes: string, open: Open[], tell: Tell, relative: Rule): void {
  elementTold(tag.name, tag.offset, tell);
  if (attributes !== "") attributesTold(tag.name, attributes, tag.offset, tell, relative);
  if (!VOID_ELEMENTS.has(tag.name) && !attributes.endsWith("/")) open.push(tag);
}

function rawEnd(html: string, name: string, from: number): number {
  const end = html.toLowerCase().indexOf(`</${name}`, from);
  return end < 0 ? html.length : end;
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
