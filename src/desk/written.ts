import { Feed } from "feed";
import type { Entry } from "../ledger/entry.ts";
import type { Publication } from "../publication/publication.ts";
import { renderAtom } from "../render/atom.ts";
import { renderJson } from "../render/json.ts";
import { renderRss } from "../render/rss.ts";

/** An entry as each format writes it. */
export interface Written {
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
}

/** Writes an entry alone, and takes it out of the feed around it. */
export function written(entry: Entry, { title, url, language }: Publication): Written {
  const feed = new Feed({ id: url, title, link: url, copyright: "", language });
  feed.items = [entry];
  const { items } = JSON.parse(renderJson(feed)) as { readonly items: readonly unknown[] };
  return {
    rss: between(renderRss(feed), "<item>", "</item>"),
    atom: between(renderAtom(feed), "<entry>", "</entry>"),
    json: JSON.stringify(items[0], null, 2),
  };
}

/** From the first of one to the last of the other, without the indentation that all lines share. */
function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  const indent = from - (text.lastIndexOf("\n", from) + 1);
  return text.slice(from, text.lastIndexOf(end) + end.length).replaceAll(`\n${" ".repeat(indent)}`, "\n");
}
