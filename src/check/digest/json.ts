import type { JsonNode } from "../json/read-json.ts";
import { readJson } from "../json/read-json.ts";
import { memberOf, textOfMember } from "../json/shape.ts";
import { imagesIn, timeOf } from "./facts.ts";
import type { Digest, DigestItem, DigestLink } from "./feed-facts.ts";

export function jsonDigest(bytes: Uint8Array): Digest | undefined {
  const root = readJson(new TextDecoder("utf-8").decode(bytes));
  if ("detail" in root || !(textOfMember(root, "version") ?? "").includes("jsonfeed.org/version/")) return undefined;
  const words = (name: string): string => textOfMember(root, name) ?? "";
  const house = authorsOf(root);
  return {
    kind: "json",
    title: words("title"),
    description: words("description"),
    language: words("language"),
    home: words("home_page_url"),
    picture: words("icon") !== "" || words("favicon") !== "",
    links: [
      ["self", "feed_url"],
      ["next", "next_url"],
    ].flatMap(([rel = "", name = ""]): DigestLink[] => {
      const member = memberOf(root, name);
      return member === undefined ? [] : [{ rel, href: words(name), at: member.at }];
    }),
    isArchive: false,
    items: listOf(root, "items").map((item) => itemOf(item, house)),
    extensions: new Set(root.kind === "object" ? root.members.map(({ name }) => name) : []),
    listed: [],
  };
}

function listOf(node: JsonNode, name: string): readonly JsonNode[] {
  const list = memberOf(node, name)?.node;
  return list?.kind === "array" ? list.items : [];
}

function authorsOf(node: JsonNode): string[] {
  const list = listOf(node, "authors");
  const single = memberOf(node, "author")?.node;
  const people = list.length > 0 || single === undefined ? list : [single];
  return people.map((author) => textOfMember(author, "name") ?? "").filter((name) => name !== "");
}

function itemOf(item: JsonNode, house: readonly string[]): DigestItem {
  const words = (name: string): string => textOfMember(item, name) ?? "";
  const published = timeOf(words("date_published"));
  const content = words("content_html") || words("content_text");
  const authors = authorsOf(item);
  return {
    id: words("id"),
    url: words("url"),
    title: words("title"),
    ...(published !== undefined && { published }),
    authors: authors.length > 0 ? authors : house,
    summary: words("summary"),
    content,
    images: [words("image"), words("banner_image"), ...imagesIn(content)].filter((url) => url !== ""),
    enclosure: listOf(item, "attachments").length > 0,
    at: item.at,
  };
}
