import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";

/** What a reader keeps of an entry. */
export interface Read {
  readonly id: string;
  readonly title: string;
  readonly updated: number;
}

interface Document {
  readonly entries: readonly Read[];
  /** Where older entries are. */
  readonly before: string | undefined;
}

export const FEEDS: readonly string[] = ["rss.xml", "atom.xml", "feed.json"];

/**
 * All that a reader finds who subscribes to a feed of a folder and follows it back through its archive (RFC 5005), newest
 * document first. Throws what its parser says.
 */
export function readAll(out: string, file: string, url: string): readonly Read[] {
  const entries: Read[] = [];
  const been = new Set<string>();
  for (let at: string | undefined = file; at !== undefined; ) {
    if (been.has(at)) throw new Error(`${file}: its archive leads in a circle, by ${at}`);
    been.add(at);
    const document: Document = readDocument(out, at);
    entries.push(...document.entries);
    at = document.before?.startsWith(url) ? document.before.slice(url.length) : document.before;
  }
  return entries;
}

function readDocument(out: string, path: string): Document {
  if (!existsSync(join(out, path))) throw new Error(`${path} is linked to, and not there`);
  const text = readFileSync(join(out, path), "utf8");
  if (path.endsWith(".json")) return ofJson(text);
  return path.includes("atom") ? ofAtom(text) : ofRss(text);
}

function ofRss(text: string): Document {
  const { items = [], atom } = parseRssFeed(text);
  const link = atom?.links?.find(({ rel }) => rel === "prev-archive");
  const entries = items.map(({ guid, title = "", pubDate = "", atom: extra }) => ({
    id: guid?.value ?? "",
    title,
    updated: Date.parse(extra?.updated ?? pubDate),
  }));
  return { entries, before: link?.href };
}

function ofAtom(text: string): Document {
  const { entries = [], links = [] } = parseAtomFeed(text);
  const read = entries.map(({ id = "", title, updated = "" }) => ({
    id,
    title: typeof title === "string" ? title : (title?.value ?? ""),
    updated: Date.parse(updated),
  }));
  return { entries: read, before: links.find(({ rel }) => rel === "prev-archive")?.href };
}

function ofJson(text: string): Document {
  const { items = [], next_url } = parseJsonFeed(text);
  const read = items.map(({ id = "", title = "", date_modified, date_published }) => ({
    id,
    title,
    updated: Date.parse(String(date_modified ?? date_published)),
  }));
  return { entries: read, before: next_url };
}
