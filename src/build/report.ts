import type { Finding } from "../finding.ts";
import type { Due } from "../ledger/due.ts";
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
    readonly new: readonly EntryReport[];
    readonly updated: readonly EntryReport[];
    readonly unchanged: readonly EntryReport[];
    readonly withdrawn: readonly { readonly id: string; readonly file: string; readonly title: string }[];
    /** `kept`: what it had published before stays published. */
    readonly refused: readonly { readonly file: string; readonly kept: boolean }[];
    readonly embargoed: readonly { readonly file: string; readonly title: string; readonly until: Date }[];
    readonly drafts: readonly string[];
  };
  /** What subscribers of the main feeds will see change, against the files that stand in `out` now. */
  readonly subscribers: SubscribersSee;
  readonly files: { readonly written: readonly string[]; readonly unchanged: readonly string[] };
  /** What happens next by itself, if there is a build then: for a scheduler. */
  readonly due?: Due;
  /** In order of file, line, column. Files of the data folder are named with the folder before them. */
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}
