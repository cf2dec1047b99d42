import type { Article } from "../../read/article.ts";

const OUTSIDE_AMERICA = /^(?:Africa|Europe|Australia|Indian|Asia|Atlantic|Antarctica)\/|^Pacific\/Auckland$/;

/** Words that are spelled in one way on one side of the Atlantic. */
const BRITISH =
  /\b(?:\p{L}*(?:colour|favour|honour|labour|neighbour|behaviour|harbour|rumour)\p{L}*|(?:organ|real|recogn|critic|apolog|emphas|priorit|author|minim|maxim)is(?:e[ds]?|ing|ation\p{L}*)|programmes?|centres?|theatres?|metres?|litres?|kilomet(?:re)s?|defence|offence|licences?|cheques?|tyres?|pounds|whilst|amongst|analysed|travell(?:ed|ing|ers?)|cancell(?:ed|ing)|mum)\b|£/giu;
const AMERICAN =
  /\b(?:\p{L}*(?:color|favor|honor|labor|neighbor|behavior|rumor)(?!u)\p{L}*|(?:organ|real|recogn|critic|apolog|emphas|priorit|author|minim|maxim)iz(?:e[ds]?|ing|ation\p{L}*)|centers?|theaters?|meters?|liters?|kilometers?|defense|offense|analyzed|travel(?:ed|ing|ers?)|cancel(?:ed|ing)|mom)\b/giu;
const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
/** "12 October" and "October 12": which the article writes out, it means in numbers too. */
const DAY_FIRST = new RegExp(`(?<![\\d.,])\\d{1,2}(?:st|nd|rd|th)? ${MONTH}\\b`, "g");
const MONTH_FIRST = new RegExp(`\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?![\\d%])`, "g");
/** Dates whose numbers leave no choice, and the clock of 24 hours beside a date. */
const SURELY_DAY_FIRST =
  /(?<![\d/])(?:1[3-9]|2\d|3[01])[/-]\d{1,2}[/-]\d{2,4}(?![\d/])|(?<![\d/])\d{1,2}\/\d{1,2}\/\d{4}[\s,|-]{1,4}(?:1[3-9]|2[0-3]):\d\d/;
const SURELY_MONTH_FIRST = /(?<![\d/])\d{1,2}\/(?:1[3-9]|2\d|3[01])\/\d{2,4}(?![\d/])/;
/** Enough of an article to know its spelling. */
const LONGEST = 20_000;

/**
 * The language as far as it decides whether 4/5/2022 is in April: English is American unless the publication lives
 * elsewhere, or the article writes dates or spells words as elsewhere.
 */
export function dateOrder(article: Article, language: string | undefined, zone: string): string | undefined {
  const isPlain = language === undefined || /^en$/i.test(language);
  if (!isPlain) return language;
  return OUTSIDE_AMERICA.test(zone) || isFromElsewhere(article) ? "en-GB" : language;
}

function isFromElsewhere({ blocks, source }: Article): boolean {
  // Only dates of this form ask for it.
  if (!source.some((line) => /\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/.test(line))) return false;
  const isDayFirst = source.some((line) => SURELY_DAY_FIRST.test(line));
  if (isDayFirst !== source.some((line) => SURELY_MONTH_FIRST.test(line))) return isDayFirst;
  let text = "";
  for (const { lines } of blocks) {
    for (const line of lines) text += `${line.text}\n`;
    if (text.length > LONGEST) break;
  }
  const count = (pattern: RegExp): number => text.slice(0, LONGEST).match(pattern)?.length ?? 0;
  return count(BRITISH) + count(DAY_FIRST) > count(AMERICAN) + count(MONTH_FIRST);
}
