import { WANTS } from "../edition/profiles.ts";
import type { Finding } from "../finding.ts";
import { html, type Markup, NOTHING } from "../pages/markup.ts";
import type { Publication } from "../publication/publication.ts";
import { words } from "../words.ts";
import { articleAddress } from "./frame.ts";
import type { Row } from "./roll.ts";

/** Whether a finding tells what aggregators would miss. */
export function isAdvice({ code }: Finding): boolean {
  return code.startsWith("profile/");
}

function minds(one: Finding, name: string): boolean {
  return isAdvice(one) && "profiles" in one.facts && one.facts.profiles.includes(name);
}

/**
 * Each aggregator that the publication wants to be ready for, with what it would miss: in the publication (`whole`, the
 * findings of no article), and in which articles. Nothing where none is wanted.
 */
export function aggregatorsMarkup(
  { profiles }: Pick<Publication, "profiles">,
  whole: readonly Finding[],
  rows: readonly Row[],
): Markup {
  if (profiles.length === 0) return NOTHING;
  return html`<section aria-labelledby="aggregators"><h2 id="aggregators">Ready for aggregators</h2>
<dl>
${profiles.map((profile) => aggregator(WANTS[profile].name, whole, rows))}</dl></section>
`;
}

function aggregator(name: string, whole: readonly Finding[], rows: readonly Row[]): Markup {
  const own = whole.filter((one) => minds(one, name));
  const lacking = rows.filter(({ findings }) => findings.some((one) => minds(one, name)));
  const answer =
    own.length + lacking.length === 0
      ? html`<dd class="new">ready</dd>
`
      : NOTHING;
  return html`<dt>${name}</dt>
${answer}${own.map(lack)}${articles(lacking)}`;
}

function lack(one: Finding): Markup {
  const { wrong, mend } = words(one);
  return html`<dd>${wrong} <span class="quiet">${mend}</span></dd>
`;
}

function articles(rows: readonly Row[]): Markup {
  if (rows.length === 0) return NOTHING;
  const links = rows.map(
    ({ file, title }) => html`<li><a href="${articleAddress(file)}#advice" dir="auto">${title}</a></li>
`,
  );
  return html`<dd><details><summary>${rows.length} ${rows.length === 1 ? "article lacks" : "articles lack"} something</summary>
<ul>
${links}</ul></details></dd>
`;
}
