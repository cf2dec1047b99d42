/** The characters of XML 1.0 (2.2, 2.3), as expressions over UTF-16 text. */

const NAME_START =
  ":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
export const NAME: string = `[${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
/** The names that nearly all elements and attributes have: the same in ASCII. */
export const ASCII_NAME: string = "[:A-Z_a-z][:A-Z_a-z\\-.0-9]*";

/** Controls, two that are no characters, and halves of a surrogate pair. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
/** The same with all surrogates: looking at UTF-16 units is several times as fast as at code points. */
const SUSPECT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/;
/** And with the rare ones that stand between: the fewer ranges, the faster. Most documents have none of them. */
const RARE = /[^\n\u0020-\uD7FF]/;

/** Whether a text holds anything that few do: other ends of lines, what no XML document may, tabs, private signs. */
export function isRare(text: string): boolean {
  return RARE.test(text);
}

/** Whether a text may hold what no XML document may. */
export function isSuspect(text: string): boolean {
  return SUSPECT.test(text);
}

/** The offset of the first character that no XML document may hold; -1 if there is none. */
export function forbiddenIn(text: string): number {
  return SUSPECT.test(text) ? text.search(FORBIDDEN) : -1;
}

export function isAllowed(codePoint: number): boolean {
  if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return false;
  return forbiddenIn(String.fromCodePoint(codePoint)) < 0;
}
