/** The namespaces that feeds use, by the prefix that everybody means by them, and where each is described. */
interface Namespace {
  readonly prefix: string;
  readonly uri: string;
  readonly reference: string;
}

function rows(text: string): Namespace[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [prefix = "", uri = "", reference = uri] = line.trim().split(/\s+/);
      return { prefix, uri, reference };
    });
}

const KNOWN: readonly Namespace[] = rows(`
  access http://www.bloglines.com/about/specs/fac-1.0
  admin http://webns.net/mvcb/
  ag http://purl.org/rss/1.0/modules/aggregation/
  annotate http://purl.org/rss/1.0/modules/annotate/
  app http://www.w3.org/2007/app https://www.rfc-editor.org/rfc/rfc5023
  at http://purl.org/atompub/tombstones/1.0 https://www.rfc-editor.org/rfc/rfc6721
  atom http://www.w3.org/2005/Atom https://www.rfc-editor.org/rfc/rfc4287
  audio http://media.tangent.org/rss/1.0/
  blogChannel http://backend.userland.com/blogChannelModule
  cc http://web.resource.org/cc/
  cf http://www.microsoft.com/schemas/rss/core/2005
  company http://purl.org/rss/1.0/modules/company
  content http://purl.org/rss/1.0/modules/content/ https://web.resource.org/rss/1.0/modules/content/
  conversationsNetwork http://conversationsnetwork.org/rssNamespace-1.0/
  cp http://my.theinfo.org/changed/1.0/rss/
  creativeCommons http://backend.userland.com/creativeCommonsRssModule https://www.rssboard.org/creative-commons
  dc http://purl.org/dc/elements/1.1/ https://www.dublincore.org/specifications/dublin-core/dces/
  dcterms http://purl.org/dc/terms/ https://www.dublincore.org/specifications/dublin-core/dcmi-terms/
  email http://purl.org/rss/1.0/modules/email/
  ev http://purl.org/rss/1.0/modules/event/
  feedburner http://rssnamespace.org/feedburner/ext/1.0
  fh http://purl.org/syndication/history/1.0 https://www.rfc-editor.org/rfc/rfc5005
  foaf http://xmlns.com/foaf/0.1/
  g http://base.google.com/ns/1.0 https://support.google.com/merchants/answer/7052112
  geo http://www.w3.org/2003/01/geo/wgs84_pos# https://www.w3.org/2003/01/geo/
  geourl http://geourl.org/rss/module/
  georss http://www.georss.org/georss https://docs.ogc.org/cs/17-002r1/17-002r1.html
  gml http://www.opengis.net/gml https://docs.ogc.org/cs/17-002r1/17-002r1.html
  googleplay http://www.google.com/schemas/play-podcasts/1.0 https://support.google.com/podcast-publishers/answer/9889544
  icbm http://postneo.com/icbm
  image http://purl.org/rss/1.0/modules/image/
  indexing urn:atom-extension:indexing
  itunes http://www.itunes.com/dtds/podcast-1.0.dtd https://help.apple.com/itc/podcasts_connect/#/itcb54353390
  kml20 http://earth.google.com/kml/2.0
  kml21 http://earth.google.com/kml/2.1
  kml22 http://www.opengis.net/kml/2.2
  l http://purl.org/rss/1.0/modules/link/
  mathml http://www.w3.org/1998/Math/MathML
  media http://search.yahoo.com/mrss/ https://www.rssboard.org/media-rss
  news http://www.google.com/schemas/sitemap-news/0.9 https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
  openid http://openid.net/xmlns/1.0
  opensearch http://a9.com/-/spec/opensearch/1.1/
  opensearch10 http://a9.com/-/spec/opensearchrss/1.0/
  opml http://www.opml.org/spec2
  podcast https://podcastindex.org/namespace/1.0 https://podcasting2.org/docs/podcast-namespace/1.0
  rdf http://www.w3.org/1999/02/22-rdf-syntax-ns# https://www.w3.org/TR/rdf-syntax-grammar/
  rdfs http://www.w3.org/2000/01/rdf-schema#
  ref http://purl.org/rss/1.0/modules/reference/
  reqv http://purl.org/rss/1.0/modules/richequiv/
  rss090 http://my.netscape.com/rdf/simple/0.9/ https://www.rssboard.org/rss-0-9-0
  rss091 http://purl.org/rss/1.0/modules/rss091#
  rsl https://rslstandard.org/rsl https://rslstandard.org/rsl
  rss1 http://purl.org/rss/1.0/ https://web.resource.org/rss/1.0/spec
  rss11 http://purl.org/net/rss1.1#
  search http://purl.org/rss/1.0/modules/search/
  sitemap http://www.sitemaps.org/schemas/sitemap/0.9 https://www.sitemaps.org/protocol.html
  slash http://purl.org/rss/1.0/modules/slash/ https://web.resource.org/rss/1.0/modules/slash/
  snf http://www.smartnews.be/snf https://publishers.smartnews.com/hc/en-us/articles/56500436151065
  soap http://schemas.xmlsoap.org/soap/envelope/
  source http://source.scripting.com/ http://source.scripting.com/
  ss http://purl.org/rss/1.0/modules/servicestatus/
  str http://hacks.benhammersley.com/rss/streaming/
  sub http://purl.org/rss/1.0/modules/subscription/
  svg http://www.w3.org/2000/svg
  sx http://feedsync.org/2007/feedsync
  sy http://purl.org/rss/1.0/modules/syndication/ https://web.resource.org/rss/1.0/modules/syndication/
  taxo http://purl.org/rss/1.0/modules/taxonomy/
  thr http://purl.org/syndication/thread/1.0 https://www.rfc-editor.org/rfc/rfc4685
  trackback http://madskills.com/public/xml/rss/module/trackback/
  video http://www.google.com/schemas/sitemap-video/1.1
  webfeeds http://webfeeds.org/rss/1.0 https://blog.feedly.com/10-ways-to-optimize-your-feed-for-feedly/
  wfw http://wellformedweb.org/CommentAPI/
  wiki http://purl.org/rss/1.0/modules/wiki/
  xhtml http://www.w3.org/1999/xhtml https://www.w3.org/TR/xhtml1/
  xlink http://www.w3.org/1999/xlink
  xml http://www.w3.org/XML/1998/namespace https://www.w3.org/TR/xml/
  xrd xri://$xrd*($v*2.0)
  xrds xri://$xrds
  image-sitemap http://www.google.com/schemas/sitemap-image/1.1
`);

/** Other names of the same namespaces. */
const ALIASES: readonly (readonly [string, string])[] = [
  ["http://purl.org/rss/1.0/modules/threading/", "thr"],
  ["http://www.usemod.com/cgi-bin/mb.pl?ModWiki", "wiki"],
  ["https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", "podcast"],
];

/** Namespaces that readers know, and of whose elements we know nothing. */
const KNOWN_BY_NAME = new Set([
  "http://schemas.google.com/g/2005",
  "http://www.rawvoice.com/rawvoiceRssModule/",
  "https://schema.org/",
  "http://schema.org/",
  "https://xmlns.jabber.org/",
  "http://www.w3.org/2001/XMLSchema-instance",
]);

/** What mistyped namespaces still share with the right ones: all but case and what ends them. */
function rough(uri: string): string {
  return (/^.*\w/.exec(uri)?.[0] ?? uri).toLowerCase();
}

const byUri = new Map<string, string>([...KNOWN.map(({ uri, prefix }) => [uri, prefix] as const), ...ALIASES]);
const byRough = new Map<string, string>([...byUri].map(([uri, prefix]) => [rough(uri), prefix]));
const byPrefix = new Map(KNOWN.map((namespace) => [namespace.prefix, namespace]));

/** The usual prefix of a namespace, also if its name is slightly mistyped. */
export function prefixOf(uri: string): string | undefined {
  return byUri.get(uri) ?? byRough.get(rough(uri));
}

/** The usual prefix of a namespace whose name is right letter by letter. */
export function exactPrefixOf(uri: string): string | undefined {
  return byUri.get(uri);
}

export function isKnownByName(uri: string): boolean {
  return KNOWN_BY_NAME.has(uri);
}

/** The namespace that everybody means by a prefix. */
export function usualUri(prefix: string): string | undefined {
  return byPrefix.get(prefix)?.uri;
}

/** Where the elements of a prefix are described. */
export function referenceOf(prefix: string): string | undefined {
  return byPrefix.get(prefix)?.reference;
}
