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
  /** The path of a page at this address, and its file, where one of ours may lie there. */
  const placeOf = (link: string): readonly [path: string, file: string] | undefined => {
    const path = pathBelow(link, paper.publication.url) ?? NOWHERE;
    const file = fileAt(path);
    return file === undefined || isBelowFile(file) ? undefined : [path, file];
  };
  // What is published goes before what was.
  for (const entry of paper.site.entries) {
    const place = placeOf(entry.link);
    if (place === undefined) continue;
    if (taken.has(place[1])) {
      site.pageless?.(entry);
      continue;
    }
    taken.add(place[1]);
    yield new ArticleFile(entry, place, { paper, frame });
  }
  for (const { link, page } of pagesOfThePast(paper)) {
    const [path = "", file = ""] = placeOf(link) ?? [];
    if (file === "" || taken.has(file)) continue;
    taken.add(file);
    yield madeWhenAsked(file, () => frame(page(placeAt(path))));
  }
  for (const { path, page, mark } of fixedPages(paper)) {
    const file = fileAt(placeAt(path).path);
    if (file !== undefined) yield madeWhenAsked(file, () => frame(page()), mark);
  }
}

/** The path of what is no page of ours: no file has it. */
const NOWHERE = "..";

/** The file of an article's page. A class, since a preview of ten thousand makes as many of them at every save. */
class ArticleFile implements OutFile {
  readonly path: string;
  private readonly entry: Entry;
  private readonly below: string;
  private readonly press: Press;
  private marking: (() => string) | undefined;

  constructor(entry: Entry, [below, file]: readonly [path: string, file: string], press: Press) {
    this.path = file;
    this.entry = entry;
    this.below = below;
    this.press = press;
  }

  get content(): string {
    const { paper, frame } = this.press;
    return frame(articlePage(this.entry, paper, placeAt(this.below)));
  }

  get mark(): () => string {
    this.marking ??= () => articleMark(this.entry, this.press.paper);
    return this.marking;
  }
}

/** What pages are made with. */
interface Press {
  readonly paper: Paper;
  readonly frame: (page: Page) => string;
}

/** A page where an article was, or was withdrawn. */
interface PageOfThePast {
  readonly link: string;
  readonly page: (place: Place) => Page;
}

function* pagesOfThePast(paper: Paper): Generator<PageOfThePast> {
  const { withdrawn, moved = [] } = paper.site;
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
  // Nearly every file has one stop, before its ending: a preview looks at each of them at every save.
  const isPlain = file.indexOf(".") > file.lastIndexOf("/") && !file.startsWith("_");
  return !isPlain && OUR_FILE.test(file);
}
