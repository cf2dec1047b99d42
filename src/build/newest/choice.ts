import type { LedgerLine } from "../../ledger/ledger.ts";
import type { Publication } from "../../publication/publication.ts";

/** An article of which nothing but its day is known: the first moment of that day in UTC, in milliseconds. */
export interface Glance {
  readonly file: string;
  readonly day: number;
}

const DAY = 86_400_000;
/** Whatever the zone, and however many articles share a moment, an article is published within these days of its day. */
const BEFORE = DAY;
const AFTER = 3 * DAY;

/**
 * Whether a publication shows its newest entries and nothing else: no page, archive, sitemap or feed beside the main ones.
 * An article that is older than they are has no say in any file then.
 */
export function showsNewestOnly({ titleStated, pages, hosting, feeds, podcasts, profiles }: Publication): boolean {
  const { sections, authors, tags, languages, archives, complete, own } = feeds;
  return (
    titleStated &&
    !(pages || hosting || complete) &&
    archives === "none" &&
    [sections, authors, tags, languages].every((wanted) => wanted === false) &&
    own.length + Object.keys(podcasts).length === 0 &&
    !profiles.includes("google-news")
  );
}

/**
 * The articles, of those that were glanced at, that may be among the newest: so many more than feeds have room for that
 * some may be refused. Given is what the ledger has published, too, as far as its files are `present`. Where one is not,
 * it may have another name by now: the articles of its days are read as well.
 */
export function mayBeNewest(
  glances: readonly Glance[],
  published: readonly LedgerLine[],
  present: (file: string) => boolean,
  { limit, now }: { readonly limit: number; readonly now: Date },
): readonly Glance[] {
  const shown = published.filter(({ file }) => present(file)).flatMap(instantOf);
  const dates = [...glances.map(({ day }) => day - BEFORE), ...shown].filter((at) => at <= now.getTime());
  const spare = Math.max(10, Math.ceil(limit / 5));
  const last = dates.sort((a, b) => b - a)[limit + spare - 1] ?? -Infinity;
  const lost = published.filter(({ file }) => !present(file)).flatMap(instantOf);
  return glances.filter(
    ({ day }) => day + AFTER >= last || lost.some((at) => day - BEFORE - DAY <= at && at <= day + AFTER + DAY),
  );
}

/**
 * Whether, now that the others have been read, none of these can be among the newest; `shown` are the moments of all
 * entries, newest first.
 */
export function areOlder(glances: readonly Glance[], shown: readonly number[], limit: number): boolean {
  const last = shown[limit - 1] ?? -Infinity;
  return glances.every(({ day }) => day + AFTER < last);
}

function instantOf({ published }: LedgerLine): readonly number[] {
  return published === undefined ? [] : [Date.parse(published)];
}
