import type { Element, ElementSpec, Scene } from "./element.ts";
import { prefixIn } from "./naming.ts";
import { structureRules } from "./rules/structure.ts";
import { EVERYWHERE } from "./vocabulary/everywhere.ts";
import { isFreelyExtended, OPEN } from "./vocabulary/open.ts";
import type { StartTag } from "./xml/handler.ts";

/** What becomes of a child that its parent's spec doesn't list: it is reported, and what is in it is let be. */
export function unlistedSpec(parent: Element, tag: StartTag, name: string, scene: Scene): ElementSpec {
  const { format } = scene.setting();
  const prefix = prefixIn(name);
  const facts = { parent: parent.name, element: prefix === "?" ? `${tag.prefix}:${tag.local}` : name };
  const told = (rule: (typeof structureRules)[keyof typeof structureRules]): ElementSpec => {
    scene.tell(parent, rule, facts, tag.at);
    return OPEN;
  };
  if (parent.spec.isOpen) {
    const isForeign = format === "rss" && tag.namespace === "" && prefixIn(parent.name) !== "";
    return isForeign ? told(structureRules.noNamespace) : OPEN;
  }
  if (tag.namespace === "" && format !== "rss" && format !== "unknown" && format !== "opml")
    return told(structureRules.undeterminable);
  if (parent.spec.value !== undefined) return told(structureRules.unknownElement);
  if (prefix === "?") return OPEN;
  if (prefix === "xhtml") return told(structureRules.misplacedHtml);
  if (isFreelyExtended(prefix)) return told(structureRules.unknownExtension);
  const usual = EVERYWHERE[name];
  if (usual !== undefined) {
    scene.tell(parent, structureRules.questionable, facts, tag.at);
    return typeof usual.spec === "function" ? OPEN : usual.spec;
  }
  return told(structureRules.unknownElement);
}
