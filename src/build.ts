import type { Finding } from "./finding.ts";

export interface BuildOptions {
  /** Folder of articles. */
  readonly data: string;
  /** Folder that the feeds are written to. */
  readonly out: string;
  /** The present, for embargoes and first-seen dates; by default `SOURCE_DATE_EPOCH`, else the clock. */
  readonly now?: Date;
  /** Refuse what would otherwise be published with a warning. */
  readonly strict?: boolean;
  /** Write nothing; say what subscribers will see. */
  readonly dryRun?: boolean;
  /** Called while articles are read, for a progress line. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** One entry's fate in a build. */
export interface EntryReport {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly published: Date;
  readonly updated: Date;
}

export interface BuildReport {
  /** The publication's name, `undefined` where nothing could be read. */
  readonly publication?: string;
  readonly dryRun: boolean;
  readonly entries: {
    readonly new: readonly EntryReport[];
    readonly updated: readonly EntryReport[];
    readonly unchanged: readonly EntryReport[];
    readonly withdrawn: readonly { readonly id: string; readonly file: string; readonly title: string }[];
    readonly refused: readonly { readonly file: string; readonly kept: boolean }[];
    readonly embargoed: readonly { readonly file: string; readonly title: string; readonly until: Date }[];
    readonly drafts: readonly string[];
  };
  /** What subscribers of the main feeds will see change, against the files that stand in `out` now. */
  readonly subscribers: {
    readonly appear: readonly string[];
    readonly change: readonly string[];
    readonly vanish: readonly string[];
    /** Entries that readers would show a second time. Must be empty. */
    readonly returnAsNew: readonly string[];
  };
  readonly files: { readonly written: readonly string[]; readonly unchanged: readonly string[] };
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}
