import type { Child, Element, ElementSpec, Scene } from "../element.ts";
import { attributeOf, optional } from "../element.ts";
import { htmlContent } from "../html/content.ts";
import { plainText } from "../html/plain.ts";
import { structureRules } from "../rules/structure.ts";
import { mailDate, w3cDate } from "../values/dates.ts";
import { mailContact } from "../values/mail.ts";
import { language, positive, present } from "../values/plain.ts";
import { anyUri, webUrl } from "../values/uri.ts";
import { all } from "../values/value.ts";
import { GEOGRAPHY } from "./geography.ts";
import { each, leaf, many, OPEN, once } from "./open.ts";

/** An address in the attribute rdf:resource, which only RSS 1.0 has to give. */
export const RESOURCE: ElementSpec = {
  ...leaf(undefined, { "rdf:resource": optional(anyUri), "dc:title": optional() }),
  onOpen: (element: Element, scene: Scene) => {
    if (scene.setting().format === "rss1" && attributeOf(element, "rdf:resource") === undefined)
      scene.tell(element, structureRules.missingAttribute, { attribute: "rdf:resource" });
  },
};

/** Extensions whose elements say something about whatever they stand in. */
export const EVERYWHERE: Readonly<Record<string, Child>> = {
  ...GEOGRAPHY,
  ...each("dc:title dc:description dc:type dc:format dc:source", once(leaf())),
  ...each("dc:publisher dc:contributor dc:identifier dc:relation dc:coverage", many(leaf())),
  "dc:language": once(leaf(language)),
  "dc:rights": once(leaf(plainText)),
  ...each("dcterms:alternative dcterms:audience", many(leaf())),
  ...each(
    "dcterms:abstract dcterms:dateAccepted dcterms:dateCopyrighted dcterms:dateSubmitted dcterms:mediator",
    once(leaf()),
  ),
  ...each("dcterms:created dcterms:issued dcterms:modified", once(leaf(w3cDate))),
  "dcterms:extent": once(leaf(all(present, positive))),
  "dcterms:tableOfContents": once(RESOURCE),
  ...each(
    "dcterms:isVersionOf dcterms:hasVersion dcterms:isReplacedBy dcterms:replaces dcterms:isRequiredBy dcterms:requires dcterms:isPartOf dcterms:hasPart dcterms:isReferencedBy dcterms:references dcterms:isFormatOf dcterms:hasFormat dcterms:conformsTo rdfs:seeAlso",
    many(RESOURCE),
  ),
  ...each(
    "dcterms:valid dcterms:available dcterms:spatial dcterms:temporal dcterms:accessRights dcterms:accrualMethod dcterms:accrualPeriodicity dcterms:accrualPolicy dcterms:bibliographicCitation dcterms:educationLevel dcterms:instructionalMethod dcterms:license dcterms:provenance dcterms:rightsHolder rdf:RDF rdf:type rdf:Description",
    many(OPEN),
  ),
  ...each("opml:dateCreated opml:dateModified", once(leaf(mailDate))),
  "opml:ownerName": once(leaf(htmlContent)),
  "opml:ownerEmail": once(leaf(mailContact)),
  "opml:ownerId": once(leaf(webUrl)),
};
