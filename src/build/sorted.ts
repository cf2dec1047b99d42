import type { Story } from "../compose/story.ts";
import type { SettledLine } from "../ledger/settled-line.ts";
import type { Publication } from "../publication/publication.ts";
import type { Newsroom } from "./newsroom.ts";
import type { StandingLedger } from "./open-ledger.ts";
import type { BuildOptions } from "./options.ts";
import { settledFrom } from "./settle.ts";
import { TRAITS } from "./store/parted.ts";
import type { RecordedRow } from "./store/row.ts";

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
  before: StandingLedger,
  publication: Publication,
  options: BuildOptions,
): Sorted {
  const { stories, recorded, storyOf } = newsroom;
  const { strict, preview, memory } = options;
  const ids = new Set(stories.flatMap(({ id, rssId }) => [id ?? [], rssId ?? []].flat()));
  const holds =
    newsroom.ledger === before.sum &&
    strict !== true &&
    publication.titleStated &&
    (ids.size === 0 || !recorded.some((one) => idsOf(one, storyOf).some((id) => ids.has(id))));
  return {
    stories: holds ? stories : [...stories, ...recorded.map(storyOf)],
    // Where lines are put into a file, they are told where in it they stand: those are this build's alone.
    settled: holds
      ? settledFrom(recorded, { bytes: before.bytes, publication, storyOf }, preview && memory?.settled)
      : [],
  };
}

/** The ids by which readers know an entry; those of RSS are asked of the few stories that state one. */
function idsOf(one: RecordedRow, storyOf: Newsroom["storyOf"]): readonly string[] {
  const { id } = one.record.head;
  const { rssId } = one.row.traits & TRAITS.rss ? storyOf(one) : {};
  return rssId === undefined ? [id] : [id, rssId];
}
