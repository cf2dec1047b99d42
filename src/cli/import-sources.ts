import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { GENERATOR } from "../build/generator.ts";
import { readBytes } from "../files.ts";
import { download } from "../import/download.ts";
import type { ImportedFeed } from "../import/entry.ts";
import { readFeed } from "../import/feed.ts";
import { copiesOf, subscriptions } from "../import/opml.ts";
import { decode } from "../read/decode.ts";

/** The feeds that were found, and what could not be had, as sentences. */
export interface Sources {
  readonly feeds: readonly ImportedFeed[];
  readonly troubles: readonly string[];
}

const AGENT = `${GENERATOR.name}/${GENERATOR.version} (+${GENERATOR.uri})`;
const WEB = /^https?:\/\//i;
const FEEDS = /\.(?:xml|rss|atom|json)$/i;

const textOf = (bytes: Uint8Array): string => decode(bytes).text;

/**
 * The feeds of a file, a folder, a subscription list or an address. Of a list only what lies beside it is read, unless
 * `isOnline`. Rejects as the disk does.
 */
export async function sourcesOf(from: string, isOnline: boolean): Promise<Sources> {
  if (WEB.test(from)) return downloaded(from);
  if (statSync(from, { throwIfNoEntry: false })?.isDirectory() === true) return folder(from);
  const text = textOf(await readBytes(from));
  const listed = subscriptions(text);
  if (listed !== undefined) return list(from, listed, isOnline);
  const feed = readFeed(text);
  return { feeds: feed === undefined ? [] : [feed], troubles: [] };
}

async function downloaded(address: string): Promise<Sources> {
  const { feeds, trouble } = await download(address, AGENT, textOf);
  return { feeds, troubles: trouble === undefined ? [] : [`This cannot be had: ${trouble}.`] };
}

/** Whatever in a folder is a feed, in the order of the files' names. */
async function folder(path: string): Promise<Sources> {
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
  const feeds: ImportedFeed[] = [];
  for (const name of names) {
    const file = join(path, name);
    if (!FEEDS.test(name) || !statSync(file).isFile()) continue;
    const feed = readFeed(textOf(await readBytes(file)));
    if (feed !== undefined) feeds.push(feed);
  }
  return { feeds, troubles: [] };
}

async function list(opml: string, addresses: readonly string[], isOnline: boolean): Promise<Sources> {
  const sources: Sources[] = [];
  for (const address of addresses) sources.push(await listed(opml, address, isOnline));
  return { feeds: sources.flatMap(({ feeds }) => feeds), troubles: sources.flatMap(({ troubles }) => troubles) };
}

async function listed(opml: string, address: string, isOnline: boolean): Promise<Sources> {
  if (isOnline && WEB.test(address)) return downloaded(address);
  const copy = copiesOf(address)
    .map((path) => join(dirname(opml), path))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
  const feed = copy === undefined ? undefined : readFeed(textOf(await readBytes(copy)));
  if (feed !== undefined) return { feeds: [feed], troubles: [] };
  if (copy !== undefined) return { feeds: [], troubles: [`${copy} is no feed.`] };
  return { feeds: [], troubles: [`There is no copy of ${address} beside the list; --fetch gets it from the web.`] };
}
