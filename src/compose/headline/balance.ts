const PAIRS: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["«", "»"],
  ["(", ")"],
  ["[", "]"],
  ["「", "」"],
  ["『", "』"],
  ["（", "）"],
  ["《", "》"],
];

const MARKS = /["“”„«»‘()[\]「」『』（）《》]/u;

/** Whether every quotation and bracket that opens in a text closes in it. German „…“ and Swedish ”…” count in pairs. */
export function isBalanced(text: string): boolean {
  if (!MARKS.test(text)) return true;
  if (count(text, '"') % 2 === 1) return false;
  if (text.includes("„")) return count(text, "„") <= count(text, "“") + count(text, "”");
  const swedish = !text.includes("“") && text.includes("”");
  if (swedish && count(text, "”") % 2 === 1) return false;
  if (/(?<![\p{L}\d])‘(?!\d)/u.test(text) && !/’(?!\p{L})/u.test(text)) return false;
  return PAIRS.every(([open, close]) => (swedish && close === "”") || count(text, open) === count(text, close));
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** The same words without the marks of a quotation that the text doesn't finish. */
export function balanced(text: string): string {
  if (isBalanced(text)) return text;
  const bare = text
    .replace(/[“”„"«»「」『』‘()[\]（）《》]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return bare === "" ? text : bare;
}
