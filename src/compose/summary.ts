import type { Article, Stated } from "../read/article.ts";
import { type Evidence, evidence } from "./evidence.ts";
import { isFurniture, isKicker } from "./headline/furniture.ts";
import { openingEnd } from "./opening.ts";
import { endsLikeSentence, isProse } from "./prose.ts";
import { sentences } from "./sentences.ts";
import type { IsSpent } from "./spent.ts";
import { folded, isUnspaced, sameWords } from "./wording.ts";
import type { PlacedLine, Zones } from "./zones.ts";

export interface SummaryFact {
  /** Plain text, at most 280 characters; absent where there are no words beside the title. */
  readonly summary?: string;
  readonly evidence: readonly Evidence[];
}

export const LONGEST_SUMMARY = 280;
/** A lead shorter than this is filled up with the next paragraph. */
const ENOUGH = 100;
const NONE: SummaryFact = { evidence: [] };

/**
 * What an article is about, in plain text: the writer's own summary, else the dek below the headline, else the first
 * sentences of the lead without its dateline. The dek and the lead stay in the body.
 */
export function summary(article: Article, zones: Zones, title: string, isSpent: IsSpent): SummaryFact {
  return (
    stated(article.matter.summary, title, "front-matter") ??
    stated(article.meta.summary, title, "meta") ??
    fromDek(zones, title, isSpent) ??
    fromLead(zones, title, isSpent)
  );
}

function stated(
  source: Stated<string> | undefined,
  title: string,
  from: "front-matter" | "meta",
): SummaryFact | undefined {
  const words = folded(source?.value ?? "");
  if (source === undefined || words === "" || sameWords(words, title)) return undefined;
  return found(shortened(words), from, source.words, source.place);
}

function found(
  value: string,
  from: Evidence["from"],
  words: string,
  place: { readonly line?: number; readonly column?: number },
  because?: string,
): SummaryFact {
  const sure = from === "lead" ? "strong" : "certain";
  return { summary: value, evidence: [evidence("summary", value, from, words, place, sure, because)] };
}

function isOwn({ line, block }: PlacedLine): boolean {
  return block.kind !== "figure" && block.kind !== "code" && !isFurniture(line.text) && !isKicker(line.text);
}

/** A sentence between headline and byline, or one that is marked as summary. */
function fromDek({ head }: Zones, title: string, isSpent: IsSpent): SummaryFact | undefined {
  const spent = head.map(({ ref }) => isSpent(ref));
  const from = spent.indexOf(true);
  const last = spent.lastIndexOf(true);
  const dek = head.find((placed, index) => {
    if (spent[index] || sameWords(placed.line.text, title)) return false;
    if (placed.line.hint === "summary") return true;
    return index > from && index < last && isOwn(placed) && placed.line.text.split(" ").length >= 4;
  });
  return (
    dek && found(shortened(dek.line.text), "heading", dek.line.text, dek.line.place, "the line below the headline")
  );
}

/** As many of the lead's first sentences as fit. */
function fromLead({ lines: all }: Zones, title: string, isSpent: IsSpent): SummaryFact {
  const lines = leadOf(all, isSpent);
  const [first] = lines;
  if (first === undefined) return NONE;
  const [text, words] = gathered(lines, title);
  if (text === "" || sameWords(text, title)) return NONE;
  return found(text, "lead", words, first.line.place, "the first sentences");
}

/** The first running text and the paragraphs behind it, as many as a summary may need; where none runs, the first lines. */
function leadOf(lines: readonly PlacedLine[], isSpent: IsSpent): readonly PlacedLine[] {
  const first: PlacedLine[] = [];
  const lead: PlacedLine[] = [];
  for (const placed of lines) {
    const { line, block, ref } = placed;
    if (lead.length === LEAD) break;
    if (isSpent(ref) || block.kind === "heading" || !isOwn(placed)) continue;
    if (first.length < LEAD) first.push(placed);
    if (lead.length > 0 || isProse(line, block) || endsLikeSentence(line.text)) lead.push(placed);
  }
  return lead.length > 0 ? lead : first;
}

const LEAD = 4;

/** Whole sentences, paragraph by paragraph, until there are enough of them; and as much of the first as a summary holds. */
function gathered(lines: readonly PlacedLine[], title: string): readonly [text: string, words: string] {
  const lead = own(lines[0]);
  const whole = wholeSentences(lead, LONGEST_SUMMARY);
  const words = lead.length <= LONGEST_SUMMARY ? lead : whole || cut(lead);
  if (whole === "") return [words, words];
  const joint = isUnspaced(whole) ? "" : " ";
  let text = whole;
  for (let at = 1; at < lines.length; at += 1) {
    if (text.length >= ENOUGH && !sameWords(text, title)) break;
    const piece = wholeSentences(own(lines[at]), LONGEST_SUMMARY - text.length - joint.length);
    if (piece === "") break;
    text += joint + piece;
  }
  return [text, words];
}

/** A paragraph's own words, without its dateline. */
function own(placed: PlacedLine | undefined): string {
  const text = placed?.line.text ?? "";
  return text.slice(openingEnd(text));
}

function wholeSentences(text: string, space: number): string {
  const end = sentences(text, space + AHEAD).findLast((span) => span.end <= space)?.end ?? 0;
  return text.slice(0, end).trim();
}

/** So much is looked at behind a sentence to tell that it ends there, and more. */
const AHEAD = 64;

/** A text of at most 280 characters: whole sentences where one fits, else cut between two words, which `…` says. */
export function shortened(text: string): string {
  return text.length <= LONGEST_SUMMARY ? text : wholeSentences(text, LONGEST_SUMMARY) || cut(text);
}

function cut(text: string): string {
  const scope = text.slice(0, LONGEST_SUMMARY - 1);
  const blank = scope.lastIndexOf(" ");
  const words = blank > LONGEST_SUMMARY / 3 ? scope.slice(0, blank) : wordCut(text);
  return `${words.replace(/[\s,;:，、；：–—-]+$/u, "")}…`;
}

/** Text without blanks is cut where a dictionary sees a word end, or at least never within a character. */
function wordCut(text: string): string {
  const scope = text.slice(0, LONGEST_SUMMARY * 2);
  for (const granularity of ["word", "grapheme"] as const) {
    const ends = [...new Intl.Segmenter(undefined, { granularity }).segment(scope)].map(({ index }) => index);
    const end = ends.findLast((index) => index < LONGEST_SUMMARY) ?? 0;
    if (end > 0) return text.slice(0, end);
  }
  return "";
}
