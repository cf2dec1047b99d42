import { DROPPED } from "./allowed.ts";
import type { Block, BlockKind, Hint, Line } from "./article.ts";
import { type Element, each, find, isElement, isHidden, type Node, parse, textOf, wordsOf } from "./dom.ts";
import { embedLink } from "./embeds.ts";
import { hintOf } from "./hints.ts";
import { escapeHtml, folded } from "./inline.ts";
import { attributes, markup } from "./markup.ts";
import { sanitise } from "./sanitise.ts";

/** Where an offset of a text stands. */
export type Locate = (offset: number) => { readonly line: number; readonly column: number };

/** Elements that are a block each, whatever is in them. */
const WHOLE: ReadonlyMap<string, BlockKind> = new Map(
  Object.entries<BlockKind>({
    pre: "code",
    blockquote: "quote",
    ul: "list",
    ol: "list",
    dl: "list",
    table: "table",
    figure: "figure",
    hr: "rule",
    audio: "figure",
    video: "figure",
    details: "other",
  }),
);
/** Elements that only hold others; each of its own ends the paragraph before it. */
const CONTAINERS: ReadonlySet<string> = new Set(
  "address article aside body center div footer header hgroup html li main section td th tr tbody dd dt figcaption".split(
    " ",
  ),
);
const HEADING = /^h([1-6])$/;
const DEEPEST = 200;

/** The blocks of parsed HTML, in reading order: containers are flattened, loose text becomes paragraphs. */
export function readBlocks(nodes: readonly Node[], file: string, locate: Locate): Block[] {
  const desk: Desk = { file, locate, blocks: [], run: [], holders: blockHolders(nodes) };
  flow(desk, nodes, undefined, 0);
  flush(desk, undefined);
  return desk.blocks;
}

/** The blocks of an HTML text whose first line is `firstLine` of the file. */
export function htmlBlocks(html: string, file: string, firstLine: number, deepest?: number): Block[] {
  return readBlocks(mainNodes(parse(html, deepest)), file, locator(html, firstLine));
}

/** The part of a document that holds the article: its only `article` or `main`, else its body. */
export function mainNodes(nodes: readonly Node[]): readonly Node[] {
  const articles = find(nodes, ({ name }) => name === "article");
  const mains = find(nodes, ({ name }) => name === "main");
  const [only] = articles.length === 1 ? articles : mains.length === 1 ? mains : [];
  const [body] = find(nodes, ({ name }) => name === "body");
  const [html] = find(nodes, ({ name }) => name === "html");
  // Words before or behind the body, as browsers show them.
  if (only === undefined && nodes.some(isLoose)) return nodes;
  return (only ?? body ?? html)?.children.filter((node) => !isElement(node) || node.name !== "head") ?? nodes;
}

const DOCUMENT: ReadonlySet<string> = new Set("html head body title meta link script style base noscript".split(" "));

/** Whether something of a document's own level is no part of its frame. */
function isLoose(node: Node): boolean {
  return isElement(node) ? !DOCUMENT.has(node.name) : (textOf(node)?.trim() ?? "") !== "";
}

/** Line and column by offset, over a text that starts at a line of the file. */
export function locator(text: string, firstLine: number): Locate {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
  };
}

interface Desk {
  readonly file: string;
  readonly locate: Locate;
  readonly blocks: Block[];
  /** Inline nodes that stand outside any block. */
  run: Node[];
  /** Elements in which a block stands. */
  readonly holders: ReadonlySet<Node>;
}

function flow(desk: Desk, nodes: readonly Node[], hint: Hint | undefined, depth: number): void {
  for (const node of nodes) {
    if (!isElement(node)) {
      if (textOf(node) !== undefined) desk.run.push(node);
    } else if (!isHidden(node)) {
      flowElement(desk, node, hint, depth);
    }
  }
}

function flowElement(desk: Desk, element: Element, hint: Hint | undefined, depth: number): void {
  const { name } = element;
  const own = hintOf(element) ?? hint;
  const level = HEADING.exec(name)?.[1];
  const kind = WHOLE.get(name);
  if ((name === "p" || level !== undefined) && !holdsBlock(desk, element)) {
    flush(desk, hint);
    lined(desk, element.children, { tag: name, attributes: attributes(element) }, own);
  } else if (kind !== undefined) {
    flush(desk, hint);
    whole(desk, element, kind);
  } else if (DROPPED.has(name)) {
    flowDropped(desk, element, hint);
  } else if (depth > DEEPEST || (!CONTAINERS.has(name) && !holdsBlock(desk, element))) {
    desk.run.push(element);
  } else {
    flush(desk, hint);
    flow(desk, element.children, own, depth + 1);
    flush(desk, own);
  }
}

/** Of what goes with all it holds, only the embeds of known hosts leave something: a link. */
function flowDropped(desk: Desk, element: Element, hint: Hint | undefined): void {
  if (element.name !== "iframe") return;
  if (embedLink(element.attribs.src ?? element.attribs["data-src"]) === undefined) return;
  flush(desk, hint);
  lined(desk, [element], PARAGRAPH, undefined);
}

/** Whether a block stands in an inline element (`<a><div>…`, `<span><p>…`): it is then a mere container. */
function holdsBlock({ holders }: Desk, element: Element): boolean {
  return holders.has(element);
}

/** The elements in which a block stands, each found once however deep they are nested. */
function blockHolders(nodes: readonly Node[]): ReadonlySet<Node> {
  const isBlock = ({ name }: Element): boolean =>
    name === "p" || name === "div" || WHOLE.has(name) || HEADING.test(name);
  const holders = new Set<Node>();
  for (const block of each(nodes, isBlock))
    for (let above: Node | null = block.parent; above !== null && !holders.has(above); above = above.parent)
      holders.add(above);
  return holders;
}

/** Ends a run of loose inline nodes: a paragraph, or several where an empty line (`<br><br>`) stands between. */
function flush(desk: Desk, hint: Hint | undefined): void {
  const { run } = desk;
  if (run.length === 0) return;
  desk.run = [];
  let part: Node[] = [];
  for (const [index, node] of run.entries()) {
    if (isBreak(node) && isBreak(nextWord(run, index + 1))) {
      lined(desk, part, PARAGRAPH, hint);
      part = [];
    } else part.push(node);
  }
  lined(desk, part, PARAGRAPH, hint);
}

function nextWord(run: readonly Node[], from: number): Node | undefined {
  return run.slice(from, from + 2).find((node) => textOf(node)?.trim() !== "");
}

function isBreak(node: Node | undefined): boolean {
  return node !== undefined && isElement(node) && node.name === "br";
}

/** What a paragraph or heading is, and what its tag says besides. */
interface Opening {
  readonly tag: string;
  readonly attributes: string;
}

const PARAGRAPH: Opening = { tag: "p", attributes: "" };

/** A paragraph or heading, split into lines at `<br>` and around what a page sets apart in its head (dates, roles). */
function lined(desk: Desk, nodes: readonly Node[], { tag, attributes }: Opening, hint: Hint | undefined): void {
  const [, digit] = HEADING.exec(tag) ?? [];
  const level = digit === undefined ? undefined : Number(digit);
  const parts = split(nodes);
  const lines = parts.flatMap((part) => lineOf(desk, part, hint));
  if (lines.length === 0) {
    if (find(nodes, ({ name }) => name === "img" || name === "picture").length === 0) return;
    const html = sanitise(`<p>${markup(nodes, "p")}</p>`);
    if (html.includes("<img") || html.includes("<picture")) desk.blocks.push({ kind: "figure", lines: [], html });
    return;
  }
  const withLines = (kept: readonly number[]): string => {
    const inner = kept.flatMap((index) => lines[index]?.html ?? []).join("<br />\n");
    return inner === "" ? "" : `<${tag}${attributes}>${inner}</${tag}>`;
  };
  const html = withLines(lines.map((_, index) => index));
  const kind = level === undefined ? "paragraph" : "heading";
  desk.blocks.push({ kind, ...(level === undefined ? {} : { level }), lines, html, withLines });
}

function split(nodes: readonly Node[]): Node[][] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (isBreak(node)) parts.push([]);
    else if (isElement(node) && standsApart(node)) parts.push([node], []);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

/** A date or a role that a page's style sets on a line of its own, though the markup doesn't. */
function standsApart(element: Element): boolean {
  const { prev, next, name } = element;
  if (name !== "span" && name !== "time") return false;
  const touches = [prev, next].some(
    (node) => node !== null && isElement(node) && ["span", "a", "time"].includes(node.name),
  );
  const hint = hintOf(element);
  const role = /(?:^|\s)(?:role|job|position)/.test(element.attribs.class ?? "");
  return touches && (hint === "date" || hint === "updated" || role);
}

function lineOf({ file, locate }: Desk, nodes: readonly Node[], outer: Hint | undefined): Line[] {
  if (nodes.length === 0) return [];
  const html = trimmed(sanitise(markup(nodes, "p")));
  // An embed has no words of its own; the link that stands for it has.
  const text = folded(wordsOf(nodes)) || folded(wordsOf(parse(html)));
  if (text === "") return [];
  const times = find(nodes, ({ name, attribs }) => name === "time" && attribs.datetime !== undefined);
  const hints = find(nodes, (element) => hintOf(element) !== undefined).map(hintOf);
  const hint = outer ?? hints.find((one) => one === "byline") ?? hints[0];
  const [time] = times;
  const datetime = time?.attribs.datetime;
  return [
    {
      text,
      html,
      place: { file, ...locate(firstWord(nodes)) },
      ...(hint === undefined ? {} : { hint }),
      ...(datetime === undefined ? {} : { datetime }),
    },
  ];
}

const BREAK = "<br />";

/** Without breaks and blanks at its edges. */
function trimmed(html: string): string {
  let text = html.trim();
  while (text.startsWith(BREAK)) text = text.slice(BREAK.length).trimStart();
  while (text.endsWith(BREAK)) text = text.slice(0, -BREAK.length).trimEnd();
  return text;
}

/** The offset at which the first word below some nodes stands. */
function firstWord(nodes: readonly Node[]): number {
  const stack: Node[] = [...nodes].reverse();
  let last = nodes[0]?.startIndex ?? 0;
  while (stack.length > 0) {
    const next = stack.pop();
    if (next === undefined) break;
    const text = textOf(next);
    last = next.startIndex ?? last;
    if (text !== undefined && text.trim() !== "") return last + text.search(/\S/);
    if (isElement(next)) for (const child of next.children.toReversed()) stack.push(child);
  }
  return last;
}

/** Elements whose words are read as a line each, by kind of block. */
const LINES_IN: Readonly<Partial<Record<BlockKind, ReadonlySet<string>>>> = {
  list: new Set(["li", "dt", "dd"]),
  table: new Set(["tr", "caption"]),
  quote: new Set(["p", "footer", "cite", "li"]),
  figure: new Set(["figcaption"]),
};

/** Lists in lists in lists would be read as often as they are deep. */
const DEEPEST_LINES = 4;

/** The elements below one that are read as a line each, in document order. */
function holdersBelow(element: Element, names: ReadonlySet<string>): Element[] {
  const found: Element[] = [];
  const stack: (readonly [node: Node, depth: number])[] = element.children.map((node) => [node, 0] as const).reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [node, depth] = next;
    if (!isElement(node)) continue;
    const holds = names.has(node.name);
    if (holds) found.push(node);
    const inner = holds ? depth + 1 : depth;
    if (inner >= DEEPEST_LINES) continue;
    for (let child = node.children.length - 1; child >= 0; child -= 1) {
      const below = node.children[child];
      if (below !== undefined) stack.push([below, inner]);
    }
  }
  return found;
}

function whole(desk: Desk, element: Element, kind: BlockKind): void {
  const html = sanitise(markup([element])).trim();
  if (html === "") return;
  const names = LINES_IN[kind];
  const inner = names === undefined ? [] : holdersBelow(element, names);
  const holders = inner.length === 0 && kind !== "rule" ? [element] : inner;
  const lines = holders.flatMap((holder): Line[] => {
    const text = folded(wordsOf([holder]));
    if (text === "") return [];
    const hint = kind === "figure" ? { hint: "caption" as const } : {};
    return [{ text, html: escapeHtml(text), place: { file: desk.file, ...desk.locate(firstWord([holder])) }, ...hint }];
  });
  desk.blocks.push({ kind, lines, html });
}
