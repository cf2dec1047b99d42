import type { Entry } from "../ledger/entry.ts";
import { oneLine } from "../render/characters.ts";
import { webUrl } from "../render/urls.ts";
import { near, type Place } from "./address.ts";
import { spoken } from "./direction.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { languageOf, type Paper } from "./paper.ts";
import { plainNames } from "./people.ts";
import type { Speech } from "./speech.ts";
import { dayElement } from "./times.ts";

/** An article in a list: its headline, when it appeared and by whom, and its summary. */
export function teaser(entry: Entry, paper: Paper, from: Place, { language, wording }: Speech): Markup {
  const { title, section, people, published, description } = entry;
  const theirs = languageOf(entry, paper.publication);
  const summary = oneLine(description);
  const by = people.length === 0 ? NOTHING : html` · ${plainNames(people, wording)}`;
  // As a whole in the article's language and direction, but for the words of ours.
  return html`<li><article${spoken(theirs, language)}>
<h3>${titleLink(title, entry, paper, from)}</h3>
<p class="meta"${spoken(language, theirs)}>${dayElement(published, paper, wording)}${
    section === undefined ? NOTHING : html` · <bdi>${section}</bdi>`
  }${by}</p>
${summary === undefined ? NOTHING : html`<p>${summary}</p>\n`}</article></li>
`;
}

/** The same in one line. */
export function teaserLine(entry: Entry, paper: Paper, from: Place, { language, wording }: Speech): Markup {
  const own = spoken(languageOf(entry, paper.publication), language);
  const link = titleLink(entry.title, entry, paper, from);
  return html`<li><span${own}>${link}</span> <small>${dayElement(entry.published, paper, wording)}</small></li>\n`;
}

function titleLink(title: string, { link }: Entry, { publication }: Paper, from: Place): Markup {
  const { url } = publication;
  // A link of the writer's own may be of any scheme; only the web's are followed.
  return link.startsWith(url) || webUrl(link) !== undefined
    ? html`<a href="${near(link, from, url)}">${title}</a>`
    : html`${title}`;
}
