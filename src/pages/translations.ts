import type { Entry } from "../ledger/entry.ts";
import type { Publication } from "../publication/publication.ts";
import { spoken } from "./direction.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { languageOf } from "./paper.ts";
import type { Wording } from "./wording/wording.ts";

/** The same article in other languages, for search engines: each page names all of them, itself included. */
export function otherLanguages(entry: Entry, publication: Publication): Markup {
  const { translations = [], link } = entry;
  if (translations.length === 0) return NOTHING;
  const all = [{ language: languageOf(entry, publication), link }, ...translations];
  return html`${all
    .toSorted((a, b) => (a.language < b.language ? -1 : 1))
    .map((one) => html`<link rel="alternate" hreflang="${one.language}" href="${one.link}">\n`)}`;
}

/** The same for people. A language is named in itself, as those look for it who read it. */
export function translationLinks({ translations = [] }: Entry, wording: Wording): Markup {
  if (translations.length === 0) return NOTHING;
  return html`<p class="translations">${wording.translations}${wording.space}${translations.map(
    ({ language, link, title }, index) => {
      const between = index === 0 ? "" : wording.comma;
      const own = spoken(language, wording.language);
      return html`${between}<a href="${link}" hreflang="${language}"${own}>${title}</a>`;
    },
  )}</p>\n`;
}
