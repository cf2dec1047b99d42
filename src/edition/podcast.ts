import { plays } from "../ledger/light-entry.ts";
import type { Podcast, Publication } from "../publication/publication.ts";
import type { Edition, FeedDocument } from "./edition.ts";
import { feedDocument, type Generator } from "./feed-document.ts";

/** A podcast's feed beside its section's: RSS, as directories take nothing else. */
export const PODCAST_FILE = "podcast.xml";

/** A section that the publication calls a podcast. */
export interface Show {
  readonly edition: Edition;
  readonly podcast: Podcast;
  /** The absolute URL of its feed. */
  readonly url: string;
}

/** The sections that are podcasts. */
export function showsOf(editions: readonly Edition[], { podcasts, url }: Publication): readonly Show[] {
  return editions.flatMap((edition) => {
    const podcast =
      edition.kind === "section" && Object.hasOwn(podcasts, edition.name) ? podcasts[edition.name] : undefined;
    return podcast === undefined
      ? []
      : [{ edition, podcast, url: new URL(`${edition.path}${PODCAST_FILE}`, url).href }];
  });
}

/**
 * A podcast's feed: the episodes of its section, all of them, since directories drop what a feed no longer names. `guid`
 * is its identity in directories (Podcasting 2.0, `podcast:guid`).
 */
export function podcastDocument(
  show: Show,
  publication: Publication,
  generator: Generator,
  guid: string,
): FeedDocument {
  const { edition, podcast, url } = show;
  const { owner } = podcast;
  const feed = feedDocument(publication, generator, {
    id: url,
    title: podcast.title ?? edition.title,
    description: podcast.description ?? edition.feed.options.description ?? "",
    language: edition.language,
    author: { name: podcast.author, ...(owner === undefined ? {} : { email: owner.email }) },
    files: { rss: url, atom: url, json: url },
    entries: edition.entries.filter(plays),
    tombstones: [],
  });
  const home = new URL(edition.path, publication.url).href;
  Object.assign(feed.options, {
    link: home,
    podcast: true,
    category: podcast.category,
    image: podcast.image,
    logo: podcast.image,
    feedLinks: { rss: url },
    show: { ...podcast, guid },
  });
  return feed;
}
