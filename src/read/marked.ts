import MarkdownIt, { type Token } from "markdown-it";
import type { Block, BlockKind, Line } from "./article.ts";
import { TooDeep } from "./depth.ts";
import { folded } from "./inline.ts";
import { areShort, columnOf, withLines } from "./lined.ts";
import { shallow } from "./shallow.ts";

/**
 * CommonMark with tables and strike-through. Raw HTML is read, and then sanitised as any HTML is; quotes and dashes are
 * left as the writer typed them.
 */
const PARSER = new MarkdownIt({ html: true, xhtmlOut: true, linkify: false, typographer: false });
PARSER.validateLink = (url) => /^(?:https?:|mailto:|tel:|[^:]*(?:[/?#]|$))/i.test(url.trim());

/** "5. November 2025", "06. 01. 2026": how a date is written in half of Europe, where Markdown sees an item of a list. */
const DATE_NOT_ITEM = /^ {0,3}\d{1,2}\.\s+(?:\d{1,2}\.\s*|\p{L}{3,}\.?\s+)(?:19|20)\d\d(?!\d)/u;

const [listRule] = PARSER.block.ruler.getRules("").filter(({ name }) => name === "list");
if (listRule !== undefined)
  PARSER.block.ruler.at(
    "list",
    (state, start, end, silent) => {
      const line = state.src.slice(state.bMarks[start], state.eMarks[start]);
      return DATE_NOT_ITEM.test(line) ? false : listRule(state, start, end, silent);
    },
    { alt: ["paragraph", "reference", "blockquote"] },
  );

/** Within a line brackets in brackets are looked through no deeper: CommonMark's own setting. */
const DEEPEST_INLINE = 20;
/** Below this depth the parser leaves out what stands there, which nobody may do unnoticed. */
PARSER.core.ruler.before("block", "depth", ({ md, env }) => {
  md.options.maxNesting = Number((env as { readonly deepest: number }).deepest);
});
PARSER.core.ruler.after("block", "inline-depth", ({ md }) => {
  md.options.maxNesting = DEEPEST_INLINE;
});

// How a column is aligned would come out as a style, and styles leave bodies, too.
PARSER.core.ruler.push("plain-cells", ({ tokens }) => {
  for (const token of tokens) if (token.type === "th_open" || token.type === "td_open") token.attrs = null;
});

// The language of a code block would come out as a class, and classes leave bodies (see `allowed.ts`).
PARSER.renderer.rules.fence = (tokens, index): string =>
  `<pre><code>${PARSER.utils.escapeHtml(tokens[index]?.content ?? "")}</code></pre>\n`;

const KINDS: Readonly<Record<string, BlockKind>> = {
  heading_open: "heading",
  blockquote_open: "quote",
  bullet_list_open: "list",
  ordered_list_open: "list",
  table_open: "table",
  fence: "code",
  code_block: "code",
  hr: "rule",
};

/** Reads the HTML that stands in Markdown. */
export type HtmlReader = (html: string, file: string, firstLine: number, deepest: number) => Block[];

/** What the parts of a Markdown text share. */
interface Text {
  readonly source: readonly string[];
  readonly file: string;
  readonly firstLine: number;
  readonly readHtml: HtmlReader;
  readonly deepest: number;
}

/** Where a piece of Markdown stands, how HTML in it is read, and how deep it may be nested. */
export type Around = Omit<Text, "source">;

/** The blocks of Markdown that has marks in it. Its first line is `firstLine` of the file. Throws `TooDeep` alone. */
export function readMarked(text: string, place: Around): Block[] {
  const around: Text = { source: text.split("\n"), ...place };
  const { deepest, firstLine } = place;
  const parsed = PARSER.parse(text, { deepest });
  const deep = parsed.find(({ nesting, level }) => nesting === 1 && level >= deepest - 1);
  if (deep !== undefined) throw new TooDeep(0, firstLine + (deep.map?.[0] ?? 0));
  const tokens = shallow(parsed);
  const blocks: Block[] = [];
  for (let from = 0; from < tokens.length; ) {
    const to = groupEnd(tokens, from);
    for (const block of blockOf(tokens.slice(from, to), around)) blocks.push(block);
    from = to;
  }
  return blocks;
}

/** The end of the top-level group that begins at a token. */
function groupEnd(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth <= 0) return at + 1;
  }
  return tokens.length;
}

function blockOf(group: readonly Token[], { source, file, firstLine, readHtml, deepest }: Text): Block[] {
  const [first] = group;
  if (first === undefined) return [];
  const line = firstLine + (first.map?.[0] ?? 0);
  const render = (tokens: readonly Token[]): string => PARSER.renderer.render([...tokens], PARSER.options, {}).trim();
  if (group.some(isRaw)) return onItsLine(line, () => readHtml(render(group), file, line, deepest));
  if (first.type === "paragraph_open" || first.type === "heading_open") return lined(group, source, file, line);
  const lines = group
    .filter(({ type }) => type === "inline")
    .flatMap((inline): Line[] => {
      const words = folded(wordsOf(inline.children ?? []));
      const at = firstLine + (inline.map?.[0] ?? first.map?.[0] ?? 0);
      return words === "" ? [] : [{ text: words, html: render([inline]), place: { file, line: at, column: 1 } }];
    });
  const kind = KINDS[first.type] ?? "other";
  return [{ kind, lines: kind === "code" ? codeLines(first, file, line) : lines, html: render(group) }];
}

function isRaw(token: Token): boolean {
  return token.type === "html_block" || (token.children ?? []).some(({ type }) => type === "html_inline");
}

function onItsLine(line: number, read: () => Block[]): Block[] {
  try {
    return read().map((block) => onLine(block, line));
  } catch (error) {
    throw error instanceof TooDeep ? new TooDeep(0, line) : error;
  }
}

/** Raw HTML is rendered before it is read, so only the line of its block is known. */
function onLine(block: Block, line: number): Block {
  const lines = block.lines.map((one) => ({
    ...one,
    place: { file: one.place.file, line: Math.max(line, one.place.line ?? line), column: 1 },
  }));
  return { ...block, lines };
}

function codeLines({ content }: Token, file: string, line: number): Line[] {
  const text = folded(content);
  return text === "" ? [] : [{ text, html: "", place: { file, line, column: 1 } }];
}

/** A paragraph or heading: split at hard breaks, and at soft ones where its lines are short on purpose. */
function lined(group: readonly Token[], source: readonly string[], file: string, line: number): Block[] {
  const [opening, inline] = group;
  const level = opening?.type === "heading_open" ? Number(opening.tag.slice(1)) : undefined;
  const tag = level === undefined ? "p" : `h${level}`;
  const children = inline?.children ?? [];
  const rows = inline?.content.split("\n") ?? [];
  const pieces = cut(children, areShort(rows));
  const lines: Line[] = [];
  const joints: string[] = [];
  for (const { tokens, row, hard } of pieces) {
    const text = folded(wordsOf(tokens));
    const html = PARSER.renderer.renderInline([...tokens], PARSER.options, {}).trim();
    if (text === "") continue;
    lines.push({
      text,
      html,
      place: { file, line: line + row, ...columnOf(source[line + row - 1 - lineOffset(line, inline)], rows[row]) },
    });
    joints.push(hard ? "<br />\n" : "\n");
  }
  // A picture alone is shown; a heading of nothing is none.
  if (lines.length === 0 && !children.some(({ type }) => type === "image")) return [];
  if (lines.length === 0)
    return [{ kind: "figure", lines, html: PARSER.renderer.render([...group], PARSER.options, {}).trim() }];
  return [
    {
      kind: level === undefined ? "paragraph" : "heading",
      ...(level === undefined ? {} : { level }),
      ...withLines(tag, lines, joints),
    },
  ];
}

/** How far the file's lines are behind those of the Markdown text. */
function lineOffset(line: number, inline: Token | undefined): number {
  return line - 1 - (inline?.map?.[0] ?? 0);
}

interface Piece {
  readonly tokens: readonly Token[];
  /** Which row of the paragraph it begins on, from 0. */
  readonly row: number;
  /** A hard break stands before it. */
  readonly hard: boolean;
}

/** Cuts inline tokens at line breaks; emphasis that spans a break is closed before it and opened again after. */
function cut(children: readonly Token[], atSoft: boolean): Piece[] {
  const pieces: Piece[] = [];
  const open: Token[] = [];
  let tokens: Token[] = [];
  let row = 0;
  let start = 0;
  let hard = false;
  for (const token of children) {
    const breaks = token.type === "hardbreak" || token.type === "softbreak";
    if (breaks) row += 1;
    if (token.type === "hardbreak" || (atSoft && token.type === "softbreak")) {
      pieces.push({ tokens: [...tokens, ...open.toReversed().map(closing)], row: start, hard });
      tokens = [...open];
      start = row;
      hard = token.type === "hardbreak";
      continue;
    }
    if (token.nesting === 1) open.push(token);
    if (token.nesting === -1) open.pop();
    tokens.push(token);
  }
  pieces.push({ tokens, row: start, hard });
  return pieces;
}

function closing(opening: Token): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(opening)) as Token, opening, {
    type: opening.type.replace("_open", "_close"),
    nesting: -1 as const,
    attrs: null,
  });
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === "softbreak" || type === "hardbreak") return " ";
      return type === "image" ? wordsOf(children ?? []) && "" : content;
    })
    .join("");
}
