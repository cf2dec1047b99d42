import type { Element, ElementSpec, Scene } from "../element.ts";
import { attributeOf, optional, required } from "../element.ts";
import { htmlContent } from "../html/content.ts";
import { opmlRules } from "../rules/opml.ts";
import { structureRules } from "../rules/structure.ts";
import { mailDate } from "../values/dates.ts";
import { mailContact } from "../values/mail.ts";
import { language, lineNumbers, positive, present, trueOrFalse } from "../values/plain.ts";
import { absoluteUri, webUrl } from "../values/uri.ts";
import { all } from "../values/value.ts";
import { EVERYWHERE } from "./everywhere.ts";
import { each, leaf, many, once } from "./open.ts";

const VERSIONS = new Set(["1.0", "1.1", "2.0"]);
const OF_FEEDS = ["description", "htmlUrl", "language", "title", "version", "xmlUrl"];

function outlineTold(element: Element, scene: Scene): void {
  const type = attributeOf(element, "type")?.toLowerCase();
  const lacks = (attribute: string): boolean => attributeOf(element, attribute) === undefined;
  if (type === "rss" && lacks("xmlUrl")) scene.tell(element, opmlRules.xmlUrl);
  if (type === "rss" && lacks("title")) scene.tell(element, opmlRules.title);
  if (type === "link" && lacks("url")) scene.tell(element, opmlRules.url);
  if (type === undefined && OF_FEEDS.some((name) => !lacks(name))) scene.tell(element, opmlRules.type);
}

const OUTLINE: ElementSpec = {
  isStreamed: true,
  // OPML 1.0 lets outlines have whatever attributes their writers like.
  takesAnyAttribute: true,
  attributes: {
    text: required(htmlContent),
    title: optional(htmlContent),
    description: optional(htmlContent),
    type: optional(),
    category: optional(),
    created: optional(mailDate),
    htmlUrl: optional(absoluteUri),
    xmlUrl: optional(),
    url: optional(absoluteUri),
    version: optional(),
    language: optional(language),
    isBreakpoint: optional(trueOrFalse),
    isComment: optional(trueOrFalse),
  },
  onOpen: outlineTold,
  children: { ...EVERYWHERE, outline: many(() => OUTLINE) },
};

const HEAD: ElementSpec = {
  children: {
    ...EVERYWHERE,
    title: once(leaf(htmlContent)),
    ...each("dateCreated dateModified", once(leaf(mailDate))),
    ownerName: once(leaf(htmlContent)),
    ownerEmail: once(leaf(mailContact)),
    ownerId: once(leaf(webUrl)),
    docs: once(leaf()),
    expansionState: once(leaf(lineNumbers)),
    ...each("vertScrollState windowTop windowLeft windowBottom windowRight", once(leaf(all(present, positive)))),
  },
};

/** OPML 1.0 and 2.0. */
export const OPML: ElementSpec = {
  attributes: { version: required() },
  onOpen: (element, scene) => {
    const version = attributeOf(element, "version");
    scene.setFormat("opml", version ?? "", "");
    if (version !== undefined && !VERSIONS.has(version)) scene.tell(element, opmlRules.version, { value: version });
  },
  children: {
    ...EVERYWHERE,
    head: many(HEAD),
    body: many({ children: { ...EVERYWHERE, outline: many(OUTLINE) }, needs: { outline: structureRules.missing } }),
  },
  needs: { head: structureRules.missing, body: structureRules.missing },
};
