import type { Feed, FeedOptions } from "feed";
import type { Entry, Tombstone } from "../ledger/entry.ts";
import type { Modules, Podcast, Publication, Usage, WebFeeds } from "../publication/publication.ts";

/** The addresses of one feed document in each format. */
export interface FeedFiles {
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
}

/** How a feed document stands among those that together hold all entries (RFC 5005). Absolute URLs. */
export interface Paging {
  /** Whether it is an archive document (`fh:archive`); else it is the one to subscribe to. */
  readonly archive?: boolean;
  /** Whether it holds all entries that there are (`fh:complete`). */
  readonly complete?: boolean;
  /** The one to subscribe to. */
  readonly current?: FeedFiles;
  /** The document with the entries before these. */
  readonly previous?: FeedFiles;
  /** The document with the entries after these. */
  readonly next?: FeedFiles;
}

/** What an edition's feed says of itself beyond the `feed` package's options. Renderers read it where it is there. */
export interface EditionOptions extends FeedOptions {
  /** A square picture (`FeedOptions.favicon` is set to the same). */
  readonly icon?: string;
  /** A wide picture (`FeedOptions.image` is set to the same). */
  readonly logo?: string;
  readonly generatorUri?: string;
  readonly generatorVersion?: string;
  readonly tombstones?: readonly Tombstone[];
  readonly paging?: Paging;
  /** What makes it a podcast. */
  readonly show?: Podcast & { readonly guid: string };
  /** The address of the licence that its entries are under, unless they say otherwise. */
  readonly license?: string;
  /** What machines may and may not do with its entries, unless they say otherwise. */
  readonly usage?: Usage;
  /** What Feedly is told, where it is asked for. */
  readonly webfeeds?: WebFeeds;
  /** Elements that only some readers of RSS know, where they are asked for. */
  readonly modules?: Modules;
  /** The address where readers of RSS register with an rssCloud server. */
  readonly cloud?: string;
}

/** What is said of one feed document. */
export interface Document {
  /** The absolute URL of what it is the feed of, which is its id as well. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly author?: { readonly name: string; readonly email?: string; readonly link?: string } | undefined;
  readonly files: FeedFiles;
  readonly entries: readonly Entry[];
  readonly tombstones: readonly Tombstone[];
  readonly paging?: Paging | undefined;
}

/** A feed document: a `Feed` made by the `feed` package's own class. */
export type FeedDocument = Feed & { options: EditionOptions; items: Entry[] };

/** What an edition is about: everything, or the entries of one language, section, author or tag, or by its own filter. */
export type EditionKind = "main" | "language" | "section" | "author" | "tag" | "own";

/** One feed that people subscribe to: which entries it has, and the documents that hold them. */
export interface Edition {
  readonly kind: EditionKind;
  /** The section's, author's or tag's name, the language's tag; the publication's title for the main edition. */
  readonly name: string;
  /** Below the publication's URL and below the output folder: empty for the main edition, else `sections/world/`. */
  readonly path: string;
  /** The feed's title: `Buna Times: World`. */
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** All that it has ever published and that still stands, newest first. */
  readonly entries: readonly Entry[];
  /** The document to subscribe to: the newest entries. Who asks for its items has them made anew. */
  readonly feed: FeedDocument;
  /** The same within the size that readers take, made anew, and how many of its entries had to be shortened for it. */
  readonly fitted: () => FittedFeed;
  /** Differs wherever two versions of the document do, for one publication. */
  readonly mark: () => string;
  /** The documents that hold the older entries, oldest first; none where no archive is wanted. */
  readonly archives: readonly Archive[];
}

/** A feed document within the size that readers take. */
export interface FittedFeed {
  readonly feed: FeedDocument;
  readonly shortened: number;
}

/** A document of an edition's archive (RFC 5005, section 4). */
export interface Archive {
  /** 1 for the oldest. */
  readonly number: number;
  readonly document: Document;
  /** Made anew. */
  readonly feed: () => FeedDocument;
  /** Differs wherever two versions of the document do, for one publication. */
  readonly mark: () => string;
}

/** All that is to be published: what the renderers of feeds, lists, pages and sitemaps work from. */
export interface Site {
  readonly publication: Publication;
  /** All entries, newest first. */
  readonly entries: readonly Entry[];
  /** The main edition first, then languages, sections, authors, tags, own ones; each kind by name. */
  readonly editions: readonly Edition[];
  /** Entries that were published and are no more, latest withdrawal first. */
  readonly withdrawn: readonly Tombstone[];
  /** Files of the data folder that are published, by their names below `media/`. */
  readonly media: readonly { readonly name: string; readonly path: string }[];
  /** Entries whose address has changed. */
  readonly moved: readonly Moved[];
  /** The present, in whole seconds. Nothing but what is due by the hour (news sitemaps, expiry) may depend on it. */
  readonly now: Date;
  /** Told, as pages are made, of each entry that has none, since another page stands at its address. */
  readonly pageless?: (entry: Entry) => void;
}

/** An address that an entry had, and its present one. Absolute URLs. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

/** A file to be published. Its content is made when it is asked for. */
export interface OutFile {
  /** Where it is given: differs wherever two contents would, for one program and one publication. */
  readonly mark?: () => string;
  /** Of an archive document: what it is printed from in all formats, and in which of them this is. */
  readonly sheet?: { readonly document: Document; readonly format: keyof FeedFiles; readonly paths: FeedFiles };
  /** How many entries had to be shortened in the content that was asked for. */
  readonly shortened?: () => number;
  /** Below the output folder, with forward slashes. */
  readonly path: string;
  /** Where its text comes in pieces: what `content` is when they are joined. */
  readonly pieces?: () => readonly string[];
  /** `copyOf`: a file of the data folder, by its path there. */
  readonly content: string | Uint8Array | { readonly copyOf: string };
}
