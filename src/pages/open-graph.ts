import type { Entry } from "../ledger/entry.ts";
import type { Publication } from "../publication/publication.ts";
import { rfc3339 } from "../render/dates.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { type Shown, shown } from "./media.ts";

/** What messengers and networks show of a link (ogp.me). */
function property(name: string, content: string | number | undefined): Markup {
  return content === undefined ? NOTHING : html`<meta property="${name}" content="${content}">\n`;
}

function pictured(picture: Shown | undefined): Markup {
  if (picture === undefined) return html`<meta name="twitter:card" content="summary">\n`;
  const { url, alt, width, height } = picture;
  return html`${property("og:image", url)}${property("og:image:width", width)}${property("og:image:height", height)}${
    alt === "" ? NOTHING : property("og:image:alt", alt)
  }<meta name="twitter:card" content="summary_large_image">\n`;
}

/** A page that lists articles, or tells of itself. */
export function websiteCard(title: string, address: string, description: string | undefined, of: Publication): Markup {
  return html`${property("og:type", "website")}${property("og:title", title)}${property("og:url", address)}${property(
    "og:site_name",
    of.title,
  )}${property("og:description", description)}${pictured(shown(of.logo ?? of.icon))}`;
}

/** An article. */
export function articleCard(entry: Entry, publication: Publication): Markup {
  const { title, link, published, date, people, description, section, tags } = entry;
  return html`${property("og:type", "article")}${property("og:title", title)}${property("og:url", link)}${property(
    "og:site_name",
    publication.title,
  )}${property("og:description", description)}${pictured(shown(entry.image) ?? shown(publication.logo))}${property(
    "article:published_time",
    rfc3339(published),
  )}${date > published ? property("article:modified_time", rfc3339(date)) : NOTHING}${property(
    "article:section",
    section,
  )}${tags.map((tag) => property("article:tag", tag))}${people.map(
    ({ name }) => html`<meta name="author" content="${name}">\n`,
  )}`;
}
