/** XML namespaces by the prefix that everybody uses for them: some readers go by the prefix. */
export const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ["atom", "http://www.w3.org/2005/Atom"],
  ["at", "http://purl.org/atompub/tombstones/1.0"],
  ["app", "http://www.w3.org/2007/app"],
  ["cc", "http://web.resource.org/cc/"],
  ["content", "http://purl.org/rss/1.0/modules/content/"],
  ["creativeCommons", "http://backend.userland.com/creativeCommonsRssModule"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["dcterms", "http://purl.org/dc/terms/"],
  ["feedburner", "http://rssnamespace.org/feedburner/ext/1.0"],
  ["fh", "http://purl.org/syndication/history/1.0"],
  ["geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"],
  ["georss", "http://www.georss.org/georss"],
  ["gml", "http://www.opengis.net/gml"],
  ["itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"],
  ["media", "http://search.yahoo.com/mrss/"],
  ["podcast", "https://podcastindex.org/namespace/1.0"],
  ["psc", "http://podlove.org/simple-chapters"],
  ["rsl", "https://rslstandard.org/rsl"],
  ["slash", "http://purl.org/rss/1.0/modules/slash/"],
  ["snf", "http://www.smartnews.be/snf"],
  ["source", "http://source.scripting.com/"],
  ["sy", "http://purl.org/rss/1.0/modules/syndication/"],
  ["thr", "http://purl.org/syndication/thread/1.0"],
  ["webfeeds", "http://webfeeds.org/rss/1.0"],
  ["wfw", "http://wellformedweb.org/CommentAPI/"],
]);

/** The prefixes that a document uses, noted while it is written. */
export type Prefixes = Set<string>;

/** The declarations for a root element. */
export function declarations(prefixes: Prefixes): string {
  return [...prefixes]
    .sort()
    .map((prefix) => ` xmlns:${prefix}="${NAMESPACES.get(prefix)}"`)
    .join("");
}
