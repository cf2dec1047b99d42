import { basename, extname } from "node:path";
import mime from "mime";
import type { Announcement, FeedKind } from "../published/announcement.ts";

/** What a file is to those who fetch it: how long it keeps, and who may read it, depend on that. */
export type Role = "feed" | "page" | "data" | "media";

const FEED_TYPES: Readonly<Record<FeedKind, string>> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};
const BY_NAME: ReadonlyMap<string, FeedKind> = new Map([
  ["rss.xml", "rss"],
  ["atom.xml", "atom"],
  ["feed.json", "json"],
]);
const BY_ENDING: Readonly<Record<string, string>> = { ".opml": "text/x-opml", ".xsl": "text/xsl" };
const WELL_KNOWN_FEEDS = /(?:^|[\\/])\.well-known[\\/]feeds$/;
const WORDS = /^(?:text\/|application\/(?:.*[+/])?(?:json|xml|javascript|manifest\+json)$|image\/svg\+xml$)/;

/** Whether what a file is stands in it rather than in its name. */
export function tellsByContent(file: string): boolean {
  return [".xml", ".json"].includes(extname(file).toLowerCase());
}

/** Which kind of feed a file is: by its content, or where that tells nothing (it may be broken) by its name. */
export function feedKindOf(file: string, said: Announcement | undefined): FeedKind | undefined {
  return said?.kind ?? BY_NAME.get(basename(file));
}

/** A file's media type, with its charset where it is text: everything that Dateline writes is UTF-8. */
export function mediaType(file: string, kind: FeedKind | undefined): string {
  const ending = WELL_KNOWN_FEEDS.test(file) ? ".opml" : extname(file).toLowerCase();
  const type =
    kind === undefined ? (BY_ENDING[ending] ?? mime.getType(file) ?? "application/octet-stream") : FEED_TYPES[kind];
  return WORDS.test(type) ? `${type}; charset=utf-8` : type;
}

/** What a file of this type is to those who fetch it. */
export function roleOf(type: string, kind: FeedKind | undefined): Role {
  if (kind !== undefined) return "feed";
  if (type.startsWith("text/html")) return "page";
  return /^(?:image|audio|video|font)\//.test(type) ? "media" : "data";
}

/** Whether compressing is worth it: words are, pictures and sound are compressed already. */
export function isCompressible(type: string): boolean {
  return WORDS.test(type.split(";")[0] ?? "");
}
