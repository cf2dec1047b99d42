import type { Category } from "feed";
import { oneLine } from "./characters.ts";
import { label } from "./html.ts";
import { webUrl } from "./urls.ts";

/** What an entry is about. */
export interface Topic {
  /** The identifier. */
  readonly term: string;
  /** What people read. */
  readonly label: string;
  /** An absolute URI that says which list of terms this is. */
  readonly scheme?: string | undefined;
  /** RSS's name for the list; any text. */
  readonly domain?: string | undefined;
}

/** The topics of a `category` field: objects, or (against the types) bare names. Nameless ones and repeats are left out. */
export function topicsOf(value: unknown): readonly Topic[] {
  if (value === undefined || value === null) return NOTHING;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const topics: Topic[] = [];
  for (const one of list) {
    const known = topic(one);
    if (known !== undefined && !topics.some((other) => same(other, known))) topics.push(known);
  }
  return topics;
}

const NOTHING: readonly Topic[] = [];

function same(one: Topic, other: Topic): boolean {
  return one.term === other.term && one.scheme === other.scheme;
}

function topic(value: unknown): Topic | undefined {
  if (typeof value === "string") return topic({ name: value });
  if (typeof value !== "object" || value === null) return undefined;
  const category = value as Category;
  const named = label(oneLine(category.name));
  // Mostly one word for both, as an archive has some hundred thousand of them.
  const stated = category.term === category.name ? named : label(oneLine(category.term));
  const name = named ?? stated;
  const term = stated ?? name;
  if (term === undefined || name === undefined) return undefined;
  const scheme = webUrl(category.scheme) ?? webUrl(category.domain);
  return {
    term,
    label: name,
    scheme,
    domain: category.domain === scheme ? scheme : (oneLine(category.domain) ?? scheme),
  };
}
