import type { OutFile, Site } from "../edition/edition.ts";
import { madeWhenAsked } from "../edition/out-file.ts";
import type { Entry } from "../ledger/entry.ts";
import { missingPage, movedPage, withdrawnPage } from "./absence.ts";
import { fileAt, type Place, pathBelow, placeAt } from "./address.ts";
import { articlePage } from "./article.ts";
import { COPY_SCRIPT } from "./copy-script.ts";
import { framer, type MarkedPage, type Page, STYLE_FILE, SUBSCRIBE_PATH } from "./frame.ts";
import { articleMark } from "./mark.ts";
import { type Paper, paperOf } from "./paper.ts";
import { rubricPages } from "./rubric-page.ts";
import { STYLE } from "./style.ts";
import { COPY_FILE, subscribePage } from "./subscribe.ts";

/**
 * The pages of a site, where it is to have any, made one by one as they are asked for: of articles, of editions and
 * topics, to subscribe, of what is withdrawn or moved or missing. What is linked to comes before what links to it; the
 * front page comes last. No two have one file: an article whose link leads to another page's place has none.
 */
export function* pagesOf(site: Site): Generator<OutFile> {
  const paper = site.publication.pages ? paperOf(site) : undefined;
  if (paper === undefined) return;
  const frame = framer(paper);
  yield { path: STYLE_FILE, content: STYLE };
  yield { path: COPY_FILE, content: COPY_SCRIPT };
  const taken = new Set([...ownFiles(paper), "index.html"]);
  for (const { link, page, mark, entry } of writtenPages(paper)) {
    const path = pathBelow(link, paper.publication.url) ?? NOWHERE;
    const file = fileAt(path);
    if (file === undefined || isBelowFile(file)) continue;
    if (taken.has(file)) {
      if (entry !== undefined) site.pageless?.(entry);
      continue;
    }
    taken.add(file);
    yield madeWhenAsked(file, () => frame(page(placeAt(path))), mark);
  }
  for (const { path, page, mark } of fixedPages(paper)) {
    const file = fileAt(placeAt(path).path);
    if (file !== undefined) yield madeWhenAsked(file, () => frame(page()), mark);
  }
}

/** The path of what is no page of ours: no file has it. */
const NOWHERE = "..";

/** A page that belongs to an article. */
interface WrittenPage {
  readonly link: string;
  readonly page: (place: Place) => Page;
  readonly mark?: () => string;
  /** The article, where it is published. */
  readonly entry?: Entry;
}

/** Every page that belongs to an article, by its address. What is published goes before what was. */
function* writtenPages(paper: Paper): Generator<WrittenPage> {
  const { entries, withdrawn, moved = [] } = paper.site;
  for (const entry of entries) {
    const mark = (): string => articleMark(entry, paper);
    yield { link: entry.link, page: (place) => articlePage(entry, paper, place), mark, entry };
  }
  for (const one of moved) yield { link: one.from, page: (place) => movedPage(one, paper, place) };
  for (const one of withdrawn)
    if (one.link !== undefined) yield { link: one.link, page: (place) => withdrawnPage(one, paper, place) };
}

/** The pages that a site has whatever its articles are. */
function* fixedPages(paper: Paper): Generator<MarkedPage> {
  for (const rubric of paper.rubrics) yield* rubricPages(rubric, paper);
  yield { path: "404.html", page: () => missingPage(paper) };
  yield { path: SUBSCRIBE_PATH, page: () => subscribePage(paper) };
  yield* rubricPages(paper.front, paper);
}

/** The files of those that have a name of their own: no article can have them. */
function ownFiles({ rubrics }: Paper): string[] {
  const paths = ["404.html", "subscribe/", ...rubrics.map(({ path }) => path)];
  return paths.flatMap((path) => fileAt(path) ?? []);
}

/** What ends so is a file of ours wherever it stands, as is what begins so in the root: no page can lie in one. */
const OUR_FILE = /\.(?:html?|xml|json|opml|css|js|conf|map)\/|^_[^/]*\//i;

function isBelowFile(file: string): boolean {
  return OUR_FILE.test(file);
}
