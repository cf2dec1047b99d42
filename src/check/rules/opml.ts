import type { Rule } from "../rule.ts";
import { inOpml, inSitemap, whole } from "./examples.ts";

const OPML = "http://opml.org/spec2.opml";
const SITEMAP = "https://www.sitemaps.org/protocol.html";
const NEWS = "https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap";
const OUTLINE = '<outline type="rss" text="The Courier" title="The Courier" xmlUrl="https://courier.example/rss.xml"/>';

function article(lines: string): ReturnType<typeof inSitemap> {
  return inSitemap(`<url><loc>https://courier.example/1</loc><news:news>${lines}</news:news></url>`);
}

const NEWS_ITEM =
  "<news:publication><news:name>The Courier</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-01-02</news:publication_date><news:title>Bridge opens</news:title>";

type OpmlRule =
  | "version"
  | "xmlUrl"
  | "url"
  | "title"
  | "type"
  | "url2"
  | "loc"
  | "newsMissing"
  | "newsTooMany"
  | "newsOld";

export const opmlRules: Readonly<Record<OpmlRule, Rule>> = {
  version: {
    id: "opml/version",
    severity: "error",
    says: "OPML {value} is no version of OPML",
    why: "Readers can't know by which rules to read it.",
    mend: 'Write version="2.0".',
    reference: `${OPML}#1629042982000`,
    good: inOpml(OUTLINE),
    bad: whole(`<opml version="3.0"><head/><body>${OUTLINE}</body></opml>`),
  },
  xmlUrl: {
    id: "opml/xml-url",
    severity: "warning",
    says: "an outline of the type rss without xmlUrl",
    why: "There is nothing to subscribe to.",
    mend: "Write the feed's address into xmlUrl.",
    reference: `${OPML}#subscriptionLists`,
    good: inOpml(OUTLINE),
    bad: inOpml('<outline type="rss" text="The Courier" title="The Courier"/>'),
  },
  url: {
    id: "opml/url",
    severity: "warning",
    says: "an outline of the type link without url",
    why: "It leads nowhere.",
    mend: "Write the address into url.",
    reference: `${OPML}#inclusion`,
    good: inOpml('<outline type="link" text="The Courier" url="https://courier.example/"/>'),
    bad: inOpml('<outline type="link" text="The Courier"/>'),
  },
  title: {
    id: "opml/title",
    severity: "warning",
    says: "an outline of the type rss without title",
    why: "Some readers take the feed's name from there.",
    mend: "Write the same as in text.",
    reference: `${OPML}#subscriptionLists`,
    good: inOpml(OUTLINE),
    bad: inOpml('<outline type="rss" text="The Courier" xmlUrl="https://courier.example/rss.xml"/>'),
  },
  type: {
    id: "opml/type",
    severity: "warning",
    says: "an outline with the address of a feed, but without a type",
    why: "Readers import it as a line of text.",
    mend: 'Write type="rss", for Atom feeds too.',
    reference: `${OPML}#subscriptionLists`,
    good: inOpml(OUTLINE),
    bad: inOpml('<outline text="The Courier" xmlUrl="https://courier.example/rss.xml"/>'),
  },
  url2: {
    id: "sitemap/too-many",
    severity: "error",
    says: "a sitemap may hold 50,000 addresses and 50 MB, this one holds more",
    why: "Search engines refuse it.",
    mend: "Cut it in several, and list them in a sitemap index.",
    reference: `${SITEMAP}#index`,
    good: inSitemap("<url><loc>https://courier.example/1</loc></url>"),
    bad: { ...inSitemap("<url><loc>https://courier.example/1</loc></url>".repeat(50_001)), shown: "50,001 addresses" },
  },
  loc: {
    id: "sitemap/loc",
    severity: "error",
    says: "<{parent}> has no <loc>",
    why: "There is nothing to index.",
    mend: "Add <loc> with the whole address.",
    reference: `${SITEMAP}#xmlTagDefinitions`,
    good: inSitemap("<url><loc>https://courier.example/1</loc></url>"),
    bad: inSitemap("<url><lastmod>2026-01-02</lastmod></url>"),
  },
  newsMissing: {
    id: "sitemap/news-missing",
    severity: "error",
    says: "<{parent}> has no <{element}>",
    why: "Google News ignores the article.",
    mend: "Add it.",
    reference: NEWS,
    good: article(NEWS_ITEM),
    bad: article(NEWS_ITEM.replace(/<news:title>.*$/, "")),
  },
  newsTooMany: {
    id: "sitemap/news-too-many",
    severity: "error",
    says: "a news sitemap may hold 1,000 articles, this one holds more",
    why: "Google reads none of the rest.",
    mend: "Cut it in several.",
    reference: NEWS,
    good: article(NEWS_ITEM),
    bad: {
      ...inSitemap(`<url><loc>https://courier.example/1</loc><news:news>${NEWS_ITEM}</news:news></url>`.repeat(1001)),
      shown: "1,001 articles",
    },
  },
  newsOld: {
    id: "sitemap/news-old",
    severity: "warning",
    says: "an article that is older than two days: {value}",
    why: "A news sitemap is for the last two days; Google ignores what is older.",
    mend: "Take out articles after two days; they stay in the index.",
    reference: NEWS,
    good: article(NEWS_ITEM.replace("2026-01-02", "2026-06-01")),
    bad: article(NEWS_ITEM.replace("2026-01-02", "2020-01-02")),
  },
};
