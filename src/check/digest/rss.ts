import { imagesIn, timeOf } from "./facts.ts";
import type { Digest, DigestItem, DigestLink } from "./feed-facts.ts";
import { allOf, firstOf, type Node, wordsOf } from "./tree.ts";

/** RSS in all its versions. */
export function rssDigest(root: Node): Digest {
  const channel = firstOf(root, "channel");
  const items = root.name === "rss" ? allOf(channel, "item") : allOf(root, "item");
  return {
    kind: "rss",
    title: wordsOf(channel, "title"),
    description: wordsOf(channel, "description"),
    language: wordsOf(channel, "language", "dc:language"),
    home: wordsOf(channel, "link"),
    picture: firstOf(channel, "image", "itunes:image", "webfeeds:icon", "webfeeds:logo", "snf:logo") !== undefined,
    links: allOf(channel, "atom:link").map(linkOf),
    isArchive: firstOf(channel, "fh:archive") !== undefined,
    items: items.map(itemOf),
    extensions: new Set(channel?.children.map(({ name }) => name)),
    listed: [],
  };
}

export function linkOf({ attributes, at }: Node): DigestLink {
  return { rel: attributes.get("rel") ?? "alternate", href: attributes.get("href") ?? "", at };
}

function itemOf(item: Node): DigestItem {
  const content = wordsOf(item, "content:encoded");
  const description = wordsOf(item, "description");
  const published = timeOf(wordsOf(item, "pubDate", "dc:date"));
  const creators = allOf(item, "dc:creator").map(({ text }) => text.trim());
  const author = wordsOf(item, "author");
  const media = item.children.filter(({ name }) => name === "media:content" || name === "media:thumbnail");
  const url = wordsOf(item, "link");
  return {
    id: wordsOf(item, "guid") || url,
    url,
    title: wordsOf(item, "title"),
    ...(published !== undefined && { published }),
    authors: creators.length > 0 || author === "" ? creators : [/\(([^)]*)\)/.exec(author)?.[1] ?? author],
    summary: description,
    content: content === "" ? description : content,
    images: [...media.map(({ attributes }) => attributes.get("url") ?? ""), ...imagesIn(content || description)],
    enclosure: firstOf(item, "enclosure") !== undefined,
    at: item.at,
  };
}
