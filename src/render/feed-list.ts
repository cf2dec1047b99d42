import type { Site } from "../edition/edition.ts";
import { rfc3339 } from "./dates.ts";

/** One feed in `feeds.json`. Addresses are absolute. */
interface ListedFeed {
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly home: string | undefined;
  readonly rss: string | undefined;
  readonly atom: string | undefined;
  readonly json: string | undefined;
  /** Of its newest change (RFC 3339, UTC). */
  readonly updated: string | undefined;
  /** How many entries it has in all, its archive's too. */
  readonly entries: number;
}

/** All feeds of a publication for programs: the same list as the OPML one, with each feed's addresses in all formats. */
export function renderFeedList({ publication, editions }: Site): string {
  const feeds = editions.map(({ kind, name, title, language, entries, feed }): ListedFeed => {
    const { description = "", link, feedLinks, updated } = feed.options;
    const { rss, atom, json } = feedLinks ?? {};
    return {
      kind,
      name,
      title,
      description,
      language,
      home: link,
      rss,
      atom,
      json,
      updated: updated && rfc3339(updated),
      entries: entries.length,
    };
  });
  const text = JSON.stringify({ title: publication.title, url: publication.url, feeds }, null, 2);
  // A name may well say `<script>`: pasted into a page, this runs no harm (RFC 8259, section 7).
  return `${text.replaceAll("<", "\\u003c")}\n`;
}
