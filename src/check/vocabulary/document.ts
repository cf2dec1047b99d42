import type { Element, ElementSpec, Scene } from "../element.ts";
import { attributeOf } from "../element.ts";
import { atomRules } from "../rules/atom.ts";
import { rssRules } from "../rules/rss.ts";
import { structureRules } from "../rules/structure.ts";
import type { Doctype, StartTag } from "../xml/handler.ts";
import { ENTRY, FEED } from "./atom.ts";
import { OPEN, once } from "./open.ts";
import { OPML } from "./opml.ts";
import { CHANNEL } from "./rss-channel.ts";
import { RDF } from "./rss1.ts";
import { SITEMAP_INDEX, URLSET } from "./sitemap.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const ATOM_DRAFT = "http://purl.org/atom/ns#";
const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
const RDF_SYNTAX = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const VERSIONS = new Set(["0.91", "0.92", "2.0"]);

/** The document types that RSS 0.91 had: where they were published, and where they are. */
const NETSCAPE = "-//Netscape Communications//DTD RSS 0.91//EN";
const GONE = "http://my.netscape.com/publish/formats/rss-0.91.dtd";
const KEPT = "http://www.rssboard.org/rss-0.91.dtd";

/** Whether a document type is that of RSS 0.91, which declares HTML's entities. */
export function isRss091(doctype: Doctype | undefined): boolean {
  return doctype?.publicId === NETSCAPE && (doctype.systemId === GONE || doctype.systemId === KEPT);
}

export function isGone(doctype: Doctype): boolean {
  return doctype.publicId === NETSCAPE && doctype.systemId === GONE;
}

const RSS: ElementSpec = {
  attributes: { version: { isRequired: true } },
  children: { channel: once(CHANNEL), "access:restriction": once(OPEN) },
  needs: { channel: rssRules.noChannel },
  onOpen: (element, scene) => {
    const version = attributeOf(element, "version") ?? "2.0";
    const { namespace } = element.tag;
    scene.setFormat("rss", version, namespace);
    if (namespace !== "") scene.tell(element, rssRules.namespace, { namespace });
    if (scene.notes.has("rss 0.91") && version !== "0.91") scene.tell(element, rssRules.doctype, { version });
    else if (!VERSIONS.has(version)) scene.tell(element, rssRules.version, { version });
    else if (version !== "2.0") scene.tell(element, rssRules.oldVersion, { version });
  },
};

function atom(spec: ElementSpec): ElementSpec {
  return {
    ...spec,
    onOpen: (element: Element, scene: Scene) => {
      spec.onOpen?.(element, scene);
      const { namespace } = element.tag;
      scene.setFormat(namespace === "" ? "unknown" : "atom", "1.0", namespace);
      if (namespace === "") scene.tell(element, atomRules.noNamespace);
      else if (namespace !== ATOM) scene.tell(element, atomRules.namespace, { namespace });
    },
  };
}

const ROOTS: Readonly<Record<string, ElementSpec>> = {
  rss: RSS,
  feed: atom(FEED),
  entry: atom(ENTRY),
  opml: OPML,
  RDF,
  urlset: URLSET,
  sitemapindex: SITEMAP_INDEX,
};

/** Which namespace a root has to be in, where a wrong one makes it something else altogether. */
const REQUIRED: Readonly<Record<string, string>> = { RDF: RDF_SYNTAX, urlset: SITEMAP, sitemapindex: SITEMAP };

function rootSpec(parent: Element, tag: StartTag, _name: string, scene: Scene): ElementSpec {
  const draft = tag.namespace === ATOM_DRAFT;
  const wanted = REQUIRED[tag.local];
  const spec = Object.hasOwn(ROOTS, tag.local) ? ROOTS[tag.local] : undefined;
  if (draft) scene.tell(parent, atomRules.obsolete, {}, tag.at);
  else if (spec === undefined || (wanted !== undefined && wanted !== tag.namespace))
    scene.tell(parent, structureRules.unknownRoot, { element: tag.local }, tag.at);
  else return spec;
  return OPEN;
}

/** A document of any format that has elements. */
export const DOCUMENT: ElementSpec = { unlisted: rootSpec, isOpen: true };
