import type { Edition } from "../edition/edition.ts";
import { decoded, hrefTo, type Place, placeAt } from "./address.ts";
import { spoken } from "./direction.ts";
import { FORMAT_NAMES } from "./discovery.ts";
import { FEED_READERS, installedReader } from "./feed-readers.ts";
import { type Page, SUBSCRIBE_PATH } from "./frame.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { websiteCard } from "./open-graph.ts";
import type { Paper, Rubric } from "./paper.ts";
import { type Speech, speechFor } from "./speech.ts";
import { teaserLine } from "./teaser.ts";

/** The script of the copy buttons, below the publication's URL. */
export const COPY_FILE = "copy.js";
const OPML_FILE = "feeds.opml";

/** Newest articles of each feed. */
const NEWEST = 3;
/** Feeds of one kind; of more, those with most articles are shown, and the list of all feeds has the rest. */
const MOST = 100;

/** Where the subscribe page tells of the feed of what lies at this path. */
export function anchorOf(path: string): string {
  return path === "" ? "everything" : (decoded(path) ?? path).replace(/\/$/, "").replaceAll("/", "-");
}

/** The page that says what feeds are, lists them, and opens them. */
export function subscribePage(paper: Paper): Page {
  const { publication, front } = paper;
  const place = placeAt(SUBSCRIBE_PATH);
  const speech = speechFor(publication.language);
  const { wording } = speech;
  const title = `${wording.subscribe} – ${publication.title}`;
  const address = new URL(SUBSCRIBE_PATH, publication.url).href;
  const group = (kind: Rubric["kind"], heading: string): Markup => groupOf(kind, heading, paper, place, speech);
  return {
    place,
    speech,
    title,
    description: wording.explanation[0],
    found: true,
    head: html`${websiteCard(title, address, wording.explanation[0], publication)}<script type="module" src="${hrefTo(COPY_FILE, place)}"></script>\n`,
    feeds: [],
    main: html`<h1>${wording.subscribe}</h1>
<p>${wording.explanation.join(wording.space)}</p>
<h2>${wording.everything}</h2>
${feed(front, place, paper, speech)}${group("language", wording.languages)}${group("section", wording.sections)}${group(
  "own",
  wording.selections,
)}${group("author", wording.authors)}${group("tag", wording.tags)}<p><a href="${hrefTo(OPML_FILE, place)}" type="text/x-opml">${wording.allFeeds}</a></p>
`,
  };
}

function groupOf(kind: Rubric["kind"], heading: string, paper: Paper, place: Place, speech: Speech): Markup {
  const all = paper.rubrics.filter((rubric) => rubric.kind === kind && rubric.edition !== undefined);
  if (all.length === 0) return NOTHING;
  const biggest = new Set(all.toSorted((a, b) => b.entries.length - a.entries.length).slice(0, MOST));
  const chosen = all.filter((rubric) => biggest.has(rubric));
  return html`<h2>${heading}</h2>\n${chosen.map((rubric) => feed(rubric, place, paper, speech))}`;
}

/** One feed: its name, its address to copy, where to open it, and what is in it. */
function feed(rubric: Rubric, place: Place, paper: Paper, speech: Speech): Markup {
  const { edition, path, entries, title } = rubric;
  if (edition === undefined) return NOTHING;
  const { wording, language } = speech;
  const { feedLinks = {} } = edition.feed.options;
  const address = feedLinks.rss ?? "";
  const own = spoken(rubric.language, language);
  const newest = entries.slice(0, NEWEST);
  return html`<section class="feed" id="${anchorOf(path)}">
<h3${own}><a href="${hrefTo(path, place)}">${title}</a></h3>
<p class="address"><span class="label">${wording.feedAddress}${wording.colon}</span><code dir="ltr">${address}</code> <button type="button" data-copy="${address}" data-copied="${wording.copied}" aria-label="${wording.copy}: ${title}" hidden>${wording.copy}</button> <span role="status"></span></p>
<p class="formats">${wording.formats}${wording.colon}${formats(edition)}</p>
<p class="readers">${wording.openIn}${wording.space}${FEED_READERS.map(
    ({ name, subscribe }) => html`<a href="${subscribe(address)}">${name}</a>${wording.comma}`,
  )}<a href="${installedReader(address)}">${wording.installedReader}</a></p>
${
  newest.length === 0
    ? NOTHING
    : html`<ul class="lines">\n${newest.map((entry) => teaserLine(entry, paper, place, speech))}</ul>\n`
}</section>
`;
}

function formats({ feed: { options } }: Edition): readonly Markup[] {
  const { feedLinks = {} } = options;
  return FORMAT_NAMES.map(
    ([format, name], index) => html`${index === 0 ? "" : " · "}<a href="${feedLinks[format]}">${name}</a>`,
  );
}
