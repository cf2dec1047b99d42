import type { JsonMember, JsonNode } from "./read-json.ts";

/** What the value of a member has to be. */
export type Shape =
  | "text"
  | "plain"
  | "html"
  | "url"
  | "date"
  | "language"
  | "mediaType"
  | "number"
  | "boolean"
  | { readonly list: Shape | ObjectShape }
  | ObjectShape;

export interface ObjectShape {
  readonly name: string;
  readonly members: Readonly<Record<string, Shape>>;
  readonly needs?: readonly string[];
}

const AUTHOR: ObjectShape = { name: "an author", members: { name: "plain", url: "url", avatar: "url" } };
const HUB: ObjectShape = { name: "a hub", members: { type: "text", url: "url" }, needs: ["type", "url"] };
const ATTACHMENT: ObjectShape = {
  name: "an attachment",
  members: {
    url: "url",
    mime_type: "mediaType",
    title: "plain",
    size_in_bytes: "number",
    duration_in_seconds: "number",
  },
  needs: ["url", "mime_type"],
};

/** An item (JSON Feed 1.1, items). */
const ITEM: ObjectShape = {
  name: "an item",
  needs: ["id"],
  members: {
    id: "text",
    url: "url",
    external_url: "url",
    title: "plain",
    content_html: "html",
    content_text: "text",
    summary: "plain",
    image: "url",
    banner_image: "url",
    date_published: "date",
    date_modified: "date",
    author: AUTHOR,
    authors: { list: AUTHOR },
    tags: { list: "text" },
    language: "language",
    attachments: { list: ATTACHMENT },
  },
};

/** The feed itself (JSON Feed 1.1, top-level). */
export const FEED: ObjectShape = {
  name: "the feed",
  needs: ["title", "items"],
  members: {
    version: "text",
    title: "plain",
    home_page_url: "url",
    feed_url: "url",
    description: "plain",
    user_comment: "text",
    next_url: "url",
    icon: "url",
    favicon: "url",
    author: AUTHOR,
    authors: { list: AUTHOR },
    language: "language",
    expired: "boolean",
    hubs: { list: HUB },
    items: { list: ITEM },
  },
};

export function memberOf(node: JsonNode | undefined, name: string): JsonMember | undefined {
  return node?.kind === "object" ? node.members.find((member) => member.name === name) : undefined;
}

/** The value of a member that is a string. */
export function textOfMember(node: JsonNode | undefined, name: string): string | undefined {
  const found = memberOf(node, name)?.node;
  return found?.kind === "string" ? found.value : undefined;
}
