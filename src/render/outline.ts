import type { Extension, Feed, Item } from "feed";
import type { EditionOptions } from "../edition/edition.ts";
import type { Tombstone } from "../ledger/entry.ts";
import type { Modules, Usage, WebFeeds } from "../publication/publication.ts";
import { anyLines, oneLine } from "./characters.ts";
import { instant } from "./dates.ts";
import { label } from "./html.ts";
import { below, idOf } from "./ids.ts";
import { extensionsOf, type ItemOutline, itemOutline } from "./item.ts";
import { languageTag } from "./languages.ts";
import { type PageOutline, pageOutline } from "./paging.ts";
import { type NamedPerson, person, personsOf } from "./persons.ts";
import type { ShowOptions } from "./podcast-episode.ts";
import { encoded, webUrl } from "./urls.ts";

/** What made the feed. */
interface Generator {
  readonly name: string;
  readonly uri?: string | undefined;
  readonly version?: string | undefined;
}

/** What a `Feed` means, in whichever format it is written. What is unknown is absent. */
export interface Outline {
  /** An absolute URI in normal form. */
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  /** The web page of which this is the feed. */
  readonly home: string;
  /** Whether `home` was stated or found, not put there because RSS demands an address. */
  readonly homeKnown: boolean;
  /** Where the files themselves lie. */
  readonly self: Readonly<Record<"rss" | "atom" | "json", string | undefined>>;
  readonly hub?: string | undefined;
  /** Where readers register with an rssCloud server. */
  readonly cloud?: string | undefined;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  readonly rights?: string | undefined;
  /** A licence's address. */
  readonly license?: string | undefined;
  /** What machines may and may not do with what the feed brings. */
  readonly usage?: Usage | undefined;
  /** What Feedly is told. */
  readonly webfeeds?: WebFeeds | undefined;
  /** Elements that only some readers of RSS know. */
  readonly modules?: Modules | undefined;
  /** The feed's own date, else its newest item's. Never the clock's. */
  readonly updated?: Date | undefined;
  readonly generator?: Generator | undefined;
  /** Minutes. */
  readonly ttl?: number | undefined;
  readonly docs: string;
  /** A square picture, of any size. */
  readonly icon?: string | undefined;
  /** A square picture, small. */
  readonly favicon?: string | undefined;
  /** A wide picture. */
  readonly logo?: string | undefined;
  readonly stylesheet?: { readonly href: string; readonly type: string } | undefined;
  readonly categories: readonly string[];
  readonly author?: NamedPerson | undefined;
  readonly contributors: readonly NamedPerson[];
  readonly extensions: readonly Extension[];
  readonly podcast: boolean;
  readonly podcastCategory?: string | undefined;
  readonly show?: ShowOptions | undefined;
  readonly tombstones: readonly Tombstone[];
  readonly paging: PageOutline;
  readonly items: readonly ItemOutline[];
}

const GENERATOR: Generator = { name: "Dateline", uri: "https://www.npmjs.com/package/dateline-feeds" };

// The W3C validator forgives extensions their attributes where `docs` is just this (the http form).
const DOCS = "http://www.rssboard.org/rss-specification";

/** Below a domain that can't exist (RFC 2606): where RSS demands an address and nothing tells it. */
const NOWHERE = "https://feed.invalid/";

/**
 * What a `Feed` means, once for all formats. Never throws and changes nothing: an invalid date, address, language or
 * number counts as not given.
 */
export function outlineOf(feed: Feed): Outline {
  const options: Partial<EditionOptions> = isObject(feed.options) ? feed.options : {};
  const items = list(feed.items).filter((item): item is Item => isObject(item));
  const found = homeOf(options, items);
  const home = found ?? NOWHERE;
  const language = languageTag(options.language);
  const outlines = distinct(items.map((item) => itemOutline(item, home, language)));
  return {
    hub: webUrl(options.hub),
    cloud: webUrl(options.cloud),
    description: anyLines(options.description),
    language,
    rights: anyLines(options.copyright),
    license: webUrl(options.license),
    usage: options.usage,
    webfeeds: options.webfeeds,
    modules: options.modules,
    updated: updatedOf(options, outlines),
    generator: generatorOf(options),
    ttl: positive(options.ttl),
    icon: webUrl(options.icon, home),
    favicon: webUrl(options.favicon ?? options.icon, home),
    logo: webUrl(options.logo ?? options.image, home),
    stylesheet: stylesheetOf(options.stylesheet),
    author: person(options.author),
    podcastCategory: oneLine(options.category),
    id: idOf(anyLines(options.id) ?? home, home),
    title: oneLine(options.title) ?? new URL(home).host,
    home,
    homeKnown: found !== undefined,
    self: selfOf(options, home),
    docs: webUrl(options.docs) ?? DOCS,
    categories: [...new Set(list(feed.categories).flatMap((name) => label(oneLine(name)) ?? []))],
    contributors: personsOf(feed.contributors),
    extensions: extensionsOf(feed.extensions),
    podcast: options.podcast === true,
    show: options.show,
    tombstones: tombstonesOf(options),
    paging: pageOutline(options.paging, home),
    items: outlines,
  };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function tombstonesOf({ tombstones }: Partial<EditionOptions>): readonly Tombstone[] {
  const said = list(tombstones).filter((one): one is Tombstone => isObject(one));
  return said.filter(({ id, withdrawn }) => typeof id === "string" && instant(withdrawn) !== undefined);
}

const NO_LINKS: NonNullable<EditionOptions["feedLinks"]> = {};

/** The feed's page, else whatever else tells where the publication lives. */
function homeOf(options: Partial<EditionOptions>, items: readonly Item[]): string | undefined {
  const { rss, atom, json } = isObject(options.feedLinks) ? options.feedLinks : NO_LINKS;
  const stated = webUrl(options.link) ?? webUrl(options.id);
  const told = stated ?? [options.feed, rss, atom, json].map((url) => webUrl(url)).find((url) => url !== undefined);
  if (told !== undefined) return told;
  const linked = items.map(({ link }) => webUrl(link)).find((url) => url !== undefined);
  return linked === undefined ? undefined : new URL("/", linked).href;
}

function selfOf({ feed, feedLinks }: Partial<EditionOptions>, home: string): Outline["self"] {
  return {
    rss: webUrl(feedLinks?.rss ?? feed, home),
    atom: webUrl(feedLinks?.atom ?? feed, home),
    json: webUrl(feedLinks?.json, home),
  };
}

function updatedOf(options: Partial<EditionOptions>, items: readonly ItemOutline[]): Date | undefined {
  const stated = instant(options.updated);
  if (stated !== undefined && stated.getTime() !== 0) return stated;
  const withdrawals = tombstonesOf(options).map(({ withdrawn }) => instant(withdrawn));
  const changes = [...items.map((item) => item.updated), ...withdrawals];
  return changes.reduce(
    (latest, at) => (at !== undefined && (latest === undefined || at > latest) ? at : latest),
    undefined,
  );
}

function generatorOf(options: Partial<EditionOptions>): Generator | undefined {
  if (options.generator === false) return undefined;
  const name = label(oneLine(options.generator));
  if (name === undefined) return GENERATOR;
  return { name, uri: webUrl(options.generatorUri), version: oneLine(options.generatorVersion) };
}

function positive(value: unknown): number | undefined {
  const number = typeof value === "number" ? Math.round(value) : 0;
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** A style sheet's address may be relative to the feed. */
function stylesheetOf(value: unknown): Outline["stylesheet"] {
  const href = oneLine(value);
  if (href === undefined) return undefined;
  return { href: encoded(href), type: /\.css(?:[?#]|$)/i.test(href) ? "text/css" : "text/xsl" };
}

/**
 * One outline an id. The same stated id twice is one entry in two versions: the later one stays (RFC 4287, section
 * 4.1.1). Items that merely share a link (a log of links) are told apart by their date; the oldest keeps the link.
 */
function distinct(items: readonly ItemOutline[]): readonly ItemOutline[] {
  if (new Set(items.map(({ id }) => id)).size === items.length) return withOwnGuids(items);
  const oldest = new Map<string, ItemOutline>();
  const latest = new Map<string, ItemOutline>();
  for (const item of items) {
    const before = oldest.get(item.id);
    if (before === undefined || time(item.published) < time(before.published)) oldest.set(item.id, item);
  }
  for (const item of items) {
    const id = item.stated || oldest.get(item.id) === item ? item.id : below(item.id, String(time(item.published)));
    const before = latest.get(id);
    if (before === undefined || time(item.updated) > time(before.updated)) latest.set(id, { ...item, id });
  }
  return withOwnGuids([...latest.values()]);
}

/** A `guid` of RSS's own holds only as long as no other item has it. */
function withOwnGuids(items: readonly ItemOutline[]): readonly ItemOutline[] {
  if (items.every(({ guid }) => guid === undefined)) return items;
  const taken = new Set(items.map(({ id }) => id));
  return items.map((item) => {
    if (item.guid === undefined) return item;
    if (taken.has(item.guid)) return { ...item, guid: undefined };
    taken.add(item.guid);
    return item;
  });
}

function time(date: Date | undefined): number {
  return date?.getTime() ?? 0;
}
