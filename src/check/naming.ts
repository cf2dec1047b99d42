import { prefixOf } from "./names.ts";
import type { StartTag, XmlAttribute } from "./xml/handler.ts";

/** What names mean in this document: those of its own format go without a prefix. */
export interface Naming {
  readonly home: ReadonlySet<string>;
}

/** The name by which the vocabularies know an element. */
export function elementName(tag: StartTag, { home }: Naming): string {
  if (tag.namespace === "" || home.has(tag.namespace)) return tag.local;
  return `${prefixOf(tag.namespace) ?? "?"}:${tag.local}`;
}

function attributeName({ namespace, local }: XmlAttribute): string {
  return namespace === "" ? local : `${prefixOf(namespace) ?? "?"}:${local}`;
}

const NONE: ReadonlyMap<string, XmlAttribute> = new Map();

export function attributesOf(tag: StartTag): ReadonlyMap<string, XmlAttribute> {
  if (tag.attributes.length === 0) return NONE;
  const named = new Map<string, XmlAttribute>();
  for (const attribute of tag.attributes) named.set(attributeName(attribute), attribute);
  return named;
}

/** The prefix of a name, empty for names of the format itself. */
export function prefixIn(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? "" : name.slice(0, colon);
}
