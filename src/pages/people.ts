import type { Person } from "../publication/publication.ts";
import { contactUrl } from "../render/urls.ts";
import { hrefTo, type Place } from "./address.ts";
import { html, type Markup } from "./markup.ts";
import type { Paper } from "./paper.ts";
import type { Wording } from "./wording/wording.ts";

/** Names as a sentence has them, each leading to its bearer's page. */
export function names(people: readonly Person[], paper: Paper, from: Place, { comma, and }: Wording): Markup {
  return html`${people.map((person, index) => {
    const between = index === 0 ? "" : index === people.length - 1 ? and : comma;
    return html`${between}${linked(person, paper, from)}`;
  })}`;
}

function linked({ name, uri }: Person, paper: Paper, from: Place): Markup {
  const page = paper.rubric("author", name);
  const href = page === undefined ? contactUrl(uri) : hrefTo(page.path, from);
  // A name keeps its own direction among words of the other one.
  return href === undefined ? html`<bdi>${name}</bdi>` : html`<a rel="author" href="${href}"><bdi>${name}</bdi></a>`;
}

/** The same without links, where one line has to do. */
export function plainNames(people: readonly Person[], { comma, and }: Wording): Markup {
  return html`${people.map(
    ({ name }, index) => html`${index === 0 ? "" : index === people.length - 1 ? and : comma}<bdi>${name}</bdi>`,
  )}`;
}
