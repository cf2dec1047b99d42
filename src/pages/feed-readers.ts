/** A feed reader on the web that takes a feed's address in its own. */
export interface FeedReader {
  readonly name: string;
  readonly subscribe: (feed: string) => string;
}

/** The common readers that anybody can open from a link, by name. */
export const FEED_READERS: readonly FeedReader[] = [
  { name: "Feedbin", subscribe: (feed) => `https://feedbin.com/?subscribe=${encodeURIComponent(feed)}` },
  {
    name: "Feedly",
    subscribe: (feed) => `https://feedly.com/i/subscription/${encodeURIComponent(`feed/${feed}`)}`,
  },
  { name: "Inoreader", subscribe: (feed) => `https://www.inoreader.com/?add_feed=${encodeURIComponent(feed)}` },
  { name: "NewsBlur", subscribe: (feed) => `https://www.newsblur.com/?url=${encodeURIComponent(feed)}` },
  {
    name: "The Old Reader",
    subscribe: (feed) => `https://theoldreader.com/feeds/subscribe?url=${encodeURIComponent(feed)}`,
  },
];

/** Opens whichever reader is installed: NetNewsWire, Reeder, Thunderbird and others answer to this scheme. */
export function installedReader(feed: string): string {
  return `feed:${feed}`;
}
