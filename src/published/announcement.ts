import { Parser } from "htmlparser2";

/** What kind of feed a document is. */
export type FeedKind = "rss" | "atom" | "json";

/** An rssCloud server, as RSS 2.0 names it (https://www.rssboard.org/rsscloud-interface). */
interface Cloud {
  readonly domain: string;
  readonly port: number;
  readonly path: string;
  readonly protocol: string;
}

/** What a feed says of itself to those who would be told of its changes. */
export interface Announcement {
  readonly kind: FeedKind;
  /** Its own address; absent where it says none. */
  readonly self?: string;
  /** WebSub hubs, in the feed's order, each once. */
  readonly hubs: readonly string[];
  readonly cloud?: Cloud;
}

/** How far into a JSON document its version may stand. */
const OPENING = 2000;
const JSON_FEED = /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\/version\//;

/**
 * What a document says of itself if it is a feed (RSS 2.0, Atom 1.0 or JSON Feed 1.1); `undefined` for all else. Only
 * the feed's own head is read: its entries may quote other feeds.
 */
export function announcementOf(text: string): Announcement | undefined {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start.startsWith("{")) return JSON_FEED.test(start.slice(0, OPENING)) ? ofJson(start) : undefined;
  return start.startsWith("<") ? ofXml(start) : undefined;
}

function ofJson(text: string): Announcement | undefined {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { feed_url, hubs } = feed as { readonly feed_url?: unknown; readonly hubs?: unknown };
  const urls = Array.isArray(hubs) ? hubs.map((hub: unknown) => (hub as { readonly url?: unknown } | null)?.url) : [];
  return announcement(
    "json",
    typeof feed_url === "string" ? [feed_url] : [],
    urls.filter((url) => typeof url === "string"),
  );
}

function ofXml(text: string): Announcement | undefined {
  let kind: FeedKind | undefined;
  let cloud: Cloud | undefined;
  let isOver = false;
  const links: { readonly rel: string; readonly href: string }[] = [];
  const path: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        path.push(name);
        if (path.length === 1) kind = kindOf(name, attributes);
        if (kind === undefined || name === "item" || name === "entry") isOver = true;
        if (isOver || !isHead(path, kind)) return;
        const { rel = "alternate", href } = attributes;
        if (/^(?:atom\d*:)?link$/.test(name) && href !== undefined) links.push({ rel, href });
        if (name === "cloud") cloud = cloudOf(attributes);
      },
      onclosetag: () => {
        path.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  // Entries may make up megabytes: what follows the head is not parsed.
  for (let at = 0; at < text.length && !isOver; at += OPENING) parser.write(text.slice(at, at + OPENING));
  if (kind === undefined) return undefined;
  const hrefs = (wanted: string): string[] => links.filter(({ rel }) => rel === wanted).map(({ href }) => href);
  const said = announcement(kind, hrefs("self"), hrefs("hub"));
  return cloud === undefined ? said : { ...said, cloud };
}

function isHead(path: readonly string[], kind: FeedKind | undefined): boolean {
  return path.length === (kind === "atom" ? 2 : 3);
}

function kindOf(root: string, { xmlns }: Readonly<Record<string, string>>): FeedKind | undefined {
  if (root === "rss") return "rss";
  return root === "feed" && xmlns === "http://www.w3.org/2005/Atom" ? "atom" : undefined;
}

function cloudOf({ domain, port, path, protocol }: Readonly<Record<string, string>>): Cloud | undefined {
  const number = Number(port);
  if (!domain || !path?.startsWith("/") || !Number.isInteger(number)) return undefined;
  return { domain, port: number, path, protocol: protocol ?? "" };
}

function announcement(kind: FeedKind, [self]: readonly string[], hubs: readonly string[]): Announcement {
  return { kind, ...(self === undefined ? {} : { self }), hubs: [...new Set(hubs)] };
}
