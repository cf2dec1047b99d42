import type { FeedFiles, Site } from "../edition/edition.ts";
import { archiveKey, archiveNumbers, newestOnly, type Rolled, roll, withSealed } from "../edition/roll.ts";
import { editionsOf } from "../edition/site.ts";
import type { Recorded } from "../ledger/desk.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Publication } from "../publication/publication.ts";
import { FORMATS } from "../render/formats.ts";
import { withinBudget } from "./budget.ts";
import { GENERATOR } from "./generator.ts";

interface Planned {
  readonly site: Site;
  /** The ledger, which remembers which archive documents have been filled with what. */
  readonly ledger: Ledger;
}

const DAY = 86_400_000;

/** All that is to be published. */
export function planSite(
  publication: Publication,
  { entries, tombstones, moved, ledger }: Recorded,
  now: Date,
  media: Site["media"] = [],
): Planned {
  const { archives, archiveSize, complete } = publication.feeds;
  const numbers = archiveNumbers(ledger);
  const sealed = new Map<string, Rolled["sealed"]>();
  const reachesBack = (path: string): boolean =>
    archives === "all" || (archives === "main" && path === "" && !complete);
  const since = now.getTime() - publication.tombstones * DAY;
  const editions = editionsOf(
    {
      publication,
      generator: GENERATOR,
      tombstones: tombstones.filter(({ withdrawn }) => withdrawn.getTime() > since),
      files,
      fit: (feed) => withinBudget(feed, publication.budget),
      roll: (path, theirs, limit) => {
        if (!reachesBack(path)) return newestOnly(theirs, limit);
        const { sealed: fresh, ...rolled } = roll(numbers(archiveKey(path)), theirs, limit, archiveSize);
        sealed.set(path, fresh);
        return rolled;
      },
    },
    entries,
  );
  const site: Site = { publication, entries, editions, withdrawn: tombstones, media, moved, now };
  const filled = withSealed(ledger, sealed);
  // Editions may ask for more later; what was sealed is in the ledger.
  sealed.clear();
  return { site, ledger: filled };
}

function files(archive?: number): FeedFiles {
  const name = ({ file, archive: numbered }: (typeof FORMATS)["rss"]): string =>
    archive === undefined ? file : numbered(archive);
  return { rss: name(FORMATS.rss), atom: name(FORMATS.atom), json: name(FORMATS.json) };
}
