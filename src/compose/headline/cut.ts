import { isUnspaced, visualLength } from "../wording.ts";
import { isBalanced } from "./balance.ts";
import { type Clauses, clausesOf } from "./clauses.ts";

/** The shortest and longest headline that is made of a lead. */
export const SHORTEST = 20;
const LONGEST = 120;
/** What list views show without cutting it themselves. */
const COMFORTABLE = 110;

/** How well a place suits for a cut: an end that is the writer's own, down to any blank. */
type Strength = "clause" | "conjunction" | "comma" | "phrase" | "word";

/** A clause may be this short if its cut is a good one; weaker cuts must leave more. */
const LEAST: Readonly<Record<Strength, number>> = {
  clause: 40,
  conjunction: 45,
  comma: 50,
  phrase: 50,
  word: SHORTEST,
};
const ORDER: readonly Strength[] = ["clause", "conjunction", "comma", "phrase", "word"];

interface Cut {
  readonly end: number;
  readonly strength: Strength;
}

/**
 * How much of a sentence makes a headline: all of it if it is short enough, else the longest piece that ends at the
 * best place there is. A sentence that begins with "When" has said nothing before its first comma. The result is an
 * offset into `sentence`.
 */
export function cutLength(sentence: string, language: string): number {
  const unspaced = isUnspaced(sentence);
  if (sentence.length <= LONGEST && (!unspaced || visualLength(sentence) <= LONGEST)) return sentence.length;
  const cuts = unspaced ? unspacedCuts(sentence) : spacedCuts(sentence, clausesOf(language));
  const [opener = ""] = sentence.split(" ", 1);
  const said = clausesOf(language).conjunctions.has(plain(opener))
    ? cuts.filter(({ end }) => sentence.slice(0, end).includes(", "))
    : cuts;
  return bestOf(said) ?? bestOf(cuts) ?? hardCut(sentence);
}

function bestOf(cuts: readonly Cut[]): number | undefined {
  for (const strength of ORDER) {
    const best = cuts.findLast((cut) => cut.strength === strength && cut.end >= LEAST[strength]);
    if (best !== undefined) return best.end;
  }
  return cuts.at(-1)?.end;
}

const WORD = /[^\s]+/gu;
/** What the verb before the comma has to say begins with these. */
const OBJECT_CLAUSE: ReadonlySet<string> = new Set(
  "dass daß dat att at że že što что що ότι hogy wie wenn ob".split(" "),
);
const EDGE_MARKS = /[,;:–—-]+$/u;

function spacedCuts(sentence: string, clauses: Clauses): Cut[] {
  const tokens = [...sentence.slice(0, LONGEST + 40).matchAll(WORD)];
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    if (before === undefined) return [];
    const end = before.index + before[0].replace(EDGE_MARKS, "").length;
    if (end < SHORTEST || end > LONGEST - 4) return [];
    const strength = strengthAt(before[0], token[0], clauses);
    const fits =
      standsAlone(sentence.slice(0, end), before[0], clauses) &&
      mayEnd(sentence.slice(0, end), before[0], token[0], strength, clauses);
    return fits ? [{ end, strength }] : [];
  });
}

/** Whether the words so far say something, seen from the two words at the cut. */
function mayEnd(piece: string, before: string, after: string, strength: Strength, clauses: Clauses): boolean {
  if (before.endsWith(",")) return !OBJECT_CLAUSE.has(plain(after)) && endsClause(piece, strength);
  // Before "of", "that" or "is" nothing ends, either.
  return !hasJustBegun(piece) && !(strength === "word" && clauses.dangling.has(plain(after)));
}

function strengthAt(before: string, after: string, clauses: Clauses): Strength {
  const word = plain(after);
  if (/[;:]$|^[–—]$/u.test(before) || /^[–—]/u.test(after)) return "clause";
  if (before.endsWith(",")) return clauses.afterComma.has(word) ? "clause" : "comma";
  if (clauses.conjunctions.has(word)) return "conjunction";
  return clauses.prepositions.has(word) ? "phrase" : "word";
}

/**
 * Whether the words before a comma say something. An odd number of commas before it has opened a parenthesis that this
 * one closes, and the verb is still to come (`The mayor, Jane Doe, | resigned`).
 */
function endsClause(piece: string, strength: Strength): boolean {
  const commas = piece.split(", ").length - 1;
  return strength === "clause" || commas % 2 === 0;
}

/** `When the piano broke, nobody`: a word or two after a comma say nothing yet. */
function hasJustBegun(piece: string): boolean {
  const comma = piece.lastIndexOf(", ");
  return comma !== -1 && piece.slice(comma + 2).split(" ").length < 3;
}

/** Whether a cut leaves whole quotations and brackets, and no article or preposition hanging at its end. */
function standsAlone(piece: string, last: string, { dangling }: Clauses): boolean {
  const hangs = dangling.size === 0 ? last.length <= 3 : dangling.has(plain(last));
  return !hangs && !/[“"«„(‘]$/u.test(piece) && isBalanced(piece) && /[\p{L}\p{N}%”"»)’']$/u.test(piece);
}

function plain(word: string): string {
  return word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "").toLowerCase();
}

/** Chinese, Japanese, Thai: the writer's own commas, or the blanks between phrases. */
function unspacedCuts(sentence: string): Cut[] {
  const cuts: Cut[] = [];
  for (const { index } of sentence.slice(0, unspacedRoom(sentence)).matchAll(/[，、；：,;]|\s+/gu)) {
    if (index >= SHORTEST && isBalanced(sentence.slice(0, index))) cuts.push({ end: index, strength: "comma" });
  }
  return cuts;
}

/** A character of Chinese or Japanese says more than a letter. */
function unspacedRoom(sentence: string): number {
  return Math.round((COMFORTABLE * sentence.length) / visualLength(sentence));
}

/** A text without any place to cut: at a word as the language's dictionary knows it, or between two characters. */
function hardCut(sentence: string): number {
  const blank = sentence.lastIndexOf(" ", COMFORTABLE);
  if (blank >= SHORTEST) return blank;
  const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
  let end = 0;
  for (const { index, segment } of segmenter.segment(sentence.slice(0, LONGEST * 2))) {
    if (index + segment.length > unspacedRoom(sentence)) break;
    end = index + segment.length;
  }
  return end > 0 ? end : graphemeCut(sentence);
}

function graphemeCut(sentence: string): number {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(sentence.slice(0, LONGEST * 2))) {
    if (index + segment.length > unspacedRoom(sentence)) break;
    end = index + segment.length;
  }
  return end;
}
