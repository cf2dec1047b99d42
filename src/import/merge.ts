import type { Imported, ImportedEntry, ImportedFeed } from "./entry.ts";

/** What several feeds of one publication hold together. */
export interface Merged extends Imported {
  /** How many articles have one id in one feed and another in another, of which only one can stay. */
  readonly divided: number;
}

/** Most people subscribe to RSS: where formats disagree, its ids stay. */
const ORDER: readonly ImportedFeed["format"][] = ["rss", "atom", "json"];

/**
 * Brings the entries of feeds together, each article once: by its id, or else by its address (unless that is the address
 * of several entries of one feed, and so of none of them). Of what the feeds say of it the fullest stays: the longest
 * body, the earliest date, the latest change.
 */
export function merged(feeds: readonly ImportedFeed[]): Merged {
  const inOrder = feeds.toSorted((a, b) => ORDER.indexOf(a.format) - ORDER.indexOf(b.format));
  const shared = sharedLinks(inOrder);
  const places = new Map<string, number>();
  const entries: ImportedEntry[] = [];
  const divided = new Set<number>();
  for (const entry of inOrder.flatMap((feed) => feed.entries)) {
    const names = [`id ${entry.id}`, ...(entry.link === undefined || shared.has(entry.link) ? [] : [entry.link])];
    const at = names.map((name) => places.get(name)).find((place) => place !== undefined) ?? entries.length;
    const known = entries[at];
    entries[at] = known === undefined ? entry : both(known, entry);
    if (known !== undefined && known.id !== entry.id) divided.add(at);
    for (const name of names) places.set(name, at);
  }
  const titles = new Set(entries.map(({ title }) => title));
  const left = [...new Set(inOrder.flatMap((feed) => feed.left))].filter((title) => !titles.has(title));
  return { entries, left, divided: divided.size };
}

/** Addresses that several entries of one feed have under different ids. */
function sharedLinks(feeds: readonly Imported[]): ReadonlySet<string> {
  const shared = new Set<string>();
  for (const { entries } of feeds) {
    const ids = new Map<string, string>();
    for (const { id, link } of entries) {
      if (link !== undefined && (ids.get(link) ?? id) !== id) shared.add(link);
      if (link !== undefined) ids.set(link, id);
    }
  }
  return shared;
}

function both(first: ImportedEntry, second: ImportedEntry): ImportedEntry {
  const [full, brief] = second.body.length > first.body.length ? [second, first] : [first, second];
  const updates = [first.updated, second.updated].filter((one) => one !== undefined);
  return {
    id: first.id,
    rssId: first.rssId ?? second.rssId,
    title: full.title === "" ? brief.title : full.title,
    link: first.link ?? second.link,
    published: first.published < second.published ? first.published : second.published,
    updated: updates.reduce(
      (last: Date | undefined, one) => (last !== undefined && last > one ? last : one),
      undefined,
    ),
    authors: full.authors.length === 0 ? brief.authors : full.authors,
    tags: [...new Set([...first.tags, ...second.tags])],
    summary: full.summary ?? brief.summary,
    body: full.body,
  };
}
