import type { Element, ElementSpec, Scene } from "../element.ts";
import { childOf } from "../element.ts";
import { opmlRules } from "../rules/opml.ts";
import { w3cDate } from "../values/dates.ts";
import { between, choice, language, present } from "../values/plain.ts";
import { absoluteUri } from "../values/uri.ts";
import { all } from "../values/value.ts";
import { leaf, many, OPEN, once } from "./open.ts";

const MOST_URLS = 50_000;
const MOST_ARTICLES = 1000;
const TWO_DAYS_MS = 2 * 86_400_000;

const PUBLICATION: ElementSpec = {
  children: { "news:name": once(leaf(present)), "news:language": once(leaf(language)) },
  needs: { "news:name": opmlRules.newsMissing, "news:language": opmlRules.newsMissing },
};

function articleTold(element: Element, scene: Scene): void {
  const count = Number(scene.notes.get("articles") ?? "0") + 1;
  scene.notes.set("articles", String(count));
  if (count === MOST_ARTICLES + 1) scene.tell(element, opmlRules.newsTooMany);
  const date = childOf(element, "news:publication_date");
  const value = date?.text.trim() ?? "";
  if (date && Date.parse(value) < scene.setting().now - TWO_DAYS_MS) scene.tell(date, opmlRules.newsOld, { value });
}

const NEWS: ElementSpec = {
  children: {
    "news:publication": once(PUBLICATION),
    "news:publication_date": once(leaf(w3cDate)),
    "news:title": once(leaf(present)),
    "news:access": once(OPEN),
    "news:genres": once(OPEN),
    "news:keywords": once(OPEN),
    "news:stock_tickers": once(OPEN),
  },
  needs: {
    "news:publication": opmlRules.newsMissing,
    "news:publication_date": opmlRules.newsMissing,
    "news:title": opmlRules.newsMissing,
  },
  onClose: articleTold,
};

const URL: ElementSpec = {
  isStreamed: true,
  children: {
    loc: once(leaf(absoluteUri)),
    lastmod: once(leaf(w3cDate)),
    changefreq: once(leaf(choice("always", "hourly", "daily", "weekly", "monthly", "yearly", "never"))),
    priority: once(leaf(between(0, 1))),
    "news:news": once(NEWS),
    "image-sitemap:image": many(OPEN),
    "video:video": many(OPEN),
    "xhtml:link": many(OPEN),
  },
  needs: { loc: opmlRules.loc },
};

/** A sitemap, also of news. */
export const URLSET: ElementSpec = {
  isOpen: false,
  attributes: { "?:schemaLocation": {} },
  children: { url: many(URL) },
  onOpen: (element, scene) => scene.setFormat("sitemap", "0.9", element.tag.namespace),
  onClose: (element, scene) => {
    if ((element.counts.get("url") ?? 0) > MOST_URLS) scene.tell(element, opmlRules.url2);
  },
};

/** A list of sitemaps. */
export const SITEMAP_INDEX: ElementSpec = {
  attributes: { "?:schemaLocation": {} },
  children: {
    sitemap: many({
      isStreamed: true,
      children: { loc: once(leaf(all(present, absoluteUri))), lastmod: once(leaf(w3cDate)) },
      needs: { loc: opmlRules.loc },
    }),
  },
  onOpen: (element, scene) => scene.setFormat("sitemap", "0.9", element.tag.namespace),
};
