import type { OutFile, Site } from "../edition/edition.ts";
import { madeOnce, madeWhenAsked } from "../edition/out-file.ts";
import type { Entry } from "../ledger/entry.ts";
import { publishedAt, updatedAt } from "../ledger/light-entry.ts";
import type { Publication } from "../publication/publication.ts";
import { clean, oneLine } from "../render/characters.ts";
import { rfc3339 } from "../render/dates.ts";
import { declaration, tag, textElement, uriElement } from "../render/xml.ts";
import { paperOf } from "./paper.ts";

/** An address that search engines are to know. */
interface Address {
  readonly loc: string;
  /** Its last change; absent where nothing tells. */
  readonly changed: Date | undefined;
}

/** A sitemap may hold so many addresses (sitemaps.org), a news sitemap so many articles (Google). */
const MOST_ADDRESSES = 50_000;
const MOST_NEWS = 1_000;
/** The front page, and the one to subscribe. */
const OTHER_PAGES = 2;
/** Characters that an address may have in a sitemap, by its schema. */
const LONGEST = 2048;
/** Google looks at articles of two days. */
const NEWS_HOURS = 48;
const HOUR = 3_600_000;

const SITEMAP = ' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const NEWS = ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';

const URL_ENTRY = "  ";
const LOC = tag("    ", "loc");
const LASTMOD = tag("    ", "lastmod");

/**
 * `sitemap.xml`: every page below the publication's URL with its last change (sitemaps.org, version 0.9). Beyond 50,000
 * addresses it is an index of parts, filled from the oldest entry on, so that full ones stay as they are. News have theirs.
 */
export function* sitemaps(site: Site): Generator<OutFile> {
  if (site.publication.hosting) yield* pageSitemaps(site);
  if (site.publication.profiles.includes("google-news")) yield* newsSitemaps(site);
}

function* pageSitemaps(site: Site): Generator<OutFile> {
  const all = madeOnce(() => orFrontPage(addressesOf(site), site));
  if (mayHaveAddresses(site) <= MOST_ADDRESSES || all().length <= MOST_ADDRESSES) {
    yield madeWhenAsked("sitemap.xml", () => urlSet(all().toReversed()));
  } else {
    const addresses = all();
    const parts = Array.from({ length: Math.ceil(addresses.length / MOST_ADDRESSES) }, (_, index) =>
      addresses.slice(index * MOST_ADDRESSES, (index + 1) * MOST_ADDRESSES),
    );
    for (const [index, part] of parts.entries()) yield madeWhenAsked(partFile(index), () => urlSet(part));
    yield madeWhenAsked("sitemap.xml", () => index(parts, partFile, site.publication.url));
  }
}

/** At most so many addresses: a preview need not look for them before somebody wants to see them. */
function mayHaveAddresses(site: Site): number {
  const lists = site.publication.pages ? (paperOf(site)?.rubrics.length ?? 0) : 0;
  return site.entries.length + lists + OTHER_PAGES;
}

/** The schema demands an address: where there is none to name, the front page is. */
function orFrontPage(addresses: readonly Address[], { publication }: Site): readonly Address[] {
  return addresses.length > 0 ? addresses : [{ loc: publication.url, changed: undefined }];
}

/** Whether a sitemap of the publication's may name an address. */
const isNamed = (link: string, { url }: Publication): boolean => link.startsWith(url) && link.length <= LONGEST;

const partFile = (part: number): string => `sitemaps/${part + 1}.xml`;

const NEWS_FILE = "news-sitemap.xml";
const newsPartFile = (part: number): string => `sitemaps/news-${part + 1}.xml`;

/** Oldest entries first, the pages that list them last. */
function addressesOf(site: Site): readonly Address[] {
  const { entries, publication } = site;
  const own = entries.filter(({ link }) => isNamed(link, publication));
  const articles = own.map(({ link, date }): Address => ({ loc: link, changed: date })).reverse();
  const paper = publication.pages ? paperOf(site) : undefined;
  if (paper === undefined) return articles;
  const lists = [...paper.rubrics.toReversed(), paper.front].map(
    ({ path, entries: theirs }): Address => ({
      loc: new URL(path, publication.url).href,
      changed: newest(theirs),
    }),
  );
  return [...articles, { loc: new URL("subscribe/", publication.url).href, changed: undefined }, ...lists];
}

function newest(entries: readonly Entry[]): Date | undefined {
  const latest = entries.reduce((last, entry) => Math.max(last, updatedAt(entry)), -Infinity);
  return latest === -Infinity ? undefined : new Date(latest);
}

function urlSet(addresses: readonly Address[]): string {
  const urls = addresses.map(
    ({ loc, changed }) =>
      `${URL_ENTRY}<url>\n${uriElement(LOC, loc)}${textElement(LASTMOD, changed && rfc3339(changed))}${URL_ENTRY}</url>\n`,
  );
  return `${declaration(undefined)}<urlset${SITEMAP}>\n${urls.join("")}</urlset>\n`;
}

/** A sitemap of sitemaps: each part's address, and its latest change. */
function index(parts: readonly (readonly Address[])[], file: (part: number) => string, url: string): string {
  const maps = parts.map((part, number) => {
    const changes = part.flatMap(({ changed }) => changed ?? []);
    const latest = changes.reduce<Date | undefined>(
      (last, at) => (last === undefined || at > last ? at : last),
      undefined,
    );
    const loc = uriElement(LOC, new URL(file(number), url).href);
    return `  <sitemap>\n${loc}${textElement(LASTMOD, latest && rfc3339(latest))}  </sitemap>\n`;
  });
  return `${declaration(undefined)}<sitemapindex${SITEMAP}>\n${maps.join("")}</sitemapindex>\n`;
}

/**
 * `news-sitemap.xml` for Google News: the articles of the last two days; beyond 1,000 it is an index of files with as many
 * each. It depends on the hour, so that it is written only where it is asked for. Without news it names the front page, as Google has it: no address
 * needs to be news, and the schema demands one.
 */
function* newsSitemaps(site: Site): Generator<OutFile> {
  const { entries, publication, now } = site;
  const since = now.getTime() - NEWS_HOURS * HOUR;
  const news = entries.filter((entry) => publishedAt(entry) > since && isNamed(entry.link, publication));
  const made = (part: readonly Entry[]): string => {
    if (part.length === 0) return urlSet(orFrontPage([], site));
    const urls = part.map((entry) => newsUrl(entry, publication.title, entry.language ?? publication.language));
    return `${declaration(undefined)}<urlset${SITEMAP}${NEWS}>\n${urls.join("")}</urlset>\n`;
  };
  if (news.length <= MOST_NEWS) {
    yield madeWhenAsked(NEWS_FILE, () => made(news));
    return;
  }
  const parts = Array.from({ length: Math.ceil(news.length / MOST_NEWS) }, (_, part) =>
    news.slice(part * MOST_NEWS, (part + 1) * MOST_NEWS),
  );
  for (const [number, part] of parts.entries()) yield madeWhenAsked(newsPartFile(number), () => made(part));
  const addresses = parts.map((part) => part.map(({ link, date }): Address => ({ loc: link, changed: date })));
  yield madeWhenAsked(NEWS_FILE, () => index(addresses, newsPartFile, publication.url));
}

/** When the next article is two days old, and leaves the news sitemap. */
export function nextNewsLeaves({ entries, now }: Pick<Site, "entries" | "now">): Date | undefined {
  const since = now.getTime() - NEWS_HOURS * HOUR;
  const next = entries.reduce((first, entry) => {
    const at = publishedAt(entry);
    return at > since && at < first ? at : first;
  }, Infinity);
  return next === Infinity ? undefined : new Date(next + NEWS_HOURS * HOUR);
}

function newsUrl({ link, title, published }: Entry, publication: string, language: string): string {
  const text = (name: string, words: string): string => textElement(tag("      ", name), words);
  return (
    `  <url>\n${uriElement(LOC, link)}    <news:news>\n      <news:publication>\n` +
    `  ${text("news:name", oneLine(publication.replace(/\s*\([^)]*\)/g, "")) ?? clean(publication))}` +
    `  ${text("news:language", newsLanguage(language))}      </news:publication>\n` +
    `${text("news:publication_date", rfc3339(published))}${text("news:title", oneLine(title) ?? link)}    </news:news>\n  </url>\n`
  );
}

/** Two or three letters (ISO 639), but for the two ways to write Chinese. */
function newsLanguage(tagged: string): string {
  const language = tagged.toLowerCase();
  if (/^zh-(?:hant|tw|hk|mo)/.test(language)) return "zh-tw";
  if (/^zh\b/.test(language)) return "zh-cn";
  return language.split("-")[0] ?? language;
}
