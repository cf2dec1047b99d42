import type { Finding } from "../finding.ts";
import type { Limits } from "./limits.ts";
import type { Profile } from "./profile-fields.ts";

/** Somebody who is credited: a person, or an agency or staff desk. */
export interface Person {
  readonly name: string;
  readonly kind: "person" | "organisation";
  readonly email?: string;
  /** An absolute URL of a page about them. */
  readonly uri?: string;
  /** An absolute URL of a square picture. */
  readonly avatar?: string;
  readonly bio?: string;
}

/** A person of `data/authors/`, with the spellings by which bylines call them. */
export interface KnownPerson extends Person {
  readonly spellings: readonly string[];
}

/** What the publisher says of itself, complete: every default is filled in. */
export interface Publication {
  readonly title: string;
  /** Whether `title` was stated; if not, the build names the publication after the outlet in the bylines. */
  readonly titleStated: boolean;
  /** The absolute URL of the publication's front page, ending in a slash. */
  readonly url: string;
  /** Whether `url` was stated; if not, it is a placeholder below the reserved `.example` (RFC 2606). */
  readonly urlStated: boolean;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA zone, in which dates without one are read. */
  readonly timezone: string;
  readonly copyright?: string;
  /** Whom an article without a byline is credited to; may be empty. */
  readonly authors: readonly Person[];
  /** A square picture. */
  readonly icon?: string;
  /** A wide picture. */
  readonly logo?: string;
  /** WebSub hub. */
  readonly hub?: string;
  /** Where readers register with the rssCloud server. */
  readonly cloud?: string;
  /** Entries in the main feeds. */
  readonly limit: number;
  readonly content: "full" | "summary";
  /** `/{year}/{month}/{day}/{slug}/` and the like, resolved against `url`. */
  readonly permalink: string;
  /** Section's name → other spellings of it. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  /** The authority of the tag URIs that entries get (RFC 4151): lower case domain. */
  readonly tagDomain: string;
  /** Which feeds are written beside the main ones. */
  readonly feeds: FeedsWanted;
  /** Whether pages are written: of articles, of each edition, and to subscribe. */
  readonly pages: boolean;
  /** Whether the sitemap and the files for hosts are written, which the whole site has but once. */
  readonly hosting: boolean;
  /** Whether every change of what readers see counts as an update, or only those that an article declares. */
  readonly updates: "changes" | "declared";
  /** Days for which feeds tell that an entry was withdrawn. */
  readonly tombstones: number;
  /** Bytes that a feed to subscribe to may have; beyond, the oldest bodies give way to summaries. */
  readonly budget: number;
  /** How much is taken from whoever sends articles. */
  readonly limits: Limits;
  /** The address of the licence that articles are under, where it is one for all. */
  readonly license?: string;
  /** The aggregators for which the feeds are made ready. */
  readonly profiles: readonly Profile[];
  /** The sections that are podcasts, by the section's name. */
  readonly podcasts: Readonly<Record<string, Podcast>>;
  /** What Feedly is told, where it is asked for. */
  readonly webfeeds?: WebFeeds;
  /** What SmartNews is told, in a feed of its own, where it is asked for. */
  readonly smartnews?: SmartNews;
  /** Elements that only some readers of RSS know, where they are asked for. */
  readonly modules?: Modules;
  /** What machines may and may not do with the articles (RSL 1.0). */
  readonly usage?: Usage;
  /** What language editions are called and about, by language tag. */
  readonly languages: Readonly<Record<string, EditionWords>>;
  readonly people: readonly KnownPerson[];
}

/** What makes a section a podcast. Addresses are absolute. */
export interface Podcast {
  readonly title?: string;
  readonly description?: string;
  readonly image: string;
  readonly author: string;
  readonly owner?: { readonly name: string; readonly email: string };
  /** As on Apple's list. */
  readonly category: string;
  readonly explicit: boolean;
  readonly type: "episodic" | "serial";
  readonly locked: boolean;
  /** A UUID. */
  readonly guid?: string;
  readonly funding?: { readonly url: string; readonly text: string };
}

/** What RSL 1.0 knows that machines do with a text. */
export const USAGES = ["all", "ai-all", "ai-train", "ai-input", "ai-index", "search"] as const;

/** Terms for machines (Really Simple Licensing 1.0). */
export interface Usage {
  readonly permits: readonly string[];
  readonly prohibits: readonly string[];
  /** A licence server's address. */
  readonly server?: string;
}

/** How Feedly shows a feed. Pictures are absolute URLs. */
export interface WebFeeds {
  readonly cover?: string;
  /** A square picture. */
  readonly icon?: string;
  /** The name as a picture. */
  readonly logo?: string;
  /** Six hexadecimal digits. */
  readonly accentColor?: string;
  /** Whether its articles may be shown to readers of like ones. */
  readonly related: boolean;
  /** A Google Analytics id. */
  readonly analytics?: string;
}

/** What SmartNews is told. Pictures are absolute URLs. */
export interface SmartNews {
  /** At most 30 characters, if it is as SmartNews wants it. */
  readonly description?: string;
  readonly logo?: string;
  readonly darkModeLogo?: string;
  /** HTML that counts readers. */
  readonly analytics?: string;
  /** Links to advertisements below each article, at most two. */
  readonly sponsored: readonly SponsoredLink[];
  /** HTML of an advertisement in each article. */
  readonly advertisement?: string;
  /** Entries in its feed. */
  readonly limit: number;
}

/** A link to an advertisement, on the publication's own domain. */
export interface SponsoredLink {
  readonly link: string;
  readonly advertiser: string;
  readonly title?: string;
  readonly thumbnail?: string;
}

/** Which elements that only some readers of RSS know are written. */
export interface Modules {
  /** `dcterms:modified`. */
  readonly modified: boolean;
  /** `source:markdown`. */
  readonly markdown: boolean;
  /** `slash:section`. */
  readonly slash: boolean;
  /** `source:account`. */
  readonly accounts: readonly { readonly service: string; readonly name: string }[];
  /** `sy:updatePeriod`, `sy:updateFrequency`. */
  readonly schedule?: { readonly period: string; readonly frequency: number };
}

/** Which feeds are written: all of a kind, none, or those named. */
export type Wanted = boolean | readonly string[];

export interface FeedsWanted {
  readonly sections: Wanted;
  readonly authors: Wanted;
  readonly tags: Wanted;
  /** Only where there is more than one. */
  readonly languages: Wanted;
  /** Which editions reach back to their first entry by archive documents (RFC 5005). */
  readonly archives: "main" | "all" | "none";
  /** Entries of a full archive document. */
  readonly archiveSize: number;
  /** Whether the main feeds hold all there is (RFC 5005, section 2). */
  readonly complete: boolean;
  readonly own: readonly OwnEdition[];
}

/** What an edition is called and about. */
export interface EditionWords {
  readonly title?: string;
  readonly description?: string;
}

/** A feed by a filter of the publisher's own: the entries that have one of each list that is given. */
export interface OwnEdition extends EditionWords {
  /** In its address: `editions/NAME/`. */
  readonly name: string;
  readonly limit?: number;
  readonly complete: boolean;
  readonly sections?: readonly string[];
  readonly authors?: readonly string[];
  readonly tags?: readonly string[];
  readonly languages?: readonly string[];
}

export interface LoadedPublication {
  readonly publication: Publication;
  readonly findings: readonly Finding[];
}
