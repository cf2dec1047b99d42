import type { Block } from "./article.ts";
import { USUAL_DEPTH } from "./depth.ts";
import type { HtmlReader } from "./marked.ts";
import { once } from "./once.ts";
import { type Piece, piecesOf, plainParagraph } from "./plain-paragraphs.ts";

type Parser = (piece: Piece, file: string, line: number) => readonly Block[];

/** Heavy to load: only where there is a mark, or HTML, to read. */
const loadMarked = once(() => import("./marked.ts"));
const loadHtml = once(() => import("./html.ts"));

/** The blocks of a Markdown text of these rows, the first of which is line `firstLine` of the file. Throws `TooDeep` alone. */
export async function readMarkdown(
  text: string,
  file: string,
  firstLine = 1,
  deepest: number = USUAL_DEPTH,
  rows: readonly string[] = text.split("\n"),
): Promise<Block[]> {
  const pieces = piecesOf(text, rows);
  const parse: Parser = pieces.every(({ plain }) => plain) ? () => [] : await parser(text, deepest);
  const blocks: Block[] = [];
  for (const piece of pieces) {
    const line = firstLine + piece.before;
    if (piece.plain) blocks.push(plainParagraph(piece, file, line));
    else blocks.push(...parse(piece, file, line));
  }
  return blocks;
}

async function parser(text: string, deepest: number): Promise<Parser> {
  const { readMarked } = await loadMarked();
  const readHtml: HtmlReader = text.includes("<") ? (await loadHtml()).htmlBlocks : () => [];
  return ({ rows }, file, line) => readMarked(rows.join("\n"), { file, firstLine: line, readHtml, deepest });
}
