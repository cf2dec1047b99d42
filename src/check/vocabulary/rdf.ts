import type { ElementSpec } from "../element.ts";
import { attributeOf } from "../element.ts";
import { rssRules } from "../rules/rss.ts";
import type { StartTag } from "../xml/handler.ts";
import { OPEN } from "./open.ts";

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

function isLiteral({ attributes }: StartTag): boolean {
  return attributes.some(
    ({ namespace, local, value }) => namespace === RDF && local === "parseType" && value === "Literal",
  );
}

/** Whatever RDF says in a vocabulary of its own: resources and properties in turns, never text next to elements. */
const STATEMENT: ElementSpec = {
  isOpen: true,
  onText: () => undefined,
  unlisted: (_parent, tag) => statementFor(tag),
  onClose: (element, scene) => {
    const isMixed = element.counts.size > 0 && element.text.trim() !== "";
    if (isMixed && attributeOf(element, "rdf:parseType") !== "Literal")
      scene.tell(element, rssRules.rdf, { detail: `text and elements are mixed in <${element.tag.local}>` });
  },
};

export function statementFor(tag: StartTag): ElementSpec {
  return isLiteral(tag) ? OPEN : STATEMENT;
}
