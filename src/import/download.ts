import type { ImportedFeed } from "./entry.ts";
import { readFeed } from "./feed.ts";

/** A feed from the web with the documents before it, or why there is none. */
export type Downloaded = { readonly feeds: readonly ImportedFeed[]; readonly trouble?: string };

const PATIENCE_MS = 30_000;
const MOST_BYTES = 50_000_000;
/** Of a hundred entries each: more than anybody has written. */
const MOST_DOCUMENTS = 1000;

/**
 * Fetches a feed, and by its links the documents with the entries before it, until the first. What could be had comes
 * back, with what stopped it. `agent` is who asks; `decode` makes text of bytes.
 */
export async function download(
  address: string,
  agent: string,
  decode: (bytes: Uint8Array) => string,
): Promise<Downloaded> {
  const feeds: ImportedFeed[] = [];
  const seen = new Set<string>();
  let next: string | undefined = address;
  while (next !== undefined && !seen.has(next) && feeds.length < MOST_DOCUMENTS) {
    seen.add(next);
    const got = await fetched(next, agent);
    const feed = typeof got === "string" ? undefined : readFeed(decode(got));
    if (feed === undefined) return { feeds, trouble: `${next}: ${typeof got === "string" ? got : "it is no feed"}` };
    feeds.push(feed);
    next = feed.older === undefined ? undefined : webAddress(feed.older, next);
  }
  return { feeds };
}

function webAddress(href: string, base: string): string | undefined {
  const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** The bytes at an address, or why there are none. */
async function fetched(address: string, agent: string): Promise<Uint8Array | string> {
  try {
    const headers = {
      "User-Agent": agent,
      Accept: "application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5",
    };
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) return `the server answers ${response.status}`;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > MOST_BYTES ? `the answer is longer than ${MOST_BYTES} bytes` : bytes;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    if (error.name === "TimeoutError") return `no answer within ${PATIENCE_MS / 1000} s`;
    return error.cause instanceof Error ? error.cause.message : error.message;
  }
}
