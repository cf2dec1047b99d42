import { hash } from "node:crypto";
import type { Story } from "../compose/story.ts";

/**
 * A hash of what a reader sees of a story, 128 bits in hexadecimal. Neither the file's name and time nor the
 * publication's address are in it, so that moving either updates nothing: files of the story's own stand below `media`,
 * a path on the publication's host that moves with it.
 */
export function visibleHash(story: Story, media: string = HOME): string {
  const above = JSON.stringify([story.title, story.summary]);
  const below = JSON.stringify([
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
  ]);
  const words = `${above.slice(0, -1)},${quoted(story.body)},${below.slice(1)}`;
  const settled = media === HOME ? words : words.replaceAll(media, HOME);
  return hash("sha256", settled).slice(0, 32);
}

/** Where a story's own files stand on a host that is the publication's alone. */
const HOME = "/media/";

/** Whatever JSON writes otherwise than it is, but for the end of a line, and surrogates, since one alone would be. */
const ESCAPED = /[^\n !#-[\]-\ud7ff\ue000-\uffff]/;

/** A body as JSON writes it, which takes four times as long where it looks at each character. */
function quoted(body: string): string {
  return ESCAPED.test(body) ? JSON.stringify(body) : `"${body.replaceAll("\n", "\\n")}"`;
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
