import type { Digest, DigestItem } from "./digest/feed-facts.ts";

/** Something that a directory or aggregator asks of a feed. */
export interface Requirement {
  /** Unique within the profile. */
  readonly id: string;
  /** Whether the feed is refused without it, or merely shown worse. */
  readonly isRequired: boolean;
  /** What is missing, in words. */
  readonly says: string;
  readonly mend: string;
  /** Asked of the feed as a whole. */
  readonly feed?: (digest: Digest, bytes: number) => boolean;
  /** Asked of each item. */
  readonly item?: (item: DigestItem, digest: Digest) => boolean;
}

export interface Profile {
  readonly name: string;
  readonly title: string;
  /** The document that says so, and the day on which it was looked up. */
  readonly source: string;
  readonly lookedUp: string;
  readonly requirements: readonly Requirement[];
}

/** Asked of the feed as a whole, or it is refused. */
export function feed(id: string, says: string, mend: string, test: NonNullable<Requirement["feed"]>): Requirement {
  return { id, isRequired: true, says, mend, feed: test };
}

/** Asked of each item, or it is refused. */
export function item(id: string, says: string, mend: string, test: NonNullable<Requirement["item"]>): Requirement {
  return { id, isRequired: true, says, mend, item: test };
}

/** The same, but only recommended. */
export function better(requirement: Requirement): Requirement {
  return { ...requirement, isRequired: false };
}
