import { imagesIn, timeOf } from "./facts.ts";
import type { Digest, DigestItem } from "./feed-facts.ts";
import { linkOf } from "./rss.ts";
import { allOf, firstOf, type Node, wordsOf } from "./tree.ts";

export function atomDigest(feed: Node): Digest {
  const links = allOf(feed, "link").map(linkOf);
  const house = allOf(feed, "author").map((author) => wordsOf(author, "name"));
  return {
    kind: "atom",
    title: wordsOf(feed, "title"),
    description: wordsOf(feed, "subtitle"),
    language: feed.attributes.get("lang") ?? "",
    home: links.find(({ rel }) => rel === "alternate")?.href ?? "",
    picture: firstOf(feed, "icon", "logo", "webfeeds:icon") !== undefined,
    links,
    isArchive: firstOf(feed, "fh:archive") !== undefined,
    items: allOf(feed, "entry").map((entry) => itemOf(entry, house)),
    extensions: new Set(feed.children.map(({ name }) => name)),
    listed: [],
  };
}

function itemOf(entry: Node, house: readonly string[]): DigestItem {
  const links = allOf(entry, "link").map(linkOf);
  const content = wordsOf(entry, "content");
  const summary = wordsOf(entry, "summary");
  const published = timeOf(wordsOf(entry, "published", "updated"));
  const authors = allOf(entry, "author").map((author) => wordsOf(author, "name"));
  const media = entry.children.filter(({ name }) => name === "media:content" || name === "media:thumbnail");
  return {
    id: wordsOf(entry, "id"),
    url: links.find(({ rel }) => rel === "alternate")?.href ?? "",
    title: wordsOf(entry, "title"),
    ...(published !== undefined && { published }),
    authors: authors.length > 0 ? authors : house,
    summary,
    content: content || summary,
    images: [...media.map(({ attributes }) => attributes.get("url") ?? ""), ...imagesIn(content)],
    enclosure: links.some(({ rel }) => rel === "enclosure"),
    at: entry.at,
  };
}
