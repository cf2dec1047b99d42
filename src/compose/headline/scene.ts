import type { Finding } from "../../finding.ts";
import type { Publication } from "../../publication/publication.ts";
import type { Article, Stated } from "../../read/article.ts";
import { type Confidence, type Evidence, evidence, type LineRef, type Source } from "../evidence.ts";
import type { IsSpent } from "../spent.ts";
import { sameWords } from "../wording.ts";
import type { PlacedLine } from "../zones.ts";

/** What the other parts have found already. */
export interface HeadlineContext {
  readonly publication: Publication;
  readonly language: string;
  /** Lines that are bylines, date lines, bios: no headline stands there. */
  readonly isSpent: IsSpent;
  readonly outlet?: string;
}

export interface Headline {
  /** Plain text; empty only where the article has no words of its own. */
  readonly title: string;
  readonly derived: boolean;
  readonly evidence: readonly Evidence[];
  readonly spent: readonly LineRef[];
  readonly findings: readonly Finding[];
}

/** Where a headline is looked for. */
export interface Scene extends HeadlineContext {
  readonly article: Article;
  /** All lines in order. */
  readonly lines: readonly PlacedLine[];
  /** The lines among which headlines stand. */
  readonly top: readonly PlacedLine[];
  /** The lines before the report begins. */
  readonly head: readonly PlacedLine[];
  /** The names that the outlet and the publication go by. */
  readonly outlets: readonly string[];
}

interface Belief {
  readonly sure: Confidence;
  readonly because?: string;
}

/** A headline that stands in a line, or in the words of it that are given. */
export function fromLine(
  scene: Scene,
  placed: PlacedLine,
  from: Source,
  { sure, because }: Belief,
  title: string = placed.line.text,
): Headline {
  const found = evidence("title", title, from, placed.line.text, placed.line.place, sure, because);
  return { title, derived: false, evidence: [found], spent: spentFrom(scene, [placed], title), findings: [] };
}

/** A headline whose lines were broken for the eye. */
export function fromLines(scene: Scene, own: readonly PlacedLine[], { sure, because }: Belief): Headline {
  const title = own.map(({ line }) => line.text).join(" ");
  const found = evidence("title", title, "heading", title, own[0]?.line.place ?? {}, sure, because);
  return { title, derived: false, evidence: [found], spent: spentFrom(scene, own, title), findings: [] };
}

/** A headline in a heading: all of its lines. */
export function fromHeading(scene: Scene, placed: PlacedLine, belief: Belief): Headline {
  const { block, ref } = placed;
  const isSame = (other: PlacedLine): boolean => other.ref.block === ref.block && !scene.isSpent(other.ref);
  return fromLines(scene, block.kind === "heading" ? scene.lines.filter(isSame) : [placed], belief);
}

/** A headline from outside the words: where one of the first lines repeats it, that is spent. */
export function fromOutside(
  scene: Scene,
  title: string,
  from: Source,
  source: Stated<unknown>,
  sure: Confidence,
): Headline {
  const repeated = scene.top.find(({ line, ref }) => !scene.isSpent(ref) && sameWords(line.text, title));
  return {
    title,
    derived: false,
    evidence: [evidence("title", title, from, source.words, source.place, sure)],
    spent: repeated === undefined ? [] : spentFrom(scene, [repeated], title),
    findings: [],
  };
}

/** The headline's lines, and the same words again directly below: pages copied by hand often have the title twice. */
function spentFrom({ lines, isSpent }: Scene, own: readonly PlacedLine[], title: string): LineRef[] {
  const last = own.at(-1);
  const below = last === undefined ? [] : lines.slice(lines.indexOf(last) + 1);
  const again = below.find(({ ref }) => !isSpent(ref));
  const refs = own.map(({ ref }) => ref);
  return again !== undefined && sameWords(again.line.text, title) ? [...refs, again.ref] : refs;
}
