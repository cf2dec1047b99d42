import type { FeedFiles, Site } from "../edition/edition.ts";
import { archiveKey, archiveNumbers, type Numbers, newestOnly, roll, withSealed } from "../edition/roll.ts";
import { siteOf } from "../edition/site.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Recorded } from "../ledger/record.ts";
import type { Publication } from "../publication/publication.ts";
import { FORMATS } from "../render/formats.ts";
import { GENERATOR } from "./generator.ts";

/** All that is to be published, and the ledger that remembers which archive documents have been filled with what. */
export function planSite(
  publication: Publication,
  { entries, tombstones, ledger }: Recorded,
  now: Date,
): { readonly site: Site; readonly ledger: Ledger } {
  const { archives, archiveSize, complete } = publication.feeds;
  const numbers = archiveNumbers(ledger);
  const sealed = new Map<string, Numbers>();
  const reachesBack = (path: string): boolean =>
    archives === "all" || (archives === "main" && path === "" && !complete);
  const site = siteOf(
    {
      publication,
      generator: GENERATOR,
      tombstones,
      files,
      roll: (path, theirs, limit) => {
        if (!reachesBack(path)) return newestOnly(theirs, limit);
        const rolled = roll(numbers.get(archiveKey(path)) ?? new Map(), theirs, limit, archiveSize);
        sealed.set(path, rolled.sealed);
        return rolled;
      },
    },
    entries,
    now,
  );
  return { site, ledger: withSealed(ledger, sealed) };
}

function files(archive?: number): FeedFiles {
  const name = ({ file, archive: numbered }: (typeof FORMATS)["rss"]): string =>
    archive === undefined ? file : numbered(archive);
  return { rss: name(FORMATS.rss), atom: name(FORMATS.atom), json: name(FORMATS.json) };
}
