import type { Recorded } from "../ledger/desk.ts";
import type { Entry } from "../ledger/entry.ts";
import { LightEntry } from "../ledger/light-entry.ts";
import { NOBODY_SEES, type Outcome } from "./report.ts";

/**
 * What the next build says if it finds everything as this one leaves it: all entries, new or not, are unchanged then.
 * `undefined` where nobody can tell without that build: where something was said that is said once. `paths` are those of
 * all files, in the order in which they are put in place.
 */
export function calmed(outcome: Outcome, recorded: Recorded, paths: readonly string[]): Outcome | undefined {
  const { entries, findings, files } = outcome;
  const isCalm = files.written.length + files.removed.length === 0;
  const isPassing = recorded.withdrawn.length > 0 || findings.some(({ code }) => code === "ledger/returned");
  if (!isCalm && (isPassing || ![...recorded.fresh, ...recorded.updated].every(isSteady))) return undefined;
  return {
    ...outcome,
    // The list of unchanged entries is made when it is asked for, which nobody does here.
    entries: {
      new: [],
      newCount: 0,
      updated: [],
      unchanged: [],
      unchangedCount: entries.newCount + entries.updated.length + entries.unchangedCount,
      withdrawn: entries.withdrawn,
      refused: entries.refused,
      embargoed: entries.embargoed,
      drafts: entries.drafts,
      olderCount: entries.olderCount,
    },
    subscribers: NOBODY_SEES,
    files: { written: [], unchanged: paths, removed: [] },
  };
}

/** Whether the next build has nothing to say of an entry. */
function isSteady(entry: Entry): boolean {
  return entry instanceof LightEntry && entry.head.isSteady;
}
