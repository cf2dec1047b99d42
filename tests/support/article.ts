import type { Article, Block, Declared, Line } from "../../src/read/article.ts";

/** What else an article may have that its text does not say. */
export type ArticleFacts = Partial<Pick<Article, "file" | "matter" | "meta">>;

/** A plain-text article: blocks by blank lines, each line a line. */
export function articleOf(text: string, { file = "article.txt", matter = {}, meta = {} }: ArticleFacts = {}): Article {
  const source = text.split("\n");
  const numbered = source.map((line, index) => ({ text: line.trim(), number: index + 1 }));
  const groups: (typeof numbered)[] = [[]];
  for (const line of numbered) {
    if (line.text === "") groups.push([]);
    else groups.at(-1)?.push(line);
  }
  const blocks = groups
    .filter((group) => group.length > 0)
    .map((group) => block(group.map(({ text: words, number }) => lineOf(words, { file, line: number, column: 1 }))));
  return { file, format: "text", source, matter, meta, blocks, findings: [] };
}

/** A line as the readers give it; `facts` for what only HTML tells. */
function lineOf(text: string, place: Line["place"], facts: Partial<Line> = {}): Line {
  return { text, html: text, place, ...facts };
}

/** Front matter or metadata with one string field. */
export function declared(key: "published" | "updated", value: string, line = 2): Declared {
  return { [key]: { value, words: value, key, place: { file: "article.txt", line, column: 7 } } };
}

function block(lines: readonly Line[]): Block {
  return { kind: "paragraph", lines, html: `<p>${lines.map(({ html }) => html).join("<br>")}</p>` };
}
