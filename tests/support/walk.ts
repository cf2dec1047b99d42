import { readAtom, readJson, readRss } from "../render/reading.ts";
import { childrenOf, parseXml } from "../render/strict-xml.ts";

const ATOM = "http://www.w3.org/2005/Atom";

type FormatName = "rss" | "atom" | "json";

/** The first document of each format. */
export const FIRST: Readonly<Record<FormatName, string>> = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };

/** A link of a feed document by its relation (RFC 5005); JSON Feed knows but the one to older entries. */
export function linkOf(text: string, format: FormatName, rel: string): string | undefined {
  if (format === "json")
    return rel === "prev-archive" ? (JSON.parse(text) as { readonly next_url?: string }).next_url : undefined;
  const { root } = parseXml(text);
  const [head] = format === "rss" ? childrenOf(root, "channel") : [root];
  if (head === undefined) return undefined;
  return childrenOf(head, "link", ATOM).find(({ attributes }) => attributes.rel === rel)?.attributes.href;
}

/** Ids of all entries, as a reader gets them that follows the links to older entries from the subscription document. */
export function walk(fetch: (url: string) => string, first: string, format: FormatName): readonly string[] {
  const read = { rss: readRss, atom: readAtom, json: readJson }[format];
  const ids: string[] = [];
  for (let url: string | undefined = first; url !== undefined; ) {
    const text = fetch(url);
    ids.push(...read(text).map(({ id = "" }) => id));
    url = linkOf(text, format, "prev-archive");
  }
  return ids;
}
