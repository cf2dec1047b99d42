import type { ElementSpec } from "../element.ts";
import { has, optional, required } from "../element.ts";
import { plainText } from "../html/plain.ts";
import { structureRules } from "../rules/structure.ts";
import { textRules } from "../rules/text.ts";
import { mailAddress } from "../values/mail.ts";
import { present, withoutAddress } from "../values/plain.ts";
import { absoluteIri, anyIri, anyUri } from "../values/uri.ts";
import type { Value } from "../values/value.ts";
import { all } from "../values/value.ts";
import { each, leaf, many, OPEN, once } from "./open.ts";

/** A value that has to stand right between its tags. */
export function tight(judge: Value): ElementSpec {
  return {
    isExact: true,
    value: (value, tell, setting) => {
      const trimmed = value.trim();
      if (trimmed !== value) tell(textRules.space, { value });
      judge(trimmed, tell, setting);
    },
  };
}

export const PERSON: ElementSpec = {
  attributes: { "rdf:parseType": optional() },
  children: {
    ...each("name atom:name", once(leaf(all(present, plainText, withoutAddress)))),
    ...each("email atom:email", once(leaf(mailAddress))),
    ...each("uri atom:uri", once(tight(all(present, anyIri)))),
    ...each("foaf:workplaceHomepage foaf:homepage foaf:weblog foaf:plan foaf:firstName xhtml:div", many(OPEN)),
  },
  onClose: (element, scene, end) => {
    if (!has(element, "name") && !has(element, "atom:name"))
      scene.tell(element, structureRules.missing, { parent: element.name, element: "name" }, end);
  },
};

export const CATEGORY: ElementSpec = {
  attributes: { term: required(present), scheme: optional(absoluteIri), label: optional(plainText) },
  isOpen: true,
};

export const GENERATOR: ElementSpec = leaf(all(present, plainText), { uri: optional(anyUri), version: optional() });
