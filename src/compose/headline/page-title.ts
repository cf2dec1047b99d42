import { bare, folded, isUnspaced, sameWords, wordCount } from "../wording.ts";

/** What stands between a headline and the outlet's name in a page's title. The last one counts. */
const SEPARATOR = /\s+(?:[|·•»›–—:-]|::|--)\s+|\s*[|｜]\s*|\s+[|]\s*/gu;

/** Names that mark an outlet when nothing else names it. */
const OUTLET_WORD =
  /(?:news|times|post|herald|gazette|tribune|journal|chronicle|courier|observer|mail|express|telegraph|guardian|today|daily|weekly|review|magazine|blog|online|zeitung|nachrichten|anzeiger|blatt|kurier|presse|radio|tv|jornal|diario|diário|periódico|giornale|gazzetta|corriere|krant|dagblad|tidning|avis|posten|lehti|sanomat|gazeta|газета|новости|gazetesi|haber|noviny|deník|εφημερίδα|εφημερίδα|新聞|新闻|日報|日报|신문|뉴스|صحيفة|báo)/iu;
const DOMAIN = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u;

/** A longer one is no title but a text in the wrong place. */
const LONGEST = 400;

/** Titles of pages that nobody gave one. */
const UNTITLED =
  /^(?:home|homepage|index|untitled|untitled document|document|new page|article|startseite|accueil|inicio)$/iu;

/**
 * A page's own title without the outlet's name at its end, or undefined where nothing but the outlet is named.
 * `outlets` are the names that the page or its words give the outlet; `lines` the article's first lines, one of which
 * may be the same headline without the suffix.
 */
export function pageTitle(title: string, page: Page): string | undefined {
  if (title.length > LONGEST) return undefined;
  const whole = folded(title);
  if (whole === "" || UNTITLED.test(whole) || isOutlet(whole, page)) return undefined;
  return repeatedBelow(whole, page.lines) ?? withoutOutlet(whole, page);
}

/** What is known of the page that a title belongs to. */
interface Page {
  readonly outlets: readonly string[];
  readonly lines: readonly string[];
  /** The title comes from `<title>`, which tells more than a headline. */
  readonly ownElement: boolean;
}

function isOutlet(name: string, { outlets }: Page): boolean {
  return outlets.some((outlet) => sameOutlet(outlet, name));
}

/** The part of the title, from its start, that one of the lines repeats. */
function repeatedBelow(title: string, lines: readonly string[]): string | undefined {
  const starts = [...[...title.matchAll(SEPARATOR)].map(({ index }) => title.slice(0, index)), title];
  return starts.find((start) => lines.some((line) => sameWords(line, start)));
}

function withoutOutlet(title: string, page: Page): string | undefined {
  const [lead, name] = /^([^:|–—-]{2,40}?)\s*(?::|[|–—-](?=\s))\s+(?=\S)/u.exec(title) ?? [];
  if (lead !== undefined && name !== undefined && isOutlet(name, page)) return title.slice(lead.length);
  const last = [...title.matchAll(SEPARATOR)].at(-1);
  if (last === undefined) return page.ownElement && isName(title) ? undefined : title;
  const start = title.slice(0, last.index);
  const end = title.slice(last.index + last[0].length);
  if (isOutlet(end, page)) return withoutOutlet(start, { ...page, ownElement: false });
  return page.ownElement && wordCount(start) >= 3 && looksLikeOutlet(end) ? start : title;
}

function sameOutlet(a: string, b: string): boolean {
  const key = (name: string): string => bare(name).replace(/^the |\.(?:com|org|net|co\.uk|de|fr)$|[^\p{L}\p{N}]/gu, "");
  return key(a) !== "" && key(a) === key(b);
}

function looksLikeOutlet(name: string): boolean {
  return DOMAIN.test(name) || (wordCount(name) <= 5 && (OUTLET_WORD.test(name) || isName(name)));
}

/** A few words of which all but the smallest begin with a capital, or one word: an outlet's name rather than a headline. */
function isName(words: string): boolean {
  if (isUnspaced(words)) return words.length <= 6;
  const all = words.split(" ");
  if (all.length > 4) return false;
  return all.every((word) => word.length <= 3 || !/^\p{Ll}/u.test(word)) && (all.length > 1 || words.length <= 20);
}
