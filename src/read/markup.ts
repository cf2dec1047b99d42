import { ATTRIBUTES, DROPPED, ELEMENTS, VALUES } from "./allowed.ts";
import { DEEPEST_KEPT } from "./depth.ts";
import { type Element, isApart, isElement, isHidden, type Node, textOf, wordsOf } from "./dom.ts";
import { embedLink } from "./embeds.ts";
import { escapeHtml } from "./inline.ts";
import { LONGEST_ADDRESS } from "./links.ts";

const ALLOWED: ReadonlySet<string> = new Set(ELEMENTS);
const VOID: ReadonlySet<string> = new Set(["br", "col", "hr", "img", "source", "track", "wbr"]);

/** What may stand directly in these, as HTML's content models say; anything else in them is let go, its words kept. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  table: ["caption", "colgroup", "thead", "tbody", "tfoot", "tr"],
  thead: ["tr"],
  tbody: ["tr"],
  tfoot: ["tr"],
  tr: ["td", "th"],
  colgroup: ["col"],
  ul: ["li"],
  ol: ["li"],
  dl: ["dt", "dd", "div"],
};
/** Where these must stand; elsewhere they are unwrapped. */
const PARENTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    caption: ["table"],
    colgroup: ["table"],
    col: ["colgroup"],
    thead: ["table"],
    tbody: ["table"],
    tfoot: ["table"],
    tr: ["table", "thead", "tbody", "tfoot"],
    td: ["tr"],
    th: ["tr"],
    li: ["ul", "ol"],
    dt: ["dl", "div"],
    dd: ["dl", "div"],
    figcaption: ["figure"],
    summary: ["details"],
    source: ["picture", "audio", "video"],
    track: ["audio", "video"],
  }),
);

/** Writes nodes as clean HTML: only allowed elements and attributes, each where HTML lets it stand. */
export function markup(nodes: readonly Node[], parent = "", depth = 0): string {
  if (depth > DEEPEST_KEPT) return escapeHtml(wordsOf(nodes));
  return nodes.map((node) => one(node, parent, depth)).join("");
}

function one(node: Node, parent: string, depth: number): string {
  const text = textOf(node);
  if (text !== undefined) return loose(escapeHtml(text), parent);
  if (!isElement(node) || isHidden(node)) return "";
  const blank = isApart(node) ? " " : "";
  return `${blank}${element(node, parent, depth)}`;
}

function element(node: Element, parent: string, depth: number): string {
  const { name } = node;
  if (PHRASING.has(parent) && BLOCKS.has(name)) return ` ${markup(node.children, parent, depth + 1)} `;
  if (FRAMES.has(name)) return loose(embed(node), parent);
  if (name === "noscript" && besideImage(node)) return "";
  if (DROPPED.has(name)) return "";
  // A link in a link ends it wherever HTML is read: the words stay in the outer one.
  if (name === "a" && isInLink(node)) return markup(node.children, parent, depth + 1);
  const homeless = PARENTS.get(name)?.includes(parent) === false;
  if (!ALLOWED.has(name) || homeless) return markup(node.children, parent, depth + 1);
  const stray = CHILDREN[parent] !== undefined && !CHILDREN[parent].includes(name);
  return stray ? loose(whole(node, "", depth), parent) : whole(node, parent, depth);
}

/** Elements that hold words and inline elements only, at whatever depth; a block in them ends up outside them. */
const PHRASING: ReadonlySet<string> = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "pre"]);
const BLOCKS: ReadonlySet<string> = new Set(
  "blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary ul table caption tbody td tfoot th thead tr".split(
    " ",
  ),
);

const FRAMES: ReadonlySet<string> = new Set(["iframe", "embed", "object"]);

/** Content that stands where only rows, cells or items may: one of its own. */
function loose(html: string, parent: string): string {
  if (CHILDREN[parent] === undefined) return html;
  if (html.trim() === "" || parent === "colgroup") return "";
  if (parent === "ul" || parent === "ol") return `<li>${html}</li>`;
  if (parent === "dl") return `<dd>${html}</dd>`;
  return parent === "tr" ? `<td>${html}</td>` : `<tr><td>${html}</td></tr>`;
}

function isInLink({ parent }: Element): boolean {
  for (let above: Node | null = parent; above !== null; above = above.parent)
    if (isElement(above) && above.name === "a" && above.attribs.href !== undefined) return true;
  return false;
}

function whole(node: Element, parent: string, depth: number): string {
  const { name, attribs } = node;
  if (name === "img") return image(node);
  const tag = `<${name}${attributes(node)}`;
  if (VOID.has(name)) return `${tag} />`;
  const inner = markup(node.children, PHRASING.has(parent) ? parent : name, depth + 1);
  const empty = inner.trim() === "" && !KEPT_EMPTY.has(name);
  const pointless =
    name === "a" ? attribs.href === undefined : NEEDS_MEDIA.has(name) && !`${tag}${inner}`.includes("src");
  return empty || pointless ? inner : `${tag}>${inner}</${name}>`;
}

const KEPT_EMPTY: ReadonlySet<string> = new Set(["td", "th", "tr", "audio", "video", "colgroup"]);
const NEEDS_MEDIA: ReadonlySet<string> = new Set(["audio", "video", "picture"]);

/** The attributes that an element may keep, as they are written behind its name. */
export function attributes({ name, attribs }: Element): string {
  const allowed = [...(ATTRIBUTES[name] ?? []), ...(ATTRIBUTES["*"] ?? [])];
  const controls = (name === "audio" || name === "video") && attribs.controls === undefined ? ' controls=""' : "";
  const written = [...new Set(allowed)]
    .filter((attribute) => isValue(attribute, attribs[attribute]))
    .map((attribute) => ` ${attribute}="${escapeHtml(attribs[attribute] ?? "")}"`);
  return written.join("") + controls;
}

/** Whether an attribute says what HTML lets it say. */
function isValue(name: string, value: string | undefined): boolean {
  return value !== undefined && (VALUES[name]?.test(value) ?? true);
}

/** Where lazy-loading scripts hide what an image is to show; readers run no scripts. */
const LAZY_SOURCES = ["data-src", "data-original", "data-lazy-src", "data-orig-file", "data-hi-res-src"];
const LAZY_SETS = ["data-srcset", "data-lazy-srcset"];

function image({ attribs }: Element): string {
  const lazy = LAZY_SOURCES.map((name) => attribs[name]).find((src) => src !== undefined && src !== "");
  const src = lazy ?? attribs.src ?? "";
  const set = LAZY_SETS.map((name) => attribs[name]).find((one) => one !== undefined) ?? attribs.srcset;
  const srcset = set !== undefined && SOURCE_SET.test(set) ? set : undefined;
  if (src === "" || src.startsWith("data:") || src.length > LONGEST_ADDRESS || isPixel(attribs)) return "";
  const given: Readonly<Record<string, string | undefined>> = { ...attribs, src, srcset, alt: attribs.alt ?? "" };
  const written = ["src", "srcset", "sizes", "alt", "title", "width", "height"].filter((name) =>
    isValue(name, given[name]),
  );
  return `<img${written.map((name) => ` ${name}="${escapeHtml(given[name] ?? "")}"`).join("")} />`;
}

/** Candidates as HTML defines them: a URL and a width or density. Whatever else stands there, no reader could use. */
const SOURCE_SET = /^(?:\s*(?!data:)[^\s,]+(?:\s+\d+(?:\.\d+)?[wx])?\s*(?:,|$))+$/;

/** A picture of one pixel counts readers, it shows nothing. */
function isPixel({ width, height }: Readonly<Record<string, string>>): boolean {
  return (width === "1" || width === "0") && (height === "1" || height === "0");
}

/** `<noscript>` beside an image repeats that image for browsers without scripts. */
function besideImage({ prev }: Element): boolean {
  return prev !== null && isElement(prev) && (prev.name === "img" || prev.name === "picture");
}

function embed({ attribs }: Element): string {
  const link = embedLink(attribs.src ?? attribs["data-src"] ?? attribs.data);
  return link === undefined ? "" : `<a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a>`;
}
