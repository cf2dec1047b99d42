import { type Finding, finding } from "../finding.ts";
import type { Article, ArticleFormat, Block, Declared } from "./article.ts";
import { declare } from "./declared.ts";
import { type Decoded, decode } from "./decode.ts";
import { type Split, splitMatter } from "./fence.ts";
import { readMatter } from "./matter.ts";
import { readText } from "./text.ts";

const FORMATS: Readonly<Record<string, ArticleFormat>> = {
  txt: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
};

/**
 * Reads a file's words: its encoding, front matter, blocks with their places, and for HTML what the document says of
 * itself. Infers nothing. Trouble comes back as findings; no bytes make it throw.
 *
 * @param file The article's path relative to the data folder; its ending tells the format (any other is plain text).
 */
export async function readArticle(bytes: Uint8Array, file: string): Promise<Article> {
  const decoded = decode(bytes);
  const format = FORMATS[file.slice(file.lastIndexOf(".") + 1).toLowerCase()] ?? "text";
  const findings = decodingFindings(decoded, file);
  if (decoded.binary) return { file, format, source: [], matter: {}, meta: {}, blocks: [], findings };
  const split = splitMatter(decoded.text);
  const front = split.matter === undefined ? undefined : await frontMatter(split.matter, file);
  const { blocks, meta } = format === "text" ? plainBody(split, file) : await body(split, format, file);
  const all = front === undefined ? findings : [...findings, ...front.findings];
  return { file, format, source: decoded.text.split("\n"), matter: front?.matter ?? {}, meta, blocks, findings: all };
}

function decodingFindings({ guessed, encoding, removed, binary }: Decoded, file: string): Finding[] {
  if (binary) return [finding("read/binary", { file }, {})];
  return [
    ...(guessed ? [finding("read/encoding", { file }, { encoding })] : []),
    ...(removed > 0 ? [finding("read/characters-removed", { file }, { count: removed })] : []),
  ];
}

async function frontMatter(
  fenced: NonNullable<Split["matter"]>,
  file: string,
): Promise<{ readonly matter: Declared; readonly findings: readonly Finding[] }> {
  const { fields, findings } = await readMatter(fenced, file);
  const { declared, findings: wrong } = declare(fields);
  return { matter: declared, findings: [...findings, ...wrong] };
}

interface Body {
  readonly blocks: readonly Block[];
  readonly meta: Declared;
}

function plainBody({ body: text, bodyLine }: Split, file: string): Body {
  return { blocks: readText(text, file, bodyLine), meta: {} };
}

async function body(split: Split, format: ArticleFormat, file: string): Promise<Body> {
  const { body: text, bodyLine } = split;
  if (format === "markdown") return { blocks: (await markdown()).readMarkdown(text, file, bodyLine), meta: {} };
  return (await html()).readDocument(text, file, bodyLine);
}

/** The parsers are heavy to load, each only where a file needs it; asking for a module again costs more than reading. */
const markdown = once(() => import("./markdown.ts"));
const html = once(() => import("./document.ts"));

function once<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loaded: Promise<Module> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
