import { join } from "node:path";
import { addedDates } from "../commits.ts";
import type { Story } from "../compose/story.ts";
import { madeOnce } from "../edition/out-file.ts";
import { archiveKey, archiveNumbers } from "../edition/roll.ts";
import { readBytesIfThere } from "../files.ts";
import type { RecordContext, Recorded } from "../ledger/desk.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { record } from "../ledger/record.ts";
import type { SettledLine } from "../ledger/settled-line.ts";
import type { Publication } from "../publication/publication.ts";
import { FORMATS } from "../render/formats.ts";
import type { Newsroom } from "./newsroom.ts";
import { openLedger, type StandingLedger } from "./open-ledger.ts";
import type { BuildOptions } from "./options.ts";
import { standingEntries, type standingItems } from "./standing.ts";

/** Stories, and what is known of those that were published before. */
interface Recording {
  readonly publication: Publication;
  readonly newsroom: Newsroom;
  readonly stories: readonly Story[];
  readonly before: StandingLedger;
  readonly settled: readonly SettledLine[];
  /** What stands in `feed.json`. */
  readonly standing: ReturnType<typeof standingItems>;
  readonly stored: NonNullable<RecordContext["stored"]>;
  readonly mayHaveLink: RecordContext["mayHaveLink"];
}

/**
 * Records stories in the ledger as it stands. Its lines are read here and let go with the last story: those of 100,000
 * articles, all of which are read anew by another version of the program, are 100 MB, which printing needs for itself.
 */
export async function recordStories(
  { data, out, strict }: BuildOptions,
  now: Date,
  { publication, newsroom, stories, before, settled, standing, stored, mayHaveLink }: Recording,
): Promise<{ readonly recorded: Recorded /** Whether git was asked for dates. */; readonly hasAsked: boolean }> {
  const ledger = openLedger(before, settled);
  const committed = await commitDates(data, stories, ledger);
  const recorded = record(ledger, stories, {
    publication,
    now,
    strict: strict === true,
    silent: newsroom.silent(ledger),
    standing: standingEntries(
      standing,
      (number) => readBytesIfThere(join(out, FORMATS.json.archive(number)))?.toString("utf8"),
      madeOnce(() => archiveNumbers(ledger)(archiveKey("")).last),
    ),
    committed: committed ?? (() => undefined),
    stored,
    mayHaveLink,
  });
  return { recorded, hasAsked: committed !== undefined };
}

/** Asks git, only where an article that is new to the ledger says nothing of its date. */
async function commitDates(
  data: string,
  stories: readonly Story[],
  { lines }: Ledger,
): Promise<((file: string) => Date | undefined) | undefined> {
  const undated = stories.filter(({ published, draft }) => published === undefined && !draft);
  if (undated.length === 0) return undefined;
  const known = new Set([...lines.values()].map(({ file }) => file));
  if (undated.every(({ file }) => known.has(file))) return undefined;
  const dates = await addedDates(data);
  return (file) => dates.get(file);
}
