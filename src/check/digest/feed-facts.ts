import type { Position } from "../reporter.ts";

export type Kind = "rss" | "atom" | "json" | "opml" | "sitemap";

export interface DigestLink {
  readonly rel: string;
  readonly href: string;
  readonly at: Position;
}

export interface DigestItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly published?: number;
  readonly authors: readonly string[];
  /** Plain words of the summary, and the HTML of the whole. */
  readonly summary: string;
  readonly content: string;
  readonly images: readonly string[];
  readonly enclosure: boolean;
  readonly at: Position;
}

/** What a document says, whichever its format is. */
export interface Digest {
  readonly kind: Kind;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** The site's address. */
  readonly home: string;
  /** The feed's own picture. */
  readonly picture: boolean;
  readonly links: readonly DigestLink[];
  readonly isArchive: boolean;
  readonly items: readonly DigestItem[];
  /** The names of the extensions' elements that the channel or feed has. */
  readonly extensions: ReadonlySet<string>;
  /** Addresses of other documents: feeds in a list, pages in a sitemap. */
  readonly listed: readonly DigestLink[];
}

/** Where the document says that it is to be found. */
export function selfOf({ links }: Digest): DigestLink | undefined {
  return links.find(({ rel }) => rel === "self");
}
