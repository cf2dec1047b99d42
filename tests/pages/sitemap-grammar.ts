import { type Element, parseXml } from "../render/strict-xml.ts";

/** What the schemas of sitemaps (sitemap.xsd, siteindex.xsd, sitemap-news.xsd, all 0.9) demand, and Google beyond them. */

const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

/** xsd:date or xsd:dateTime with a zone. */
const W3C_DATE = /^\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d:\d\d))?$/;
const LANGUAGE = /^(?:[a-z]{2,3}|zh-cn|zh-tw)$/;
const MOST: Readonly<Record<string, number>> = { url: 50_000, sitemap: 50_000 };

type Check = (text: string) => boolean;

const address: Check = (text) =>
  text.length >= 12 && text.length <= 2048 && URL.canParse(text) && !/[<>"\s]/.test(text);
const words: Check = (text) => text.trim() !== "";

const LEAVES: Readonly<Record<string, Check>> = {
  loc: address,
  lastmod: (text) => W3C_DATE.test(text),
  name: words,
  language: (text) => LANGUAGE.test(text),
  publication_date: (text) => W3C_DATE.test(text),
  title: words,
};

/** The children that an element may have, in this order; those with a question mark may be left out. */
const CHILDREN: Readonly<Record<string, RegExp>> = {
  urlset: /^(?:url )+$/,
  sitemapindex: /^(?:sitemap )+$/,
  url: /^loc (?:lastmod )?(?:news )?$/,
  sitemap: /^loc (?:lastmod )?$/,
  news: /^publication publication_date title $/,
  publication: /^name language $/,
};

/** Everything that is wrong with a sitemap; throws where it is not even XML. */
export function sitemapErrors(source: string): readonly string[] {
  const { root } = parseXml(source);
  if (root.name !== "urlset" && root.name !== "sitemapindex") return [`a root called ${root.name}`];
  const locations = root.children.map(({ children }) => children.find(({ name }) => name === "loc")?.text);
  return [
    ...errorsIn(root),
    ...(new Set(locations).size === locations.length ? [] : ["an address twice"]),
    ...(root.children.length > (MOST[root.children[0]?.name ?? ""] ?? 0) ? ["too many"] : []),
    ...(Buffer.byteLength(source) > 52_428_800 ? ["more than 50 MB"] : []),
  ];
}

function errorsIn(element: Element): readonly string[] {
  const { name, namespace, text, children } = element;
  const isNews = ["news", "publication", "name", "language", "publication_date", "title"].includes(name);
  const order = CHILDREN[name];
  const names = children.map((child) => `${child.name} `).join("");
  return [
    ...(namespace === (isNews ? NEWS : SITEMAP) ? [] : [`${name} in ${namespace}`]),
    ...(order?.test(names) === false ? [`${name} holds ${names || "nothing"}`] : []),
    ...(order === undefined && LEAVES[name]?.(text) !== true ? [`${name}: ${text}`] : []),
    ...children.flatMap(errorsIn),
  ];
}
