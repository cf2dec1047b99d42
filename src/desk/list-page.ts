import { html, type Markup, NOTHING } from "../pages/markup.ts";
import { articleAddress, dayAndHour, page } from "./frame.ts";
import type { Fate, Row } from "./roll.ts";

/** Beyond so many articles that nothing has happened to, a list helps nobody. */
const MOST_UNCHANGED = 200;

/** What stands around the list. */
interface Around {
  /** What is wrong with the whole. */
  readonly remarks: Markup;
  /** What aggregators would miss. */
  readonly ready: Markup;
}

/** The desk: every article, those that need a human first. */
export function listPage(publication: string | undefined, rows: readonly Row[], { remarks, ready }: Around): string {
  const left = new Set(rows.filter(isQuiet).slice(MOST_UNCHANGED));
  const title = publication === undefined ? "Nothing would be published" : `${publication}: what a build would publish`;
  const older = html`<p class="quiet">… and ${left.size} older ones that have not changed.</p>`;
  return page(
    "The desk",
    html`<h1>${title}</h1>
<p>${counts(rows)}</p>
${remarks}
<table>
<thead><tr><th scope="col">What happens</th><th scope="col">Article</th><th scope="col">Date</th><th scope="col">Look at</th></tr></thead>
<tbody>
${rows.filter((row) => !left.has(row)).map(rowMarkup)}</tbody>
</table>
${left.size === 0 ? NOTHING : older}
${ready}`,
  );
}

function isQuiet({ fate, errors, warnings }: Row): boolean {
  return fate === "unchanged" && errors + warnings === 0;
}

const FATES: readonly Fate[] = ["refused", "new", "updated", "held back", "draft", "unchanged"];

function counts(rows: readonly Row[]): string {
  const parts = FATES.map((fate) => [rows.filter((row) => row.fate === fate).length, fate] as const);
  const said = parts.filter(([count]) => count > 0).map(([count, fate]) => `${count} ${fate}`);
  return said.length === 0 ? "There is no article." : `${said.join(", ")}.`;
}

function rowMarkup({ file, title, fate, at, errors, warnings }: Row): Markup {
  const name = title === file ? NOTHING : html` <span class="quiet">${file}</span>`;
  const date = at === undefined ? "" : `${fate === "held back" ? "until " : ""}${dayAndHour(at)}`;
  const link = html`<a data-row href="${articleAddress(file)}" dir="auto">${title}</a>`;
  const look = html`${number(errors, "error")} ${number(warnings, "warning")}`;
  return html`<tr><td class="fate ${fate.split(" ")[0]}">${fate}</td><td>${link}${name}</td><td>${date}</td><td>${look}</td></tr>
`;
}

function number(count: number, what: string): Markup {
  return count === 0 ? NOTHING : html`<span class="${what}">${count} ${count === 1 ? what : `${what}s`}</span>`;
}
