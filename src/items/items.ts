import { type JsonNode, type JsonTrouble, readJson } from "../check/json/read-json.ts";
import { memberOf } from "../check/json/shape.ts";
import { type Finding, finding, type Place } from "../finding.ts";
import type { Article } from "../read/article.ts";
import type { ReadLimits } from "../read/read.ts";
import { type Item, itemArticle } from "./item-article.ts";

/** The articles of a JSON file, as a headless CMS gives them. */
export interface Items {
  readonly articles: readonly Article[];
  /** Where each article begins, by its `file`. */
  readonly places: ReadonlyMap<string, Place>;
  /** Of items that are no article, or whose id is another's. */
  readonly findings: readonly Finding[];
}

/** How a file of items is called. */
export interface ItemsFile {
  /** In the names of its articles, which are for ever: `items.json#42`. */
  readonly name: string;
  /** In findings. */
  readonly path: string;
}

/**
 * Reads a list of articles or a JSON Feed. Each item is an article: its fields are what front matter may say, its words
 * `content_html`, `content_markdown`, `content_text`, or `content` of whichever kind, and its `id` is what it is known
 * by. Trouble with the whole file comes back as a finding alone.
 */
export async function readItems(text: string, file: ItemsFile, limits?: ReadLimits): Promise<Items | Finding> {
  const root = readJson(text);
  if (isTrouble(root)) return finding("items/syntax", { file: file.path, ...root.at }, { message: root.detail });
  const list = root.kind === "array" ? root : memberOf(root, "items")?.node;
  if (list?.kind !== "array") return finding("items/no-list", { file: file.path, ...root.at }, {});
  const findings: Finding[] = [];
  const places = new Map<string, Place>();
  const articles: Article[] = [];
  for (const [index, node] of list.items.entries()) {
    const place = { file: file.path, ...node.at };
    const item = itemOf(node, index + 1, place);
    if ("code" in item) {
      findings.push(item);
      continue;
    }
    const name = `${file.name}#${encodeURIComponent(item.id)}`;
    const other = places.get(name);
    if (other !== undefined) {
      findings.push(finding("items/same-id", place, { id: item.id, line: other.line ?? 1 }));
      continue;
    }
    places.set(name, place);
    articles.push(await itemArticle(item, name, limits));
  }
  return { articles, places, findings };
}

function isTrouble(read: JsonNode | JsonTrouble): read is JsonTrouble {
  return "detail" in read;
}

function itemOf(node: JsonNode, number: number, place: Place): Item | Finding {
  if (node.kind !== "object") return finding("items/no-article", place, { number });
  const id = memberOf(node, "id")?.node;
  const stated = id?.kind === "string" ? id.value.trim() : id?.kind === "number" ? counted(id.value) : "";
  return stated === "" ? finding("items/no-id", place, { number }) : { id: stated, members: node.members, place };
}

/** A number as an id; none where it is without end, or so long that its last digits are lost and another's may be the same. */
function counted(id: number): string {
  return Number.isFinite(id) && Math.abs(id) <= Number.MAX_SAFE_INTEGER ? String(id) : "";
}
