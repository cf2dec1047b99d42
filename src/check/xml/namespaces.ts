import type { Position } from "../reporter.ts";
import type { StartTag, XmlAttribute } from "./handler.ts";
import type { RawTag } from "./tags.ts";

/** The prefixes that hold inside an element (Namespaces in XML 1.0). */
export type Scope = ReadonlyMap<string, string>;

const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
export const OUTERMOST: Scope = new Map([
  ["xml", XML_NAMESPACE],
  ["", ""],
]);

/** What most elements have: one for all, since there are very many of them. */
const NONE: readonly never[] = [];

export interface Named {
  readonly tag: StartTag;
  readonly scope: Scope;
  /** What breaks the rules of namespaces, in words. */
  readonly trouble?: string;
}

export interface ReadAttribute {
  readonly name: string;
  readonly value: string;
  readonly at: Position;
}

/** Gives names their namespaces. An unbound prefix is trouble: no parser reads on after it. */
export function named(raw: RawTag, attributes: readonly ReadAttribute[], outer: Scope, at: Position): Named {
  if (attributes.length === 0 && !raw.name.includes(":")) {
    const tag = { prefix: "", local: raw.name, namespace: outer.get("") ?? "", attributes: NONE, declared: NONE, at };
    return { tag, scope: outer };
  }
  const declared = attributes.flatMap(({ name, value }): (readonly [string, string])[] => {
    if (name === "xmlns") return [["", value]];
    return name.startsWith("xmlns:") ? [[name.slice(6), value]] : [];
  });
  const scope = declared.length === 0 ? outer : new Map([...outer, ...declared]);
  let trouble = declared.find(([prefix, uri]) => prefix !== "" && uri === "")?.[0];
  if (trouble !== undefined) trouble = `the prefix “${trouble}” is bound to nothing`;
  const resolved = (name: string, byDefault: string): { prefix: string; local: string; namespace: string } => {
    const colon = name.indexOf(":");
    if (colon < 0) return { prefix: "", local: name, namespace: byDefault };
    const prefix = name.slice(0, colon);
    const namespace = scope.get(prefix);
    if (namespace === undefined) trouble ??= `the prefix “${prefix}” is not declared`;
    return { prefix, local: name.slice(colon + 1), namespace: namespace ?? "" };
  };
  const own = resolved(raw.name, scope.get("") ?? "");
  const seen = new Set<string>();
  const given: XmlAttribute[] = [];
  for (const attribute of attributes) {
    if (attribute.name === "xmlns" || attribute.name.startsWith("xmlns:")) continue;
    const full = resolved(attribute.name, "");
    const key = `${full.namespace} ${full.local}`;
    if (seen.has(key)) trouble ??= `the attribute “${full.local}” is given twice`;
    seen.add(key);
    given.push({ ...full, value: attribute.value, at: attribute.at });
  }
  const tag = { ...own, attributes: given, declared, at };
  return { tag, scope, ...(trouble !== undefined && { trouble }) };
}
