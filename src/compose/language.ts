import { type Finding, finding } from "../finding.ts";
import type { Publication } from "../publication/publication.ts";
import type { Article, Stated } from "../read/article.ts";
import { isPlainlyIn } from "./common-words.ts";
import { areSiblings, type Detector, ENOUGH, loadDetector } from "./detection.ts";
import { type Evidence, evidence } from "./evidence.ts";
import { languageTag, namesNone } from "./language-tag.ts";
import { visualLength } from "./wording.ts";

export interface LanguageFact {
  /** BCP 47; absent where neither the writer, the page nor the words tell. */
  readonly language?: string;
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
}

/** Shorter texts are guessed wrong too often. */
const ENOUGH_TO_DETECT = 200;
/** From here on the words are believed rather than a page template's `lang`: it was wrong on 6 of 240 real pages. */
const ENOUGH_TO_DOUBT = 1_000;

const NOTHING: LanguageFact = { evidence: [], findings: [] };

/**
 * The language of an article: front matter, else the page's `lang`, else its words. The detector is loaded only where
 * it is asked: for long pages (a template's `lang` may be another's) and for articles that declare nothing.
 */
export async function languageOf(
  article: Article,
  publication: Publication,
  detector: () => Promise<Detector> = loadDetector,
): Promise<LanguageFact> {
  const written = stated(article.matter.language, "front-matter");
  if (written !== undefined) return written;
  const told = await untold(article, publication, detector);
  return { ...told, findings: [...unknown(article.matter.language), ...told.findings] };
}

/** What is no language, where front matter states one. */
function unknown(words: Stated<string> | undefined): Finding[] {
  if (words === undefined || namesNone(words.value)) return [];
  const facts = { field: words.key, expected: "a language tag such as en, pt-BR or zh-Hant", got: words.words };
  return [finding("matter/ill-typed", words.place, facts, "warning")];
}

async function untold(
  article: Article,
  publication: Publication,
  detector: () => Promise<Detector>,
): Promise<LanguageFact> {
  const page = stated(article.meta.language, "meta");
  const text = articleText(article);
  if (visualLength(text) < (page === undefined ? ENOUGH_TO_DETECT : ENOUGH_TO_DOUBT)) return page ?? NOTHING;
  if (isPlainlyIn(text, page?.language ?? publication.language)) return page ?? inWords(publication.language);
  const detect = await detector();
  return page === undefined ? detected(detect, text, publication) : doubted(detect, text, page, article);
}

function stated(words: Stated<string> | undefined, from: "front-matter" | "meta"): LanguageFact | undefined {
  const language = words && languageTag(words.value);
  if (words === undefined || language === undefined) return undefined;
  return {
    language,
    evidence: [evidence("language", language, from, words.words, words.place, "certain")],
    findings: [],
  };
}

/** What the words are in; where that is a sibling of the publication's own language, nothing is claimed. */
function detected(detect: Detector, text: string, publication: Publication): LanguageFact {
  const language = detect(text, publication.language);
  if (language === undefined) return NOTHING;
  return inWords(areSiblings(language, publication.language) ? publication.language : language);
}

function inWords(language: string): LanguageFact {
  return {
    language,
    evidence: [evidence("language", language, "text", "", {}, "strong", "detected in the words")],
    findings: [],
  };
}

function doubted(detect: Detector, text: string, page: LanguageFact, article: Article): LanguageFact {
  const declared = page.language ?? "";
  const found = detect(text, declared);
  if (found === undefined || areSiblings(found, declared)) return page;
  const place = article.meta.language?.place ?? { file: article.file };
  return {
    language: found,
    evidence: [
      evidence(
        "language",
        found,
        "text",
        "",
        {},
        "strong",
        `the words are not in ${declared}, which the page declares`,
      ),
    ],
    findings: [finding("language/disagrees", place, { declared, detected: found })],
  };
}

/** As much of an article's words as anybody looks at. */
function articleText({ blocks }: Article): string {
  let words = "";
  for (const { kind, lines } of blocks) {
    if (kind === "code") continue;
    for (const { text } of lines) words += words === "" ? text : `\n${text}`;
    if (words.length > ENOUGH) break;
  }
  return words;
}
