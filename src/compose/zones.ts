import type { Article, Block, Line } from "../read/article.ts";
import type { LineRef } from "./evidence.ts";

/** A line with its address in the article. */
export interface PlacedLine {
  readonly ref: LineRef;
  readonly line: Line;
  readonly block: Block;
}

/** An article's lines by where they stand: bylines and date lines are believed at the edges, not in the middle. */
export interface Zones {
  /** Short lines before the first sentence. */
  readonly head: readonly PlacedLine[];
  /** What is neither head nor tail. */
  readonly body: readonly PlacedLine[];
  /** The lines of the last four blocks that are not head. */
  readonly tail: readonly PlacedLine[];
}

const TAIL_BLOCKS = 4;
const SENTENCE = /^.{60,}[.?!…。！？]["”’»」』)]*$/u;

/** Splits an article into head, body and tail. */
export function zones(article: Article): Zones {
  const lines = article.blocks.flatMap((block, index) =>
    block.lines.map((line, number): PlacedLine => ({ ref: { block: index, line: number }, line, block })),
  );
  const firstSentence = lines.findIndex(({ line, block }) => block.kind !== "heading" && SENTENCE.test(line.text));
  const headEnd = firstSentence === -1 ? Math.min(lines.length, 1) : firstSentence;
  const tailFrom = article.blocks.length - TAIL_BLOCKS;
  const rest = lines.slice(headEnd);
  return {
    head: lines.slice(0, headEnd),
    body: rest.filter(({ ref }) => ref.block < tailFrom),
    tail: rest.filter(({ ref }) => ref.block >= tailFrom),
  };
}
