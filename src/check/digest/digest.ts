import { isJson } from "../is-json.ts";
import { atomDigest } from "./atom.ts";
import type { Digest, DigestLink, Kind } from "./feed-facts.ts";
import { jsonDigest } from "./json.ts";
import { rssDigest } from "./rss.ts";
import { allOf, type Node, treeOf, wordsOf } from "./tree.ts";

/** What a document says. `undefined`: it is none that we know, or can't be read. */
export function digestOf(bytes: Uint8Array): Digest | undefined {
  if (isJson(bytes)) return jsonDigest(bytes);
  const root = treeOf(bytes);
  if (root === undefined) return undefined;
  if (root.name === "rss" || root.name === "rdf:RDF") return rssDigest(root);
  if (root.name === "feed") return atomDigest(root);
  if (root.name === "opml") return listDigest("opml", outlinesIn(root));
  return root.name === "urlset" || root.name === "sitemapindex" ? listDigest("sitemap", locationsIn(root)) : undefined;
}

function listDigest(kind: Kind, listed: readonly DigestLink[]): Digest {
  const nothing = { title: "", description: "", language: "", home: "", picture: false, isArchive: false };
  return { ...nothing, kind, links: [], items: [], extensions: new Set(), listed };
}

function outlinesIn(node: Node): DigestLink[] {
  const href = node.attributes.get("xmlUrl");
  const own = href === undefined ? [] : [{ rel: "feed", href, at: node.at }];
  return [...own, ...node.children.flatMap(outlinesIn)];
}

function locationsIn(root: Node): DigestLink[] {
  const children = [...allOf(root, "url"), ...allOf(root, "sitemap")];
  return children.map((child) => ({ rel: "page", href: wordsOf(child, "loc"), at: child.at }));
}
