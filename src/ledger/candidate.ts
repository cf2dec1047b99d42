import type { Story } from "../compose/story.ts";
import { type Marks, marksOf } from "./marks.ts";
import type { Candidate } from "./match.ts";
import type { PutText } from "./written-line.ts";

/** A story that lies on the disk: what is known of it without reading it. */
export interface Stored {
  readonly file: string;
  /** Checksums: one of them differs wherever two versions of the story do. */
  readonly sums: readonly [facts: number, words: number];
  /** The moment that it states, in milliseconds. */
  readonly statedAt: number | undefined;
  /** What the ledger compares of it. */
  readonly marks: () => Marks;
  /** The words that date it. */
  readonly dateWords: () => string | undefined;
  /** Puts a text beside it that only this build asks for, so that nobody has to hold it. */
  readonly put: (text: string) => PutText;
}

/** Builds that follow one another in a process compare mostly the same stories: each is hashed once. */
const known = new WeakMap<Story, Candidate>();

/**
 * A story as the ledger compares it; its own files stand below `media`, a path. What lies on the disk is hashed already,
 * and asked for when it is needed.
 */
export function candidateOf(story: Story, stored: Stored | undefined, media: string): Candidate {
  if (stored !== undefined) return new StoredCandidate(story, stored);
  const at = story.published?.at.getTime() ?? Infinity;
  const before = known.get(story);
  if (before !== undefined) return before;
  const made: Candidate = { story, at, ...marksOf(story, media) };
  known.set(story, made);
  return made;
}

class StoredCandidate implements Candidate {
  readonly story: Story;
  readonly stored: Stored;

  constructor(story: Story, stored: Stored) {
    this.story = story;
    this.stored = stored;
  }

  get at(): number {
    return this.stored.statedAt ?? Infinity;
  }

  get hash(): string {
    return this.stored.marks().hash;
  }

  get sketch(): string {
    return this.stored.marks().sketch;
  }
}
