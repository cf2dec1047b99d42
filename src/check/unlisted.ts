import type { Element, ElementSpec, Scene } from "./element.ts";
import { prefixIn } from "./naming.ts";
import type { Rule } from "./rule.ts";
import { structureRules } from "./rules/structure.ts";
import { EVERYWHERE } from "./vocabulary/everywhere.ts";
import { isElsewhere, isFreelyExtended, OPEN } from "./vocabulary/open.ts";
import { statementFor } from "./vocabulary/rdf.ts";
import type { StartTag } from "./xml/handler.ts";

/** What becomes of a child that its parent's spec doesn't list: it is reported, and what is in it is let be. */
export function unlistedSpec(parent: Element, tag: StartTag, name: string, scene: Scene): ElementSpec {
  const rule = ruleFor(parent, tag, name, scene);
  const known = prefixIn(name) !== "?";
  const facts = { parent: parent.name, element: known ? name : `${tag.prefix}:${tag.local}` };
  if (rule !== undefined) scene.tell(parent, rule, facts, tag.at);
  else if (!parent.spec.isOpen && scene.setting().format === "rss1") return statementFor(tag);
  const usual = rule === structureRules.questionable ? EVERYWHERE[name]?.spec : undefined;
  return typeof usual === "object" ? usual : OPEN;
}

/** Formats whose own elements have no namespace. */
const WITHOUT_NAMESPACE = new Set(["rss", "opml", "unknown"]);

function ruleFor(parent: Element, tag: StartTag, name: string, scene: Scene): Rule | undefined {
  const { format } = scene.setting();
  const prefix = prefixIn(name);
  if (parent.spec.isOpen) {
    const isForeign = format === "rss" && tag.namespace === "" && prefixIn(parent.name) !== "";
    return isForeign ? structureRules.noNamespace : undefined;
  }
  if (tag.namespace === "" && !WITHOUT_NAMESPACE.has(format)) return structureRules.undeterminable;
  if (parent.spec.value !== undefined) return structureRules.unknownElement;
  return isElsewhere(prefix) ? undefined : ruleByPrefix(prefix, name);
}

function ruleByPrefix(prefix: string, name: string): Rule {
  if (prefix === "xhtml") return structureRules.misplacedHtml;
  if (isFreelyExtended(prefix)) return structureRules.unknownExtension;
  return Object.hasOwn(EVERYWHERE, name) || ATOM.has(name)
    ? structureRules.questionable
    : structureRules.unknownElement;
}

/** Atom's elements: where they say nothing they do no harm either. */
const ATOM = new Set(
  "author category content contributor generator icon id link logo published rights subtitle summary title updated"
    .split(" ")
    .map((name) => `atom:${name}`),
);
