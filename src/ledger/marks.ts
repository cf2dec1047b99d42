import type { Story } from "../compose/story.ts";
import { sketch } from "./sketch.ts";
import { storyWords, visibleHash } from "./visible.ts";

/** What the ledger compares of a story. */
export interface Marks {
  /** Of what readers see. */
  readonly hash: string;
  /** By which a renamed and edited file is known again. */
  readonly sketch: string;
}

/** Reads a story's words once for both; `media` is the path on the publication's host where its own files stand, if it has any. */
export function marksOf(story: Story, media?: string): Marks {
  return { hash: visibleHash(story, media), sketch: sketch(storyWords(story)) };
}
