import { dateOf, type ImportedFeed, imported, type ReadEntry } from "./entry.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The items of a JSON Feed 1.0 or 1.1. */
export function jsonEntries(text: string): ImportedFeed | undefined {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { items, version, next_url } = fields(feed);
  if (!Array.isArray(items) || !String(version).includes("jsonfeed.org")) return undefined;
  const all = imported(items.map((item: unknown) => entry(fields(item))));
  return { ...all, format: "json", older: words(next_url) };
}

function entry(item: Fields): ReadEntry {
  const updated = dateOf(words(item.date_modified));
  const body = words(item.content_html) ?? paragraph(words(item.content_text) ?? "");
  const authors = [...list(item.authors), item.author].flatMap((one) => words(fields(one).name) ?? []);
  return {
    id: words(item.id),
    title: words(item.title) ?? "",
    link: words(item.url),
    published: dateOf(words(item.date_published)) ?? updated,
    updated,
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
