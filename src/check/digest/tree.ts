import { prefixOf } from "../names.ts";
import type { Position } from "../reporter.ts";
import { textOf } from "../xml/encoding.ts";
import type { StartTag } from "../xml/handler.ts";
import { readXml } from "../xml/read-xml.ts";

/** An element with all that is in it, for what is asked of a document as a whole. */
export interface Node {
  /** The local name, with the usual prefix if it is an extension's. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  readonly text: string;
  readonly at: Position;
}

interface Growing {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Growing[];
  text: string;
  readonly at: Position;
}

/** Names of the formats themselves go without a prefix, whichever the format is. */
const OWN = new Set(["atom", "rss1", "rss090", "sitemap"]);

/** The root of a document of XML. `undefined`: it has none. */
export function treeOf(bytes: Uint8Array): Node | undefined {
  const open: Growing[] = [];
  let root: Growing | undefined;
  const silent = (): void => undefined;
  readXml(
    textOf(bytes, undefined, silent),
    {
      doctype: silent,
      knowsEntity: () => true,
      open: (tag) => {
        const isRss = root?.name === "rss";
        const attributes = new Map(tag.attributes.map(({ local, value }) => [local, value]));
        const element: Growing = { name: nameOf(tag, isRss), attributes, children: [], text: "", at: tag.at };
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
      },
      text: ({ text }) => {
        const current = open.at(-1);
        if (current !== undefined) current.text += text;
      },
      close: () => {
        open.pop();
      },
    },
    silent,
  );
  return root;
}

function nameOf({ namespace, local }: StartTag, isRss: boolean): string {
  const prefix = prefixOf(namespace) ?? "";
  const isOwn = prefix === "" || (OWN.has(prefix) && !(isRss && prefix === "atom"));
  return isOwn ? local : `${prefix}:${local}`;
}

export function firstOf(node: Node | undefined, ...names: readonly string[]): Node | undefined {
  for (const name of names) {
    const found = node?.children.find((child) => child.name === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function allOf(node: Node | undefined, name: string): readonly Node[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** The words of an element, or nothing. */
export function wordsOf(node: Node | undefined, ...names: readonly string[]): string {
  return firstOf(node, ...names)?.text.trim() ?? "";
}
