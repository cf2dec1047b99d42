import type { Edition } from "../edition/edition.ts";
import { hrefTo, near, type Place } from "./address.ts";
import { directionOf, spoken } from "./direction.ts";
import { autodiscovery } from "./discovery.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import type { Paper } from "./paper.ts";
import type { Speech } from "./speech.ts";

/** What is said of one page. */
export interface Page {
  readonly place: Place;
  readonly speech: Speech;
  /** Of the window. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Whether it is to be found by search engines: then it says its own address. */
  readonly found: boolean;
  /** Further elements of the head. */
  readonly head?: Markup;
  /** Editions to subscribe to from here, besides the main one. */
  readonly feeds: readonly Edition[];
  readonly main: Markup;
}

/** A page that is made when somebody asks for it, at a path below the publication's URL. */
export interface MarkedPage {
  readonly path: string;
  readonly page: () => Page;
  /** Differs wherever two versions of the page do. */
  readonly mark?: () => string;
}

/** What is the same on all pages of one language that lie equally deep. */
interface Surroundings {
  readonly head: Markup;
  readonly top: Markup;
  readonly bottom: Markup;
}

/** The files that pages are shown with, below the publication's URL. */
export const STYLE_FILE = "style.css";
export const SUBSCRIBE_PATH = "subscribe/";

/** Frames pages: what surrounds them is put together once for each language and depth. */
export function framer(paper: Paper): (page: Page) => string {
  const known = new Map<string, Surroundings>();
  return (page) => {
    const { place, speech } = page;
    const name = `${speech.language} ${place.up}${place.path === "" ? " front" : ""}`;
    let around = known.get(name);
    if (around === undefined) {
      around = surroundings(paper, place, speech);
      known.set(name, around);
    }
    return framed(paper, page, around);
  };
}

function framed({ publication }: Paper, page: Page, { head, top, bottom }: Surroundings): string {
  const { place, speech, title, description, found, feeds, main } = page;
  const { language } = speech;
  // Never resolved: a path such as `javascript:x` would be an address of its own.
  const address = publication.url + place.path;
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${description === undefined ? NOTHING : html`<meta name="description" content="${description}">\n`}${
  found ? html`<link rel="canonical" href="${address}">\n` : html`<meta name="robots" content="noindex">\n`
}${head}${feeds.map(autodiscovery)}${page.head ?? NOTHING}</head>
<body>
${top}<main id="content">
${main}</main>
${bottom}</body>
</html>
`.html;
}

function surroundings(paper: Paper, place: Place, speech: Speech): Surroundings {
  const { publication, front } = paper;
  const { wording, language } = speech;
  const own = spoken(publication.language, language);
  const isFront = place.path === "";
  const name = html`<a href="${place.up}" rel="home"${isFront ? html` aria-current="page"` : NOTHING}>${publication.title}</a>`;
  const icon = publication.icon && near(publication.icon, place, publication.url);
  return {
    head: html`<link rel="stylesheet" href="${hrefTo(STYLE_FILE, place)}">
${icon === undefined ? NOTHING : html`<link rel="icon" href="${icon}">\n`}${
  front.edition === undefined ? NOTHING : autodiscovery(front.edition)
}`,
    top: html`<a class="skip" href="#content">${wording.skip}</a>
<header class="masthead">
${isFront ? html`<h1 class="name"${own}>${name}</h1>` : html`<p class="name"${own}>${name}</p>`}
<nav aria-label="${wording.sections}">
<ul>
${paper.sections.map((section) => navigation(section.name, section.path, section.language, place, language))}<li class="subscribe"><a href="${hrefTo(SUBSCRIBE_PATH, place)}">${wording.subscribe}</a></li>
</ul>
</nav>
</header>
`,
    bottom: html`<footer class="imprint">
<p${own}>${publication.copyright ?? publication.title}</p>
<p><a href="${place.up}">${wording.frontPage}</a> · <a href="${hrefTo(SUBSCRIBE_PATH, place)}">${wording.subscribe}</a></p>
</footer>
`,
  };
}

function navigation(name: string, path: string, language: string, place: Place, around: string): Markup {
  return html`<li${spoken(language, around)}><a href="${hrefTo(path, place)}">${name}</a></li>\n`;
}
