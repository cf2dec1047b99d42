import type { AttributeSpec, Child, Element, ElementSpec, Scene } from "../element.ts";
import { attributeOf, has, optional } from "../element.ts";
import { htmlContent } from "../html/content.ts";
import { plainText } from "../html/plain.ts";
import type { Position } from "../reporter.ts";
import { rssRules } from "../rules/rss.ts";
import { structureRules } from "../rules/structure.ts";
import { fieldName, present } from "../values/plain.ts";
import { absoluteUri, anyUri } from "../values/uri.ts";
import { all } from "../values/value.ts";
import type { StartTag } from "../xml/handler.ts";
import { CHANNEL_EXTENSIONS } from "./channel-extensions.ts";
import { EVERYWHERE, RESOURCE } from "./everywhere.ts";
import { ITEM_EXTENSIONS } from "./item-extensions.ts";
import { each, leaf, many, OPEN, once } from "./open.ts";
import { IMAGE } from "./rss-channel.ts";

const RSS_1 = "http://purl.org/rss/1.0/";
const RSS_090 = "http://my.netscape.com/rdf/simple/0.9/";

/** The frame of RSS 1.0: who has to be named, and by what. RDF's own rules are checked where they are simple. */
const ABOUT: Readonly<Record<string, AttributeSpec>> = { "rdf:about": optional(anyUri) };
/** Attributes by which RDF describes a property. */
const PROPERTY: Readonly<Record<string, AttributeSpec>> = {
  "rdf:parseType": {},
  "rdf:datatype": {},
  "rdf:resource": {},
};
/** RDF's own words, which are no properties (RDF/XML, 5.1). */
const NO_PROPERTY = new Set(
  "rdf:RDF rdf:ID rdf:about rdf:parseType rdf:nodeID rdf:bagID rdf:Description rdf:aboutEach".split(" "),
);

function isOld(element: Element): boolean {
  return element.tag.namespace === RSS_090;
}

function aboutTold(element: Element, scene: Scene): void {
  if (isOld(element)) return;
  const about = attributeOf(element, "rdf:about");
  if (about === undefined) scene.tell(element, structureRules.missingAttribute, { attribute: "rdf:about" });
  else if (!scene.isNew("rdf:about", about))
    scene.tell(element, rssRules.rdf, { detail: `two resources are about “${about}”` });
}

function property(spec: ElementSpec): ElementSpec {
  return { ...spec, attributes: { ...spec.attributes, ...PROPERTY }, onOpen: propertyTold };
}

function propertyTold(element: Element, scene: Scene): void {
  for (const name of element.attributes.keys())
    if (NO_PROPERTY.has(name) && name !== "rdf:parseType")
      scene.tell(element, rssRules.rdf, { detail: `${name} can't stand on a property` });
}

const LI: ElementSpec = { attributes: { resource: optional(), "rdf:resource": optional() }, unlisted: () => OPEN };
const ITEMS: ElementSpec = {
  attributes: PROPERTY,
  children: { "rdf:Seq": many({ children: { "rdf:li": many(LI) } }) },
};

const LABELS: Readonly<Record<string, Child>> = each("rdfs:label rdfs:comment", many(leaf()));

function needsItems(element: Element, scene: Scene, end: Position): void {
  if (has(element, "items") || isOld(element) || attributeOf(element, "rdf:about") === undefined) return;
  scene.tell(element, structureRules.missing, { parent: "channel", element: "items" }, end);
}

const CHANNEL: ElementSpec = {
  attributes: ABOUT,
  children: {
    ...CHANNEL_EXTENSIONS,
    ...LABELS,
    title: once(property(leaf(all(present, plainText)))),
    link: once(property(leaf(absoluteUri))),
    description: once(property(leaf(plainText))),
    image: once({ attributes: PROPERTY, isOpen: true }),
    ...each("textinput textInput", once({ attributes: PROPERTY, isOpen: true })),
    items: once(ITEMS),
  },
  needs: { title: rssRules.channelTitle, link: rssRules.channelLink, description: rssRules.channelDescription },
  onOpen: aboutTold,
  onClose: needsItems,
};

const TRACKBACKS: Readonly<Record<string, Child>> = {
  "trackback:ping": once(RESOURCE),
  "trackback:about": many(RESOURCE),
};

const ITEM: ElementSpec = {
  attributes: ABOUT,
  isStreamed: true,
  children: {
    ...ITEM_EXTENSIONS,
    ...LABELS,
    ...TRACKBACKS,
    title: once(property(leaf(all(present, plainText)))),
    link: once(property(leaf(absoluteUri))),
    description: once(property(leaf(htmlContent))),
  },
  needs: { title: structureRules.missing, link: structureRules.missing },
  onOpen: aboutTold,
};

const PICTURE: ElementSpec = { ...IMAGE, attributes: { ...ABOUT, ...PROPERTY }, onOpen: aboutTold };

const TEXT_INPUT: ElementSpec = {
  attributes: ABOUT,
  children: {
    ...EVERYWHERE,
    title: once(leaf(plainText)),
    description: once(leaf()),
    name: once(leaf(fieldName)),
    link: once(leaf(absoluteUri)),
    ...each("dc:creator dc:subject dc:date", many(OPEN)),
  },
  needs: {
    title: structureRules.missing,
    description: structureRules.missing,
    name: structureRules.missing,
    link: structureRules.missing,
  },
  onOpen: aboutTold,
};

/** Resources of other vocabularies may stand next to the channel. */
function others(_parent: Element, tag: StartTag, name: string): ElementSpec | undefined {
  return name.includes(":") && tag.namespace !== "" && !name.startsWith("rss") ? OPEN : undefined;
}

export const RDF: ElementSpec = {
  unlisted: others,
  children: {
    channel: once(CHANNEL),
    item: many(ITEM),
    image: many(PICTURE),
    ...each("textinput textInput", many(TEXT_INPUT)),
  },
  onOpen: (element, scene) => {
    const home = element.tag.declared.find(([, uri]) => uri === RSS_1 || uri === RSS_090)?.[1];
    scene.setFormat("rss1", home === RSS_090 ? "0.90" : "1.0", home ?? RSS_1);
    scene.tell(element, rssRules.rss1, { version: home === RSS_090 ? "0.90" : "1.0" });
  },
  needs: { channel: structureRules.missing },
};
