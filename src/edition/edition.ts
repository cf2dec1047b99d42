import type { Feed, FeedOptions } from "feed";
import type { Entry, Tombstone } from "../ledger/entry.ts";

/** What an edition's feed says of itself beyond the `feed` package's options. Renderers read it where it is there. */
export interface EditionOptions extends FeedOptions {
  /** A square picture (`FeedOptions.favicon` is set to the same). */
  readonly icon?: string;
  /** A wide picture (`FeedOptions.image` is set to the same). */
  readonly logo?: string;
  readonly generatorUri?: string;
  readonly generatorVersion?: string;
  readonly tombstones?: readonly Tombstone[];
}

/** One feed's entries and what is said of them: a `Feed` made by the `feed` package's own class. */
export interface Edition {
  readonly name: string;
  readonly feed: Feed & { options: EditionOptions; items: Entry[] };
}
