import { dateOf, type Imported, imported, type ReadEntry } from "./entry.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The items of a JSON Feed 1.0 or 1.1. */
export function jsonEntries(text: string): Imported | undefined {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { items, version } = fields(feed);
  if (!Array.isArray(items) || !String(version).includes("jsonfeed.org")) return undefined;
  return imported(items.map((item: unknown) => entry(fields(item))));
}

function entry(item: Fields): ReadEntry {
  const body = words(item.content_html) ?? paragraph(words(item.content_text) ?? "");
  const authors = [...list(item.authors), item.author].flatMap((one) => words(fields(one).name) ?? []);
  return {
    id: words(item.id),
    title: words(item.title) ?? "",
    link: words(item.url),
    published: dateOf(words(item.date_published)),
    updated: dateOf(words(item.date_modified)),
    authors: [...new Set(authors)],
    tags: list(item.tags).flatMap((tag) => words(tag) ?? []),
    summary: words(item.summary),
    body,
  };
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Ids may be numbers. */
function words(value: unknown): string | undefined {
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return text === "" ? undefined : text;
}

function paragraph(text: string): string {
  return `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;
}
