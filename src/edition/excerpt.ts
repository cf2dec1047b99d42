import { sentences } from "../compose/sentences.ts";

/** An excerpt ends with a sentence, unless that is a very long one; characters. */
const LONGEST = 1000;
/** A summary made of the lead stands no further from its beginning than a dateline is long. */
const FURTHEST = 200;

const PARAGRAPH = /<p\b[^>]*>([\s\S]*?)<\/p>/g;
const TAG = /<[^>]*>/g;

/**
 * A description of at least so many characters, for those who ask for one: the summary with the sentences that follow
 * it in the body. A summary in other words than the body's is its writer's, and stays as it is.
 */
export function lengthened(description: string, content: string | undefined, least: number): string {
  if (content === undefined || [...description].length >= least) return description;
  const text = paragraphs(content);
  const start = text.indexOf(description.replace(/\s*(?:…|\.\.\.)$/, ""));
  if (start === -1 || start > FURTHEST) return description;
  const rest = text.slice(start);
  const enough = sentences(rest).find(({ end }) => [...rest.slice(0, end)].length >= least);
  return enough === undefined || enough.end > LONGEST ? cut(rest, description) : rest.slice(0, enough.end);
}

/** The words of a body's paragraphs. Sanitised HTML writes no other references. */
function paragraphs(content: string): string {
  const words = [...content.matchAll(PARAGRAPH)].map(([, inner = ""]) => inner.replace(TAG, ""));
  return words
    .join(" ")
    .replace(/\s+/g, " ")
    .trim()
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&amp;", "&");
}

/** All of a short text; of a long one the words that fit. */
function cut(text: string, otherwise: string): string {
  if (text.length <= LONGEST) return text === "" ? otherwise : text;
  const words = text.slice(0, LONGEST);
  const end = words.lastIndexOf(" ");
  return `${(end === -1 ? words.replace(/[\uD800-\uDBFF]$/, "") : words.slice(0, end)).trimEnd()}…`;
}
