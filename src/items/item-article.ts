import type { JsonMember, JsonNode } from "../check/json/read-json.ts";
import { type Finding, finding, type Place } from "../finding.ts";
import { LIMITS } from "../publication/limits.ts";
import type { Article, ArticleFormat } from "../read/article.ts";
import { declare } from "../read/declared.ts";
import { cleanText } from "../read/decode.ts";
import { fieldOf } from "../read/keys.ts";
import type { MatterField } from "../read/matter.ts";
import { type ReadLimits, readBody } from "../read/read.ts";

/** An item with what it is known by. */
export interface Item {
  readonly id: string;
  readonly members: readonly JsonMember[];
  readonly place: Place;
}

/** By which names an item's words go, those first that say what they are written in. */
const BODIES: readonly (readonly [format: ArticleFormat | undefined, names: readonly string[]])[] = [
  ["html", ["contenthtml", "bodyhtml", "html"]],
  ["markdown", ["contentmarkdown", "bodymarkdown", "markdown"]],
  ["text", ["contenttext", "bodytext", "text"]],
  [undefined, ["content", "body"]],
];
const BODY_NAMES: ReadonlySet<string> = new Set(BODIES.flatMap(([, names]) => names));
const ELEMENT = /<\/?[a-z][^<>]*>/i;

/** The article of an item; `file` is what it is called. Its fields' places are in the file of items, its words' in them. */
export async function itemArticle(
  { id, members, place }: Item,
  file: string,
  limits: ReadLimits = LIMITS,
): Promise<Article> {
  const body = bodyOf(members, place);
  const fields = fieldsOf(id, members, place);
  const numbered = fields.filter(isNumberForName);
  const { declared, findings } = declare(fields.filter((field) => !numbered.includes(field)));
  const { text, format } = body;
  const size = Buffer.byteLength(text);
  const isTooLarge = size > limits.articleSize;
  const read = await readBody({ text: isTooLarge ? "" : text, line: 1 }, format, file, limits);
  const { blocks, meta } = read;
  const tooLarge = isTooLarge ? [finding("read/too-large", { file }, { size, most: limits.articleSize })] : [];
  return {
    file,
    format,
    source: text.split("\n"),
    matter: declared,
    meta,
    blocks,
    findings: [...tooLarge, ...read.findings, ...body.findings, ...findings, ...numbered.map(number)],
  };
}

/** Systems that keep people and sections apart from articles give their numbers, which nobody would want to read. */
function isNumberForName({ key, value }: MatterField): boolean {
  return typeof value === "number" && NAMES.has(fieldOf(key));
}

const NAMES: ReadonlySet<ReturnType<typeof fieldOf>> = new Set(["authors", "contributors", "section"] as const);

function number({ key, place }: MatterField): Finding {
  return finding("matter/ill-typed", place, { field: key, expected: "a name", got: GOT.number });
}

interface Body {
  readonly text: string;
  readonly format: ArticleFormat;
  readonly findings: readonly Finding[];
}

function bodyOf(members: readonly JsonMember[], { file }: Place): Body {
  for (const [stated, names] of BODIES) {
    const member = members.find(({ name, node }) => names.includes(folded(name)) && node.kind !== "null");
    if (member === undefined) continue;
    const { node, name } = member;
    if (node.kind !== "string") {
      const facts = { field: name, expected: "text, Markdown or HTML", got: GOT[node.kind] };
      return { text: "", format: "text", findings: [finding("matter/ill-typed", { file, ...node.at }, facts)] };
    }
    const { text, removed } = cleanText(node.value);
    const gone = removed === 0 ? [] : [finding("read/characters-removed", { file, ...node.at }, { count: removed })];
    // Markdown says what plain text does.
    return { text, format: stated ?? (ELEMENT.test(text) ? "html" : "markdown"), findings: gone };
  }
  return { text: "", format: "text", findings: [] };
}

const GOT: Readonly<Record<JsonNode["kind"], string>> = {
  object: "an object",
  array: "a list",
  string: "text",
  number: "a number",
  boolean: "true or false",
  null: "nothing",
};

/** What front matter would say. Without a slug the title names the article's address, since it has no file's name. */
function fieldsOf(id: string, members: readonly JsonMember[], { file }: Place): readonly MatterField[] {
  const said = members.filter(({ name }) => !BODY_NAMES.has(folded(name)));
  const fields = said.map(({ name, node }): MatterField => {
    const value = plain(node);
    const words = typeof value === "string" ? value : JSON.stringify(value);
    // As far as it is on one line, as text and numbers are.
    const length = typeof value === "object" ? 1 : JSON.stringify(value).length;
    return { key: name, value, words, place: { file, ...node.at, length } };
  });
  const own = fields.filter(({ key }) => key !== "id");
  const [stated] = fields.filter(({ key }) => key === "id");
  const title = fields.find(({ key, value }) => key === "title" && typeof value === "string" && value.trim() !== "");
  const slug = { ...(title ?? stated), key: "slug" } as MatterField;
  const known = { ...stated, value: id } as MatterField;
  return [known, ...own, slug];
}

function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case "object":
      return Object.fromEntries(node.members.map(({ name, node: inner }) => [name, plain(inner)]));
    case "array":
      return node.items.map(plain);
    case "string":
      return cleanText(node.value).text;
    case "number":
      return node.value;
    case "boolean":
      return node.isTrue;
    default:
      return null;
  }
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
