import type { Block, Declared } from "./article.ts";
import { parse } from "./dom.ts";
import { locator, mainNodes, readBlocks } from "./html.ts";
import { readMeta } from "./meta.ts";

/** An HTML text whose first line is `firstLine` of the file: the article's blocks, and what the document says of itself. */
export function readDocument(
  text: string,
  file: string,
  firstLine: number,
): { readonly blocks: readonly Block[]; readonly meta: Declared } {
  const nodes = parse(text);
  const locate = locator(text, firstLine);
  return { blocks: readBlocks(mainNodes(nodes), file, locate), meta: readMeta(nodes, file, locate) };
}
