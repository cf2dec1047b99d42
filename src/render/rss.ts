import type { Feed } from "feed";
import { rfc822, rfc3339 } from "./dates.ts";
import { extensionElements } from "./extensions.ts";
import { htmlOfText, passesForHtml } from "./html.ts";
import { headingOf, type ItemOutline, type Prose } from "./item.ts";
import { type Medium, UNKNOWN_TYPE } from "./media.ts";
import { enclosureOf, isDescribed, isPicture, mediaElement } from "./media-rss.ts";
import { channelModules, itemModules, webFeedElements } from "./modules.ts";
import { declarations, type Prefixes } from "./namespaces.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { type NamedPerson, rssPerson } from "./persons.ts";
import { podcastChannel, podcastItem } from "./podcast.ts";
import { episodeElements, showElements } from "./podcast-episode.ts";
import { usageElements } from "./terms.ts";
import {
  attribute,
  declaration,
  each,
  emptyElement,
  htmlElement,
  htmlRest,
  htmlStart,
  parentElement,
  type Tag,
  tag,
  textElement,
  uriAttribute,
  uriElement,
} from "./xml.ts";

const CHANNEL = "    ";
const ITEM = "      ";

const ARCHIVE = tag(CHANNEL, "fh:archive");
const COMPLETE = tag(CHANNEL, "fh:complete");
const WHOLE = tag(CHANNEL, "item");
const ITEM_END = WHOLE.indent + WHOLE.end;
const TITLE = tag(ITEM, "title");
const LINK = tag(ITEM, "link");
const PUB_DATE = tag(ITEM, "pubDate");
const CATEGORY = tag(ITEM, "category");
const CHANNEL_LICENSE = tag(CHANNEL, "creativeCommons:license");
const LICENSE = tag(ITEM, "creativeCommons:license");
const GUID = tag(ITEM, "guid");
const AUTHOR = tag(ITEM, "author");
const DESCRIPTION = tag(ITEM, "description");
const CONTRIBUTOR = tag(ITEM, "dc:contributor");
const CREDIT = tag(ITEM, "dc:source");
const LANGUAGE = tag(ITEM, "dc:language");
const UPDATED = tag(ITEM, "atom:updated");
const CREATOR = tag(ITEM, "dc:creator");
const ENCODED = tag(ITEM, "content:encoded");
const ENCLOSURE = tag(ITEM, "enclosure");

/**
 * Any feed as RSS 2.0, by the RSS Advisory Board's profile. Takes plain feeds of the `feed` package and editions alike,
 * changes neither, throws at neither; the same feed gives the same text. What can't be said rightly is left out:
 * an invalid date, an author's address that is none, all enclosures but one (the others are Media RSS).
 */
export function renderRss(feed: Feed): string {
  return rssPieces(outlineOf(feed)).join("");
}

/** The same for what is known already to be meant, in pieces: each item is one. */
export function rssPieces(outline: Outline): readonly string[] {
  const used: Prefixes = new Set();
  const items = outline.items.map((item) => itemElement(item, outline, used));
  const head = channelElements(outline, used);
  const root = `<rss version="2.0"${declarations(used)}${outline.language === undefined ? UNDETERMINED : ""}>`;
  return [`${declaration(outline.stylesheet)}${root}\n  <channel>\n${head}`, ...items, "  </channel>\n</rss>\n"];
}

/** "Undetermined" (ISO 639-2): true, and readers that look for a language find none. */
const UNDETERMINED = ' xml:lang="und"';

/** A channel's own elements that may come as extensions, as the model has no field for them. */
const CHANNEL_CORE: ReadonlySet<string> = new Set(["cloud", "rating", "skipDays", "skipHours", "webMaster"]);
const CHANNEL_TAKEN: ReadonlySet<string> = new Set(["dc:creator", "dc:date", "dc:language", "dc:rights", "dc:subject"]);

function channelElements(outline: Outline, used: Prefixes): string {
  const { title, home, description, language, rights, author, updated, ttl, logo, self, hub } = outline;
  if (self.rss !== undefined || hub !== undefined) used.add("atom");
  if (outline.podcast) used.add("itunes");
  return (
    plain(tag(CHANNEL, "title"), title) +
    uriElement(tag(CHANNEL, "link"), home) +
    plain(tag(CHANNEL, "description"), description ?? title) +
    textElement(tag(CHANNEL, "language"), language) +
    plain(tag(CHANNEL, "copyright"), rights) +
    licenseElement(CHANNEL_LICENSE, outline.license, used) +
    textElement(tag(CHANNEL, "managingEditor"), author && rssPerson(author)) +
    textElement(tag(CHANNEL, "lastBuildDate"), updated && rfc822(updated)) +
    each(outline.categories, (name) => plain(tag(CHANNEL, "category"), name)) +
    textElement(tag(CHANNEL, "generator"), generatorText(outline)) +
    uriElement(tag(CHANNEL, "docs"), outline.docs) +
    cloudElement(outline.cloud) +
    textElement(tag(CHANNEL, "ttl"), ttl === undefined ? undefined : String(ttl)) +
    imageElement(title, home, logo) +
    linkElement(self.rss, "self", "application/rss+xml") +
    linkElement(hub, "hub") +
    pagingElements(outline, used) +
    webFeedElements(CHANNEL, outline.webfeeds, used) +
    channelModules(CHANNEL, outline, used) +
    podcastChannel(CHANNEL, outline) +
    showElements(CHANNEL, outline.show, used) +
    extensionElements(CHANNEL, outline.extensions, used, CHANNEL_CORE, CHANNEL_TAKEN)
  );
}

/**
 * Plain text; but where every reader would take it for HTML, it is written as HTML that shows the same (see
 * `passesForHtml`).
 */
function plain(name: Tag, text: string | undefined, attributes?: string): string {
  return textElement(name, text !== undefined && passesForHtml(text) ? htmlOfText(text) : text, attributes);
}

function generatorText({ generator }: Outline): string | undefined {
  if (generator === undefined) return undefined;
  const { name, version, uri } = generator;
  return `${name}${version === undefined ? "" : ` ${version}`}${uri === undefined ? "" : ` (${uri})`}`;
}

/** https://www.rssboard.org/rsscloud-interface: it has no scheme, so that port 443 stands for TLS. */
function cloudElement(cloud: string | undefined): string {
  if (cloud === undefined) return "";
  const { protocol, hostname, port, pathname } = new URL(cloud);
  const usual = protocol === "https:" ? "443" : "80";
  const where = attribute("domain", hostname) + attribute("port", port || usual) + attribute("path", pathname);
  return emptyElement(
    tag(CHANNEL, "cloud"),
    `${where}${attribute("registerProcedure", "")}${attribute("protocol", "http-post")}`,
  );
}

const PICTURE = /\.(?:gif|jpe?g|png)$/i;
const EXTENSION = /\.\w+$/;

const isOther = (name: string): boolean => EXTENSION.test(name) && !PICTURE.test(name);

/** RSS knows GIF, JPEG and PNG. Title and link repeat the channel's, as the profile asks. */
function imageElement(title: string, home: string, logo: string | undefined): string {
  if (logo === undefined) return "";
  if (isOther(new URL(logo).pathname) || isOther(logo)) return "";
  const inner = `${CHANNEL}  `;
  const children =
    uriElement(tag(inner, "url"), logo) + plain(tag(inner, "title"), title) + uriElement(tag(inner, "link"), home);
  return parentElement(tag(CHANNEL, "image"), children);
}

function linkElement(href: string | undefined, rel: string, type?: string): string {
  if (href === undefined) return "";
  return emptyElement(
    tag(CHANNEL, "atom:link"),
    uriAttribute("href", href) + attribute("rel", rel) + attribute("type", type),
  );
}

/** The module's name is historical: any licence's address may stand there. */
function licenseElement(name: Tag, address: string | undefined, used: Prefixes): string {
  return address === undefined ? "" : uriElement(noted(name, used), address);
}

/** RFC 5005: the other documents of this feed. */
function pagingElements({ paging }: Outline, used: Prefixes): string {
  const links = each(paging.links, ({ rel, to }) => linkElement(to.rss, rel, "application/rss+xml"));
  if (links !== "") used.add("atom");
  return (
    (paging.archive ? emptyElement(noted(ARCHIVE, used)) : "") +
    (paging.complete ? emptyElement(noted(COMPLETE, used)) : "") +
    links
  );
}

/** An item's own elements that may come as extensions. */
const ITEM_CORE: ReadonlySet<string> = new Set(["comments", "source"]);
const ITEM_TAKEN: ReadonlySet<string> = new Set([
  "atom:id",
  "atom:link",
  "atom:published",
  "atom:updated",
  "content:encoded",
  "dc:date",
  "dc:subject",
]);

/** Elements in the order that suits every aggregator: `description` has to come before `content:encoded`. */
function itemElement(item: ItemOutline, outline: Outline, used: Prefixes): string {
  const { title, link, published, summary, body, authors, contributors, language, credit, media } = item;
  const bare = title === undefined && summary === undefined && body === undefined;
  const source = item.extensions.some(({ name }) => name === "source") ? undefined : credit;
  // Without a summary, `description` holds the body.
  const content = summary === undefined ? DESCRIPTION : ENCODED;
  // Joined into one piece of memory: added up, they are a hundred for the garbage collector to move about.
  const head = [
    WHOLE.open,
    "\n",
    plain(TITLE, bare ? headingOf(item) : title),
    uriElement(LINK, link),
    guidElement(item),
    textElement(PUB_DATE, published && rfc822(published)),
    updatedElement(item, used),
    authorElements(authors, used),
    each(contributors, ({ name }) => prefixed(CONTRIBUTOR, name, used)),
    each(item.topics, ({ label, domain }) => plain(CATEGORY, label, attribute("domain", domain))),
    prefixed(CREDIT, source, used),
    prefixed(LANGUAGE, language, used),
    summaryElement(summary),
    body === undefined ? "" : htmlStart(noted(content, used)),
  ].join("");
  return (
    head +
    (body === undefined ? "" : htmlRest(content, body)) +
    licenseElement(LICENSE, item.license, used) +
    usageElements(ITEM, item.usage ?? outline.usage, link, used) +
    (outline.modules === undefined ? "" : itemModules(item, outline, outline.modules, used)) +
    (media.length === 0 ? "" : mediaElements(media, outline, used)) +
    (outline.podcast ? podcastItem(ITEM, item) : "") +
    (outline.show === undefined ? "" : episodeElements(ITEM, item, used)) +
    extensionElements(ITEM, item.extensions, used, ITEM_CORE, ITEM_TAKEN) +
    ITEM_END
  );
}

/** An extension's element of plain text. */
function prefixed(name: Tag, text: string | undefined, used: Prefixes): string {
  return text === undefined ? "" : textElement(noted(name, used), text);
}

function noted(name: Tag, used: Prefixes): Tag {
  if (name.prefix !== undefined) used.add(name.prefix);
  return name;
}

/** The id is a permalink only where it is the very link: readers open permalinks. */
function guidElement({ id, guid = id, link }: ItemOutline): string {
  const isPermaLink = guid === link ? "" : ' isPermaLink="false"';
  return textElement(GUID, guid, isPermaLink);
}

function updatedElement({ published, updated }: ItemOutline, used: Prefixes): string {
  if (updated === undefined || published === undefined || updated <= published) return "";
  return prefixed(UPDATED, rfc3339(updated), used);
}

/** `author` is an e-mail address, one at most, and never beside `dc:creator`; the rest are names. */
function authorElements(authors: readonly NamedPerson[], used: Prefixes): string {
  const [first] = authors;
  const address = authors.length === 1 && first !== undefined ? rssPerson(first) : undefined;
  if (address !== undefined) return textElement(AUTHOR, address);
  return each(authors, ({ name }) => prefixed(CREATOR, name, used));
}

/** `description` holds HTML, so a plain summary is escaped for it. */
function summaryElement(summary: Prose | undefined): string {
  if (summary === undefined) return "";
  return summary.type === "html"
    ? htmlElement(DESCRIPTION, summary.value)
    : textElement(DESCRIPTION, htmlOfText(summary.value));
}

// A host with a dot, and a path: what the W3C validator takes for an enclosure's address.
const ENCLOSABLE = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z0-9][a-z0-9-]*(?::\d+)?\//i;

/** The one enclosure that RSS allows, and all media as Media RSS describes them. */
function mediaElements(media: readonly Medium[], { podcast }: Outline, used: Prefixes): string {
  const played = podcast ? media.filter(({ kind }) => kind !== "image") : media;
  const chosen = enclosureOf(played, ({ url }) => ENCLOSABLE.test(url));
  const isKnown = (medium: Medium): boolean => isPicture(medium) || isDescribed(medium) || medium.title !== undefined;
  const others = played.filter((medium) => medium !== chosen || isKnown(medium));
  return (
    (chosen === undefined ? "" : enclosureElement(chosen)) +
    each(others, (medium) => mediaElement(ITEM, medium, used, escapedForHtml))
  );
}

function escapedForHtml(text: string): string {
  return passesForHtml(text) ? htmlOfText(text) : text;
}

/** An unknown length is 0, says the profile. */
function enclosureElement({ url, length = 0, type = UNKNOWN_TYPE }: Medium): string {
  return emptyElement(ENCLOSURE, uriAttribute("url", url) + attribute("length", length) + attribute("type", type));
}
