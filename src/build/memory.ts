import { join } from "node:path";
import { dayIn } from "../compose/date/wall-time.ts";
import type { Story } from "../compose/story.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Publication } from "../publication/publication.ts";
import { LEDGER_FILE, loadLedger } from "./loading.ts";
import type { KnownMedia } from "./media.ts";
import { versionOf } from "./version.ts";

/** The ledger as it was read, and stories as they were composed, for builds that follow one another in a process: only what changed is read again. */
export interface Memory {
  /** The story of a file that has not changed since it was remembered with the same words around it. */
  readonly recall: (file: string) => Story | undefined;
  readonly keep: (file: string, story: Story) => Story;
  /** The story of a file as the last build read it, whatever became of the file since. */
  readonly story: (file: string) => Story | undefined;
  /** Ends a build: files that were neither recalled nor kept in it are forgotten. */
  readonly sweep: () => void;
  /** Media files by path, with the version that was looked at. */
  readonly media: KnownMedia;
  /** The ledger of a data folder, as `loadLedger` gives it. */
  readonly ledger: (data: string) => Promise<Ledger>;
  /** What the last build published, or would. */
  readonly last: () => Published | undefined;
  readonly note: (published: Published) => void;
  /** Begins a build. A publication or a day other than the last build's forgets everything: stories depend on both. */
  readonly begin: (data: string, publication: Publication, now: Date) => void;
}

/** Of whom, and what: newest first. */
interface Published {
  readonly publication: Publication;
  readonly entries: readonly Entry[];
}

interface Remembered {
  readonly version: string;
  readonly story: Story;
}

export function openMemory(): Memory {
  let ledger: { readonly version: string; readonly read: Ledger } | undefined;
  let published: Published | undefined;
  let around = "";
  let folder = "";
  let before = new Map<string, Remembered>();
  let after = new Map<string, Remembered>();
  const versions = new Map<string, string>();
  return {
    media: new Map(),
    begin: (data, publication, now) => {
      const words = JSON.stringify([data, publication, dayIn(publication.timezone, now)]);
      if (words !== around) before = new Map();
      around = words;
      folder = data;
      after = new Map();
      versions.clear();
    },
    last: () => published,
    note: (noted) => {
      published = noted;
    },
    recall: (file) => {
      const version = versionOf(join(folder, file));
      // Looked at before it is read: what is written meanwhile is another version, and read next time.
      versions.set(file, version);
      const known = before.get(file);
      if (known === undefined || version === "" || known.version !== version) return undefined;
      after.set(file, known);
      return known.story;
    },
    keep: (file, story) => {
      after.set(file, { version: versions.get(file) ?? "", story });
      return story;
    },
    ledger: async (data) => {
      const version = versionOf(join(data, LEDGER_FILE));
      if (ledger === undefined || version === "" || ledger.version !== version)
        ledger = { version, read: await loadLedger(data) };
      return ledger.read;
    },
    story: (file) => before.get(file)?.story,
    sweep: () => {
      before = after;
    },
  };
}
