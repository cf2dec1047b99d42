import type { Story } from "../compose/story.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Publication } from "../publication/publication.ts";
import type { Around } from "./store/index-file.ts";
import { openPassingStore, type Passing, type StoryStore, storyIn } from "./store/store.ts";

/** Stories as they were composed, for builds that follow one another in a process and publish nothing. */
export interface Memory {
  /** The stories of the builds before, if they were read against the same. */
  readonly store: (data: string, around: Around) => StoryStore;
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

export function openMemory(): Memory {
  let published: Published | undefined;
  let passing: Passing | "nothing" | undefined;
  return {
    store: (data, around) =>
      openPassingStore(data, around, passing, (left) => {
        passing = left;
      }),
    story: (file) => (typeof passing === "object" ? storyIn(passing, file) : undefined),
    forget: () => {
      passing = "nothing";
    },
    last: () => published,
    note: (noted) => {
      published = noted;
    },
  };
}
