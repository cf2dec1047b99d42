/** Text as HTML character data and attribute values. */
export function escapeHtml(text: string): string {
  // Few lines have one of them: four quick looks take a third of the time of an expression.
  if (!(text.includes("&") || text.includes("<") || text.includes(">") || text.includes('"'))) return text;
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** White space as a reader sees it: runs of it are one blank (a no-break space is a blank too), ends are none. */
export function folded(text: string): string {
  if (!isFoldable(text)) return text;
  return text.replace(/[\s\u00a0\u2007\u202f\u2028\u2029]+/g, " ").trim();
}

/** Asked of every line, few of which are: three quick looks take less than one expression for all. */
function isFoldable(text: string): boolean {
  return text.startsWith(" ") || text.endsWith(" ") || text.includes("  ") || NO_BLANK.test(text);
}

const NO_BLANK = /[^\S ]/;

const ADDRESS = /\bhttps?:\/\/[^\s<>"'“”‘’«»()[\]{}]+/g;
const TRAILING = /[.,;:!?…]+$/;

/** Plain text as inline HTML, with the web addresses that stand in it as links. */
export function inlineHtml(text: string): string {
  if (!text.includes("://")) return escapeHtml(text);
  let html = "";
  let end = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const address = match.replace(TRAILING, "");
    if (!URL.canParse(address)) continue;
    html += `${escapeHtml(text.slice(end, index))}<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
    end = index + address.length;
  }
  return html + escapeHtml(text.slice(end));
}
