import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compose } from "../../src/compose/compose.ts";
import type { Story } from "../../src/compose/story.ts";
import { readArticle } from "../../src/read/read.ts";
import { PUBLICATION } from "../support/story.ts";
import type { Answer, Truth } from "./score.ts";

/** Later than every article of the set: as on a day when all of them lie in one archive. */
const NOW = new Date("2026-11-23T00:00:00Z");

export const TRUTHS: readonly Truth[] = readFileSync(join(import.meta.dirname, "truth.jsonl"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Truth);

/** What Dateline reads out of an article of this folder. */
export async function storyOf(file: string): Promise<Story> {
  const bytes = readFileSync(join(import.meta.dirname, "articles", file));
  return compose(await readArticle(bytes, file), { publication: PUBLICATION, now: NOW });
}

/** A story as the scorer wants it. */
export function answerOf(story: Story, truth: Truth): Answer {
  const { title, titleDerived, authors, published } = story;
  return {
    title,
    titleDerived,
    authors: authors.filter(({ kind }) => kind === "person").map(({ name }) => name),
    ...(published === undefined ? {} : { published: printedDay(story, truth), datedFrom: published.from }),
  };
}

const ZONE = /(?:[+-]\d\d:?\d\d|Z|\b[A-Z]{2,4})\b/;

/**
 * The day as it stands in the article. An instant that was printed with its zone falls on another day in UTC if it is
 * near midnight: that is no error.
 */
function printedDay({ published, evidence }: Story, truth: Truth): string {
  const day = published?.at.toISOString().slice(0, 10) ?? "";
  const words = evidence.find(({ field }) => field === "published")?.words ?? "";
  if (published?.precision === "day" || truth.published === null || !ZONE.test(words)) return day;
  const near = [-14, 14].map((hours) =>
    new Date((published?.at.getTime() ?? 0) + hours * 3_600_000).toISOString().slice(0, 10),
  );
  return near.includes(truth.published) ? truth.published : day;
}
