import type { Edition } from "../edition/edition.ts";
import type { Entry } from "../ledger/entry.ts";
import { webUrl } from "../render/urls.ts";
import { hrefTo, near, type Place } from "./address.ts";
import { bodyOf } from "./body.ts";
import { spoken } from "./direction.ts";
import type { Page } from "./frame.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { leadPicture, players } from "./media.ts";
import { newsArticle } from "./news-article.ts";
import { articleCard } from "./open-graph.ts";
import { languageOf, type Paper, type Rubric } from "./paper.ts";
import { names } from "./people.ts";
import { type Speech, speechFor } from "./speech.ts";
import { dateline } from "./times.ts";
import { otherLanguages, translationLinks } from "./translations.ts";

/** The page of an article. */
export function articlePage(entry: Entry, paper: Paper, place: Place): Page {
  const { publication } = paper;
  const language = languageOf(entry, publication);
  const speech = speechFor(language);
  const { wording } = speech;
  const own = spoken(language, speech.language);
  const { title, people, helpers } = entry;
  const files = (address: string): string => near(address, place, publication.url);
  return {
    place,
    speech,
    title: `${title} – ${publication.title}`,
    description: entry.description,
    found: true,
    head: html`${otherLanguages(entry, publication)}${articleCard(entry, publication)}${newsArticle(entry, publication)}`,
    feeds: feedsOf(entry, paper),
    main: html`<article>
<header>
${sectionLink(entry, paper, place)}<h1${own}>${title}</h1>
${people.length === 0 ? NOTHING : html`<p class="byline">${wording.by}${names(people, paper, place, wording)}</p>\n`}${
  helpers.length === 0 ? NOTHING : html`<p class="byline">${wording.with}${names(helpers, paper, place, wording)}</p>\n`
}${dateline(entry, paper, wording)}${translationLinks(entry, wording)}</header>
${leadPicture(entry, files, wording)}${players(entry, files, wording)}<div class="body"${own}>
${bodyOf(entry, place, publication.url)}</div>
${colophon(entry, paper, place, speech, own)}</article>
`,
  };
}

/** The feeds that an article stands in: those of its section and of its authors. */
function feedsOf({ section, people }: Entry, paper: Paper): readonly Edition[] {
  const rubrics = [
    ...(section === undefined ? [] : [paper.rubric("section", section)]),
    ...people.map(({ name }) => paper.rubric("author", name)),
  ];
  return [...new Set(rubrics.flatMap((rubric) => rubric?.edition ?? []))];
}

function sectionLink({ section }: Entry, paper: Paper, place: Place): Markup {
  if (section === undefined) return NOTHING;
  return html`<p class="section">${topicLink(section, paper.rubric("section", section), place)}</p>\n`;
}

function topicLink(name: string, rubric: Rubric | undefined, place: Place): Markup {
  return rubric === undefined
    ? html`<bdi>${name}</bdi>`
    : html`<a href="${hrefTo(rubric.path, place)}"><bdi>${name}</bdi></a>`;
}

/** What stands below an article: about its authors, where it comes from, what it is about, whose it is. */
function colophon(
  { bio, credit, tags, copyright, content, license }: Entry,
  paper: Paper,
  place: Place,
  { wording }: Speech,
  own: Markup,
): Markup {
  const lines = [
    bio === undefined ? NOTHING : html`<p${own}>${bio}</p>\n`,
    // Most articles name their source themselves.
    credit === undefined || content?.includes(html`${credit}`.html) === true
      ? NOTHING
      : html`<p>${wording.source}${wording.space}<bdi>${credit}</bdi></p>\n`,
    tags.length === 0
      ? NOTHING
      : html`<ul class="tags" aria-label="${wording.tags}">
${tags.map((tag) => html`<li>${topicLink(tag, paper.rubric("tag", tag), place)}</li>\n`)}</ul>
`,
    copyright === undefined ? NOTHING : html`<p><small>${copyright}</small></p>\n`,
    licence(license ?? paper.publication.license),
  ].filter((line) => line !== NOTHING);
  return lines.length === 0 ? NOTHING : html`<footer>\n${lines}</footer>\n`;
}

/** A licence is its address: the page of one says what it is called. */
function licence(address: string | undefined): Markup {
  const href = webUrl(address);
  return href === undefined
    ? NOTHING
    : html`<p><small><a rel="license" href="${href}"><bdi dir="ltr">${href}</bdi></a></small></p>\n`;
}
