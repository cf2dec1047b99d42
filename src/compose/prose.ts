import type { Block, Line } from "../read/article.ts";
import { visualLength } from "./wording.ts";

const FINAL_STOP = /[.?!…。！？।۔؟]["”’»」』)\]）›]*$/u;
const FULL_STOP = /(?:[.。．।۔]|\.\.\.|…)["”’»」』)\]）›]*$/u;
const ABBREVIATED =
  /(?:^|[\s(])(?:\p{Lu}\.|(?:\p{L}{1,2}\.){2,}|Jr\.|Sr\.|Inc\.|Co\.|Corp\.|Ltd\.|St\.|No\.|Dr\.|vs\.|etc\.)$/u;

/** Shorter sentences may be deks. */
const SENTENCE_LENGTH = 60;
/** A paragraph this long is prose even if its writer forgot the stop, or its language has none (Thai). */
const PARAGRAPH_LENGTH = 180;

/** Whether a text ends as sentences do: `?` and `!` included. */
export function endsLikeSentence(text: string): boolean {
  return FINAL_STOP.test(text.slice(-10));
}

/** Whether a text ends with a full stop: headlines don't, but for "U.S.", "Jr." and an ellipsis that trails off. */
export function endsWithFullStop(text: string): boolean {
  const end = text.slice(-16);
  return FULL_STOP.test(end) && !ABBREVIATED.test(end) && !/(?:\.\.\.|…)["”’»」』]*$/u.test(end);
}

/** Whether a line is running text: a sentence or more. */
export function isProse(line: Line, block: Block): boolean {
  if (block.kind === "heading" || block.kind === "figure" || line.hint !== undefined) return false;
  const length = visualLength(line.text);
  return length >= PARAGRAPH_LENGTH || (length >= SENTENCE_LENGTH && endsLikeSentence(line.text));
}
