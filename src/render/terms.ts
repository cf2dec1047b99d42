import type { Usage } from "../publication/publication.ts";
import type { Prefixes } from "./namespaces.ts";
import { attribute, parentElement, tag, textElement, uriAttribute } from "./xml.ts";

const USAGE = ' type="usage"';

/**
 * Terms for machines as RSS carries them (Really Simple Licensing 1.0, "License Feeds"): for an item's page, what is
 * permitted and what is not. Nothing for an item without a page, as there is nothing to name.
 */
export function usageElements(
  indent: string,
  usage: Usage | undefined,
  link: string | undefined,
  used: Prefixes,
): string {
  if (usage === undefined || link === undefined) return "";
  const { permits, prohibits, server } = usage;
  if (permits.length === 0 && prohibits.length === 0) return "";
  used.add("rsl");
  const inner = `${indent}    `;
  const terms = listed(`${inner}`, "rsl:permits", permits) + listed(inner, "rsl:prohibits", prohibits);
  const license = parentElement(tag(`${indent}  `, "rsl:license"), terms);
  const attributes = uriAttribute("url", link) + (server === undefined ? "" : attribute("server", server));
  return parentElement(tag(indent, "rsl:content"), license, attributes);
}

function listed(indent: string, name: string, uses: readonly string[]): string {
  return uses.length === 0 ? "" : textElement(tag(indent, name), uses.join(","), USAGE);
}
