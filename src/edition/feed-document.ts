import { Feed } from "feed";
import type { Entry, Tombstone } from "../ledger/entry.ts";
import { markOfAll, updatedAt, wholeOf } from "../ledger/light-entry.ts";
import type { Publication } from "../publication/publication.ts";
import type { Document, EditionOptions, FeedDocument } from "./edition.ts";
import { lengthened } from "./excerpt.ts";
import { longestSummaryAsked } from "./profiles.ts";

/** Who made the files: Dateline and its version. */
export interface Generator {
  readonly name: string;
  readonly uri: string;
  readonly version: string;
}

/** Minutes that a reader may keep its copy; readers poll about hourly whatever it says. */
const TTL = 60;

/**
 * A feed document. Its `updated` derives from its entries, never from the clock, so that the same data gives the same
 * bytes at any hour.
 */
export function feedDocument(publication: Publication, generator: Generator, document: Document): FeedDocument {
  const { id, title, description, language, files, tombstones, paging, entries } = document;
  const options: EditionOptions = {
    id,
    title,
    description,
    link: id,
    language,
    updated: lastChange(entries, tombstones),
    generator: generator.name,
    generatorUri: generator.uri,
    generatorVersion: generator.version,
    ttl: TTL,
    docs: "http://www.rssboard.org/rss-specification",
    feedLinks: { ...files },
    // Without the host, so that a preview on another one looks the same.
    stylesheet: new URL(feedStyleFile(language, publication), publication.url).pathname,
    author: document.author ?? publisher(publication),
    tombstones,
    ...(paging === undefined ? {} : { paging }),
    ...(publication.license === undefined ? {} : { license: publication.license }),
    ...(publication.usage === undefined ? {} : { usage: publication.usage }),
    // How a feed looks in a reader, its archive documents need not say.
    ...(publication.webfeeds === undefined || paging?.current !== undefined ? {} : { webfeeds: publication.webfeeds }),
    ...(publication.modules === undefined ? {} : { modules: publication.modules }),
    ...(publication.copyright === undefined ? {} : { copyright: publication.copyright }),
    // Nobody is told of a change in an archive document.
    ...(publication.hub === undefined || paging?.current !== undefined ? {} : { hub: publication.hub }),
    ...(publication.cloud === undefined || paging?.current !== undefined ? {} : { cloud: publication.cloud }),
    ...(publication.icon === undefined ? {} : { icon: publication.icon, favicon: publication.icon }),
    ...(publication.logo === undefined ? {} : { logo: publication.logo, image: publication.logo }),
  };
  const feed = new Feed(options);
  // Of what feeds say of themselves, everything is known without the words of their entries.
  Object.defineProperty(feed, "items", {
    get: () => entries.map((entry) => inMode(wholeOf(entry), publication, language)),
    enumerable: true,
    configurable: true,
  });
  for (const section of new Set(entries.flatMap((entry) => entry.section ?? []))) feed.addCategory(section);
  return feed as FeedDocument;
}

/**
 * Differs wherever two feed documents of one publication, made by one program, do: what they say of themselves, and the
 * marks of their entries. No feed is made for it, since a build asks for the marks of all archive documents.
 */
export function documentMark({ entries, ...own }: Document): string {
  return `${JSON.stringify(own)}\n${markOfAll(entries)}`;
}

/**
 * The style sheet by which browsers show the feeds of a language as a page, in the output folder: its words are in that
 * language.
 */
export function feedStyleFile(language: string, { language: usual }: Publication): string {
  return language === usual ? "feed.css" : `feed-${language}.css`;
}

/** Whom entries without an author are credited to: Atom demands somebody (RFC 4287, section 4.1.1). */
function publisher({ title, url, authors }: Publication): { name: string; email?: string; link?: string } {
  const [first] = authors;
  if (first === undefined) return { name: title, link: url };
  const { name, email, uri } = first;
  return { name, ...(email === undefined ? {} : { email }), ...(uri === undefined ? {} : { link: uri }) };
}

/**
 * An entry as this feed carries it: without its body where summaries are wanted, with a summary as long as aggregators
 * ask for, and with its language said where that is not the feed's own.
 */
function inMode(entry: Entry, { content, language: usual, profiles }: Publication, language: string): Entry {
  const spoken = entry.language ?? usual;
  const said = spoken === language ? undefined : spoken;
  const short = content === "summary" && entry.description !== undefined;
  const asked = longestSummaryAsked(profiles);
  if (!short && said === entry.language && asked === 0) return entry;
  const { content: body, description, markdown, language: _, ...rest } = entry;
  return {
    ...rest,
    ...(description === undefined ? {} : { description: lengthened(description, body, asked) }),
    ...(said === undefined ? {} : { language: said }),
    ...(short || body === undefined ? {} : { content: body }),
    ...(short || markdown === undefined ? {} : { markdown }),
  };
}

const NOTHING_YET = 0;

function lastChange(entries: readonly Entry[], tombstones: readonly Tombstone[]): Date {
  let latest = NOTHING_YET;
  for (const entry of entries) latest = Math.max(latest, updatedAt(entry));
  for (const { withdrawn } of tombstones) latest = Math.max(latest, withdrawn.getTime());
  return new Date(latest);
}
