import type { Element, ElementSpec, Scene } from "../element.ts";
import { REMOVED_ELEMENTS, SHOWN_ELEMENTS } from "../html/tables.ts";
import { exactPrefixOf } from "../names.ts";
import { contentRules } from "../rules/content.ts";
import { structureRules } from "../rules/structure.ts";
import type { StartTag } from "../xml/handler.ts";
import { positionFrom } from "../xml/lines.ts";
import { OPEN } from "./open.ts";

export const XHTML = "http://www.w3.org/1999/xhtml";

/** Vocabularies that may stand in XHTML. */
const EMBEDDED = new Set(["svg", "mathml"]);

function inside(parent: Element, tag: StartTag, name: string, scene: Scene): ElementSpec {
  const prefix = exactPrefixOf(tag.namespace);
  if (tag.namespace === "") {
    scene.tell(parent, contentRules.foreignInXhtml, { tag: tag.local }, tag.at);
    return OPEN;
  }
  if (prefix !== undefined && prefix !== "xhtml" && !EMBEDDED.has(prefix)) {
    scene.tell(parent, structureRules.unknownElement, { parent: parent.name, element: name }, tag.at);
    return OPEN;
  }
  if (prefix === "xhtml") elementTold(parent, tag, scene);
  return DIV;
}

function elementTold(parent: Element, tag: StartTag, scene: Scene): void {
  const facts = { tag: tag.local, what: `<${parent.name}>` };
  if (REMOVED_ELEMENTS.has(tag.local)) scene.tell(parent, contentRules.active, facts, tag.at);
  else if (!SHOWN_ELEMENTS.has(tag.local)) scene.tell(parent, contentRules.unknownElement, facts, tag.at);
  for (const { local, within } of tag.attributes)
    if (local.startsWith("on"))
      scene.tell(parent, contentRules.handler, { ...facts, attribute: local }, positionFrom(tag.at, within));
}

/** A piece of XHTML, and each of its elements. */
export const DIV: ElementSpec = { isOpen: true, unlisted: inside };
