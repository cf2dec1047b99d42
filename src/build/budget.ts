import type { FeedDocument, FittedFeed } from "../edition/edition.ts";
import type { Entry } from "../ledger/entry.ts";
import { FORMATS } from "../render/formats.ts";

/** What an entry takes at most beside its body, and a body's bytes once its markup is escaped, both on the safe side. */
const BESIDE = 8_192;
const ESCAPED = 2;

/** The bytes of a feed, of the largest file that is written of it. */
export type SizeOf = (feed: FeedDocument) => number;

/**
 * Shortens bodies to summaries, from the oldest entry up, until the largest of the feed's files has no more bytes than
 * the budget: some readers drop larger ones whole. All formats are shortened alike, since they are to say the same.
 */
export function withinBudget(feed: FeedDocument, budget: number, sizeOf: SizeOf = largest): FittedFeed {
  const entries = feed.items as readonly Entry[];
  const rough = entries.reduce((sum, entry) => sum + BESIDE + ESCAPED * bytes(bodies(entry)), 0);
  if (rough <= budget) return { feed, shortened: 0 };
  let fitted: FittedFeed = { feed, shortened: 0 };
  for (let excess = sizeOf(feed) - budget; excess > 0; excess = sizeOf(fitted.feed) - budget) {
    const next = shortened(feed, entries, fitted.shortened, excess);
    if (next.shortened === fitted.shortened) return fitted;
    fitted = next;
  }
  return fitted;
}

function largest(feed: FeedDocument): number {
  const sizes = Object.values(FORMATS).map(({ pieces }) => pieces(feed).reduce((sum, piece) => sum + bytes(piece), 0));
  return Math.max(...sizes);
}

/** What an entry loses when it is shortened. */
function bodies({ content = "", markdown = "" }: Entry): string {
  return content + markdown;
}

function bytes(text = ""): number {
  return Buffer.byteLength(text);
}

/** The feed with the oldest entries shortened that have these many bytes more than those that are already. */
function shortened(feed: FeedDocument, entries: readonly Entry[], before: number, excess: number): FittedFeed {
  let saved = 0;
  let count = before;
  for (let left = entries.length - before; left > 0 && saved < excess; left -= 1) {
    const entry = entries[left - 1];
    saved += Math.max(0, bytes(entry && bodies(entry)) - bytes(entry?.description));
    count += 1;
  }
  const items = entries.map((entry, index) => (index < entries.length - count ? entry : asSummary(entry)));
  const copy = Object.assign(Object.create(Object.getPrototypeOf(feed) as object) as FeedDocument, feed, { items });
  return { feed: copy, shortened: count };
}

/** An entry without a summary keeps its body: there is nothing else to say it with. */
function asSummary(entry: Entry): Entry {
  if (entry.description === undefined) return entry;
  const { content: _, markdown: __, ...rest } = entry;
  return rest;
}
