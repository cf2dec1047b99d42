import { join } from "node:path";
import type { Finding } from "../finding.ts";
import type { Due } from "../ledger/due.ts";
import { withLine } from "./line-of.ts";
import type { BuildOptions } from "./options.ts";
import type { SubscribersSee } from "./standing.ts";

/** One entry's fate in a build. */
export interface EntryReport {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly published: Date;
  readonly updated: Date;
}

/** What a build did, or with `dryRun` would do. */
export interface BuildReport {
  /** The publication's name, absent where nothing was published. */
  readonly publication?: string;
  readonly dryRun: boolean;
  readonly entries: {
    /** Made when it is asked for. */
    readonly new: readonly EntryReport[];
    readonly newCount: number;
    readonly updated: readonly EntryReport[];
    /** Made when it is asked for. */
    readonly unchanged: readonly EntryReport[];
    readonly unchangedCount: number;
    readonly withdrawn: readonly { readonly id: string; readonly file: string; readonly title: string }[];
    /** `kept`: what it had published before stays published. */
    readonly refused: readonly { readonly file: string; readonly kept: boolean }[];
    readonly embargoed: readonly { readonly file: string; readonly title: string; readonly until: Date }[];
    readonly drafts: readonly string[];
    /** Articles that are too old for every feed of a publication that shows its newest entries alone: nothing else is told of them. */
    readonly olderCount: number;
  };
  /** What subscribers of the main feeds will see change, against the files that stand in `out` now. */
  readonly subscribers: SubscribersSee;
  readonly files: {
    readonly written: readonly string[];
    readonly unchanged: readonly string[];
    /** What builds before had written, and this one has no use for. */
    readonly removed: readonly string[];
  };
  /** What happens next by itself, if there is a build then: for a scheduler. */
  readonly due?: Due;
  /** In order of file, line, column. Files of the data folder are named with the folder before them. */
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}

/** What a build did, but for the time that it took. */
export type Outcome = Omit<BuildReport, "milliseconds">;

export const NOBODY_SEES: SubscribersSee = { appear: [], change: [], vanish: [], returnAsNew: [] };

export const UNTOUCHED: BuildReport["files"] = { written: [], unchanged: [], removed: [] };

/** The report of a build that could publish nothing. */
export function nothing(options: Pick<BuildOptions, "dryRun">, findings: readonly Finding[]): Outcome {
  return {
    dryRun: options.dryRun === true,
    entries: {
      new: [],
      newCount: 0,
      updated: [],
      unchanged: [],
      unchangedCount: 0,
      withdrawn: [],
      refused: [],
      embargoed: [],
      drafts: [],
      olderCount: 0,
    },
    subscribers: NOBODY_SEES,
    files: UNTOUCHED,
    findings,
  };
}

/** Findings of a folder's files, named as the user can open them. */
export function located(folder: string, findings: readonly Finding[]): Finding[] {
  return findings.map((one): Finding => {
    if (one.code.startsWith("disk/")) return one;
    return withLine({ ...one, place: { ...one.place, file: join(folder, one.place.file) } });
  });
}
