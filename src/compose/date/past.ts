import { type Day, dayNumber } from "./calendar.ts";
import { fold, monthReadings } from "./months.ts";
import { isQuoted, type Passage } from "./passages.ts";
import { dateSpans } from "./spans.ts";
import { tenseAround } from "./tense.ts";
import { plain, type Token, tokens } from "./tokens.ts";

/** Something that the report says has happened, with its year: the report is not older. */
export interface PastFact {
  /** The first day that the words can mean: 1 December 2023 for "In December 2023". */
  readonly since: Day;
  /** How much of it the words tell. */
  readonly precision: "day" | "month" | "year";
  readonly words: string;
}

/** The latest facts of a report, none of them quoted or still ahead. */
export interface PastFacts {
  readonly latest?: PastFact;
  /** The latest one that tells its month too. */
  readonly ofMonth?: PastFact;
}

interface Mention {
  readonly since: Day;
  readonly precision: PastFact["precision"];
  readonly from: number;
  readonly to: number;
}

const EARLIEST = 1800;
/** "In 2019", "im Jahr 2019", "в 2019 году", "2019年": a number of four digits is a year only beside such words. */
const BARE_YEAR =
  /(?<![\p{L}\p{M}])(?:in|since|im jahr|im jahre|seit|seit dem jahr|en|depuis|desde|em|nel|dal|в|у|з|с|w|od|v|vuonna|år|i|året|năm|το|από το|în|din|בשנת|عام|في عام|sen|pada|tahun|sejak|anno) (?<year>(?:19|20)\d\d)(?![\d%]|[.,:–-]\d|\s?(?:£|€|\$|%|million|people|tickets|homes|km))(?! ?[-–] ?\d)|(?<!\d)(?<eastern>(?:19|20)\d\d)(?=年(?!\d{1,2}月)|년(?! ?\d{1,2}월))/giu;

/** The latest things that a report says have happened, among all mentions with a year that are not quoted and not ahead. */
export function pastFacts(passages: readonly Passage[], language: string | undefined): PastFacts {
  const facts = passages.flatMap(({ text }) =>
    mentions(text, language)
      .filter((mention) => isPast(text, mention))
      .map((mention): PastFact => {
        const { since, precision } = mention;
        return { since, precision, words: withPreposition(text, mention) };
      }),
  );
  const latest = latestOf(facts);
  const ofMonth = latestOf(facts.filter(({ precision }) => precision !== "year"));
  return { ...(latest === undefined ? {} : { latest }), ...(ofMonth === undefined ? {} : { ofMonth }) };
}

function latestOf(facts: readonly PastFact[]): PastFact | undefined {
  let latest: PastFact | undefined;
  for (const fact of facts) if (latest === undefined || dayNumber(fact.since) > dayNumber(latest.since)) latest = fact;
  return latest;
}

function isPast(text: string, { from, to }: Mention): boolean {
  return !isQuoted(text, from) && tenseAround(fold(text.slice(0, from)), fold(text.slice(to))) !== "ahead";
}

/** "In December 2023" rather than "December 2023": what a person looks for in the article. */
function withPreposition(text: string, { from, to }: Mention): string {
  const lead = /(?<![\p{L}\p{M}])[\p{L}\p{M}]{1,4}[\s-]$/u.exec(text.slice(0, from))?.[0] ?? "";
  return text.slice(from - lead.length, to);
}

function mentions(text: string, language: string | undefined): readonly Mention[] {
  if (!/\p{Nd}{4}/u.test(text)) return [];
  const days = dateSpans(text, language).flatMap(({ from, to, year, month, day, impossible, shortYear, otherwise }) =>
    year === undefined || year < EARLIEST || impossible || shortYear
      ? []
      : [
          {
            from,
            to,
            precision: "day" as const,
            since: { year, month: otherwise === undefined ? month : 1, day: otherwise === undefined ? day : 1 },
          },
        ],
  );
  const months = monthMentions(text, language).filter((month) => !days.some((day) => overlaps(day, month)));
  const named = [...days, ...months];
  return [...named, ...yearMentions(text).filter((year) => !named.some((each) => overlaps(each, year)))];
}

function overlaps(a: Mention, b: Mention): boolean {
  return a.from < b.to && b.from < a.to;
}

const JOINTS = new Set(["of", "de", "del", "of", "do", "des", "του", "năm", "d", ",", ".", "’", "'", "s", "-", "/"]);

/** "December 2023", "août de 2021", "2021年6月", "2024 yılının Eylül ayında". */
function monthMentions(text: string, language: string | undefined): readonly Mention[] {
  const marks = tokens(plain(text));
  return marks.flatMap((mark, index) => {
    if (mark.kind !== "number" || !/^(?:19|20)\d\d$/.test(mark.text)) return [];
    const found = monthBefore(marks, index, language) ?? monthAfter(marks, index, language);
    return found === undefined ? [] : [mentionOf(Number(mark.text), found)];
  });
}

interface FoundMonth {
  readonly month: number;
  readonly from: number;
  readonly to: number;
}

function monthBefore(marks: readonly Token[], index: number, language: string | undefined): FoundMonth | undefined {
  let at = index - 1;
  while (at > index - 4 && JOINTS.has(marks[at]?.text.toLowerCase() ?? "")) at -= 1;
  const to = marks[index]?.to ?? 0;
  const named = monthName(marks[at], language);
  if (named !== undefined) return { month: named, from: marks[at]?.from ?? to, to };
  const [counter, number] = [marks[at - 1], marks[at]];
  const isVietnamese = number?.kind === "number" && counter !== undefined && /^tháng$/iu.test(counter.text);
  return isVietnamese ? { month: Number(number.text), from: counter.from, to } : undefined;
}

function monthAfter(marks: readonly Token[], index: number, language: string | undefined): FoundMonth | undefined {
  const [mark, counter, month, last] = marks.slice(index, index + 4);
  const from = mark?.from ?? 0;
  if (/^[年년]$/u.test(counter?.text ?? "") && /^[月월]$/u.test(last?.text ?? "") && month?.kind === "number")
    return { month: Number(month.text), from, to: last?.to ?? month.to };
  for (const word of [counter, month]) {
    const named = monthName(word, language);
    if (named !== undefined && word !== undefined) return { month: named, from, to: word.to };
  }
  return undefined;
}

/** A short word names a month only in the article's language: "kol" is coal in Swedish, August in Croatian. */
function monthName(word: Token | undefined, language: string | undefined): number | undefined {
  if (word?.kind !== "word") return undefined;
  const own = language?.slice(0, 2);
  const readings = monthReadings(word.text);
  const spoken = own === undefined ? undefined : readings.find(({ languages }) => languages.has(own));
  return spoken?.number ?? (word.text.length > 3 ? readings[0]?.number : undefined);
}

function mentionOf(year: number, { month, from, to }: FoundMonth): Mention {
  return { since: { year, month: Math.min(Math.max(month, 1), 12), day: 1 }, precision: "month", from, to };
}

function yearMentions(text: string): readonly Mention[] {
  return [...plain(text).matchAll(BARE_YEAR)].map((match) => {
    const digits = match.groups?.year ?? match.groups?.eastern ?? "";
    const from = match.index + match[0].indexOf(digits);
    return { since: { year: Number(digits), month: 1, day: 1 }, precision: "year", from, to: from + digits.length };
  });
}
