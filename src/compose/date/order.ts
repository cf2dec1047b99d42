import type { Article } from "../../read/article.ts";

const OUTSIDE_AMERICA = /^(?:Africa|Europe|Australia|Indian|Asia|Atlantic|Antarctica)\/|^Pacific\/Auckland$/;

/** Words that are spelled in one way on one side of the Atlantic. */
const BRITISH =
  /\b(?:\p{L}*(?:colour|favour|honour|labour|neighbour|behaviour|harbour|rumour)\p{L}*|(?:organ|real|recogn|critic|apolog|emphas|priorit|author|minim|maxim)is(?:e[ds]?|ing|ation\p{L}*)|programmes?|centres?|theatres?|metres?|litres?|kilomet(?:re)s?|defence|offence|licences?|cheques?|tyres?|pounds|whilst|amongst|analysed|travell(?:ed|ing|ers?)|cancell(?:ed|ing)|mum)\b|£/giu;
const AMERICAN =
  /\b(?:\p{L}*(?:color|favor|honor|labor|neighbor|behavior|rumor)(?!u)\p{L}*|(?:organ|real|recogn|critic|apolog|emphas|priorit|author|minim|maxim)iz(?:e[ds]?|ing|ation\p{L}*)|centers?|theaters?|meters?|liters?|kilometers?|defense|offense|analyzed|travel(?:ed|ing|ers?)|cancel(?:ed|ing)|mom)\b/giu;
/** Enough of an article to know its spelling. */
const LONGEST = 20_000;

/**
 * The language as far as it decides whether 4/5/2022 is in April: English is American unless the publication lives
 * elsewhere or the article is spelled as elsewhere.
 */
export function dateOrder(article: Article, language: string | undefined, zone: string): string | undefined {
  const isPlain = language === undefined || /^en$/i.test(language);
  if (!isPlain) return language;
  return OUTSIDE_AMERICA.test(zone) || isBritish(article) ? "en-GB" : language;
}

function isBritish({ blocks, source }: Article): boolean {
  // Only dates of this form ask for it.
  if (!source.some((line) => /\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/.test(line))) return false;
  let text = "";
  for (const { lines } of blocks) {
    for (const line of lines) text += `${line.text}\n`;
    if (text.length > LONGEST) break;
  }
  const count = (pattern: RegExp): number => text.slice(0, LONGEST).match(pattern)?.length ?? 0;
  return count(BRITISH) > count(AMERICAN);
}
