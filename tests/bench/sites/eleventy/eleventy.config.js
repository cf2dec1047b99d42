// Feeds and nothing else; the limit and the formats are in variant.json, which the bench writes.
import { readFileSync } from "node:fs";

const { limit, formats } = JSON.parse(readFileSync("variant.json", "utf8"));
const SITE = "https://bench.example";

const escaped = (text) =>
  String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const each = (list, template) => list.map(template).join("");

/** The newest articles, as templates need them. */
const newest = ({ collections }) =>
  collections.news
    .toReversed()
    .slice(0, limit)
    .map(({ data: { title, author, tags }, date, fileSlug, content }) => {
      const summary = /<p>(.*?)<\/p>/s.exec(content)?.[1] ?? "";
      return { title, author, tags, date, link: `${SITE}/${fileSlug}/`, summary, content };
    });

const RENDERERS = {
  rss: ({ title, author, tags, date, link, summary, content }) => `<item>
<title>${escaped(title)}</title>
<link>${link}</link>
<guid>${link}</guid>
<pubDate>${date.toUTCString()}</pubDate>
<dc:creator>${escaped(author)}</dc:creator>
${each(tags, (tag) => `<category>${escaped(tag)}</category>\n`)}<description>${escaped(summary)}</description>
<content:encoded>${escaped(content)}</content:encoded>
</item>
`,
  atom: ({ title, author, tags, date, link, summary, content }) => `<entry>
<id>${link}</id>
<title>${escaped(title)}</title>
<link href="${link}"/>
<updated>${date.toISOString()}</updated>
<author><name>${escaped(author)}</name></author>
${each(tags, (tag) => `<category term="${escaped(tag)}"/>\n`)}<summary>${escaped(summary)}</summary>
<content type="html">${escaped(content)}</content>
</entry>
`,
  json: ({ title, author, tags, date, link, summary, content }) => ({
    id: link,
    url: link,
    title,
    date_published: date,
    authors: [{ name: author }],
    tags,
    summary,
    content_html: content,
  }),
};

const TEMPLATES = {
  rss: (data) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Bench</title>
<link>${SITE}</link>
<description>What the bench publishes</description>
${each(newest(data), RENDERERS.rss)}</channel>
</rss>
`,
  atom: (data) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${SITE}</id>
<title>Bench</title>
${each(newest(data), RENDERERS.atom)}</feed>
`,
  json: (data) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Bench",
      items: newest(data).map(RENDERERS.json),
    }),
};
const FILES = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };

export default function (eleventy) {
  eleventy.setQuietMode(true);
  eleventy.addGlobalData("permalink", false);
  for (const format of formats)
    eleventy.addTemplate(`${format}.11ty.js`, TEMPLATES[format], {
      permalink: FILES[format],
      eleventyExcludeFromCollections: true,
    });
}

export const config = { dir: { input: "articles", output: "public" }, markdownTemplateEngine: false };
