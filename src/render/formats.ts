import type { Feed } from "feed";
import { renderAtom } from "./atom.ts";
import { renderJson } from "./json.ts";
import { renderRss } from "./rss.ts";

/** A format in which feeds are written. */
export interface Format {
  /** A feed's file. */
  readonly file: string;
  /** The file of one of its archive documents, beside it. */
  readonly archive: (number: number) => string;
  readonly mediaType: string;
  readonly render: (feed: Feed) => string;
}

export type FormatName = "rss" | "atom" | "json";

/** A new format is a file beside this one and a line here. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  rss: {
    file: "rss.xml",
    archive: (number) => `archives/rss-${number}.xml`,
    mediaType: "application/rss+xml",
    render: renderRss,
  },
  atom: {
    file: "atom.xml",
    archive: (number) => `archives/atom-${number}.xml`,
    mediaType: "application/atom+xml",
    render: renderAtom,
  },
  json: {
    file: "feed.json",
    archive: (number) => `archives/feed-${number}.json`,
    mediaType: "application/feed+json",
    render: renderJson,
  },
};
