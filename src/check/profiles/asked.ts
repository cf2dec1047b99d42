import { withoutTags } from "../digest/facts.ts";
import type { DigestItem } from "../digest/feed-facts.ts";
import { better, feed, item, type Requirement } from "../profile.ts";
import { isLanguage } from "../values/plain.ts";

/** What several directories ask for in the same words. */

const MB = 1_000_000;

export const isXml: Requirement = feed(
  "xml",
  "it takes RSS or Atom, not this",
  "Submit the RSS feed.",
  ({ kind }) => kind === "rss" || kind === "atom",
);
export const isRss: Requirement = feed(
  "rss",
  "it takes RSS 2.0 only",
  "Submit the RSS feed.",
  ({ kind }) => kind === "rss",
);
export const isFeed: Requirement = feed("feed", "this is no feed", "Submit the RSS feed.", ({ kind }) =>
  ["rss", "atom", "json"].includes(kind),
);
export const hasTitle: Requirement = feed(
  "title",
  "the feed has no title",
  "Name the publication.",
  ({ title }) => title !== "",
);
export const hasHome: Requirement = feed(
  "link",
  "the feed names no site",
  "Add the site's address.",
  ({ home }) => home !== "",
);
export const hasDescription: Requirement = feed(
  "description",
  "the feed has no description",
  "Say in a sentence what it is about.",
  ({ description }) => description !== "",
);
export const hasLanguage: Requirement = feed(
  "language",
  "the feed says no language",
  "Add <language>, for instance en-GB.",
  ({ language }) => isLanguage(language),
);
export const hasPicture: Requirement = feed(
  "picture",
  "the feed has no picture",
  "Add an icon or image.",
  ({ picture }) => picture,
);
export const hasItems: Requirement = feed(
  "items",
  "there are no items",
  "Publish something first.",
  ({ items }) => items.length > 0,
);
export const hasSelf: Requirement = better(
  feed("self", "the feed doesn't say where it is", 'Add a link rel="self".', ({ links }) =>
    links.some(({ rel }) => rel === "self"),
  ),
);
export const hasHub: Requirement = better(
  feed("hub", "no WebSub hub is named, so that new articles are found late", 'Add a link rel="hub".', ({ links }) =>
    links.some(({ rel }) => rel === "hub"),
  ),
);

export function atLeast(count: number): Requirement {
  return feed(
    "count",
    `there are less than ${count} items`,
    "Keep more items in the feed.",
    ({ items }) => items.length >= count,
  );
}

export function smallerThan(megabytes: number): Requirement {
  return feed(
    "size",
    `the feed is larger than ${megabytes} MB`,
    "Keep fewer items in the feed.",
    (_, bytes) => bytes <= megabytes * MB,
  );
}

export const itemTitle: Requirement = item(
  "item-title",
  "an item has no title",
  "Give it a headline.",
  ({ title }) => title !== "",
);
export const itemLink: Requirement = item(
  "item-link",
  "an item has no link",
  "Add the address of its page.",
  ({ url }) => url !== "",
);
export const itemId: Requirement = item(
  "item-id",
  "an item has no id",
  "Add a <guid> that never changes.",
  ({ id }) => id !== "",
);
export const itemDate: Requirement = item(
  "item-date",
  "an item has no date",
  "Add the moment of its publication.",
  ({ published }) => published !== undefined,
);
export const itemAuthor: Requirement = item(
  "item-author",
  "an item has no author",
  "Add <dc:creator>.",
  ({ authors }) => authors.length > 0,
);
export const itemImage: Requirement = item(
  "item-image",
  "an item has no picture",
  "Add <media:content>, or a picture in the text.",
  ({ images, enclosure }) => images.length > 0 || enclosure,
);
export const itemSummary: Requirement = item(
  "item-description",
  "an item has no description",
  "Add one.",
  ({ summary, content }) => summary !== "" || content !== "",
);

/** Aggregators say "whole articles", and no number of characters: what has no text at all is none. */
export const fullText: Requirement = item(
  "item-text",
  "an item has no text, only a summary",
  "Publish the whole article in <content:encoded>.",
  (one) => wordsIn(one) > 0,
);

export function summaryOf(least: number): Requirement {
  return item(
    "item-summary",
    `an item's description has less than ${least} characters`,
    "Write a longer excerpt into <description>.",
    ({ summary }) => [...summary].length >= least,
  );
}

export const hasRegion: Requirement = feed(
  "region",
  "the language names no country",
  "Say it with its country: en-GB.",
  ({ language }) => /-[A-Z]{2}\b/i.test(language),
);

export function descriptionUpTo(most: number): Requirement {
  return feed(
    "description-length",
    `the feed's description has more than ${most} characters`,
    "Say it in fewer words.",
    ({ description }) => [...description].length <= most,
  );
}

export function titleLength(least: number, most: number): Requirement {
  return item(
    "title-length",
    least > 1 ? `a title has not ${least} to ${most} characters` : `a title has more than ${most} characters`,
    least > 1 ? "Write a shorter or longer headline." : "Write a shorter headline.",
    ({ title }) => [...title].length >= least && [...title].length <= most,
  );
}

export const secure: Requirement = item("https", "an item is not on https", "Publish over https.", ({ url }) =>
  url.startsWith("https://"),
);

function wordsIn({ content }: DigestItem): number {
  return withoutTags(content).length;
}
