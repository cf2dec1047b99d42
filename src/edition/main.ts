import { Feed } from "feed";
import type { Entry, Tombstone } from "../ledger/entry.ts";
import type { Publication } from "../publication/publication.ts";
import type { Edition, EditionOptions } from "./edition.ts";

/** Names of the main feeds' files, by the format that `feed` calls them. */
export interface FeedFiles {
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
}

/** Who made the files: Dateline and its version. */
export interface Generator {
  readonly name: string;
  readonly uri: string;
  readonly version: string;
}

/** Minutes that a reader may keep its copy; readers poll about hourly whatever it says. */
const TTL = 60;

/**
 * The main feed: the newest entries of the whole publication. Its `updated` derives from its entries, never from the
 * clock, so that the same data gives the same bytes at any hour.
 */
export function mainEdition(
  publication: Publication,
  entries: readonly Entry[],
  tombstones: readonly Tombstone[],
  files: FeedFiles,
  generator: Generator,
): Edition {
  const window = entries.slice(0, publication.limit).map((entry) => inMode(entry, publication));
  const remembered = withinReach(window, tombstones, publication.limit);
  const at = (file: string): string => new URL(file, publication.url).href;
  const options: EditionOptions = {
    id: publication.url,
    title: publication.title,
    description: publication.description,
    link: publication.url,
    language: publication.language,
    updated: lastChange(window, remembered),
    generator: generator.name,
    generatorUri: generator.uri,
    generatorVersion: generator.version,
    ttl: TTL,
    docs: "http://www.rssboard.org/rss-specification",
    feedLinks: { rss: at(files.rss), atom: at(files.atom), json: at(files.json) },
    author: publisher(publication),
    tombstones: remembered,
    ...(publication.copyright === undefined ? {} : { copyright: publication.copyright }),
    ...(publication.hub === undefined ? {} : { hub: publication.hub }),
    ...(publication.icon === undefined ? {} : { icon: publication.icon, favicon: publication.icon }),
    ...(publication.logo === undefined ? {} : { logo: publication.logo, image: publication.logo }),
  };
  const feed = new Feed(options);
  feed.items = window;
  for (const section of new Set(window.flatMap((entry) => entry.section ?? []))) feed.addCategory(section);
  return { name: "main", feed: feed as Edition["feed"] };
}

/** Whom entries without an author are credited to: Atom demands somebody (RFC 4287, section 4.1.1). */
function publisher({ title, url, authors }: Publication): { name: string; email?: string; link?: string } {
  const [first] = authors;
  if (first === undefined) return { name: title, link: url };
  const { name, email, uri } = first;
  return { name, ...(email === undefined ? {} : { email }), ...(uri === undefined ? {} : { link: uri }) };
}

function inMode(entry: Entry, { content }: Publication): Entry {
  if (content === "full" || entry.description === undefined) return entry;
  const { content: _, ...summary } = entry;
  return summary;
}

/** The withdrawn entries that would stand among these: older ones have left every reader's window by themselves. */
function withinReach(window: readonly Entry[], tombstones: readonly Tombstone[], limit: number): readonly Tombstone[] {
  const oldest = window.at(-1);
  if (oldest === undefined) return tombstones.slice(0, limit);
  const full = window.length >= limit;
  return tombstones.filter(({ published }) => !full || published >= oldest.published).slice(0, limit);
}

const NOTHING_YET = new Date(0);

function lastChange(window: readonly Entry[], tombstones: readonly Tombstone[]): Date {
  const changes = [...window.map(({ date }) => date), ...tombstones.map(({ withdrawn }) => withdrawn)];
  return changes.reduce((latest, at) => (at > latest ? at : latest), NOTHING_YET);
}
