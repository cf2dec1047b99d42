import type { Story } from "../compose/story.ts";
import type { SettledLine } from "../ledger/settled-line.ts";
import type { Publication } from "../publication/publication.ts";
import type { LedgerBytes } from "./loading.ts";
import type { Newsroom } from "./newsroom.ts";
import type { BuildOptions } from "./options.ts";
import { settledFrom } from "./settle.ts";
import { TRAITS } from "./store/parted.ts";
import type { RecordedStory } from "./store/store.ts";
import { asStory } from "./store/stored-story.ts";

interface Sorted {
  /** Stories that are to be recorded, those with files beside them in full. */
  readonly stories: readonly Story[];
  readonly settled: readonly SettledLine[];
}

/**
 * What the last build recorded need not be looked at, as long as the ledger is the one that it left, and nothing that
 * all articles together decide may have changed.
 */
export function sorted(
  newsroom: Newsroom,
  before: LedgerBytes,
  publication: Publication,
  options: BuildOptions,
): Sorted {
  const { stories, recorded } = newsroom;
  const { strict, preview, memory } = options;
  const ids = new Set(stories.flatMap(({ id, rssId }) => [id ?? [], rssId ?? []].flat()));
  const holds =
    newsroom.ledger === before.sum &&
    strict !== true &&
    publication.titleStated &&
    (ids.size === 0 || !recorded.some((one) => idsOf(one).some((id) => ids.has(id))));
  return {
    stories: holds ? stories : [...stories, ...recorded.map(({ story }) => asStory(story))],
    // Where lines are put into a file, they are told where in it they stand: those are this build's alone.
    settled: holds ? settledFrom(recorded, before.bytes, publication, preview && memory?.settled) : [],
  };
}

/** The ids by which readers know an entry; those of RSS are asked of the few stories that state one. */
function idsOf({ story, record }: RecordedStory): readonly string[] {
  const { rssId } = story.row.traits & TRAITS.rss ? asStory(story) : {};
  return rssId === undefined ? [record.head.id] : [record.head.id, rssId];
}
