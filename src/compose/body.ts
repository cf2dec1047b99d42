import type { Article, Block } from "../read/article.ts";
import type { IsSpent } from "./spent.ts";

interface Kept {
  readonly html: string;
  readonly isRule: boolean;
}

/**
 * An article's HTML without the lines that became facts; everything else to the letter. A rule that separated such
 * lines from the text leaves with them.
 */
export function body(article: Article, isSpent: IsSpent): string {
  const blocks = article.blocks.map((block, index) => kept(block, index, isSpent));
  // Only where lines have left, rules leave with them.
  const left = blocks.includes(undefined) ? withoutEdgeRules(blocks) : blocks;
  let text = "";
  for (const block of left)
    if (block !== undefined && block.html !== "") text += text === "" ? block.html : `\n${block.html}`;
  return text;
}

/** What remains of a block: undefined where all of its lines are spent. */
function kept(block: Block, index: number, isSpent: IsSpent): Kept | undefined {
  const isRule = block.kind === "rule";
  const left: number[] = [];
  for (let line = 0; line < block.lines.length; line += 1) if (!isSpent({ block: index, line })) left.push(line);
  if (left.length === block.lines.length) return { html: block.html, isRule };
  if (left.length === 0) return undefined;
  return { html: block.withLines?.(left) ?? block.html, isRule };
}

/** Drops rules at either end of the body where the block beyond them has left. */
function withoutEdgeRules(blocks: readonly (Kept | undefined)[]): readonly (Kept | undefined)[] {
  const isText = (block: Kept | undefined): boolean => block !== undefined && !block.isRule;
  const first = blocks.findIndex(isText);
  const last = blocks.findLastIndex(isText);
  const lost = (from: number, to: number): boolean => blocks.slice(from, to).includes(undefined);
  return blocks.filter((block, index) => {
    if (block?.isRule !== true) return true;
    if (index < first) return !lost(0, first);
    return index < last || !lost(last + 1, blocks.length);
  });
}
