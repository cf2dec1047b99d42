import type { Hint } from "../../read/article.ts";
import { readDateLine } from "../date/date-line.ts";
import { endsWithFullStop, isProse } from "../prose.ts";
import { sameWords } from "../wording.ts";
import type { PlacedLine } from "../zones.ts";
import { isFurniture, isKicker } from "./furniture.ts";
import { likelyHeadline } from "./likely.ts";
import { fromHeading, fromLines, type Headline, type Scene } from "./scene.ts";

/** What a page marks as something else is no headline, even if nobody could read it. */
const OTHER_HINTS: ReadonlySet<Hint> = new Set<Hint>(["byline", "date", "updated", "bio", "caption", "credit"]);

/** A heading of any level before the report begins. */
export function fromFirstHeading(scene: Scene): Headline | undefined {
  const first = firstLine(scene);
  if (first === undefined || first.block.kind !== "heading" || !scene.head.includes(first)) return undefined;
  return fromHeading(scene, first, { sure: "strong", because: "the first heading, above the report" });
}

/** The first line, if it reads as a headline. */
export function fromFirstLine(scene: Scene): Headline | undefined {
  const line = firstLine(scene);
  if (line === undefined || isDateLine(line, scene)) return undefined;
  const more = continuation(line, scene);
  const below = scene.lines.slice(scene.lines.indexOf(line) + 1 + more.length);
  const next = below.find((placed) => isOwn(placed, scene) && !sameWords(placed.line.text, line.line.text));
  const likely = likelyHeadline({
    line,
    ...(next === undefined ? {} : { next }),
    beforeByline: isAboveByline(line, scene),
    beforeProse: below.slice(0, scene.top.length).some((placed) => isProse(placed.line, placed.block)),
  });
  return likely && fromLines(scene, [line, ...more], likely);
}

/** No text is wrapped wider; a longest line beyond it says that nothing was wrapped. */
const WIDEST_MARGIN = 100;

/** In hard-wrapped text a headline may run over into the next line: what would not have fitted on its own. */
function continuation({ line, ref }: PlacedLine, { article, lines, isSpent }: Scene): PlacedLine[] {
  const [next, third] = lines.filter((placed) => placed.ref.block === ref.block && placed.ref.line > ref.line);
  if (article.format !== "text" || next === undefined || isSpent(next.ref)) return [];
  if (third !== undefined && !isSpent(third.ref)) return [];
  const margin = article.source.reduce((widest, text) => Math.max(widest, text.trimEnd().length), 0);
  const word = next.line.text.split(" ", 1)[0] ?? "";
  const ran = margin <= WIDEST_MARGIN && line.text.length + 1 + word.length > margin;
  return ran && next.line.text.length < line.text.length && !endsWithFullStop(next.line.text) ? [next] : [];
}

/**
 * The first line that is neither spent nor furniture; a section's name above another line is passed over, and so is
 * "Press release, 12 May 2021".
 */
function firstLine(scene: Scene): PlacedLine | undefined {
  const [first, second] = scene.top.filter((placed) => isOwn(placed, scene));
  if (first === undefined || second === undefined) return first;
  const isAbove = isDateLine(first, scene) ? isSureHeadline(second) : isAboveHeadline(first, second);
  return isAbove ? second : first;
}

/** A date line is no headline; one with more than its date is not spent, nor is one that states no day of the calendar. */
function isDateLine({ line, block }: PlacedLine, { language }: Scene): boolean {
  return readDateLine(line, block, language) !== undefined;
}

function isSureHeadline(line: PlacedLine): boolean {
  return likelyHeadline({ line, beforeByline: true, beforeProse: true })?.sure === "strong";
}

function isOwn({ line, ref }: PlacedLine, { isSpent, outlets }: Scene): boolean {
  if (isSpent(ref) || isFurniture(line.text) || (line.hint !== undefined && OTHER_HINTS.has(line.hint))) return false;
  return !outlets.some((name) => sameWords(name, line.text));
}

/** `WORLD`, `Opinion`, or a word or two in capitals above a longer line that may be a headline itself. */
function isAboveHeadline({ line: { text } }: PlacedLine, second: PlacedLine): boolean {
  if (isKicker(text)) return true;
  if (isLoneTopic(text, second.line.text)) return true;
  if (text.length > 24 || text.split(" ").length > 2) return false;
  if (text !== text.toUpperCase() || text === text.toLowerCase()) return false;
  return second.line.text.length > text.length * 2 && isSureHeadline(second);
}

/** `Boxen`, `Stromausfall in Berlin` above a line that is clearly a headline: a topic of few words, no stop of any kind. */
function isLoneTopic(text: string, below: string): boolean {
  if (text.length > 32 || text.split(" ").length > 4 || /[\p{P}\d]$/u.test(text)) return false;
  return (
    below.split(" ").length > 3 &&
    below.length >= 32 &&
    below.length <= 110 &&
    below.length > text.length * 1.5 &&
    !endsWithFullStop(below)
  );
}

/** Whether a byline or date line follows before the report begins. */
function isAboveByline(first: PlacedLine, { isSpent, head }: Scene): boolean {
  const at = head.indexOf(first);
  if (at === -1) return false;
  return head
    .slice(at + 1)
    .some(({ ref, line }) => isSpent(ref) || line.hint === "byline" || line.hint === "date" || line.hint === "updated");
}
