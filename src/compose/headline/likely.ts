import { openingEnd } from "../opening.ts";
import { endsWithFullStop, isProse } from "../prose.ts";
import { sentences } from "../sentences.ts";
import { visualLength } from "../wording.ts";
import type { PlacedLine } from "../zones.ts";
import { isBalanced } from "./balance.ts";

/** A first line and what follows it. */
export interface Opening {
  readonly line: PlacedLine;
  /** The next line that is neither spent nor furniture. */
  readonly next?: PlacedLine;
  /** A byline, date line or the like stands between the two. */
  readonly beforeByline: boolean;
  /** Running text follows soon. */
  readonly beforeProse: boolean;
}

export type Likelihood = { readonly sure: "strong" | "weak"; readonly because: string };

/** Longer lines are paragraphs, whatever they end with. */
const LONGEST = 200;
const USUAL = 140;
/** A line this much shorter than the next stands out as a headline does. */
const CLEARLY_SHORTER = 0.6;

/** Whether an article's first line reads as its headline rather than as the report's first words. */
export function likelyHeadline({ line, next, beforeByline, beforeProse }: Opening): Likelihood | undefined {
  const { text } = line.line;
  const length = visualLength(text);
  if (line.block.kind !== "paragraph" && line.block.kind !== "other") return undefined;
  if (length > LONGEST || length < 5 || !/\p{L}/u.test(text) || /[:：,，;；]$/u.test(text)) return undefined;
  if (beforeByline) return aboveByline(text, length);
  if (endsWithFullStop(text) || hasDateline(text) || isRunning(text)) return undefined;
  if (next === undefined) return { sure: "weak", because: "the only line" };
  return aboveText(text, length, next, beforeProse);
}

/** Headlines that end with a stop are short (`The mayor was wrong. So were you.`); deks that do are not. */
const SHORT = 60;

/**
 * A report never begins above its byline: a line there is its headline. A longer one with a full stop is a dek whose
 * headline was lost: of some 190 headlines on real pages none ended with one.
 */
function aboveByline(text: string, length: number): Likelihood | undefined {
  const stopped = endsWithFullStop(text);
  if (stopped && length > SHORT) return undefined;
  return { sure: stopped ? "weak" : "strong", because: "the first line, above the byline" };
}

function aboveText(text: string, length: number, next: PlacedLine, beforeProse: boolean): Likelihood | undefined {
  if (next.block.kind === "heading") return { sure: "strong", because: "the first line, above a heading" };
  // Wrapped prose: the sentence goes on in the next line.
  if (length > USUAL || (length >= 40 && /^\p{Ll}/u.test(next.line.text))) return undefined;
  const shorter = length < CLEARLY_SHORTER * visualLength(next.line.text);
  if (isProse(next.line, next.block) && !/[?!？！]["”’»」』)]*$/u.test(text))
    return {
      sure: shorter ? "strong" : "weak",
      because: "the first line, without a full stop, above the first sentence",
    };
  if (shorter) return { sure: "weak", because: "the first line, clearly shorter than the next" };
  // A poem or a list begins like this, too: there must be a report below.
  return beforeProse || endsWithFullStop(next.line.text)
    ? { sure: "weak", because: "the first line, without a full stop" }
    : undefined;
}

/** `Trump – a profile` is none; agencies and cities in capitals are what headlines rarely begin with. */
function hasDateline(text: string): boolean {
  const dateline = text.slice(0, openingEnd(text));
  return /[(/【（]/u.test(dateline) || (dateline !== "" && dateline === dateline.toUpperCase());
}

/** Several sentences of which only the last has lost its stop; not those inside a quotation. */
function isRunning(text: string): boolean {
  if (text.length < 100) return false;
  const [first] = sentences(text);
  if (first === undefined || first.end >= text.length) return false;
  const sentence = text.slice(0, first.end);
  return endsWithFullStop(sentence) && isBalanced(sentence);
}
