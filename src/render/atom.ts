import type { Feed } from "feed";
import type { Tombstone } from "../ledger/entry.ts";
import type { Topic } from "./categories.ts";
import { instant, rfc3339, rfc3339Once } from "./dates.ts";
import { extensionElements } from "./extensions.ts";
import { htmlOfText, passesForHtml } from "./html.ts";
import { headingOf, type ItemOutline, type Prose } from "./item.ts";
import type { Medium } from "./media.ts";
import { isDescribed, isPicture, mediaElement } from "./media-rss.ts";
import { webFeedElements } from "./modules.ts";
import { declarations, type Prefixes } from "./namespaces.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { type NamedPerson, person } from "./persons.ts";
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

const FEED = "  ";
const ENTRY = "    ";

const LINK = tag(FEED, "link");
const ARCHIVE = tag(FEED, "fh:archive");
const COMPLETE = tag(FEED, "fh:complete");
const FEED_AUTHOR = personTags(FEED, "author");
const FEED_CONTRIBUTOR = personTags(FEED, "contributor");
const WHOLE = tag(FEED, "entry");
const ENTRY_END = WHOLE.indent + WHOLE.end;
const ID = tag(ENTRY, "id");
const TITLE = tag(ENTRY, "title");
const UPDATED = tag(ENTRY, "updated");
const PUBLISHED = tag(ENTRY, "published");
const RIGHTS = tag(ENTRY, "rights");
const CREDIT = tag(ENTRY, "dc:source");
const CONTENT = tag(ENTRY, "content", ' type="html"');
const WORDS = tag(ENTRY, "content");
const SUMMARY = tag(ENTRY, "summary");
const CATEGORY = tag(ENTRY, "category");
const ENTRY_LINK = tag(ENTRY, "link");
const AUTHOR = personTags(ENTRY, "author");
const CONTRIBUTOR = personTags(ENTRY, "contributor");

interface PersonTags {
  readonly whole: Tag;
  readonly name: Tag;
  readonly uri: Tag;
  readonly email: Tag;
}

function personTags(indent: string, name: string): PersonTags {
  const inner = `${indent}  `;
  return { whole: tag(indent, name), name: tag(inner, "name"), uri: tag(inner, "uri"), email: tag(inner, "email") };
}

/**
 * Any feed as Atom 1.0 (RFC 4287). Takes plain feeds of the `feed` package and editions alike, changes neither, throws
 * at neither; the same feed gives the same text. What Atom demands and the feed doesn't say is filled with what is known
 * to be true: an entry's title with its first words, its author with the feed's title, its dates with `UNDATED`.
 */
export function renderAtom(feed: Feed): string {
  return atomPieces(outlineOf(feed)).join("");
}

/** The same for what is known already to be meant, in pieces: each entry is one. */
export function atomPieces(outline: Outline): readonly string[] {
  const used: Prefixes = new Set();
  const instants = new Map<number, number>();
  const entries = outline.items.map((item) => {
    const updated = rfc3339Once(item.updated ?? UNDATED, instants);
    return entryElement(item, updated, outline, used);
  });
  const deleted = each(outline.tombstones, (tombstone) => tombstoneElement(tombstone, used));
  const head = feedElements(outline, used);
  const lang = attribute("xml:lang", outline.language ?? "und");
  const root = `<feed xmlns="http://www.w3.org/2005/Atom"${declarations(used)}${lang}>`;
  return [`${declaration(outline.stylesheet)}${root}\n${head}${deleted}`, ...entries, "</feed>\n"];
}

/** Where Atom demands an instant and none is known: older than anything in a feed, so that no reader shows it as news. */
const UNDATED = new Date("1990-01-01T00:00:00Z");

const NO_CORE: ReadonlySet<string> = new Set();
// Apple's elements make demands on the whole feed that only RSS podcasts meet; the others say what Atom says itself.
const TAKEN_PREFIX = /^(?:atom|content|itunes):/;

function feedElements(outline: Outline, used: Prefixes): string {
  const { title, home, homeKnown, description, language, rights, updated, self, hub } = outline;
  const unsigned = outline.items.some(({ authors }) => authors.length === 0);
  return (
    uriElement(tag(FEED, "id"), outline.id) +
    textConstruct(tag(FEED, "title"), title) +
    textConstruct(tag(FEED, "subtitle"), description) +
    textElement(tag(FEED, "updated"), rfc3339(updated ?? UNDATED)) +
    (homeKnown ? linkElement(LINK, "alternate", home, "text/html", language) : "") +
    linkElement(LINK, "self", self.atom, "application/atom+xml") +
    linkElement(LINK, "hub", hub) +
    each(outline.paging.links, ({ rel, to }) => linkElement(LINK, rel, to.atom, "application/atom+xml")) +
    linkElement(LINK, "license", outline.license) +
    textConstruct(tag(FEED, "rights"), rights) +
    uriElement(tag(FEED, "icon"), outline.favicon) +
    uriElement(tag(FEED, "logo"), outline.logo) +
    generatorElement(outline) +
    personElement(FEED_AUTHOR, outline.author ?? (unsigned ? house(outline) : undefined)) +
    each(outline.contributors, (one) => personElement(FEED_CONTRIBUTOR, one)) +
    each(outline.categories, (term) => emptyElement(tag(FEED, "category"), attribute("term", term))) +
    historyElements(outline, used) +
    webFeedElements(FEED, outline.webfeeds, used) +
    extensions(FEED, outline.extensions, used)
  );
}

/** RFC 5005: whether this document is an archive, or all there is. */
function historyElements({ paging }: Outline, used: Prefixes): string {
  if (paging.archive || paging.complete) used.add("fh");
  return (paging.archive ? emptyElement(ARCHIVE) : "") + (paging.complete ? emptyElement(COMPLETE) : "");
}

/** Who signs what nobody signed: Atom demands somebody (RFC 4287, section 4.1.1). */
function house({ title, home }: Outline): NamedPerson {
  return person({ name: title }) ?? { name: new URL(home).host };
}

function extensions(indent: string, all: Outline["extensions"], used: Prefixes): string {
  if (all.length === 0) return "";
  const usable = all.filter(({ name }) => !TAKEN_PREFIX.test(name));
  return extensionElements(indent, usable, used, NO_CORE, NO_CORE);
}

/** Plain text, said to be plain text; but see `passesForHtml`. */
function textConstruct(name: Tag, text: string | undefined): string {
  if (text === undefined) return "";
  return passesForHtml(text)
    ? textElement(name, htmlOfText(text), ' type="html"')
    : textElement(name, text, ' type="text"');
}

function proseElement(name: Tag, { type, value }: Prose): string {
  return type === "html" ? htmlElement(name, value, ' type="html"') : textConstruct(name, value);
}

function linkElement(name: Tag, rel: string, href: string | undefined, type?: string, hreflang?: string): string {
  if (href === undefined) return "";
  const attributes = attribute("rel", rel) + attribute("type", type) + attribute("hreflang", hreflang);
  return emptyElement(name, attributes + uriAttribute("href", href));
}

function generatorElement({ generator }: Outline): string {
  if (generator === undefined) return "";
  const { name, uri, version } = generator;
  return textElement(tag(FEED, "generator"), name, uriAttribute("uri", uri) + attribute("version", version));
}

function personElement(names: PersonTags, who: NamedPerson | undefined): string {
  if (who === undefined) return "";
  const { name, uri, email } = who;
  const children = textElement(names.name, name) + uriElement(names.uri, uri) + textElement(names.email, email);
  return parentElement(names.whole, children);
}

/** The alternate link comes first and says its type: Feedbin takes that one, else whichever is first. */
function entryElement(item: ItemOutline, updated: string, outline: Outline, used: Prefixes): string {
  const { link, published, authors, contributors, rights, credit, body } = item;
  const language = item.language ?? outline.language;
  if (credit !== undefined) used.add("dc");
  // Joined into one piece of memory: added up, they are a hundred for the garbage collector to move about.
  const head = [
    WHOLE.start,
    attribute("xml:lang", item.language),
    ">\n",
    uriElement(ID, item.id),
    textConstruct(TITLE, headingOf(item)),
    linkElement(ENTRY_LINK, "alternate", link, "text/html", language),
    each(item.translations, translationElement),
    each(
      item.media.filter(({ inBody }) => !inBody),
      enclosureElement,
    ),
    linkElement(ENTRY_LINK, "license", item.license),
    textElement(UPDATED, updated),
    textElement(PUBLISHED, published && rfc3339(published)),
    each(authors, (one) => personElement(AUTHOR, one)),
    each(contributors, (one) => personElement(CONTRIBUTOR, one)),
    each(item.topics, categoryElement),
    textConstruct(RIGHTS, rights),
    textElement(CREDIT, credit),
    summaryElement(item),
    body === undefined ? "" : htmlStart(CONTENT, attribute("xml:lang", language) + uriAttribute("xml:base", link)),
  ].join("");
  const content = body === undefined ? "" : htmlRest(CONTENT, body);
  const media = each(
    item.media.filter((medium) => isPicture(medium) || isDescribed(medium)),
    (medium) => mediaElement(ENTRY, medium, used, asIs),
  );
  return head + content + media + extensions(ENTRY, item.extensions, used) + ENTRY_END;
}

/** The page in another language (RFC 4287, section 4.2.7.4). */
function translationElement({ language, link }: ItemOutline["translations"][number]): string {
  return linkElement(ENTRY_LINK, "alternate", link, "text/html", language);
}

const asIs = (text: string): string => text;

function enclosureElement({ url, type, length, title }: Medium): string {
  const attributes = attribute("rel", "enclosure") + attribute("type", type) + attribute("length", length);
  return emptyElement(ENTRY_LINK, attributes + uriAttribute("href", url) + attribute("title", title));
}

function categoryElement({ term, scheme, label }: Topic): string {
  return emptyElement(CATEGORY, attribute("term", term) + uriAttribute("scheme", scheme) + attribute("label", label));
}

/** Content needs no link beside it, a summary does; and an entry must say something (RFC 4287, section 4.1.2). */
function summaryElement(item: ItemOutline): string {
  const { summary, body, link } = item;
  if (body !== undefined) return summary === undefined ? "" : proseElement(SUMMARY, summary);
  return proseElement(link === undefined ? WORDS : SUMMARY, summary ?? { type: "text", value: headingOf(item) });
}

/** RFC 6721: an entry that was published and is no more. */
function tombstoneElement({ id, withdrawn }: Tombstone, used: Prefixes): string {
  const when = instant(withdrawn);
  if (when === undefined) return "";
  used.add("at");
  return emptyElement(tag(FEED, "at:deleted-entry"), uriAttribute("ref", id) + attribute("when", rfc3339(when)));
}
