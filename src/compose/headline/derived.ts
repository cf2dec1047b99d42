import { openingEnd } from "../opening.ts";
import { isProse } from "../prose.ts";
import { sentences } from "../sentences.ts";
import type { PlacedLine } from "../zones.ts";
import { balanced } from "./balance.ts";
import { cutLength, SHORTEST } from "./cut.ts";
import { isFurniture, isKicker } from "./furniture.ts";

export interface Derived {
  readonly title: string;
  /** The words of the lead that it was made of, as written. */
  readonly words: string;
  readonly line: PlacedLine;
  /** Where they stand in the line's text. */
  readonly offset: number;
}

/** No first sentence is longer. */
const LEAD_LENGTH = 2_000;
const CLOSING_STOPS = /[.。．।۔…,;:，、；：\s–—-]+$/u;
const STOP_IN_QUOTES = /[.。．।۔…,，]+(?=["”’»」』)]+$)/u;

/**
 * A headline made of the lead's own words: its first sentence, cut at a clause if that is long, without dateline and
 * final stop. `lines` are an article's own words in order; undefined where there are none.
 */
export function derivedHeadline(lines: readonly PlacedLine[], language: string): Derived | undefined {
  const line = lead(lines);
  if (line === undefined) return undefined;
  const { text } = line.line;
  const start = openingEnd(text);
  const sentence = firstSentence(text.slice(start, start + LEAD_LENGTH));
  const offset = start + sentence.start;
  const whole = withoutStop(text.slice(offset, start + sentence.end));
  const words = withoutStop(whole.slice(0, cutLength(whole, language)));
  return { title: withoutStop(balanced(words)), words, line, offset };
}

/** The line with which the report begins. */
function lead(lines: readonly PlacedLine[]): PlacedLine | undefined {
  const words = lines.filter(
    ({ line, block }) => !isFurniture(line.text) && block.kind !== "figure" && block.kind !== "code",
  );
  return (
    words.find(({ line, block }) => isProse(line, block)) ??
    words.find(({ line, block }) => block.kind !== "heading" && !isKicker(line.text)) ??
    words[0] ??
    lines[0]
  );
}

/** The first sentence that is long enough to say something; short ones before it are taken along. */
function firstSentence(text: string): { readonly start: number; readonly end: number } {
  const all = sentences(text);
  const start = all[0]?.start ?? 0;
  const end = all.find((span) => span.end - start >= SHORTEST)?.end ?? text.length;
  return { start, end };
}

function withoutStop(text: string): string {
  return text
    .trim()
    .replace(CLOSING_STOPS, (stops, at: number, all: string) => (keepsStop(all, at, stops) ? stops : ""))
    .replace(STOP_IN_QUOTES, "");
}

/** "U.S." and "Jr." keep theirs. */
function keepsStop(text: string, at: number, stops: string): boolean {
  return stops === "." && /(?:\p{L}\.\p{L}|\b(?:Jr|Sr|Inc|Co|Corp|Ltd))$/u.test(text.slice(Math.max(0, at - 6), at));
}
