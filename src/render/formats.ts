import type { Feed } from "feed";
import { atomPieces } from "./atom.ts";
import { jsonPieces } from "./json.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { rssPieces } from "./rss.ts";

/** A format in which feeds are written. */
export interface Format {
  /** A feed's file. */
  readonly file: string;
  /** The file of one of its archive documents, beside it. */
  readonly archive: (number: number) => string;
  readonly mediaType: string;
  /**
   * For the feed of an edition, which nobody changes once it is made; `renderRss` and its like take any feed. The text comes
   * in pieces, of which none ends within a tag or a character: a long one is not to be put together first.
   */
  readonly pieces: (feed: Feed) => readonly string[];
}

export type FormatName = "rss" | "atom" | "json";

/** A new format is a file beside this one and a line here. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  rss: {
    file: "rss.xml",
    archive: (number) => `archives/rss-${number}.xml`,
    mediaType: "application/rss+xml",
    ...written(rssPieces),
  },
  atom: {
    file: "atom.xml",
    archive: (number) => `archives/atom-${number}.xml`,
    mediaType: "application/atom+xml",
    ...written(atomPieces),
  },
  json: {
    file: "feed.json",
    archive: (number) => `archives/feed-${number}.json`,
    mediaType: "application/feed+json",
    ...written(jsonPieces),
  },
};

function written(write: (outline: Outline) => readonly string[]): Pick<Format, "pieces"> {
  return { pieces: (feed) => write(meant(feed)) };
}

let last = new WeakMap<Feed, Outline>();

/**
 * What a feed means. Its formats are written one after the other, and to find out what it means takes most of the time,
 * since the words of entries are on the disk perhaps. Only the last feed's is kept: no build has room for all bodies.
 */
function meant(feed: Feed): Outline {
  const known = last.get(feed);
  if (known !== undefined) return known;
  const outline = outlineOf(feed);
  last = new WeakMap([[feed, outline]]);
  return outline;
}
