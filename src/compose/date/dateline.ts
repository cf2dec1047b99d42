import { type DateSpan, dateSpans } from "./spans.ts";

/** How far into the report a dateline's date may stand. */
const REACH = 90;
const PARTICLES = new Set("de la of am an der el the del und sur le il den vom in".split(" "));
const WORDS = 8;
const AFTER =
  /^\s*[)）.,،]?\s*(?:[(/（[][^)/）\]]{2,50}[)/）\]]\s*)?[.,]{0,2}\s*(?:[-–—―:：]|[)）】］\]」]|電|电|讯|訊|\.?\s*\/?\p{Lu}{3,}|\.\s*\()/u;

/**
 * The date of a dateline with which a report begins: `KYIV, Aug. 30, 2024 (Reuters) -`, `Berlin, 30. August 2024 (dpa) –`,
 * `【北京8月30日】`. Its year may be missing. Undefined where the line begins otherwise.
 */
export function datelineDate(text: string, language: string | undefined): DateSpan | undefined {
  const head = text.slice(0, REACH * 2);
  if (!/\p{Nd}/u.test(head.slice(0, REACH))) return undefined;
  const [span] = dateSpans(head, language);
  if (span === undefined || span.from > REACH || span.range === true) return undefined;
  return isPlace(head.slice(0, span.from)) && AFTER.test(head.slice(span.to)) ? span : undefined;
}

/** A place (Russian agencies set a stop behind it), agencies or nothing: no word in lower case but particles, no end of a sentence. */
function isPlace(before: string): boolean {
  if (/[!?“”"«»;]|(?<!^\p{Lu}\p{Ll}+)[.。] /u.test(before)) return false;
  const words = before
    .replace(/[(/][^()/]{2,30}[)/]/gu, " ")
    .split(/[^\p{L}\p{M}.'’]+/u)
    .filter((word) => word !== "");
  return words.length <= WORDS && words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || PARTICLES.has(word));
}
