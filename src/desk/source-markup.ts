import type { Mark } from "../explain/marks.ts";
import { html, type Markup } from "../pages/markup.ts";
import { harmless } from "../words.ts";

/**
 * An article's source as HTML, a list item a line with the id `L` and its number: the words marked that gave facts, and
 * the lines struck out that leave the body.
 */
export function sourceMarkup(source: readonly string[], marks: readonly Mark[], leaving: ReadonlySet<number>): Markup {
  const lines = source.map((text, index) => {
    const number = index + 1;
    const own = marks.filter(({ line }) => line === number);
    const look = leaving.has(number) ? "leaving" : "stays";
    return html`<li id="L${number}"><span>${number}</span><div class="${look}">${marked(text, own)}</div></li>
`;
  });
  return html`<ol class="source" dir="auto">
${lines}</ol>`;
}

/** Marks may overlap: a line is cut wherever one begins or ends, and each piece says all facts that it gave. */
function marked(text: string, marks: readonly Mark[]): Markup[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const words = harmless(text.slice(start, end));
    const facts = new Set(marks.filter((mark) => mark.start <= start && mark.end >= end).flatMap((mark) => mark.facts));
    return facts.size === 0 ? html`${words}` : html`<mark>${words}<sup>${[...facts].join(", ")}</sup></mark>`;
  });
}
