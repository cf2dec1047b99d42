import type { Entry } from "../ledger/entry.ts";
import { hrefTo, near, type Place, placeAt } from "./address.ts";
import { spoken } from "./direction.ts";
import { FORMAT_NAMES } from "./discovery.ts";
import { type MarkedPage, type Page, SUBSCRIBE_PATH } from "./frame.ts";
import { listMark } from "./mark.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { shown } from "./media.ts";
import { websiteCard } from "./open-graph.ts";
import type { Paper, Rubric } from "./paper.ts";
import { type Speech, speechFor } from "./speech.ts";
import { anchorOf } from "./subscribe.ts";
import { teaser } from "./teaser.ts";

/** Articles on a page. */
const PAGE = 50;

/**
 * The pages of a rubric: the one with its newest articles, then those of older ones. They are numbered from the oldest
 * on, so that a page that is full stays as it is.
 */
export function* rubricPages(rubric: Rubric, paper: Paper): Generator<MarkedPage> {
  const oldest = numbered(rubric);
  const { entries, path } = rubric;
  for (let number = 1; number <= oldest; number += 1)
    yield {
      path: numberedPath(rubric, number),
      page: () => olderPage(rubric, number, oldest, paper),
      mark: () => listMark(rubric, onPage(rubric, number), [number, oldest === number ? 1 : 0], paper),
    };
  yield {
    path,
    page: () => newestPage(rubric, oldest, paper),
    mark: () => listMark(rubric, entries.slice(0, PAGE), [oldest, entries.length === 0 ? 0 : 1], paper),
  };
}

/** The entries of a page of older ones. */
function onPage({ entries }: Rubric, number: number): readonly Entry[] {
  const { length } = entries;
  return entries.slice(Math.max(length - number * PAGE, 0), length - (number - 1) * PAGE);
}

/** How many pages hold what the first has no room for. */
function numbered({ entries }: Rubric): number {
  return Math.ceil(Math.max(entries.length - PAGE, 0) / PAGE);
}

function newestPage(rubric: Rubric, older: number, paper: Paper): Page {
  const { entries, edition, title } = rubric;
  const { publication } = paper;
  const place = placeAt(rubric.path);
  const speech = speechFor(rubric.language);
  const { wording } = speech;
  const isFront = rubric === paper.front;
  const description = rubric.description ?? publication.description;
  return {
    place,
    speech,
    title: isFront ? publication.title : `${rubric.name} – ${publication.title}`,
    description: description === "" ? undefined : description,
    found: true,
    head: html`${inLanguages(rubric, paper)}${websiteCard(title, new URL(rubric.path, publication.url).href, description, publication)}`,
    feeds: edition === undefined || isFront ? [] : [edition],
    main: html`${heading(rubric, paper, place, speech)}<section aria-labelledby="newest">
<h2 id="newest">${wording.newest}</h2>
${
  entries.length === 0
    ? html`<p>${wording.nothingYet}</p>\n`
    : html`<ul class="teasers">
${entries.slice(0, PAGE).map((entry) => teaser(entry, paper, place, speech))}</ul>
`
}${older === 0 ? NOTHING : html`<p class="turn"><a href="${hrefTo(numberedPath(rubric, older), place)}">${wording.older}</a></p>\n`}</section>
${isFront ? contents(paper, place, speech) : NOTHING}`,
  };
}

function numberedPath({ path }: Rubric, number: number): string {
  return `${path}page/${number}/`;
}

function olderPage(rubric: Rubric, number: number, oldest: number, paper: Paper): Page {
  const { name, edition } = rubric;
  const place = placeAt(numberedPath(rubric, number));
  const speech = speechFor(rubric.language);
  const { wording } = speech;
  const theirs = onPage(rubric, number);
  const newer = number === oldest ? rubric.path : numberedPath(rubric, number + 1);
  return {
    place,
    speech,
    title: `${name}, ${wording.page(number)} – ${paper.publication.title}`,
    found: true,
    feeds: edition === undefined || rubric === paper.front ? [] : [edition],
    main: html`<h1><bdi>${name}</bdi>: ${wording.page(number)}</h1>
<h2>${wording.older}</h2>
<ul class="teasers">
${theirs.map((entry) => teaser(entry, paper, place, speech))}</ul>
<p class="turn"><a href="${hrefTo(newer, place)}">${wording.newer}</a>${
      number === 1
        ? NOTHING
        : html` · <a href="${hrefTo(numberedPath(rubric, number - 1), place)}">${wording.older}</a>`
    }</p>
`,
  };
}

/** What a page is about, and how to follow it. */
function heading(rubric: Rubric, paper: Paper, place: Place, speech: Speech): Markup {
  const { name, description, edition, person } = rubric;
  const isFront = rubric === paper.front;
  const face = shown(person?.avatar);
  const own = spoken(rubric.language, speech.language);
  // On the front page the name stands above already.
  return html`${isFront ? NOTHING : html`<h1${own}><bdi>${name}</bdi></h1>\n`}${
    face === undefined
      ? NOTHING
      : html`<img class="face" src="${near(face.url, place, paper.publication.url)}" alt="" width="96" height="96">\n`
  }${description === undefined || description === "" ? NOTHING : html`<p class="about"${own}>${description}</p>\n`}${
    edition === undefined ? NOTHING : follow(rubric, place, speech)
  }`;
}

function follow({ path, edition }: Rubric, place: Place, { wording }: Speech): Markup {
  const { feedLinks = {} } = edition?.feed.options ?? {};
  const formats = FORMAT_NAMES.map(([format, name]) => html` · <a href="${feedLinks[format]}">${name}</a>`);
  return html`<p class="follow"><a href="${hrefTo(SUBSCRIBE_PATH, place)}#${anchorOf(path)}">${wording.subscribe}</a>${formats}</p>\n`;
}

/** The front page and the pages of single languages are each other's counterparts. */
function inLanguages(rubric: Rubric, { front, rubrics, publication }: Paper): Markup {
  const languages = rubrics.filter(({ kind }) => kind === "language");
  if (languages.length === 0 || !(rubric === front || rubric.kind === "language")) return NOTHING;
  const link = (language: string, path: string): Markup =>
    html`<link rel="alternate" hreflang="${language}" href="${new URL(path, publication.url).href}">\n`;
  return html`${languages.map(({ language, path }) => link(language, path))}${link("x-default", front.path)}`;
}

/** More authors than these are found through their articles. */
const AUTHORS_NAMED = 60;

/** Below the newest articles: what else there is to read. */
function contents({ rubrics }: Paper, place: Place, { language, wording }: Speech): Markup {
  const list = (kind: Rubric["kind"], words: string, most = Infinity): Markup => {
    const all = rubrics.filter((rubric) => rubric.kind === kind);
    if (all.length === 0 || all.length > most) return NOTHING;
    return html`<section>
<h2>${words}</h2>
<ul class="topics">
${all.map((one) => html`<li${spoken(one.language, language)}><a href="${hrefTo(one.path, place)}">${nameOf(one)}</a></li>\n`)}</ul>
</section>
`;
  };
  return html`${list("section", wording.sections)}${list("own", wording.selections)}${list("language", wording.languages)}${list(
    "author",
    wording.authors,
    AUTHORS_NAMED,
  )}`;
}

/** A language's edition is called by its title: a tag says nothing to a reader. */
function nameOf({ kind, name, title }: Rubric): string {
  return kind === "language" ? title : name;
}
