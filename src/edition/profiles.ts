import type { Profile } from "../publication/profile-fields.ts";

/** What an aggregator asks for, as far as an article, a publication or a feed can be told to lack it. */
export interface Wants {
  /** What people call it. */
  readonly name: string;
  /** The page that says so, and the day on which it did (YYYY-MM-DD). */
  readonly source: string;
  readonly looked: string;
  readonly image?: ImageWants;
  /** Characters of a title. */
  readonly title?: { readonly least?: number; readonly most: number };
  /** Characters of an entry's summary, at least. */
  readonly summary?: number;
  /** Bodies, not only summaries. */
  readonly whole?: true;
  /** Somebody who signs each article. */
  readonly author?: true;
  /** The languages that it takes, as the first parts of their tags. */
  readonly languages?: readonly string[];
  /** One language a feed. */
  readonly oneLanguage?: true;
  /** Entries of a feed, at least. */
  readonly entries?: number;
  /** What `publication.yaml` should give, by field, and what would be taken in its place. */
  readonly pictures?: readonly PictureField[];
  /** Characters of the publication's description: required, with at most so many. */
  readonly description?: number;
  /** A language that says the country, too. */
  readonly region?: true;
  /** Addresses by https only. */
  readonly secure?: true;
}

/** A picture that `publication.yaml` gives. */
export type PictureField = "icon" | "logo" | "webfeeds.cover";

interface ImageWants {
  /** Whether articles without are refused or shown less. */
  readonly needed?: true;
  /** Pixels of the shorter side, of the longer one, or in all. */
  readonly side?: number;
  readonly longer?: number;
  readonly area?: number;
  readonly types?: readonly string[];
  /** Who made it. */
  readonly credit?: true;
}

/** A description may be of any length. */
const ANY_LENGTH = Number.POSITIVE_INFINITY;

/**
 * The aggregators' own words, where they have published them. Nothing here is a rule of ours, and what they ask for
 * changes: look a page up again before changing its row, and set its day.
 */
export const WANTS: Readonly<Record<Profile, Wants>> = {
  "google-news": {
    name: "Google News",
    source: "https://developers.google.com/search/docs/appearance/structured-data/article",
    looked: "2026-11-24",
    image: { area: 50_000 },
  },
  "apple-news": {
    name: "Apple News",
    source: "https://support.apple.com/guide/news-publisher/apdc2c7520ff/icloud",
    looked: "2026-11-26",
    title: { most: 60 },
    whole: true,
    region: true,
  },
  smartnews: {
    name: "SmartNews",
    source: "https://publishers.smartnews.com/hc/en-us/articles/56500436151065",
    looked: "2026-11-26",
    pictures: ["logo"],
    description: 30,
  },
  flipboard: {
    name: "Flipboard",
    source: "https://flipboard.helpshift.com/hc/en/1-flipboard/faq/1023-resubmit-an-rss-feed/",
    looked: "2026-11-26",
    image: { needed: true, side: 500 },
    summary: 300,
    author: true,
    entries: 20,
    description: ANY_LENGTH,
  },
  feedly: {
    name: "Feedly",
    source: "https://blog.feedly.com/10-ways-to-optimize-your-feed-for-feedly/",
    looked: "2026-11-24",
    whole: true,
    pictures: ["icon", "logo", "webfeeds.cover"],
  },
  msn: {
    name: "MSN",
    source:
      "https://support.microsoft.com/topic/msn-feed-item-metadata-requirements-0114c19c-36bb-4fef-8322-4a1ed6888329",
    looked: "2026-11-26",
    image: { needed: true, longer: 720, types: ["image/png", "image/jpeg", "image/gif", "image/webp"] },
    title: { least: 21, most: 150 },
    whole: true,
    oneLanguage: true,
    secure: true,
  },
  newsbreak: {
    name: "NewsBreak",
    source: "https://support.newsbreak.com/publisher-faq",
    looked: "2026-11-26",
    image: { needed: true, credit: true },
    whole: true,
    author: true,
    languages: ["en"],
  },
};

/** Characters that a summary should have, for all the aggregators that are named. */
export function longestSummaryAsked(profiles: readonly Profile[]): number {
  return Math.max(0, ...profiles.map((profile) => WANTS[profile].summary ?? 0));
}
