import { DomUtils } from "htmlparser2";
import { children, type Element, text, texts } from "./elements.ts";
import { dateOf, type ReadEntry } from "./entry.ts";

/** Whether a channel is a WordPress export (WXR): RSS with much that stands in no feed. */
export function isExport(channel: Element): boolean {
  return children(channel, "item").some((item) => text(item, "wp:post_type") !== undefined);
}

/** An export holds pages, pictures and drafts as well, and posts that nobody reads without a password. */
export function isPublic(item: Element): boolean {
  const has = (name: string, wanted: string): boolean => (text(item, name) ?? wanted) === wanted;
  return has("wp:status", "publish") && has("wp:post_type", "post") && text(item, "wp:post_password") === undefined;
}

/** The names that readers were shown, by the names under which people log in. */
export function namesOf(channels: readonly Element[]): ReadonlyMap<string, string> {
  const people = channels.flatMap((channel) => children(channel, "wp:author"));
  return new Map(
    people.map((one) => {
      const login = text(one, "wp:author_login") ?? "";
      return [login, text(one, "wp:author_display_name") ?? login];
    }),
  );
}

/** What an export says otherwise than a feed does. */
export function postOf(
  item: Element,
  names: ReadonlyMap<string, string>,
): Pick<ReadEntry, "authors" | "body" | "published" | "summary" | "tags" | "updated"> {
  // A post's format ("aside") is no topic of it.
  const topics = children(item, "category").filter(({ attribs }) => attribs.domain !== "post_format");
  return {
    authors: texts(item, "dc:creator").map((login) => names.get(login) ?? login),
    body: shown(text(item, "content:encoded") ?? ""),
    published: dateOf(text(item, "pubDate")) ?? inUtc(text(item, "wp:post_date_gmt")),
    summary: text(item, "excerpt:encoded"),
    tags: topics.flatMap((topic) => DomUtils.textContent(topic).trim() || []),
    updated: inUtc(text(item, "wp:post_modified_gmt")),
  };
}

/** `2020-05-04 08:00:00`; all zeros where there is none. */
function inUtc(written: string | undefined): Date | undefined {
  return written === undefined ? undefined : dateOf(`${written.replace(" ", "T")}Z`);
}

const BLOCK_MARK = /<!-- \/?wp:[\s\S]*?-->\n?/g;
const CAPTION = /\[caption\b[^\]]*\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)\s*([\s\S]*?)\s*\[\/caption\]/g;
const EMBED = /\[embed\b[^\]]*\]\s*(https?:\/\/[^\s<"[]+)\s*\[\/embed\]/g;

/** A body as WordPress shows what it keeps. */
function shown(kept: string): string {
  const html = kept
    .replace(CAPTION, "\n\n<figure>$1<figcaption>$2</figcaption></figure>\n\n")
    .replace(EMBED, '<a href="$1">$1</a>');
  return html.includes("<!-- wp:") ? html.replace(BLOCK_MARK, "") : paragraphs(html);
}

const PREFORMATTED = /(<pre\b[\s\S]*?<\/pre>)/i;
const BLOCK =
  /^<\/?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|figure|figcaption|pre|hr|iframe|video|audio|section|article|aside|header|footer|address|details)\b/i;

/** The classic editor keeps no paragraphs: blank lines part them, and every line stays one. */
function paragraphs(html: string): string {
  const parts = html.replaceAll("\r\n", "\n").split(PREFORMATTED);
  return parts
    .map((part) => (PREFORMATTED.test(part) ? part : marked(part)))
    .join("\n")
    .trim();
}

function marked(words: string): string {
  const chunks = words.split(/\n\s*\n/).map((chunk) => chunk.trim());
  return chunks
    .filter((chunk) => chunk !== "")
    .map((chunk) => (BLOCK.test(chunk) ? chunk : `<p>${chunk.replaceAll("\n", "<br>\n")}</p>`))
    .join("\n");
}
