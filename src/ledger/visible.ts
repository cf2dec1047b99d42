import { hash } from "node:crypto";
import type { Story } from "../compose/story.ts";

/**
 * A hash of what a reader sees of a story, 128 bits in hexadecimal. Neither the file's name and time nor the
 * publication's address are in it, so that moving either updates nothing: files of the story's own stand below `media`,
 * a path on the publication's host that moves with it.
 */
export function visibleHash(story: Story, media: string = HOME): string {
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
  const words = JSON.stringify(seen);
  const settled = media === HOME ? words : words.replaceAll(media, HOME);
  return hash("sha256", settled).slice(0, 32);
}

/** Where a story's own files stand on a host that is the publication's alone. */
const HOME = "/media/";

/** What most stories don't have must not change the hash of those. */
function unlessAbsent<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

const TAG = /<[^>]*>/g;

/** A story's words, for its sketch. */
export function storyWords(story: Story): string {
  return `${story.title}\n${story.body.replace(TAG, " ")}`;
}
