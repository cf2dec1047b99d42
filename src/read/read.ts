import { type Finding, finding } from "../finding.ts";
import type { Article, ArticleFormat, Block, Declared } from "./article.ts";
import { declare } from "./declared.ts";
import { type Decoded, decode } from "./decode.ts";
import { type Fenced, type Split, splitMatter } from "./fence.ts";
import { readMarkdown } from "./markdown.ts";
import type { Matter } from "./matter.ts";
import { once } from "./once.ts";
import { plainFields } from "./plain-matter.ts";
import { readText } from "./text.ts";

const FORMATS: Readonly<Record<string, ArticleFormat>> = {
  txt: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
};

/** The parsers are heavy to load: each only where it is needed. */
const loadMatter = once(() => import("./matter.ts"));
const loadHtml = once(() => Promise.all([import("./dom.ts"), import("./html.ts"), import("./meta.ts")]));

/**
 * Reads a file's words: its encoding, front matter, blocks with their places, and for HTML what the document says of
 * itself. Infers nothing. Trouble comes back as findings; no bytes make it throw.
 *
 * @param file The article's path relative to the data folder; its ending tells the format (any other is plain text).
 */
export async function readArticle(bytes: Uint8Array, file: string): Promise<Article> {
  const decoded = decode(bytes);
  const format = FORMATS[file.slice(file.lastIndexOf(".") + 1).toLowerCase()] ?? "text";
  const source = decoded.text.split("\n");
  const findings = decodingFindings(decoded, file);
  if (decoded.binary) return { file, format, source: [], matter: {}, meta: {}, blocks: [], findings };
  const split = splitMatter(decoded.text, source);
  const front = await frontMatter(split, file);
  const { blocks, meta } = await readBody({ text: split.body, line: split.bodyLine }, format, file);
  return { file, format, source, matter: front.matter, meta, blocks, findings: [...findings, ...front.findings] };
}

function decodingFindings({ guessed, encoding, removed, binary }: Decoded, file: string): Finding[] {
  if (binary) return [finding("read/binary", { file }, {})];
  return [
    ...(guessed ? [finding("read/encoding", { file }, { encoding })] : []),
    ...(removed > 0 ? [finding("read/characters-removed", { file }, { count: removed })] : []),
  ];
}

async function frontMatter(
  { matter }: Split,
  file: string,
): Promise<{ matter: Declared; findings: readonly Finding[] }> {
  if (matter === undefined) return { matter: {}, findings: [] };
  const { fields, findings } = await fieldsOf(matter, file);
  const { declared, findings: wrong } = declare(fields);
  return { matter: declared, findings: [...findings, ...wrong] };
}

async function fieldsOf(matter: Fenced, file: string): Promise<Matter> {
  const plain = matter.kind === "yaml" && matter.closed ? plainFields(matter, file) : undefined;
  return plain === undefined ? (await loadMatter()).readMatter(matter, file) : { fields: plain, findings: [] };
}

/** An article's text without its front matter, and the line of its file at which it begins, from 1. */
interface Body {
  readonly text: string;
  readonly line: number;
}

/** Reads the blocks of a body, and what an HTML document says of itself. */
export async function readBody(
  { text, line }: Body,
  format: ArticleFormat,
  file: string,
): Promise<{ blocks: readonly Block[]; meta: Declared }> {
  if (format === "text") return { blocks: readText(text, file, line), meta: {} };
  if (format === "markdown") return { blocks: await readMarkdown(text, file, line), meta: {} };
  const [{ parse }, html, { readMeta }] = await loadHtml();
  const nodes = parse(text);
  const locate = html.locator(text, line);
  return { blocks: html.readBlocks(html.mainNodes(nodes), file, locate), meta: readMeta(nodes, file, locate) };
}
