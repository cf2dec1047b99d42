import type { Child, Element, ElementSpec, Scene } from "../element.ts";
import { attributeOf, childOf, has, optional, required } from "../element.ts";
import { htmlContent } from "../html/content.ts";
import { plainText } from "../html/plain.ts";
import type { Position } from "../reporter.ts";
import { dateRules } from "../rules/dates.ts";
import { rssRules } from "../rules/rss.ts";
import { uriRules } from "../rules/uri.ts";
import { mailDate } from "../values/dates.ts";
import { namedContact } from "../values/mail.ts";
import { mediaType, present } from "../values/plain.ts";
import { absoluteUri, isAbsoluteUri, webUrl } from "../values/uri.ts";
import type { Value } from "../values/value.ts";
import { all } from "../values/value.ts";
import { doubledTold } from "./doubled.ts";
import { ITEM_EXTENSIONS } from "./item-extensions.ts";
import { itunesItemTold } from "./itunes.ts";
import { leaf, many, once } from "./open.ts";

const enclosureLength: Value = (value, tell) => {
  if (!/^\s*\+?\d+\s*$/.test(value)) tell(rssRules.enclosureLength, { value });
};

const ENCLOSURE: ElementSpec = {
  attributes: { url: required(webUrl), length: required(enclosureLength), type: required(mediaType) },
};

/** An id is an address unless it says that it is none. */
function guidTold(element: Element, scene: Scene): void {
  const value = element.text.trim();
  const isPermaLink = attributeOf(element, "isPermaLink") ?? "true";
  if (isPermaLink !== "true" && isPermaLink !== "false")
    scene.tell(element, rssRules.isPermaLink, { value: isPermaLink });
  if (isPermaLink === "true") permalinkTold(element, value, scene);
  else if (/^\d{0,8}$/.test(value) && value !== "") scene.tell(element, rssRules.guidShort, { value });
  if (value !== "" && !scene.isNew("guid", value)) scene.tell(element, rssRules.guidRepeated, { value });
}

function permalinkTold(element: Element, value: string, scene: Scene): void {
  const scheme = /^(tag|urn:uuid):/i.exec(value)?.[1];
  if (scheme !== undefined) scene.tell(element, rssRules.guidPermalinkTag, { scheme });
  else if (!isAbsoluteUri(value)) scene.tell(element, uriRules.permalinkForm, { value });
}

const CORE: Readonly<Record<string, Child>> = {
  title: once(leaf(all(present, plainText))),
  link: once(leaf(absoluteUri)),
  description: once(leaf(htmlContent)),
  author: once(leaf(namedContact)),
  category: many(leaf(all(present, plainText), { domain: optional() })),
  comments: once(leaf(absoluteUri)),
  enclosure: once(ENCLOSURE, rssRules.enclosureRepeated),
  guid: once({ ...leaf(present, { isPermaLink: optional() }), onClose: guidTold }),
  pubDate: once(leaf(mailDate)),
  source: once(leaf(plainText, { url: required(absoluteUri) })),
};

export const ITEM: ElementSpec = {
  isStreamed: true,
  children: { ...ITEM_EXTENSIONS, ...CORE },
  onOpen: (element, scene) => {
    if (!scene.notes.has("first item"))
      scene.notes.set("first item", String((element.parent?.children.length ?? 1) - 1));
  },
  onClose: itemTold,
};

function itemTold(element: Element, scene: Scene, end: Position): void {
  if (!has(element, "title") && !has(element, "description")) scene.tell(element, rssRules.itemEmpty, {}, end);
  if (!has(element, "guid") && scene.setting().version.startsWith("2.")) scene.tell(element, rssRules.noGuid, {}, end);
  if (!has(element, "pubDate") && !has(element, "dc:date")) scene.tell(element, dateRules.none);
  if (has(element, "slash:comments")) scene.notes.set("slash:comments", "");
  const id = childOf(element, "atom:id");
  const value = id?.text.trim() ?? "";
  if (id && value !== "" && !scene.isNew("atom:id", value)) scene.tell(id, rssRules.guidRepeated, { value });
  contentTold(element, scene);
  doubledTold(element, scene);
  itunesItemTold(element, scene);
}

function contentTold(element: Element, scene: Scene): void {
  const content = childOf(element, "content:encoded");
  const order = element.children.map(({ name }) => name);
  const description = order.indexOf("description");
  if (content && (description < 0 || description > order.indexOf("content:encoded")))
    scene.tell(content, rssRules.contentFirst);
  for (const name of ["atom:content", "xhtml:body"]) {
    const double = childOf(element, name);
    if (double) scene.tell(double, rssRules.doubleContent, { element: name });
  }
}
