import { type Finding, finding } from "../finding.ts";
import { LIMITS, type Limits } from "../publication/limits.ts";
import type { Article, ArticleFormat, Block, Declared } from "./article.ts";
import { declare } from "./declared.ts";
import { type Decoded, decode } from "./decode.ts";
import { TooDeep } from "./depth.ts";
import { type Fenced, type Split, splitMatter } from "./fence.ts";
import { readMarkdown } from "./markdown.ts";
import type { Matter } from "./matter.ts";
import { once } from "./once.ts";
import { plainFields } from "./plain-matter.ts";
import { readText } from "./text.ts";

const FORMATS: ReadonlyMap<string, ArticleFormat> = new Map([
  ["txt", "text"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["html", "html"],
  ["htm", "html"],
]);

/** The parsers are heavy to load: each only where it is needed. */
const loadMatter = once(() => import("./matter.ts"));
const loadHtml = once(() => Promise.all([import("./dom.ts"), import("./html.ts"), import("./meta.ts")]));

/**
 * Reads a file's words: its encoding, front matter, blocks with their places, and for HTML what the document says of
 * itself. Infers nothing. Trouble comes back as findings; no bytes make it throw.
 *
 * @param file The article's path relative to the data folder; its ending tells the format (any other is plain text).
 * @param limits What is beyond them is refused.
 */
export async function readArticle(bytes: Uint8Array, file: string, limits: ReadLimits = LIMITS): Promise<Article> {
  const { articleSize } = limits;
  if (bytes.length > articleSize) {
    const facts = { size: bytes.length, most: articleSize };
    return nothingRead(file, [finding("read/too-large", { file }, facts)]);
  }
  const decoded = decode(bytes);
  const source = decoded.text.split("\n");
  const findings = decodingFindings(decoded, file);
  if (decoded.binary) return nothingRead(file, findings);
  const split = splitMatter(decoded.text, source);
  const format = formatOf(file, split.body);
  const front = await frontMatter(split, file);
  const body = await readBody({ text: split.body, rows: split.rows, line: split.bodyLine }, format, file, limits);
  const { blocks, meta } = body;
  findings.push(...front.findings, ...body.findings);
  return { file, format, source, matter: front.matter, meta, blocks, findings };
}

/** How much is read of an article. */
export type ReadLimits = Pick<Limits, "articleSize" | "depth">;

/** Any sign of HTML: an element, a comment, a reference. */
const MARKUP = /<[a-z!?/]|&[a-z#]/i;

/** A page without a single element is a plain text with a page's name: as HTML, all its lines would be one. */
function formatOf(file: string, body?: string): ArticleFormat {
  const format = FORMATS.get(file.slice(file.lastIndexOf(".") + 1).toLowerCase()) ?? "text";
  return format === "html" && body !== undefined && !MARKUP.test(body) ? "text" : format;
}

function nothingRead(file: string, findings: readonly Finding[]): Article {
  return { file, format: formatOf(file), source: [], matter: {}, meta: {}, blocks: [], findings };
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
  /** Its lines, where somebody has them already. */
  readonly rows?: readonly string[];
  readonly line: number;
}

interface ReadBody {
  readonly blocks: readonly Block[];
  readonly meta: Declared;
  readonly findings: readonly Finding[];
}

/** Reads the blocks of a body, and what an HTML document says of itself. */
export async function readBody(
  body: Body,
  format: ArticleFormat,
  file: string,
  { depth }: Pick<Limits, "depth"> = LIMITS,
): Promise<ReadBody> {
  try {
    const { blocks, meta } = await parsedBody(body, format, file, depth);
    return { blocks, meta, findings: [] };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    const line = error.line ?? body.line + (body.text.slice(0, error.offset).match(/\n/g)?.length ?? 0);
    return { blocks: [], meta: {}, findings: [finding("read/too-deep", { file, line }, { most: depth })] };
  }
}

async function parsedBody(
  { text, rows, line }: Body,
  format: ArticleFormat,
  file: string,
  depth: number,
): Promise<Omit<ReadBody, "findings">> {
  if (format === "text") return { blocks: readText(text, file, line), meta: {} };
  if (format === "markdown") return { blocks: await readMarkdown(text, file, line, depth, rows), meta: {} };
  const [{ parse }, html, { readMeta }] = await loadHtml();
  const nodes = parse(text, depth);
  const locate = html.locator(text, line);
  return { blocks: html.readBlocks(html.mainNodes(nodes), file, locate), meta: readMeta(nodes, file, locate) };
}
