import type { Feed } from "feed";
import type { FeedDocument, Site } from "../edition/edition.ts";
import type { Tombstone } from "../ledger/entry.ts";
import type { SmartNews, SponsoredLink } from "../publication/publication.ts";
import { clean, oneLine } from "./characters.ts";
import { rfc822 } from "./dates.ts";
import { htmlOfText, passesForHtml } from "./html.ts";
import { headingOf, type ItemOutline } from "./item.ts";
import { declarations, type Prefixes } from "./namespaces.ts";
import { type Outline, outlineOf } from "./outline.ts";
import {
  attribute,
  declaration,
  each,
  emptyElement,
  htmlElement,
  parentElement,
  tag,
  textElement,
  uriAttribute,
  uriElement,
} from "./xml.ts";

/** The feed for SmartNews, in the output folder. */
export const SMARTNEWS_FILE = "smartnews.xml";

const CHANNEL = "    ";
const ITEM = "      ";

/** Minutes after which SmartNews shall look again, as in its own example. */
const TTL = "15";

/**
 * The main feed as SmartNews reads it (SmartFormat 2.2, an RSS of its own): entries in the publication's language with
 * their whole bodies, those that were withdrawn marked as deleted. As many of the newest as it shall have and as have
 * room in the budget, at least one.
 */
export function renderSmartNews(main: FeedDocument, { publication, entries }: Site, smartnews: SmartNews): string {
  const spoken = entries.filter(({ language }) => language === undefined || language === publication.language);
  const outline = outlineOf(withItems(main, spoken.slice(0, smartnews.limit)));
  const used: Prefixes = new Set(["atom", "snf"]);
  const head = channelElements(outline, smartnews, new URL(SMARTNEWS_FILE, publication.url).href);
  const deleted = each(outline.tombstones, (tombstone) => deletedElement(tombstone, used));
  const items = within(
    publication.budget - Buffer.byteLength(head + deleted),
    outline.items.map((item) => itemElement(item, smartnews, used)),
  );
  return `${declaration(undefined)}<rss version="2.0"${declarations(used)}>\n  <channel>\n${head}${items}${deleted}  </channel>\n</rss>\n`;
}

/** Without the main feed's own date: these items tell theirs. */
function withItems(feed: FeedDocument, items: FeedDocument["items"]): Feed {
  const { updated: _, ...options } = feed.options;
  return Object.assign(Object.create(Object.getPrototypeOf(feed) as object) as Feed, feed, { items, options });
}

/** The first and as many of the next as there is room for, in bytes. */
function within(room: number, items: readonly string[]): string {
  let left = room;
  const end = items.findIndex((item, index) => {
    left -= Buffer.byteLength(item);
    return left < 0 && index > 0;
  });
  return items.slice(0, end === -1 ? items.length : end).join("");
}

function channelElements(outline: Outline, smartnews: SmartNews, self: string): string {
  const { title, home, description, language, rights, updated, hub } = outline;
  return (
    textElement(tag(CHANNEL, "title"), written(title)) +
    uriElement(tag(CHANNEL, "link"), home) +
    textElement(tag(CHANNEL, "description"), written(oneLine(smartnews.description ?? description) ?? title)) +
    textElement(tag(CHANNEL, "pubDate"), updated && rfc822(updated)) +
    textElement(tag(CHANNEL, "language"), language) +
    textElement(tag(CHANNEL, "copyright"), rights && written(rights)) +
    textElement(tag(CHANNEL, "ttl"), TTL) +
    emptyElement(tag(CHANNEL, "atom:link"), `${uriAttribute("href", self)} rel="self" type="application/rss+xml"`) +
    (hub === undefined ? "" : emptyElement(tag(CHANNEL, "atom:link"), `${uriAttribute("href", hub)} rel="hub"`)) +
    logoElement("snf:logo", smartnews.logo) +
    logoElement("snf:darkModeLogo", smartnews.darkModeLogo)
  );
}

function logoElement(name: string, url: string | undefined): string {
  return parentElement(tag(CHANNEL, name), uriElement(tag(ITEM, "url"), url));
}

function itemElement(item: ItemOutline, smartnews: SmartNews, used: Prefixes): string {
  const { id, link, published, summary, body, authors, topics, media } = item;
  const creator = authors.map(({ name }) => name).join(", ");
  const image = media.find(({ kind }) => kind === "image");
  const video = media.find(({ kind, type = "" }) => kind === "video" || type.startsWith("video/"));
  const { analytics } = smartnews;
  const [topic] = topics;
  if (creator !== "") used.add("dc");
  if (body !== undefined) used.add("content");
  if (image !== undefined) used.add("media");
  const children =
    textElement(tag(ITEM, "title"), written(headingOf(item))) +
    uriElement(tag(ITEM, "link"), link) +
    guidElement(id, link) +
    textElement(tag(ITEM, "pubDate"), published && rfc822(published)) +
    textElement(tag(ITEM, "category"), topic && written(topic.label)) +
    textElement(tag(ITEM, "dc:creator"), creator === "" ? undefined : creator) +
    // Never without one: readers take `content:encoded` for it otherwise.
    textElement(tag(ITEM, "description"), htmlOfText(summary?.value ?? headingOf(item) ?? "")) +
    (body === undefined ? "" : htmlElement(tag(ITEM, "content:encoded"), body)) +
    (image === undefined ? "" : emptyElement(tag(ITEM, "media:thumbnail"), uriAttribute("url", image.url))) +
    (video === undefined ? "" : emptyElement(tag(ITEM, "snf:video"), videoAttributes(video))) +
    advertisementElement(smartnews) +
    (analytics === undefined ? "" : htmlElement(tag(ITEM, "snf:analytics"), clean(analytics)));
  return parentElement(tag(CHANNEL, "item"), children);
}

function videoAttributes({ url, caption, title }: ItemOutline["media"][number]): string {
  return uriAttribute("url", url) + attribute("caption", caption ?? title);
}

/** The publication's own advertisements in an article: links below it, and what a script brings. */
function advertisementElement({ sponsored, advertisement }: SmartNews): string {
  const inner = `${ITEM}  `;
  const links = each(sponsored, (one) => emptyElement(tag(inner, "snf:sponsoredLink"), sponsorAttributes(one)));
  const shown = advertisement === undefined ? "" : htmlElement(tag(inner, "snf:adcontent"), clean(advertisement));
  return parentElement(tag(ITEM, "snf:advertisement"), links + shown);
}

function sponsorAttributes({ link, thumbnail, title, advertiser }: SponsoredLink): string {
  return (
    uriAttribute("link", link) +
    uriAttribute("thumbnail", thumbnail) +
    attribute("title", title && clean(title)) +
    attribute("advertiser", clean(advertiser))
  );
}

/** What SmartNews is to take down: it needs the address for that. */
function deletedElement({ id, title, link, published }: Tombstone, used: Prefixes): string {
  if (link === undefined) return "";
  used.add("media");
  const children =
    textElement(tag(ITEM, "title"), written(oneLine(title) ?? id)) +
    uriElement(tag(ITEM, "link"), link) +
    guidElement(id, link) +
    textElement(tag(ITEM, "pubDate"), rfc822(published)) +
    // Unless it is said, an item is active.
    emptyElement(tag(ITEM, "media:status"), ' state="deleted"');
  return parentElement(tag(CHANNEL, "item"), children);
}

function guidElement(id: string, link: string | undefined): string {
  return textElement(tag(ITEM, "guid"), id, id === link ? "" : ' isPermaLink="false"');
}

function written(text: string): string {
  return passesForHtml(text) ? htmlOfText(text) : text;
}
