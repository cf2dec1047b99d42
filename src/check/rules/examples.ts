import type { Example } from "../rule.ts";

/** Whole documents around the lines that an example is about: each is right in all else. */

const EXTENSIONS =
  'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:source="http://source.scripting.com/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:georss="http://www.georss.org/georss" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule" xmlns:webfeeds="http://webfeeds.org/rss/1.0" xmlns:snf="http://www.smartnews.be/snf" xmlns:googleplay="http://www.google.com/schemas/play-podcasts/1.0" xmlns:fh="http://purl.org/syndication/history/1.0"';
const ATOM_EXTENSIONS =
  'xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:at="http://purl.org/atompub/tombstones/1.0"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const CHANNEL = "<title>The Courier</title><link>https://courier.example/</link><description>News</description>";

/** The example is the document. */
export function whole(text: string): Example {
  return { shown: text, text };
}

/** The lines stand in the `<channel>` of an RSS feed, after what every channel needs. */
export function inChannel(lines: string): Example {
  return channel(CHANNEL, lines);
}

/** The lines are all that the `<channel>` of an RSS feed holds. */
export function asChannel(lines: string): Example {
  return channel("", lines);
}

function channel(before: string, lines: string): Example {
  const text = `${DECLARATION}\n<rss version="2.0" ${EXTENSIONS}><channel>${before}\n${lines}\n</channel></rss>`;
  return { shown: lines, text };
}

/** The lines stand in an `<item>` that has a title. */
export function inItem(lines: string): Example {
  return { ...inChannel(`<item><title>Bridge opens</title>\n${lines}\n</item>`), shown: lines };
}

/** The lines are all that the `<item>` holds. */
export function asItem(lines: string): Example {
  return { ...inChannel(`<item>\n${lines}\n</item>`), shown: lines };
}

const FEED =
  '<id>https://courier.example/</id><title>The Courier</title><updated>2026-01-02T03:04:05Z</updated><author><name>Ada Moss</name></author><link rel="self" href="https://courier.example/atom.xml"/>';
const ENTRY =
  '<id>https://courier.example/1</id><title>Bridge opens</title><updated>2026-01-02T03:04:05Z</updated><link href="https://courier.example/1"/>';

function feed(before: string, lines: string): Example {
  const text = `${DECLARATION}\n<feed xmlns="http://www.w3.org/2005/Atom" ${ATOM_EXTENSIONS}>${before}\n${lines}\n</feed>`;
  return { shown: lines, text };
}

/** The lines stand in an Atom `<feed>`, after what every feed needs. */
export function inFeed(lines: string): Example {
  return feed(FEED, lines);
}

/** The lines are all that the `<feed>` holds. */
export function asFeed(lines: string): Example {
  return feed("", lines);
}

/** The lines stand in an `<entry>` that has what every entry needs. */
export function inEntry(lines: string): Example {
  return { ...inFeed(`<entry>${ENTRY}\n${lines}\n</entry>`), shown: lines };
}

/** The lines are all that the `<entry>` holds. */
export function asEntry(lines: string): Example {
  return { ...inFeed(`<entry>\n${lines}\n</entry>`), shown: lines };
}

/** A member of a JSON Feed that has what every feed needs. */
export function inJson(member: string): Example {
  const text = `{"version":"https://jsonfeed.org/version/1.1","title":"The Courier","items":[],\n${member}\n}`;
  return { shown: member, text };
}

/** A member of an item of a JSON Feed that has what every item needs. */
export function inJsonItem(member: string): Example {
  const item = `{"id":"https://courier.example/1","content_text":"Open.",\n${member}\n}`;
  return {
    shown: member,
    text: `{"version":"https://jsonfeed.org/version/1.1","title":"The Courier","items":[${item}]}`,
  };
}

/** Outlines in the body of an OPML document. */
export function inOpml(lines: string): Example {
  const text = `${DECLARATION}\n<opml version="2.0"><head><title>Feeds</title></head><body>\n${lines}\n</body></opml>`;
  return { shown: lines, text };
}

/** URLs in a sitemap. */
export function inSitemap(lines: string): Example {
  const text = `${DECLARATION}\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${lines}\n</urlset>`;
  return { shown: lines, text };
}
