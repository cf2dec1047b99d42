import type { Extension } from "feed";
import { clean } from "./characters.ts";
import { NAMESPACES, type Prefixes } from "./namespaces.ts";
import { attribute, escapeText } from "./xml.ts";

/**
 * Extensions of the `feed` package: a name and an object in the compact form of `xml-js` (`_attributes`, `_text`,
 * `_cdata`, children by name). An element whose prefix has no known namespace would make the whole file unreadable to
 * every conforming parser; so it is left out of XML, unless the object declares it (`"xmlns:x"` in `_attributes`).
 */

const NAME = /^(?:([A-Za-z_][\w.-]*):)?[A-Za-z_][\w.-]*$/;

/** What holds while one extension is written. */
interface Scope {
  readonly used: Prefixes;
  readonly declared: ReadonlySet<string>;
  /** Whether names without prefix mean the format's own elements here. */
  readonly core: boolean;
  /** The objects that this one stands in: a circle is cut. */
  readonly within: readonly object[];
}

/**
 * A feed's or an item's extensions as XML, a line each. `core` names the format's own elements that may be given as
 * extensions since the `feed` package has no field for them; `taken` those that stand there already.
 */
export function extensionElements(
  indent: string,
  extensions: readonly Extension[],
  used: Prefixes,
  core: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): string {
  if (extensions.length === 0) return "";
  return extensions
    .map((extension) => {
      const { name } = extension;
      if (taken.has(name)) return "";
      const prefixes: Prefixes = new Set();
      const scope: Scope = { used: prefixes, declared: new Set(), core: core.has(name), within: [] };
      const xml = elements(name, extension.objects, scope);
      if (xml === "") return "";
      for (const prefix of prefixes) used.add(prefix);
      return `${indent}${xml}\n`;
    })
    .join("");
}

function elements(name: string, value: unknown, scope: Scope): string {
  if (value === undefined || (typeof value === "object" && value !== null && scope.within.includes(value))) return "";
  if (Array.isArray(value)) {
    const inside: Scope = { ...scope, within: [...scope.within, value] };
    return value.map((one) => elements(name, one, inside)).join("");
  }
  const object = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  const stated = attributesOf(object?._attributes);
  const declared = new Set([...scope.declared, ...prefixesDeclared(stated)]);
  const inner: Scope = { ...scope, declared, within: object === undefined ? scope.within : [...scope.within, object] };
  if (!usable(name, inner)) return "";
  const attributes = stated.filter(([key]) => attributeUsable(key, inner)).map(([key, text]) => attribute(key, text));
  const content = object === undefined ? escapeText(characters(value)) : contentOf(object, inner);
  return content === "" ? `<${name}${attributes.join("")}/>` : `<${name}${attributes.join("")}>${content}</${name}>`;
}

function contentOf(object: Readonly<Record<string, unknown>>, scope: Scope): string {
  return Object.entries(object)
    .map(([key, value]) => {
      if (key === "_text" || key === "_cdata") return escapeText(characters(value));
      return key.startsWith("_") ? "" : elements(key, value, scope);
    })
    .join("");
}

function characters(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => (Array.isArray(one) ? "" : characters(one))).join("");
  if (typeof value === "string") return clean(value);
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint" ? String(value) : "";
}

function attributesOf(value: unknown): [string, string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .filter(([, one]) => one !== undefined && one !== null)
    .map(([key, one]) => [key, characters(one)]);
}

function prefixesDeclared(attributes: readonly (readonly [string, string])[]): string[] {
  return attributes.flatMap(([key, uri]) =>
    key.startsWith("xmlns:") && uri !== "" ? [key.slice("xmlns:".length)] : [],
  );
}

/** Whether a name may be written, its prefix noted. */
function usable(name: string, scope: Scope): boolean {
  const match = NAME.exec(name);
  if (match === null) return false;
  const prefix = match[1];
  return prefix === undefined ? scope.core : noted(prefix, scope);
}

function attributeUsable(name: string, scope: Scope): boolean {
  const match = NAME.exec(name);
  if (match === null || name === "xmlns") return false;
  const prefix = match[1];
  return prefix === undefined || prefix === "xml" || prefix === "xmlns" || noted(prefix, scope);
}

function noted(prefix: string, { declared, used }: Scope): boolean {
  if (declared.has(prefix)) return true;
  if (!NAMESPACES.has(prefix)) return false;
  used.add(prefix);
  return true;
}
