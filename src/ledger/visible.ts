import { hash } from "node:crypto";
import type { Story } from "../compose/story.ts";

/**
 * A hash of what a reader sees of a story, 128 bits in hexadecimal. Neither the file's name and time nor the
 * publication's address are in it, so that moving either updates nothing.
 */
export function visibleHash(story: Story): string {
  const seen = [
    story.title,
    story.summary,
    story.body,
    story.authors.map(({ name }) => name),
    story.contributors.map(({ name }) => name),
    story.section,
    story.credit,
    story.language,
    story.tags,
    story.copyright,
    ...unlessAbsent(story.corrections?.map(({ text, day }) => [text, day])),
    ...unlessAbsent(story.license),
    ...unlessAbsent(story.episode),
    ...unlessAbsent(story.banner?.url),
    [story.image, story.audio, story.video, ...story.attachments].map((media) => media?.url),
  ];
  return hash("sha256", JSON.stringify(seen)).slice(0, 32);
}

/** What most stories don't have must not change the hash of those. */
function unlessAbsent<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

const TAG = /<[^>]*>/g;

/** A story's words, for its sketch. */
export function storyWords(story: Story): string {
  return `${story.title}\n${story.body.replace(TAG, " ")}`;
}
