import { finding, refuses } from "../finding.ts";
import type { Publication } from "../publication/publication.ts";
import type { Article } from "../read/article.ts";
import { addressFindings } from "./address.ts";
import { body } from "./body.ts";
import { credits } from "./byline/credits.ts";
import { copyrightOf } from "./copyright.ts";
import { dating } from "./date/dating.ts";
import { expiryOf } from "./date/expiry.ts";
import type { Detector } from "./detection.ts";
import { episodeOf } from "./episode.ts";
import type { LineRef } from "./evidence.ts";
import { headline } from "./headline/headline.ts";
import { languageOf } from "./language.ts";
import { type IsSpent, spentAmong } from "./spent.ts";
import type { Story } from "./story.ts";
import { summary } from "./summary.ts";
import { tagsOf } from "./tags.ts";
import { termsOf } from "./terms.ts";
import { zones } from "./zones.ts";

/** What an article is read against: the publication's defaults, and the present as the latest day a report can be of. */
export interface ComposeContext {
  readonly publication: Publication;
  readonly now: Date;
  /** Loads what tells the language of words that are in doubt; rejects where somebody else is to compose such articles. */
  readonly detector?: (() => Promise<Detector>) | undefined;
}

/**
 * An article's words become a story's facts, each with its evidence. What the words don't say is absent, but for the
 * title, which is then made of the lead's words. Trouble comes back as the story's findings, after the reader's own:
 * an article without words of its own is `article/empty`, and its title is empty. No disk, no clock.
 */
export async function compose(article: Article, { publication, now, detector }: ComposeContext): Promise<Story> {
  const edges = zones(article);
  const spoken = await languageOf(article, publication, detector);
  const language = spoken.language ?? publication.language;
  const dates = dating(article, edges, { publication, now, language });
  const people = credits(article, edges, { publication, language });
  const { outlet } = people;
  const claimed = spentAmong(dates.spent, people.spent);
  const head = headline(article, edges, { publication, language, isSpent: claimed, ...present({ outlet }) });
  const spent = inReadingOrder([...dates.spent, ...people.spent, ...head.spent]);
  const isSpent = spentAmong(spent);
  const about = summary(article, edges, head.title, isSpent);
  const { tags, evidence: tagEvidence } = tagsOf(article);
  const rights = copyrightOf(article, edges);
  const terms = termsOf(article);
  const expiry = expiryOf(article, publication, language);
  const text = body(article, isSpent) || titleAsBody(article, head.spent, head.title);
  const { matter, meta } = article;
  const isEmpty = head.title === "";
  return {
    file: article.file,
    format: article.format,
    title: head.title,
    titleDerived: head.derived,
    body: text,
    authors: people.authors,
    contributors: people.contributors,
    tags,
    attachments: matter.attachments?.value ?? meta.attachments?.value ?? [],
    draft: matter.draft?.value ?? false,
    ...present({
      summary: about.summary,
      outlet,
      section: people.section,
      bio: people.bio,
      credit: people.credit,
      language: spoken.language,
      copyright: rights.copyright,
      license: terms.license,
      comments: matter.comments?.value,
      episode: episodeOf(article),
      usage: terms.usage,
      markdown: await markdownOf(article, publication, isSpent, text),
      expires: expiry.expires,
      corrections: matter.corrections?.value,
      translation: matter.translation?.value,
      published: dates.published,
      updated: dates.updated,
      today: dates.today || undefined,
      id: matter.id?.value,
      rssId: matter.rssId?.value,
      slug: matter.slug?.value,
      link: (matter.link ?? meta.link)?.value,
      image: (matter.image ?? matter.banner ?? meta.image)?.value,
      banner: matter.banner?.value,
      audio: (matter.audio ?? meta.audio)?.value,
      video: (matter.video ?? meta.video)?.value,
    }),
    evidence: [
      ...head.evidence,
      ...about.evidence,
      ...people.evidence,
      ...dates.evidence,
      ...spoken.evidence,
      ...tagEvidence,
      ...rights.evidence,
      ...terms.evidence,
      ...expiry.evidence,
    ],
    spent,
    findings: [
      ...article.findings,
      // What could not be read has no words because of that.
      ...(isEmpty && !refuses(article.findings) ? [finding("article/empty", { file: article.file }, {})] : []),
      ...(isEmpty ? [] : head.findings),
      ...dates.findings,
      ...people.findings,
      ...spoken.findings,
      ...terms.findings,
      ...expiry.findings,
      ...addressFindings(article, publication),
    ],
  };
}

/** The body as it was typed, where it is Markdown and asked for; what parses Markdown is loaded only then. */
async function markdownOf(
  article: Article,
  { modules }: Publication,
  isSpent: IsSpent,
  text: string,
): Promise<string | undefined> {
  if (modules?.markdown !== true || article.format !== "markdown") return undefined;
  return (await import("./markdown.ts")).markdownBody(article, isSpent, text);
}

/** Each line once: a byline with a date in it is spent by both. */
function inReadingOrder(refs: readonly LineRef[]): LineRef[] {
  const sorted = refs.toSorted((a, b) => a.block - b.block || a.line - b.line);
  return sorted.filter((ref, index) => ref.block !== sorted[index - 1]?.block || ref.line !== sorted[index - 1]?.line);
}

/** An article that is nothing but its headline still needs content: JSON Feed 1.1 refuses items without. */
function titleAsBody(article: Article, spent: readonly LineRef[], title: string): string {
  if (title === "") return "";
  const [ref] = spent;
  const line = ref && article.blocks[ref.block]?.lines[ref.line];
  return `<p>${line?.html ?? escaped(title)}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Without the fields that have no value. */
function present<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) kept[name] = value as Exclude<T[typeof name], undefined>;
  }
  return kept;
}
