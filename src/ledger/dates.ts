import { type Evidence, evidence, type Source } from "../compose/evidence.ts";
import type { Precision, Story } from "../compose/story.ts";
import { type Finding, finding } from "../finding.ts";
import { dayOf } from "./day.ts";
import type { Instants } from "./instants.ts";
import { instantText, type LedgerLine } from "./ledger.ts";
import type { Candidate } from "./match.ts";

/** When an entry was first published, and how that is known. */
export interface Dated {
  readonly published: Date;
  readonly precision: Precision;
  readonly from: Source;
  /** The words that dated it. */
  readonly words?: string;
  readonly findings: readonly Finding[];
}

const MINUTE = 60_000;
const NOON = 43_200_000;

/** Until when a new story is held back: its stated instant, or the first hour of its stated day, if that is to come. */
export function heldUntil({ published }: Story, now: Date, zone: string): Date | undefined {
  if (published === undefined || published.at <= now) return undefined;
  if (published.precision !== "day") return published.at;
  return dayOf(published.at, zone) <= dayOf(now, zone) ? undefined : new Date(published.at.getTime() - NOON);
}

/**
 * Dates a story that the ledger does not know: by its own words, else by the commit that added it, else by this build.
 * The last two come with a warning, and are never later than now.
 */
export function dateAnew(
  { story, stored }: Pick<Candidate, "story" | "stored">,
  now: Date,
  committed: Date | undefined,
  given: Instants,
): Dated {
  const { published: stated, file } = story;
  if (stated !== undefined) {
    // A day whose noon is still to come: published now, since no feed may carry an instant of the future.
    const at = stated.at > now ? now : stated.at;
    const words = stored === undefined ? dateWords(story.evidence) : stored.dateWords();
    const { precision, from } = stated;
    return { published: given.claim(at, now), precision, from, ...(words ? { words } : {}), findings: [] };
  }
  const known = committed !== undefined && committed <= now ? committed : undefined;
  const from = known === undefined ? "first-seen" : "commit";
  const published = given.claim(known ?? now, now);
  const code = known === undefined ? "date/first-seen" : "date/commit";
  const findings = [finding(code, { file }, { date: instantText(published) })];
  return { published, precision: "second", from, findings };
}

/** The words that date a story, by its evidence. */
export function dateWords(evidence: readonly Evidence[]): string | undefined {
  return evidence.find(({ field }) => field === "published")?.words;
}

/** The date of a story that the ledger knows: what was published stays, and a writer who states another is told. */
export function continued(story: Story, line: LedgerLine, zone: string): Dated {
  const published = new Date(line.published ?? line.updated);
  const { precision, dated: from, words } = line;
  const findings = agrees(story, published, zone) ? [] : [staying(story, published)];
  return { published, precision, from, ...(words === undefined ? {} : { words }), findings };
}

function staying(story: Story, published: Date): Finding {
  const stated = story.published === undefined ? "" : instantText(story.published.at);
  return finding("ledger/date-stays", { file: story.file }, { stated, published: instantText(published) });
}

/** Whether a story says nothing else than the ledger. Only front matter is worth a word: its writer meant it. */
function agrees({ published: stated }: Story, published: Date, zone: string): boolean {
  if (stated === undefined || stated.from !== "front-matter") return true;
  if (stated.precision === "day") return dayOf(stated.at, zone) === dayOf(published, zone);
  return Math.abs(stated.at.getTime() - published.getTime()) < 10 * MINUTE;
}

/** A story's evidence with that of its date: its own words while they still say what was published. */
export function datedEvidence(story: Story, { published, from, words, precision }: Dated): readonly Evidence[] {
  const own = story.evidence.find(({ field }) => field === "published");
  const holds = own !== undefined && own.from === from && own.words === (words ?? "");
  if (holds) return story.evidence;
  const others = story.evidence.filter(({ field }) => field !== "published");
  const fallback = from === "first-seen" || from === "commit";
  const value = precision === "day" ? instantText(published).slice(0, 10) : instantText(published);
  const source = fallback ? from : "ledger";
  const sure = fallback ? "weak" : "certain";
  return [...others, evidence("published", value, source, words ?? "", {}, sure)];
}
