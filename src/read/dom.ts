import { DomHandler, Parser, type parseDocument } from "htmlparser2";
import { TooDeep, USUAL_DEPTH } from "./depth.ts";

/** A node of a parsed HTML text. */
export type Node = ReturnType<typeof parseDocument>["children"][number];
/** One with a name, attributes and children. */
export type Element = Extract<Node, { readonly attribs: unknown }>;

/** Builds the tree as far down as is allowed: each end without a beginning is looked for among all that is open. */
class Bounded extends DomHandler {
  private readonly deepest: number;

  constructor(deepest: number) {
    super(undefined, { withStartIndices: true });
    this.deepest = deepest;
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes);
    const opened = this.tagStack.at(-1);
    if (this.tagStack.length > this.deepest + 1) throw new TooDeep(opened?.startIndex ?? 0);
  }
}

/** Parses HTML. `startIndex` of each node is its offset in the text. Throws `TooDeep` alone. */
export function parse(html: string, deepest: number = USUAL_DEPTH): readonly Node[] {
  const handler = new Bounded(deepest);
  new Parser(handler, {}).end(html);
  return handler.root.children;
}

export function isElement(node: Node): node is Element {
  return "attribs" in node;
}

/** A text node's text; `undefined` for anything else. */
export function textOf(node: Node): string | undefined {
  return node.type === "text" && "data" in node ? node.data : undefined;
}

const BLOCK_EDGES: ReadonlySet<string> = new Set(
  "address article aside blockquote br caption center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead time tr ul".split(
    " ",
  ),
);
const SILENT: ReadonlySet<string> = new Set(["script", "style", "template", "noscript", "textarea", "select", "title"]);

/**
 * The words below some nodes. A blank stands at every block's edge, and between neighbours such as
 * `<span>By</span><span>Jane Doe</span>`, which a page's style keeps apart. Iterative, so that depth costs no stack.
 */
export function wordsOf(nodes: readonly Node[]): string {
  const parts: string[] = [];
  const stack: (Node | string)[] = [...nodes].reverse();
  while (stack.length > 0) {
    const next = stack.pop();
    if (next === undefined) break;
    if (typeof next === "string") parts.push(next);
    else if (isElement(next)) open(next, stack);
    else parts.push(textOf(next) ?? "");
  }
  return parts.join("");
}

function open(element: Element, stack: (Node | string)[]): void {
  if (SILENT.has(element.name) || isHidden(element)) return;
  const apart = BLOCK_EDGES.has(element.name) || isApart(element);
  if (apart) stack.push(" ");
  for (let child = element.children.length - 1; child >= 0; child -= 1) {
    const node = element.children[child];
    if (node !== undefined) stack.push(node);
  }
  if (apart) stack.push(" ");
}

/** An inline element that a page's own style sets apart from the neighbour it touches. */
export function isApart({ name, attribs, prev }: Element): boolean {
  if (name !== "span" && name !== "a" && name !== "cite") return false;
  const styled = attribs.class !== undefined || attribs.rel === "author" || attribs.itemprop !== undefined;
  return (
    prev !== null &&
    isElement(prev) &&
    ["span", "a", "time", "cite"].includes(prev.name) &&
    (styled || prev.attribs.class !== undefined)
  );
}

const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/i;

export function isHidden({ attribs }: Element): boolean {
  return attribs.hidden !== undefined || (attribs.style !== undefined && HIDING.test(attribs.style));
}

/** The elements below some nodes for which something holds, in document order. Iterative, and lazy: it stops when asked. */
export function* each(nodes: readonly Node[], holds: (element: Element) => boolean): Generator<Element> {
  const stack: Node[] = [...nodes].reverse();
  while (stack.length > 0) {
    const next = stack.pop();
    if (next === undefined || !isElement(next)) continue;
    if (holds(next)) yield next;
    for (let child = next.children.length - 1; child >= 0; child -= 1) {
      const node = next.children[child];
      if (node !== undefined) stack.push(node);
    }
  }
}

/** All of them. */
export function find(nodes: readonly Node[], holds: (element: Element) => boolean): Element[] {
  return [...each(nodes, holds)];
}
