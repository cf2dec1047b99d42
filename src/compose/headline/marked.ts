import { bare, sameWords } from "../wording.ts";
import type { PlacedLine } from "../zones.ts";
import { isKicker } from "./furniture.ts";
import { fromHeading, type Headline, type Scene } from "./scene.ts";

/** Further down, an element that is called `headline` announces another article. */
const REACH = 15;

/**
 * An element that the page marks as its headline, or its first heading of the first level. Of several, the one that the
 * page's own title begins with. In Markdown a heading inside the report is a section's, whatever its level.
 */
export function fromMarkup(scene: Scene): Headline | undefined {
  const { article, lines, head } = scene;
  const candidates = article.format === "html" ? lines : head;
  const marked = candidates.filter((placed) => isMarked(placed, scene));
  const page = bare(article.meta.title?.value.slice(0, 400) ?? "");
  const best =
    marked.find(({ line }) => line.text.length <= 400 && page.startsWith(bare(line.text))) ??
    marked.find(isFirstLevel) ??
    marked.find((placed) => lines.indexOf(placed) < REACH);
  return best && fromHeading(scene, best, { sure: "certain" });
}

function isMarked(placed: PlacedLine, { isSpent, outlets }: Scene): boolean {
  const { line, ref } = placed;
  if (line.hint !== "headline" && !isFirstLevel(placed)) return false;
  return !isSpent(ref) && !isKicker(line.text) && !outlets.some((name) => sameWords(name, line.text));
}

function isFirstLevel({ block }: PlacedLine): boolean {
  return block.kind === "heading" && block.level === 1;
}
