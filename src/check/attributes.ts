import type { Element, ElementSpec, Scene } from "./element.ts";
import type { Position } from "./reporter.ts";
import { structureRules } from "./rules/structure.ts";
import { language } from "./values/plain.ts";
import { anyIri } from "./values/uri.ts";
import type { XmlAttribute } from "./xml/handler.ts";
import { positionFrom } from "./xml/lines.ts";

/** Attributes that every element may have (XML 1.0, 2.10 and 2.12; XML Base; xml:id). */
const EVERYWHERE = new Set(["xml:base", "xml:id", "xml:lang", "xml:space"]);

const REQUIRED = new WeakMap<ElementSpec, readonly string[]>();

/** The attributes that a spec demands: looked for once, not at each element. */
function requiredBy(spec: ElementSpec): readonly string[] {
  const before = REQUIRED.get(spec);
  if (before !== undefined) return before;
  const names = Object.entries(spec.attributes ?? {}).flatMap(([name, { isRequired }]) => (isRequired ? [name] : []));
  REQUIRED.set(spec, names);
  return names;
}

/** Judges the attributes of an element that has just been opened. */
export function attributesTold(element: Element, scene: Scene): void {
  const { spec, attributes } = element;
  if (spec.attributes === undefined && attributes.size === 0) return;
  for (const attribute of requiredBy(spec))
    if (!attributes.has(attribute)) scene.tell(element, structureRules.missingAttribute, { attribute });
  for (const [attribute, given] of attributes) attributeTold(element, attribute, given, scene);
}

function attributeTold(element: Element, attribute: string, given: XmlAttribute, scene: Scene): void {
  const { value, namespace } = given;
  const at = positionFrom(element.tag.at, given.within);
  const { attributes = {} } = element.spec;
  // A document may call an attribute "constructor", which every object inherits.
  const wanted = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
  const what = `the attribute “${attribute}” of <${element.name}>`;
  if (wanted?.value !== undefined) scene.judge(element, what, value, wanted.value, at);
  else if (wanted === undefined && EVERYWHERE.has(attribute)) commonTold(element, attribute, value, at, scene);
  else if (wanted === undefined && !element.spec.isOpen && !element.spec.takesAnyAttribute)
    unexpectedTold(element, attribute, namespace, at, scene);
}

function commonTold(element: Element, attribute: string, value: string, at: Position, scene: Scene): void {
  const what = `the attribute “${attribute}” of <${element.name}>`;
  if (attribute === "xml:lang" && value !== "") scene.judge(element, what, value, language, at);
  if (attribute === "xml:base") scene.judge(element, what, value, anyIri, at);
}

function unexpectedTold(element: Element, attribute: string, namespace: string, at: Position, scene: Scene): void {
  if (!attribute.startsWith("?:")) scene.tell(element, structureRules.unknownAttribute, { attribute }, at);
  else if (scene.setting().format === "rss" && !element.name.includes(":"))
    scene.tell(element, structureRules.extensionAttribute, { attribute: `${attribute.slice(2)} (${namespace})` }, at);
}
