import type { Element, ElementSpec, Kind, Scene } from "../element.ts";
import { attributeOf, optional } from "../element.ts";
import { htmlContent } from "../html/content.ts";
import { plainText, undeclaredText } from "../html/plain.ts";
import type { Position } from "../reporter.ts";
import { atomRules } from "../rules/atom.ts";
import { structureRules } from "../rules/structure.ts";
import { textRules } from "../rules/text.ts";
import { isMediaType } from "../values/plain.ts";
import { anyUri } from "../values/uri.ts";
import type { Value } from "../values/value.ts";
import type { StartTag, XmlAttribute } from "../xml/handler.ts";
import { positionFrom, positionIn } from "../xml/lines.ts";
import { OPEN } from "./open.ts";
import { DIV, XHTML } from "./xhtml.ts";

const ATTRIBUTES = { type: optional(), src: optional(anyUri) };
const XML_TYPE = /[+/]xml$/i;

/** Tells of a type that is none of those that the element may have. */
function typeTold(element: Element, type: string | undefined, isContent: boolean, scene: Scene): void {
  if (type === undefined) return;
  const within = element.attributes.get("type")?.within;
  const at = within && positionFrom(element.tag.at, within);
  if (type === "") scene.tell(element, atomRules.typeBlank, { attribute: "type" }, at);
  const isPlain = ["text", "html", "xhtml"].includes(type) && attributeOf(element, "src") === undefined;
  if (isContent && !isPlain && (!isMediaType(type) || type === "multipart/alternative")) {
    if (type !== "" || attributeOf(element, "src") !== undefined)
      scene.tell(element, atomRules.contentType, { value: type }, at);
  } else if (!isContent && !isPlain) {
    if (type !== "") scene.tell(element, atomRules.textType, { value: type }, at);
  }
}

function isBase64(type: string): boolean {
  return type.includes("/") && !XML_TYPE.test(type) && !type.startsWith("text/");
}

const base64: Value = (value, tell) => {
  const text = value.replace(/\s/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) tell(atomRules.base64);
};

/** Elements in text that may have none. */
function noElements(parent: Element, tag: StartTag, name: string, scene: Scene): ElementSpec {
  if (attributeOf(parent, "mode") === "escaped") scene.tell(parent, atomRules.escaped, {}, tag.at);
  scene.tell(parent, structureRules.unknownElement, { parent: parent.name, element: name }, tag.at);
  return OPEN;
}

/** XHTML: one `<div>`, and nothing around it. */
function divs(parent: Element, tag: StartTag, _name: string, scene: Scene): ElementSpec {
  if (attributeOf(parent, "mode") === "escaped") scene.tell(parent, atomRules.escaped, {}, tag.at);
  if (tag.namespace === XHTML && tag.local === "div") return ONE_DIV;
  scene.tell(parent, atomRules.div, {}, tag.at);
  return OPEN;
}

function outsideDiv(element: Element, text: string, at: Position, scene: Scene): void {
  const first = text.search(/\S/);
  if (first >= 0 && !element.counts.has("xhtml:div"))
    scene.tell(element, atomRules.div, {}, positionIn(text, first, at));
}

function blankTold(element: Element, scene: Scene): void {
  if (element.text.trim() === "" && element.counts.size === 0 && attributeOf(element, "src") === undefined)
    scene.tell(element, textRules.blank, { what: `<${element.name}>` });
}

function valueFor(type: string): Value {
  if (type === "html") return htmlContent;
  if (/^text\/html$/i.test(type)) return htmlDocument(type);
  return isBase64(type) ? base64With(type) : undeclaredText;
}

function base64With(type: string): Value {
  return (value, tell, setting) =>
    base64(value, (rule, facts, offset) => tell(rule, { ...facts, type }, offset), setting);
}

function htmlDocument(type: string): Value {
  return (value, tell, setting) => {
    if (!/<html/i.test(value)) tell(atomRules.fragment, { type });
    htmlContent(value, tell, setting);
  };
}

function construct(isContent: boolean): Kind {
  const usual = new Map(["text", "html"].map((type) => [type, specOf(isContent, type, undefined)]));
  return (attributes: ReadonlyMap<string, XmlAttribute>) => {
    const type = attributes.get("type")?.value;
    const source = attributes.get("src")?.value;
    return (source === undefined ? usual.get(type ?? "") : undefined) ?? specOf(isContent, type, source);
  };
}

function specOf(isContent: boolean, type: string | undefined, source: string | undefined): ElementSpec {
  const onOpen = (element: Element, scene: Scene): void => {
    typeTold(element, type, isContent, scene);
    if (source !== undefined && type === undefined) scene.tell(element, atomRules.sourceType);
  };
  const shared = { attributes: ATTRIBUTES, onOpen, onClose: blankTold };
  if (source !== undefined) return { ...shared, unlisted: noElements };
  if (type === "xhtml") return { ...shared, onText: outsideDiv, unlisted: divs };
  if (type !== undefined && XML_TYPE.test(type)) return { ...shared, isOpen: true };
  return { ...shared, value: valueFor(type ?? "text"), unlisted: noElements, onText: mixedTold };
}

/** Text after an element in text: both can't be. */
function mixedTold(element: Element, text: string, at: Position, scene: Scene): void {
  const first = text.search(/\S/);
  if (first >= 0 && element.counts.size > 0)
    scene.tell(element, structureRules.text, { value: text.trim() }, positionIn(text, first, at));
}

const notInline: Value = (value, tell, setting) =>
  plainText(
    value,
    (rule, facts, offset) => tell(rule === textRules.markup ? atomRules.notInline : rule, facts, offset),
    setting,
  );

/** The one `<div>`. If nothing but text is in it, that text is looked at for tags that were escaped by mistake. */
const ONE_DIV: ElementSpec = {
  ...DIV,
  onText: () => undefined,
  onClose: (element, scene) => {
    if (element.counts.size === 0) scene.judge(element, `<${element.name}>`, element.text.trim(), notInline);
  },
};

/** A text construct (RFC 4287, 3.1): title, subtitle, summary, rights. */
export const TEXT: Kind = construct(false);

/** `<content>` (RFC 4287, 4.1.3). */
export const CONTENT: Kind = construct(true);
