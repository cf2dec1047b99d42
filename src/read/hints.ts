import type { Hint } from "./article.ts";
import type { Element } from "./dom.ts";

/** What the names that pages give to their elements say, the surest first. */
const NAMES: readonly (readonly [pattern: RegExp, hint: Hint])[] = [
  [/(?:^|[\s_-])(?:caption|credit|photo-credit|fotocredit|copyright)(?:$|[\s_-])/, "caption"],
  [/(?:^|[\s_-])(?:updated|modified|datemodified|last-modified)(?:$|[\s_-])/, "updated"],
  [
    /(?:^|[\s_-])(?:date|time|timestamp|published|pubdate|datepublished|posted|dateline-date|datum|fecha)(?:$|[\s_-])/,
    "date",
  ],
  [/(?:^|[\s_-])(?:bio|author-bio|about-author|author-info)(?:$|[\s_-])/, "bio"],
  [/(?:^|[\s_-])(?:byline|author|authors|writer|reporter|autor|auteur)(?:$|[\s_-])/, "byline"],
  [/(?:^|[\s_-])(?:dek|standfirst|subtitle|subhead|summary|subheadline|description)(?:$|[\s_-])/, "summary"],
  [/(?:^|[\s_-])(?:headline|title|entry-title|post-title|article-title)(?:$|[\s_-])/, "headline"],
];

/** What an element's class, `rel` or `itemprop` says that it holds. */
export function hintOf({ name, attribs }: Element): Hint | undefined {
  if (attribs.rel === "author" || name === "address") return "byline";
  const named = `${attribs.class ?? ""} ${attribs.itemprop ?? ""} ${attribs.id ?? ""}`.toLowerCase().slice(0, 300);
  if (named.trim() === "") return name === "time" ? "date" : undefined;
  return NAMES.find(([pattern]) => pattern.test(named))?.[1] ?? (name === "time" ? "date" : undefined);
}
