import { readFileSync } from "node:fs";
import type { Finding, Place } from "../finding.ts";

/**
 * Where in its article stands what a finding is about, for findings that are made when the article's own lines are
 * forgotten: a file that isn't there, an id that another has. They are few; only for them a file is read once more.
 */
export function withLine(one: Finding): Finding {
  if (one.place.line !== undefined) return one;
  const words = wordsOf(one);
  const place = words === undefined ? undefined : placeOf(one.place.file, words, one.code === "ledger/duplicate-id");
  return place === undefined ? one : { ...one, place: { ...one.place, ...place } };
}

/** What is to be looked for: an address as it is written, with blanks and references as files have them. */
function wordsOf({ code, facts }: Finding): readonly string[] | undefined {
  if (code === "ledger/duplicate-id") return [facts.id];
  if (!code.startsWith("media/") && code !== "link/unpublished") return undefined;
  const { url } = facts as { readonly url: string };
  return [...new Set([url, decoded(url), url.replaceAll("&", "&amp;")])].filter((words) => words !== "");
}

const ID = /^\s*["']?(?:id|guid|uuid|rss[_-]?(?:id|guid))\b/i;

function placeOf(file: string, words: readonly string[], isId: boolean): Omit<Place, "file"> | undefined {
  for (const [index, row] of linesOf(file).entries()) {
    const found = isId && !ID.test(row) ? undefined : words.find((one) => row.includes(one));
    if (found !== undefined) return { line: index + 1, column: row.lastIndexOf(found) + 1, length: found.length };
  }
  return undefined;
}

/** None where the file has gone in the meantime, or is an item's. */
function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split(/\r\n|\r|\n/);
  } catch {
    return [];
  }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
