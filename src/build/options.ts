import type { OutFile } from "../edition/edition.ts";
import type { Memory } from "./memory.ts";

export interface BuildOptions {
  /** Folder of articles. */
  readonly data: string;
  /** A JSON file of more articles: a list, or a JSON Feed. Each item's `id` is what it is known by. */
  readonly articles?: string;
  /** Folder that the feeds are written to. */
  readonly out: string;
  /** The present, for embargoes and first-seen dates; by default `SOURCE_DATE_EPOCH`, else the clock. */
  readonly now?: Date;
  /** Refuse what would otherwise be published with a warning. */
  readonly strict?: boolean;
  /** Write nothing; say what subscribers will see. */
  readonly dryRun?: boolean;
  /**
   * Publishes nothing: no file is written, the ledger stays as it is, and this gets the files instead, each made when
   * its content is asked for. What `out` holds is still what subscribers get.
   */
  readonly preview?: (files: readonly OutFile[]) => void;
  /** Stories of the builds before this one in the same process. */
  readonly memory?: Memory;
  /**
   * Paths of all files and folders that have changed since the last build: nobody looks whether others have. Without what
   * the last build remembers, or where a path is none in the data folder, everything is looked at.
   */
  readonly changed?: readonly string[];
  /** How many workers may read articles at once, where there are many; by default as many as there are processors. */
  readonly threads?: number;
  /** Called while articles are read and files are written, for a progress line. */
  readonly onProgress?: OnProgress;
}

/** Hears how far a build is. */
export type OnProgress = (what: "read" | "written", done: number, all: number) => void;

/** The present, in whole seconds: as told, else `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the clock. */
export function present(told: Date | undefined): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const at = told?.getTime() ?? (epoch !== undefined && /^\d+$/.test(epoch) ? Number(epoch) * 1000 : Date.now());
  return new Date(Math.floor(at / 1000) * 1000);
}
