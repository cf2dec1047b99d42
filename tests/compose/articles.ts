import type { Article, Block, Declared, Hint, Line, Stated } from "../../src/read/article.ts";

/** A block in short: a paragraph's only line, or its lines, or any block's fields. */
export type Sketch =
  | string
  | readonly string[]
  | (Partial<Omit<Block, "lines">> & { readonly text: string | readonly string[]; readonly hint?: Hint });

/** An article of so many blocks; its source has a line for each line of theirs, and a blank one between two blocks. */
export function article(blocks: readonly Sketch[], more: Partial<Article> = {}): Article {
  const source: string[] = [];
  const made = blocks.map((sketch): Block => {
    const { texts, block } = fields(sketch);
    const lines = texts.map((text) => {
      source.push(text);
      const hint = typeof sketch === "object" && "hint" in sketch ? { hint: sketch.hint as Hint } : {};
      return {
        text,
        html: escaped(text),
        place: { file: "a.txt", line: source.length, column: 1, length: text.length },
        ...hint,
      };
    });
    source.push("");
    return withHtml({ ...block, lines });
  });
  return { file: "a.txt", format: "text", source, matter: {}, meta: {}, blocks: made, findings: [], ...more };
}

function fields(sketch: Sketch): { readonly texts: readonly string[]; readonly block: Partial<Block> } {
  if (typeof sketch === "string") return { texts: sketch === "" ? [] : [sketch], block: {} };
  if ("text" in sketch) {
    const { text, hint: _, ...block } = sketch;
    return { texts: typeof text === "string" ? [text] : text, block };
  }
  return { texts: sketch, block: {} };
}

function withHtml(block: Partial<Block> & { readonly lines: readonly Line[] }): Block {
  const kind = block.kind ?? "paragraph";
  const tag = kind === "heading" ? `h${block.level ?? 1}` : "p";
  const withLines = (kept: readonly number[]): string =>
    `<${tag}>${kept.map((line) => block.lines[line]?.html ?? "").join("<br>")}</${tag}>`;
  return {
    kind,
    html: kind === "rule" ? "<hr>" : withLines(block.lines.map((_, line) => line)),
    ...(kind === "paragraph" || kind === "heading" ? { withLines } : {}),
    ...block,
  };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function stated<T>(value: T, key = "key"): Stated<T> {
  return { value, words: String(value), key, place: { file: "a.txt", line: 1, column: 1 } };
}

export function declared(
  fields: { readonly [K in keyof Declared]?: NonNullable<Declared[K]>["value"] },
  keys: Partial<Record<keyof Declared, string>> = {},
): Declared {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, stated(value, keys[key as keyof Declared] ?? key)]),
  ) as Declared;
}

export const LEAD =
  "The harbour board in Larkfield voted on Thursday to build a second ferry quay, ending a dispute that had split the waterfront for two years.";
export const MORE =
  "Seven of the eleven members were in favour. The new berth will lie between the fish market and the old customs shed.";
