import { type Finding, finding } from "../finding.ts";
import type { Publication } from "../publication/publication.ts";
import type { Article } from "../read/article.ts";

/**
 * An article whose own address is that of a file which the publication has besides is refused: who follows the link
 * would get a feed, or a list, in place of the article. The address of another page is let be, since many short notes
 * come from elsewhere with a link to the front page; those who make pages tell of it.
 */
export function addressFindings({ matter, meta }: Article, publication: Publication): readonly Finding[] {
  const stated = matter.link ?? meta.link;
  const taken = stated && takenBy(stated.value, publication);
  if (stated === undefined || taken === undefined) return [];
  return [finding("article/taken-address", stated.place, taken)];
}

/** Feeds, their archive documents and podcasts: the main ones, and those of a topic or an edition. */
const FEED =
  /^(?:(?:sections|authors|tags|languages|editions)\/[^/]+\/)?(?:(?:archives\/)?(?:(?:rss|atom)(?:-\d+)?\.xml|feed(?:-\d+)?\.json)|podcast\.xml)$|^smartnews\.xml$/;
/** What else is written wherever pages are; then what is written with them, and for hosts and search engines. */
const FILE = /^(?:feeds\.(?:opml|json)|\.well-known\/feeds|feed(?:-[\w-]+)?\.css|media\/[0-9a-f]{20}(?:\.[a-z0-9]+)?)$/;
const WITH_PAGES = /^(?:style\.css|copy\.js)$/;
const FOR_HOSTS =
  /^(?:(?:news-)?sitemap\.xml|sitemaps\/(?:news-)?\d+\.xml|_headers|_redirects|hosting\/(?:nginx-\w+\.map|caddy\.conf|cloudflare\/.+))$/;

interface Taken {
  readonly address: string;
  readonly by: "feed" | "file";
}

function takenBy(stated: string, { url, pages, hosting }: Publication): Taken | undefined {
  if (!URL.canParse(stated, url)) return undefined;
  const address = new URL(stated, url).href;
  if (!address.startsWith(url)) return undefined;
  const [path = ""] = address.slice(url.length).split(/[?#]/);
  if (FEED.test(path)) return { address, by: "feed" };
  if (FILE.test(path) || (pages && WITH_PAGES.test(path)) || (hosting && FOR_HOSTS.test(path)))
    return { address, by: "file" };
  return undefined;
}
