import type { Feed } from "feed";
import type { Tombstone } from "../ledger/entry.ts";
import type { Topic } from "./categories.ts";
import { instant, rfc3339, rfc3339Once } from "./dates.ts";
import { extensionElements } from "./extensions.ts";
import { htmlOfText, passesForHtml } from "./html.ts";
import { headingOf, type ItemOutline, type Prose } from "./item.ts";
import type { Medium } from "./media.ts";
import { declarations, type Prefixes } from "./namespaces.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { type NamedPerson, person } from "./persons.ts";
import {
  attribute,
  declaration,
  emptyElement,
  htmlElement,
  parentElement,
  textElement,
  uriAttribute,
  uriElement,
} from "./xml.ts";

const FEED = "  ";
const ENTRY = "    ";

/**
 * Any feed as Atom 1.0 (RFC 4287). Takes plain feeds of the `feed` package and editions alike, changes neither, throws
 * at neither; the same feed gives the same text. What Atom demands and the feed doesn't say is filled with what is known
 * to be true: an entry's title with its first words, its author with the feed's title, its dates with `UNDATED`.
 */
export function renderAtom(feed: Feed): string {
  const outline = outlineOf(feed);
  const used: Prefixes = new Set();
  const instants = new Map<number, number>();
  let entries = "";
  for (const item of outline.items) {
    const updated = rfc3339Once(item.updated ?? UNDATED, instants);
    entries += entryElement(item, updated, outline, used);
  }
  const deleted = outline.tombstones.map((tombstone) => tombstoneElement(tombstone, used)).join("");
  const head = feedElements(outline, used);
  const lang = attribute("xml:lang", outline.language ?? "und");
  const root = `<feed xmlns="http://www.w3.org/2005/Atom"${declarations(used)}${lang}>`;
  return `${declaration(outline.stylesheet)}${root}\n${head}${deleted}${entries}</feed>\n`;
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
    uriElement(FEED, "id", outline.id) +
    textConstruct(FEED, "title", title) +
    (description === undefined ? "" : textConstruct(FEED, "subtitle", description)) +
    textElement(FEED, "updated", rfc3339(updated ?? UNDATED)) +
    (homeKnown ? linkElement(FEED, "alternate", home, "text/html", language) : "") +
    linkElement(FEED, "self", self.atom, "application/atom+xml") +
    linkElement(FEED, "hub", hub) +
    (rights === undefined ? "" : textConstruct(FEED, "rights", rights)) +
    uriElement(FEED, "icon", outline.favicon) +
    uriElement(FEED, "logo", outline.logo) +
    generatorElement(outline) +
    personElement(FEED, "author", outline.author ?? (unsigned ? house(outline) : undefined)) +
    outline.contributors.map((one) => personElement(FEED, "contributor", one)).join("") +
    outline.categories.map((term) => emptyElement(FEED, "category", attribute("term", term))).join("") +
    extensions(FEED, outline.extensions, used)
  );
}

/** Who signs what nobody signed: Atom demands somebody (RFC 4287, section 4.1.1). */
function house({ title, home }: Outline): NamedPerson {
  return person({ name: title }) ?? { name: new URL(home).host };
}

function extensions(indent: string, all: Outline["extensions"], used: Prefixes): string {
  const usable = all.filter(({ name }) => !TAKEN_PREFIX.test(String(name)));
  return usable.length === 0 ? "" : extensionElements(indent, usable, used, NO_CORE, NO_CORE);
}

/** Plain text, said to be plain text; but see `passesForHtml`. */
function textConstruct(indent: string, name: string, text: string): string {
  return passesForHtml(text)
    ? textElement(indent, name, htmlOfText(text), ' type="html"')
    : textElement(indent, name, text, ' type="text"');
}

function proseElement(indent: string, name: string, { type, value }: Prose): string {
  return type === "html" ? htmlElement(indent, name, value, ' type="html"') : textConstruct(indent, name, value);
}

function linkElement(indent: string, rel: string, href: string | undefined, type?: string, hreflang?: string): string {
  if (href === undefined) return "";
  const attributes = attribute("rel", rel) + attribute("type", type) + attribute("hreflang", hreflang);
  return emptyElement(indent, "link", attributes + uriAttribute("href", href));
}

function generatorElement({ generator }: Outline): string {
  if (generator === undefined) return "";
  const { name, uri, version } = generator;
  return textElement(FEED, "generator", name, uriAttribute("uri", uri) + attribute("version", version));
}

function personElement(indent: string, element: string, who: NamedPerson | undefined): string {
  if (who === undefined) return "";
  const inner = `${indent}  `;
  const { name, uri, email } = who;
  const children =
    textElement(inner, "name", name) + uriElement(inner, "uri", uri) + textElement(inner, "email", email);
  return parentElement(indent, element, children);
}

/** The alternate link comes first and says its type: Feedbin takes that one, else whichever is first. */
function entryElement(item: ItemOutline, updated: string, outline: Outline, used: Prefixes): string {
  const { link, published, authors, contributors, rights, credit } = item;
  const language = item.language ?? outline.language;
  if (credit !== undefined) used.add("dc");
  const children =
    uriElement(ENTRY, "id", item.id) +
    textConstruct(ENTRY, "title", headingOf(item)) +
    linkElement(ENTRY, "alternate", link, "text/html", language) +
    item.media.map(enclosureElement).join("") +
    textElement(ENTRY, "updated", updated) +
    textElement(ENTRY, "published", published && rfc3339(published)) +
    authors.map((one) => personElement(ENTRY, "author", one)).join("") +
    contributors.map((one) => personElement(ENTRY, "contributor", one)).join("") +
    item.topics.map(categoryElement).join("") +
    (rights === undefined ? "" : textConstruct(ENTRY, "rights", rights)) +
    textElement(ENTRY, "dc:source", credit) +
    bodyElements(item, language) +
    (item.extensions.length === 0 ? "" : extensions(ENTRY, item.extensions, used));
  return `${FEED}<entry${attribute("xml:lang", item.language)}>\n${children}${FEED}</entry>\n`;
}

function enclosureElement({ url, type, length, title }: Medium): string {
  const attributes = attribute("rel", "enclosure") + attribute("type", type) + attribute("length", length);
  return emptyElement(ENTRY, "link", attributes + uriAttribute("href", url) + attribute("title", title));
}

function categoryElement({ term, scheme, label }: Topic): string {
  return emptyElement(
    ENTRY,
    "category",
    attribute("term", term) + uriAttribute("scheme", scheme) + attribute("label", label),
  );
}

/** Content needs no link beside it, a summary does; and an entry must say something (RFC 4287, section 4.1.2). */
function bodyElements(item: ItemOutline, language: string | undefined): string {
  const { summary, body, link } = item;
  if (body === undefined) {
    const only: Prose = summary ?? { type: "text", value: headingOf(item) };
    return proseElement(ENTRY, link === undefined ? "content" : "summary", only);
  }
  const place = attribute("xml:lang", language) + uriAttribute("xml:base", link);
  const content = htmlElement(ENTRY, "content", body, ` type="html"${place}`);
  return summary === undefined ? content : proseElement(ENTRY, "summary", summary) + content;
}

/** RFC 6721: an entry that was published and is no more. */
function tombstoneElement({ id, withdrawn }: Tombstone, used: Prefixes): string {
  const when = instant(withdrawn);
  if (when === undefined) return "";
  used.add("at");
  return emptyElement(FEED, "at:deleted-entry", uriAttribute("ref", id) + attribute("when", rfc3339(when)));
}
