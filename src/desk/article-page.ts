import type { Evidence } from "../compose/evidence.ts";
import type { Story } from "../compose/story.ts";
import { marksOf } from "../explain/marks.ts";
import type { Finding } from "../finding.ts";
import type { Entry } from "../ledger/entry.ts";
import { html, type Markup, NOTHING, sound } from "../pages/markup.ts";
import type { Publication } from "../publication/publication.ts";
import type { Article } from "../read/article.ts";
import { words } from "../words.ts";
import { isAdvice } from "./aggregators.ts";
import { articleAddress, dayAndHour, page } from "./frame.ts";
import type { Row } from "./roll.ts";
import { sourceMarkup } from "./source-markup.ts";
import { written } from "./written.ts";

/** All that is known of an article on the desk. */
export interface OnDesk {
  readonly row: Row;
  readonly article: Article;
  readonly story: Story;
  readonly publication: Publication;
  /** Absent where it would not be published. */
  readonly entry?: Entry | undefined;
  readonly next?: string | undefined;
  readonly previous?: string | undefined;
}

/** An article's page: what to look at, its words with what they gave, the facts beside, and how it looks to readers. */
export function articlePage(onDesk: OnDesk): string {
  const { row, article, story, next, previous } = onDesk;
  const leaving = (story.spent ?? []).flatMap(
    ({ block, line }) => article.blocks[block]?.lines[line]?.place.line ?? [],
  );
  const title = story.title === "" ? row.file : story.title;
  const { fate } = row;
  return page(
    `${title} – the desk`,
    html`<h1 dir="auto">${title}</h1>
<p><span class="fate ${fate.split(" ")[0]}">${fate}</span>${when(row)} · ${row.file}${step("k", previous, "previous")}${step("j", next, "next")}</p>
${findingsMarkup(row.findings.filter((one) => !isAdvice(one)))}
<div class="two">
<section aria-labelledby="words"><h2 id="words">The article, and which words gave what</h2>
${sourceMarkup(article.source, marksOf(article.source, story.evidence), new Set(leaving))}
</section>
<section aria-labelledby="facts"><h2 id="facts">Facts</h2>
${factsMarkup(story.evidence)}
</section>
</div>
${adviceMarkup(row.findings.filter(isAdvice))}
${readerMarkup(onDesk)}
${writtenMarkup(onDesk)}`,
  );
}

function when({ at, fate }: Row): string {
  if (at === undefined) return "";
  return ` · ${fate === "held back" ? "until " : ""}${dayAndHour(at)}`;
}

function step(key: string, file: string | undefined, name: string): Markup {
  return file === undefined ? NOTHING : html` · <a data-key="${key}" href="${articleAddress(file)}">${name}</a>`;
}

const WEIGHT: Readonly<Record<Finding["severity"], number>> = { error: 0, warning: 1, note: 2 };

/** What is wrong comes first. */
export function findingsMarkup(findings: readonly Finding[]): Markup {
  if (findings.length === 0) return NOTHING;
  return html`<section aria-label="Look at">${list(findings)}</section>`;
}

/** What nobody has to mend, and some would be glad of. */
function adviceMarkup(advice: readonly Finding[]): Markup {
  if (advice.length === 0) return NOTHING;
  return html`<section aria-labelledby="advice"><h2 id="advice">What aggregators would miss</h2>
${list(advice)}</section>`;
}

function list(findings: readonly Finding[]): Markup {
  const items = findings
    .toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
    .map((one) => {
      const { wrong, mend } = words(one);
      const { severity, place } = one;
      return html`<li><p><strong class="${severity}">${severity}</strong>${lineLink(place.line, " ")} ${wrong}</p><p class="quiet">${mend}</p></li>
`;
    });
  return html`<ul class="findings">
${items}</ul>`;
}

function lineLink(line: number | undefined, before: string): Markup {
  return line === undefined ? NOTHING : html`${before}<a href="#L${line}">line ${line}</a>`;
}

function factsMarkup(evidence: readonly Evidence[]): Markup {
  const rows = evidence.map(({ field, value, from, line, sure, because }) => {
    const doubt = html`<span class="${sure === "weak" ? "warning" : "quiet"}">${sure}</span>`;
    const why = because === undefined ? "" : `: ${because}`;
    const said = html`<span class="quiet">${doubt}, ${from}${lineLink(line, ", ")}${why}</span>`;
    return html`<tr><th scope="row">${field}</th><td dir="auto">${value}<br>${said}</td></tr>
`;
  });
  return rows.length === 0
    ? html`<p>None.</p>`
    : html`<table><tbody>
${rows}</tbody></table>`;
}

const READER =
  "body{font:17px/1.6 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}img,video{max-width:100%}h1{line-height:1.2}.by{color:#555;font:14px system-ui}";

/** As a reader shows it, where nothing of it can run or reach this page. The body has been sanitised. */
function readerMarkup({ story, entry, publication }: OnDesk): Markup {
  const authors = (entry?.people ?? story.authors).map(({ name }) => name).join(", ");
  const at = entry?.published ?? story.published?.at;
  const by = [authors, at === undefined ? "" : dayAndHour(at), publication.title].filter(Boolean).join(" · ");
  const shown = html`<!doctype html>
<html lang="${story.language ?? publication.language}">
<head><title>${entry?.title ?? story.title}</title><base href="${entry?.link ?? publication.url}" target="_blank"><style>${sound(READER)}</style></head>
<body dir="auto"><h1>${entry?.title ?? story.title}</h1><p class="by">${by}</p>${sound(entry?.content ?? story.body)}</body></html>`;
  return html`<section aria-labelledby="reader"><h2 id="reader">As a reader shows it</h2>
<iframe title="As a reader shows it" sandbox srcdoc="${shown.html}"></iframe></section>`;
}

function writtenMarkup({ entry, publication }: OnDesk): Markup {
  if (entry === undefined) return html`<section><h2>In the feeds</h2><p>It would not stand in them.</p></section>`;
  const { rss, atom, json } = written(entry, publication);
  const part = (name: string, text: string): Markup =>
    html`<details><summary>${name}</summary><pre tabindex="0">${text}</pre></details>
`;
  return html`<section aria-labelledby="feeds"><h2 id="feeds">In the feeds</h2>
${part("RSS", rss)}${part("Atom", atom)}${part("JSON Feed", json)}</section>`;
}
