/** Text as HTML character data and attribute values. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (character) => ESCAPES[character] ?? character) : text;
}

const SPECIAL = /[&<>"]/;
const SPECIALS = /[&<>"]/g;
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** White space as a reader sees it: runs of it are one blank (a no-break space is a blank too), ends are none. */
export function folded(text: string): string {
  // Most text has single plain blanks only; to see that is much cheaper than to replace each.
  return (text.includes("  ") || OTHER_SPACE.test(text) ? text.replace(SPACES, " ") : text).trim();
}

const OTHER_SPACE = /[^\S ]/;

/**
 * White space as a body keeps it: what HTML takes for one blank is one, but the no-break blanks of French and the wide
 * ones of Japanese are letters of the text.
 */
export function kept(text: string): string {
  return text.replace(BREAKING, " ").trim();
}

const BREAKING = / *[\t\n\f\r\u2028\u2029][\t\n\f\r \u2028\u2029]*| {2,}/g;
/** All but a single plain blank, which most are. */
const SPACES = / *[^\S ]\s*| {2,}/g;

const ADDRESS = /\bhttps?:\/\/[^\s<>"'“”‘’«»()[\]{}]+/g;
/** What ends the sentence around an address rather than the address. */
const TRAILING: ReadonlySet<string> = new Set(".,;:!?…");

/** A loop: a pattern that is anchored at the end only would try every start of a long row of stops. */
function withoutTrailing(address: string): string {
  let end = address.length;
  while (TRAILING.has(address[end - 1] ?? "")) end -= 1;
  return address.slice(0, end);
}

/** Plain text as inline HTML, with the web addresses that stand in it as links. */
export function inlineHtml(text: string): string {
  if (!text.includes("://")) return escapeHtml(text);
  let html = "";
  let end = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(match);
    if (!URL.canParse(address)) continue;
    html += `${escapeHtml(text.slice(end, index))}<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
    end = index + address.length;
  }
  return html + escapeHtml(text.slice(end));
}
