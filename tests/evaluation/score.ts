/** Scores what was read out of the articles of this folder against what they really say. */

/** One line of `truth.jsonl`: what an article says of itself. */
export interface Truth {
  readonly file: string;
  readonly language: string;
  /** null: the article states no headline. */
  readonly title: string | null;
  /** Persons only, in the order of the byline. */
  readonly authors: readonly string[];
  /** Agencies and desks credited in place of a person, or beside one. Not scored. */
  readonly organisations: readonly string[];
  /** The calendar day as printed, YYYY-MM-DD; null: the article does not tell. */
  readonly published: string | null;
  readonly dated: "stated" | "inferred" | "none";
  readonly why: string;
  readonly set: "tune" | "held";
}

/** What a program read out of one article. A date that is only a fallback (first seen, commit) is left out. */
export interface Answer {
  readonly title?: string;
  readonly titleDerived?: boolean;
  readonly authors: readonly string[];
  readonly published?: string;
  /** What gave the date: shown beside a wrong one, never scored. */
  readonly datedFrom?: string;
}

interface Miss {
  readonly file: string;
  readonly field: "title" | "authors" | "published";
  readonly expected: string;
  readonly got: string;
}

export interface Figures {
  readonly articles: number;
  /** Right stated titles among the titles given as stated. */
  readonly titlePrecision: number;
  /** Right stated titles among the articles that state one. */
  readonly titleRecall: number;
  readonly authorsPrecision: number;
  readonly authorsRecall: number;
  /** Over all names of all articles. */
  readonly authorsF1: number;
  /** Share of the stated dates that came out to the day. */
  readonly statedRight: number;
  /** Share of the dates with an inferred year that came out to the day, and so to the year. */
  readonly inferredRight: number;
  /** How many articles that tell no date were given one. */
  readonly inventedDates: number;
  readonly misses: readonly Miss[];
}

const nothing: Answer = { authors: [] };

export function score(truths: readonly Truth[], answers: ReadonlyMap<string, Answer>): Figures {
  const cases = truths.map((truth) => compare(truth, answers.get(truth.file) ?? nothing));
  const count = (test: (one: Comparison) => boolean): number => cases.filter(test).length;
  const sum = (size: (one: Comparison) => number): number => cases.reduce((total, one) => total + size(one), 0);
  const dated = (kind: Truth["dated"]): readonly Comparison[] => cases.filter(({ truth }) => truth.dated === kind);

  const titlesRight = count((one) => one.titleRight);
  const namesRight = sum((one) => one.namesRight);
  const namesGiven = sum(({ answer }) => answer.authors.length);
  const namesTrue = sum(({ truth }) => truth.authors.length);

  return {
    articles: cases.length,
    titlePrecision: share(
      titlesRight,
      count((one) => one.titleStated),
    ),
    titleRecall: share(
      titlesRight,
      count(({ truth }) => truth.title !== null),
    ),
    authorsPrecision: share(namesRight, namesGiven),
    authorsRecall: share(namesRight, namesTrue),
    authorsF1: share(2 * namesRight, namesGiven + namesTrue),
    statedRight: shareRightDates(dated("stated")),
    inferredRight: shareRightDates(dated("inferred")),
    inventedDates: dated("none").filter((one) => !one.dateRight).length,
    misses: cases.flatMap(missesOf),
  };
}

interface Comparison {
  readonly truth: Truth;
  readonly answer: Answer;
  /** The program says that these are the article's own words for a headline. */
  readonly titleStated: boolean;
  readonly titleRight: boolean;
  readonly namesRight: number;
  readonly dateRight: boolean;
}

function compare(truth: Truth, answer: Answer): Comparison {
  const titleStated = answer.title !== undefined && answer.titleDerived !== true;
  const titleRight = titleStated && truth.title !== null && foldTitle(answer.title ?? "") === foldTitle(truth.title);
  return {
    truth,
    answer,
    titleStated,
    titleRight,
    namesRight: countShared(truth.authors.map(foldName), answer.authors.map(foldName)),
    dateRight: (answer.published ?? null) === truth.published,
  };
}

function missesOf({ truth, answer, titleStated, titleRight, namesRight, dateRight }: Comparison): readonly Miss[] {
  const titleMissed = truth.title === null ? titleStated : !titleRight;
  const authorsMissed = namesRight < Math.max(truth.authors.length, answer.authors.length);
  const miss = (field: Miss["field"], expected: string, got: string): Miss => ({
    file: truth.file,
    field,
    expected,
    got,
  });
  return [
    ...(titleMissed ? [miss("title", truth.title ?? "(no headline)", describeTitle(answer))] : []),
    ...(authorsMissed ? [miss("authors", listNames(truth.authors), listNames(answer.authors))] : []),
    ...(dateRight ? [] : [miss("published", truth.published ?? "(no date)", describeDate(answer))]),
  ];
}

function describeTitle({ title, titleDerived }: Answer): string {
  if (title === undefined) return "(no title)";
  return titleDerived === true ? `${title} (derived)` : title;
}

function describeDate({ published, datedFrom }: Answer): string {
  if (published === undefined) return "(no date)";
  return datedFrom === undefined ? published : `${published} (${datedFrom})`;
}

function listNames(names: readonly string[]): string {
  return names.length === 0 ? "(nobody)" : names.join("; ");
}

function shareRightDates(cases: readonly Comparison[]): number {
  return share(cases.filter((one) => one.dateRight).length, cases.length);
}

/** Of nothing, everything is right. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** How many names stand in both lists; a name given twice counts once. */
function countShared(expected: readonly string[], got: readonly string[]): number {
  const given = new Set(got);
  return new Set(expected.filter((name) => given.has(name))).size;
}

function foldTitle(title: string): string {
  return foldSpace(title)
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/[“”„‟″]/gu, '"')
    .replace(/[‐‑‒–—―]/gu, "-");
}

function foldName(name: string): string {
  return foldSpace(name).toLowerCase();
}

function foldSpace(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
