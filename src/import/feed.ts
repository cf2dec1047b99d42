import type { ImportedFeed } from "./entry.ts";
import { jsonEntries } from "./json.ts";
import { xmlEntries } from "./xml.ts";

/**
 * The entries of a feed: RSS 2.0 (a WordPress export is one), Atom 1.0 or JSON Feed. `undefined` where the text is none
 * of them.
 */
export function readFeed(text: string): ImportedFeed | undefined {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  return start.startsWith("{") ? jsonEntries(start) : xmlEntries(start);
}
