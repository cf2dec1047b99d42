import type { Position } from "../reporter.ts";
import type { TagNames, XmlAttribute } from "./handler.ts";
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
  readonly names: TagNames;
  readonly scope: Scope;
  /** What breaks the rules of namespaces, in words. */
  readonly trouble: string | undefined;
}

export interface ReadAttribute {
  readonly name: string;
  readonly value: string;
  readonly within: Position;
}

/** Gives names their namespaces. An unbound prefix is trouble: no parser reads on after it. */
export function named(raw: RawTag, attributes: readonly ReadAttribute[], outer: Scope): Named {
  const declared = declaredBy(attributes);
  const scope = declared.length === 0 ? outer : new Map([...outer, ...declared]);
  const { prefix, local, namespace } = fullName(raw.name, scope.get("") ?? "", scope);
  let trouble = unboundBy(declared) ?? undeclared(prefix, namespace);
  let given: readonly XmlAttribute[] = NONE;
  if (declared.length < attributes.length) {
    const read = givenBy(attributes, scope);
    given = read.given;
    trouble ??= read.trouble;
  }
  const names = { prefix, local, namespace: namespace ?? "", attributes: given, declared };
  return { names, scope, trouble };
}

function isDeclaration(name: string): boolean {
  return name.startsWith("xmlns") && (name.length === 5 || name.startsWith(":", 5));
}

function declaredBy(attributes: readonly ReadAttribute[]): TagNames["declared"] {
  if (!attributes.some(({ name }) => isDeclaration(name))) return NONE;
  return attributes.filter(({ name }) => isDeclaration(name)).map(({ name, value }) => [name.slice(6), value]);
}

interface FullName {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string | undefined;
}

function fullName(name: string, byDefault: string, scope: Scope): FullName {
  const colon = name.indexOf(":");
  if (colon < 0) return { prefix: "", local: name, namespace: byDefault };
  const prefix = name.slice(0, colon);
  return { prefix, local: name.slice(colon + 1), namespace: scope.get(prefix) };
}

function givenBy(
  attributes: readonly ReadAttribute[],
  scope: Scope,
): { readonly given: readonly XmlAttribute[]; readonly trouble: string | undefined } {
  const given: XmlAttribute[] = [];
  let trouble: string | undefined;
  let seen: Set<string> | undefined;
  for (const { name, value, within } of attributes) {
    if (isDeclaration(name)) continue;
    const { prefix, local, namespace = "" } = fullName(name, "", scope);
    given.push({ prefix, local, namespace, value, within });
    // Names without a prefix have been compared as they stand in the tag.
    if (prefix === "") continue;
    seen ??= new Set();
    const key = `${namespace} ${local}`;
    trouble ??= undeclared(prefix, scope.get(prefix)) ?? repeated(local, seen.has(key));
    seen.add(key);
  }
  return { given, trouble };
}

function unboundBy(declared: TagNames["declared"]): string | undefined {
  const unbound = declared.find(([prefix, uri]) => prefix !== "" && uri === "")?.[0];
  return unbound === undefined ? undefined : `the prefix “${unbound}” is bound to nothing`;
}

function undeclared(prefix: string, namespace: string | undefined): string | undefined {
  return namespace === undefined ? `the prefix “${prefix}” is not declared` : undefined;
}

function repeated(local: string, isRepeated: boolean): string | undefined {
  return isRepeated ? `the attribute “${local}” is given twice` : undefined;
}
