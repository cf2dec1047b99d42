import slugify from "@sindresorhus/slugify";
import { stringify } from "yaml";
import { idOf } from "../render/ids.ts";
import type { ImportedEntry } from "./entry.ts";

/** An article's file: its path in the data folder, and its text. */
export interface ArticleFile {
  readonly path: string;
  readonly text: string;
}

const NOWHERE = "https://publication.invalid/";

/** Whether all subscribers know the entry again: only ids that are sound addresses are published to the letter. */
export function keepsId({ id }: ImportedEntry): boolean {
  return idOf(id, NOWHERE) === id;
}

/** Whether those who read it in RSS do, where any text is an id. */
export function keepsRssId(entry: ImportedEntry): boolean {
  return entry.rssId !== undefined || keepsId(entry);
}

/**
 * The files of entries, each with its id, address and dates in its front matter, so that readers know it again. Of two
 * with the same name the second is numbered.
 */
export function articleFiles(entries: readonly ImportedEntry[]): readonly ArticleFile[] {
  const taken = new Set<string>();
  return entries.map((entry) => {
    const day = entry.published.toISOString().slice(0, 10);
    // A folder of another name than a year's would be taken for a section.
    const name = `${day.slice(0, 4)}/${day}-${slugify(entry.title, { decamelize: false }).slice(0, 60) || "entry"}`;
    let path = `${name}.html`;
    for (let number = 2; taken.has(path); number += 1) path = `${name}-${number}.html`;
    taken.add(path);
    return { path, text: fileText(entry) };
  });
}

function fileText(entry: ImportedEntry): string {
  const { id, rssId = id, title, link, published, updated, authors, tags, summary, body } = entry;
  const changed = updated !== undefined && updated > published ? { updated: updated.toISOString() } : {};
  // An address that is written in another way than its normal form is published in that; RSS keeps it as it was.
  const sound = idOf(id, NOWHERE);
  const matter = {
    id: sound.startsWith(NOWHERE) ? id : sound,
    ...(entry.rssId === undefined || (rssId === id && keepsId(entry)) ? {} : { rssId }),
    ...(title === "" ? {} : { title }),
    date: published.toISOString(),
    ...changed,
    ...(link === undefined ? {} : { permalink: link }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(summary === undefined ? {} : { summary }),
  };
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n${body.trim()}\n`;
}
