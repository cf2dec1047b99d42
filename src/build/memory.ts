import { join } from "node:path";
import type { Story } from "../compose/story.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Publication } from "../publication/publication.ts";
import { LEDGER_FILE } from "./ledger-file.ts";
import { readLedger, type StandingLedger } from "./open-ledger.ts";
import type { SettledBefore } from "./settle.ts";
import type { Around } from "./store/index-file.ts";
import { openPassingStore, type Passing, storyIn } from "./store/passing-store.ts";
import type { StoryStore } from "./store/store.ts";
import { isSameVersion, type Version, versionAt } from "./version.ts";

/** Stories as they were composed, for builds that follow one another in a process and publish nothing. */
export interface Memory {
  /** The stories of the builds before, if they were read against the same. */
  readonly store: (data: string, around: Around) => StoryStore;
  /** The ledger's file as it stands; it is read again when it has changed. */
  readonly ledger: (data: string) => StandingLedger;
  /** What builds before have settled; previews alone go on with it. */
  readonly settled: SettledBefore;
  /** The story of a file as the last build read it, whatever became of the file since. */
  readonly story: (file: string) => Story | undefined;
  /** What is on the disk is not what was put there: everything is to be read again. */
  readonly forget: () => void;
  /** What the last build published, or would. */
  readonly last: () => Published | undefined;
  readonly note: (published: Published) => void;
}

/** Of whom, and what: newest first. */
interface Published {
  readonly publication: Publication;
  readonly entries: readonly Entry[];
}

/** Milliseconds after a build in which nobody waits for what the next one will begin with. */
const A_WHILE = 50;

export function openMemory(): Memory {
  let published: Published | undefined;
  let passing: Passing | "nothing" | undefined;
  let unfinished: (() => void) | undefined;
  let read: { readonly version: Version; readonly ledger: StandingLedger } | undefined;
  const finish = (): void => {
    unfinished?.();
    unfinished = undefined;
  };
  const later = (one: () => void): void => {
    unfinished = one;
    setTimeout(() => {
      try {
        finish();
      } catch {
        // What is wrong is thrown again where somebody hears of it: by the next build.
      }
    }, A_WHILE).unref();
  };
  const left = (taken: Passing): void => {
    passing = taken;
  };
  return {
    store: (data, around) => {
      finish();
      return openPassingStore(data, around, passing, { left, later });
    },
    ledger: (data) => {
      const version = versionAt(join(data, LEDGER_FILE));
      if (read === undefined || !isSameVersion(read.version, version)) read = { version, ledger: readLedger(data) };
      return read.ledger;
    },
    settled: new WeakMap(),
    story: (file) => {
      finish();
      return typeof passing === "object" ? storyIn(passing, file) : undefined;
    },
    forget: () => {
      unfinished = undefined;
      passing = "nothing";
    },
    last: () => published,
    note: (noted) => {
      published = noted;
    },
  };
}
