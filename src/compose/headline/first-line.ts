import type { Hint } from "../../read/article.ts";
import { isProse } from "../prose.ts";
import { sameWords } from "../wording.ts";
import type { PlacedLine } from "../zones.ts";
import { isFurniture, isKicker } from "./furniture.ts";
import { likelyHeadline } from "./likely.ts";
import { fromHeading, fromLine, type Headline, type Scene } from "./scene.ts";

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
  if (line === undefined) return undefined;
  const below = scene.lines.slice(scene.lines.indexOf(line) + 1);
  const next = below.find((placed) => isOwn(placed, scene) && !sameWords(placed.line.text, line.line.text));
  const likely = likelyHeadline({
    line,
    ...(next === undefined ? {} : { next }),
    beforeByline: isAboveByline(line, scene),
    beforeProse: below.slice(0, scene.top.length).some((placed) => isProse(placed.line, placed.block)),
  });
  return likely && fromLine(scene, line, "heading", likely);
}

/** The first line that is neither spent nor furniture; a section's name above another line is passed over. */
function firstLine(scene: Scene): PlacedLine | undefined {
  const [first, second] = scene.top.filter((placed) => isOwn(placed, scene));
  return first !== undefined && second !== undefined && isAboveHeadline(first, second) ? second : first;
}

function isOwn({ line, ref }: PlacedLine, { isSpent, outlets }: Scene): boolean {
  if (isSpent(ref) || isFurniture(line.text) || (line.hint !== undefined && OTHER_HINTS.has(line.hint))) return false;
  return !outlets.some((name) => sameWords(name, line.text));
}

/** `WORLD`, `Opinion`, or a word or two in capitals above a longer line that may be a headline itself. */
function isAboveHeadline({ line: { text } }: PlacedLine, second: PlacedLine): boolean {
  if (isKicker(text)) return true;
  if (text.length > 24 || text.split(" ").length > 2) return false;
  if (text !== text.toUpperCase() || text === text.toLowerCase()) return false;
  const likely = likelyHeadline({ line: second, beforeByline: true, beforeProse: true });
  return second.line.text.length > text.length * 2 && likely?.sure === "strong";
}

/** Whether a byline or date line follows before the report begins. */
function isAboveByline(first: PlacedLine, { isSpent, head }: Scene): boolean {
  const at = head.indexOf(first);
  if (at === -1) return false;
  return head
    .slice(at + 1)
    .some(({ ref, line }) => isSpent(ref) || line.hint === "byline" || line.hint === "date" || line.hint === "updated");
}
