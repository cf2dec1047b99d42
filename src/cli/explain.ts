import { isAbsolute, join, relative, sep } from "node:path";
import { loadPublication } from "../build/load-publication.ts";
import { Stop } from "../build/stop.ts";
import { compose } from "../compose/compose.ts";
import type { Evidence } from "../compose/evidence.ts";
import type { Story } from "../compose/story.ts";
import { explain } from "../explain.ts";
import { isDiskTrouble, readBytes, reasonOf } from "../files.ts";
import { type Finding, finding, refuses } from "../finding.ts";
import type { Publication } from "../publication/publication.ts";
import type { Article } from "../read/article.ts";
import { readArticle } from "../read/read.ts";
import { type FindingDocument, findingDocument, isoInstant, jsonText } from "./document.ts";
import { type ExitCode, sharedExitCode } from "./exit-code.ts";
import { printFindings } from "./findings.ts";
import type { Io } from "./io.ts";
import { coloursFor } from "./look.ts";
import { present } from "./present.ts";

export interface ExplainArguments {
  readonly data: string;
  readonly now?: Date;
  readonly json?: boolean;
}

/** What `dateline explain --json` says of an article. Facts that the words do not give are absent. */
interface ArticleDocument {
  readonly file: string;
  readonly format: Article["format"];
  readonly title: string;
  /** Made of the lead's words, because the article states none. */
  readonly titleDerived: boolean;
  readonly summary?: string;
  readonly authors: readonly string[];
  readonly contributors: readonly string[];
  readonly outlet?: string;
  readonly section?: string;
  readonly bio?: string;
  readonly credit?: string;
  readonly language?: string;
  readonly tags: readonly string[];
  /** ISO 8601, in UTC; a day stands for its noon in the publication's time zone. */
  readonly published?: { readonly at: string; readonly precision: string };
  readonly updated?: { readonly at: string; readonly precision: string };
  readonly draft: boolean;
  readonly evidence: readonly Evidence[];
  readonly findings: readonly FindingDocument[];
}

/** What `dateline explain --json` prints. */
interface ExplainDocument {
  readonly articles: readonly ArticleDocument[];
  /** Files that could not be read, and what is wrong with the publication. */
  readonly findings: readonly FindingDocument[];
}

interface Explained {
  readonly article: Article;
  readonly story: Story;
}

/** `dateline explain`: what is read out of articles, and from which words. */
export async function runExplain(files: readonly string[], given: ExplainArguments, io: Io): Promise<ExitCode> {
  const loaded = await publicationOf(given.data);
  if ("findings" in loaded) return tell([], loaded.findings, given, io);
  const now = given.now ?? present(io);
  const explained: Explained[] = [];
  const troubles: Finding[] = [];
  for (const path of files) {
    const bytes = await readBytes(path).catch((error: unknown) => reasonOf(error));
    if (typeof bytes === "string") {
      troubles.push(finding("read/unreadable", { file: path }, { reason: bytes }));
      continue;
    }
    const article = await readArticle(bytes, nameIn(given.data, path), loaded.publication.limits);
    explained.push({ article, story: await compose(article, { publication: loaded.publication, now }) });
  }
  return tell(explained, troubles, given, io);
}

async function publicationOf(
  data: string,
): Promise<{ readonly publication: Publication } | { readonly findings: readonly Finding[] }> {
  try {
    return { publication: (await loadPublication(data)).publication };
  } catch (error) {
    if (error instanceof Stop) return { findings: error.findings.map((one) => below(data, one)) };
    if (!isDiskTrouble(error)) throw error;
    return { findings: [finding("disk/trouble", { file: data }, { reason: reasonOf(error) })] };
  }
}

/** A finding of the data folder's files, named as the user can open them. */
function below(data: string, one: Finding): Finding {
  return { ...one, place: { ...one.place, file: join(data, one.place.file) } };
}

/** The name by which a build of the data folder knows a file: dates and sections may be read out of it. */
function nameIn(data: string, path: string): string {
  const inside = relative(data, path);
  const outside = inside.startsWith("..") || isAbsolute(inside);
  return (outside ? path : inside).split(sep).join("/");
}

async function tell(
  explained: readonly Explained[],
  troubles: readonly Finding[],
  { json = false }: ExplainArguments,
  io: Io,
): Promise<ExitCode> {
  const ill = troubles.length + explained.filter(({ story }) => refuses(story.findings)).length;
  const code = sharedExitCode(explained.length, ill);
  if (json) {
    const document: ExplainDocument = {
      articles: explained.map(articleDocument),
      findings: troubles.map(findingDocument),
    };
    io.stdout.write(jsonText(document));
    return code;
  }
  await printFindings(troubles, ["error", "warning"], io);
  const look = coloursFor(io.stdout, io.env);
  io.stdout.write(explained.map(({ article, story }) => explain(article, story, look)).join("\n"));
  return code;
}

function articleDocument({ article, story }: Explained): ArticleDocument {
  const { title, titleDerived, summary, outlet, section, bio, credit, language, tags, draft, evidence } = story;
  const { published, updated } = story;
  return {
    file: article.file,
    format: article.format,
    title,
    titleDerived,
    ...(summary === undefined ? {} : { summary }),
    authors: story.authors.map(({ name }) => name),
    contributors: story.contributors.map(({ name }) => name),
    ...(outlet === undefined ? {} : { outlet }),
    ...(section === undefined ? {} : { section }),
    ...(bio === undefined ? {} : { bio }),
    ...(credit === undefined ? {} : { credit }),
    ...(language === undefined ? {} : { language }),
    tags,
    ...(published === undefined ? {} : { published: moment(published) }),
    ...(updated === undefined ? {} : { updated: moment(updated) }),
    draft,
    evidence,
    findings: story.findings.map(findingDocument),
  };
}

function moment({ at, precision }: { readonly at: Date; readonly precision: string }): {
  at: string;
  precision: string;
} {
  return { at: isoInstant(at), precision };
}
