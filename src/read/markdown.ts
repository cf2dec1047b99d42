import type { Block } from "./article.ts";
import { USUAL_DEPTH } from "./depth.ts";
import type { HtmlReader } from "./marked.ts";
import { once } from "./once.ts";
import { type Piece, piecesOf, plainParagraph } from "./plain-paragraphs.ts";

type Parser = (piece: Piece, file: string, line: number) => readonly Block[];

/** Heavy to load: only where there is a mark, or HTML, to read. */
const loadMarked = once(() => import("./marked.ts"));
const loadHtml = once(() => import("./html.ts"));

/** The blocks of a Markdown text whose first line is `firstLine` of the file. Throws `TooDeep` alone. */
export async function readMarkdown(
  text: string,
  file: string,
  firstLine = 1,
  deepest: number = USUAL_DEPTH,
): Promise<Block[]> {
  const pieces = piecesOf(text);
  const parse: Parser = pieces.every(({ plain }) => plain) ? () => [] : await parser(text, deepest);
  return pieces.flatMap((piece) => {
    const line = firstLine + piece.before;
    return piece.plain ? plainParagraph(piece.rows, file, line) : parse(piece, file, line);
  });
}

async function parser(text: string, deepest: number): Promise<Parser> {
  const { readMarked } = await loadMarked();
  const readHtml: HtmlReader = text.includes("<") ? (await loadHtml()).htmlBlocks : () => [];
  return ({ rows }, file, line) => readMarked(rows.join("\n"), { file, firstLine: line, readHtml, deepest });
}
