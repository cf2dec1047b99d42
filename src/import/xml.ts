import { DomUtils, parseDocument } from "htmlparser2";
import { children, type Element, text, texts } from "./elements.ts";
import { dateOf, type ImportedFeed, imported, type ReadEntry } from "./entry.ts";
import { isExport, isPublic, namesOf, postOf } from "./wordpress.ts";

/** The items of an RSS feed or the entries of an Atom feed. */
export function xmlEntries(text: string): ImportedFeed | undefined {
  const document = parseDocument(text, { xmlMode: true, decodeEntities: true });
  const [root] = document.children.filter((node): node is Element => node.type === "tag");
  if (root === undefined) return undefined;
  if (root.name === "feed")
    return {
      ...imported(children(root, "entry").map(atomEntry)),
      format: "atom",
      older: older(children(root, "link")),
    };
  if (root.name !== "rss") return undefined;
  const channels = children(root, "channel");
  const items = channels.flatMap((channel) => children(channel, "item"));
  const links = channels.flatMap((channel) => [...children(channel, "atom:link"), ...children(channel, "link")]);
  const names = namesOf(channels);
  const entries = channels.some(isExport)
    ? items.filter(isPublic).map((item) => ({ ...rssEntry(item), ...postOf(item, names) }))
    : items.map(rssEntry);
  return { ...imported(entries), format: "rss", older: older(links) };
}

/** Archives (RFC 5005, section 4) reach back to the first entry; pages (section 3) do where there are no archives. */
function older(links: readonly Element[]): string | undefined {
  const to = (rel: string): string | undefined => links.find(({ attribs }) => attribs.rel === rel)?.attribs.href;
  return to("prev-archive") ?? to("next");
}

function rssEntry(item: Element): ReadEntry {
  const [link, description] = [text(item, "link"), text(item, "description")];
  const content = text(item, "content:encoded");
  const named = children(item, "author").flatMap((one) => /\((.+)\)\s*$/.exec(DomUtils.textContent(one))?.[1] ?? []);
  return {
    id: text(item, "guid") ?? link,
    rssId: text(item, "guid") ?? link,
    title: text(item, "title") ?? "",
    link,
    published: dateOf(text(item, "pubDate") ?? text(item, "dc:date")),
    updated: dateOf(text(item, "atom:updated") ?? text(item, "dcterms:modified")),
    authors: [...new Set([...texts(item, "dc:creator"), ...named])],
    tags: texts(item, "category"),
    summary: content === undefined || description?.includes("<") ? undefined : description,
    body: content ?? description ?? "",
  };
}

function atomEntry(entry: Element): ReadEntry {
  const links = children(entry, "link").filter(({ attribs }) => (attribs.rel ?? "alternate") === "alternate");
  const updated = dateOf(text(entry, "updated"));
  const [content] = [...children(entry, "content"), ...children(entry, "summary")];
  const [summary] = children(entry, "summary");
  return {
    id: text(entry, "id"),
    title: text(entry, "title") ?? "",
    link: links[0]?.attribs.href,
    published: dateOf(text(entry, "published")) ?? updated,
    updated,
    authors: children(entry, "author").flatMap((author) => text(author, "name") ?? []),
    tags: children(entry, "category").flatMap(({ attribs }) => attribs.label ?? attribs.term ?? []),
    summary: summary !== undefined && (summary.attribs.type ?? "text") === "text" ? text(entry, "summary") : undefined,
    body: content === undefined ? "" : bodyOf(content),
  };
}

/** RFC 4287, section 4.1.3.3. */
function bodyOf(content: Element): string {
  const type = content.attribs.type ?? "text";
  if (type === "xhtml") return DomUtils.getInnerHTML(content, { xmlMode: true });
  const words = DomUtils.textContent(content);
  return type === "html" ? words : `<p>${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;
}
