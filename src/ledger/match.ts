import type { Story } from "../compose/story.ts";
import type { Stored } from "./candidate.ts";
import { firstWhere } from "./halves.ts";
import { type Ledger, type LedgerLine, settledLines } from "./ledger.ts";
import type { Marks } from "./marks.ts";
import { once } from "./once.ts";
import { likeness } from "./sketch.ts";

/** A story with what the ledger compares. */
export interface Candidate extends Marks {
  readonly story: Story;
  /** The moment that it states, in milliseconds; infinity where it states none. */
  readonly at: number;
  /** Where it lies on the disk. */
  readonly stored?: Stored | undefined;
}

/** From here on two texts are versions of one another, if something else speaks for it too. */
const SAME_TEXT = 0.5;
/** From here on the words alone will do. Below it stand the daily reports that are written over yesterday's. */
const NEARLY_SAME = 0.8;

/**
 * Which story continues which line of the ledger. In this order: the stated id; the same file with the same words;
 * the same words in another file (renamed, moved, swapped); the same file, edited; the same words in another file, now
 * that the file of the line has turned out to hold others; the same file, written anew; another file with most of the words
 * (renamed and edited), or a withdrawn article that came back. What is left is new. Each line is given to one story
 * at most, so that a copy is a new entry. Settled lines have theirs already.
 */
export function match(ledger: Ledger, candidates: readonly Candidate[]): ReadonlyMap<Candidate, LedgerLine> {
  const matched = new Map<Candidate, LedgerLine>();
  if (ledger.lines.size === 0) return matched;
  const taken = new Set<string>();
  const take = (candidate: Candidate, line: LedgerLine | undefined): void => {
    if (line === undefined || taken.has(line.id) || matched.has(candidate)) return;
    matched.set(candidate, line);
    taken.add(line.id);
  };
  const open = (): Candidate[] => candidates.filter((candidate) => !matched.has(candidate));
  const lines = [...ledger.lines.values()];

  const byStated = new Map(lines.map((line) => [line.stated ?? line.id, line]));
  for (const candidate of candidates)
    if (candidate.story.id !== undefined) take(candidate, byStated.get(candidate.story.id));

  const byFile = indexBy(lines, (line) => line.file);
  for (const candidate of open())
    take(
      candidate,
      byFile.get(candidate.story.file)?.find((line) => line.sketch === candidate.sketch),
    );

  moved(open(), ledger, taken, candidates, take);

  const inPlace = (holds: (candidate: Candidate, line: LedgerLine) => boolean): void => {
    for (const candidate of open())
      take(
        candidate,
        byFile.get(candidate.story.file)?.find((line) => !taken.has(line.id) && holds(candidate, line)),
      );
  };
  inPlace(isEdited);
  left(open(), lines, taken, take);
  inPlace(isRewritten);
  alike(open(), ledger, taken, candidates, take);
  return matched;
}

type Take = (candidate: Candidate, line: LedgerLine | undefined) => void;

/** The same words in another file, unless the file that the ledger knows still holds a version of its own. */
function moved(
  open: readonly Candidate[],
  ledger: Ledger,
  taken: ReadonlySet<string>,
  all: readonly Candidate[],
  take: Take,
): void {
  if (open.length === 0) return;
  const bySketch = indexBy([...ledger.lines.values()], (line) => line.sketch);
  const isKnown = (sketch: string): boolean => bySketch.has(sketch) || isSettledSketch(ledger, sketch);
  const byFile = new Map(all.map((candidate) => [candidate.story.file, candidate]));
  for (const candidate of open) {
    const line = bySketch.get(candidate.sketch)?.find(({ id, file }) => {
      const there = byFile.get(file);
      return !taken.has(id) && (there === undefined || isKnown(there.sketch));
    });
    take(candidate, line);
  }
}

/**
 * The same words in another file, after the file that the ledger knows has turned out to hold something else: it was
 * swapped with an article that is not published yet, or no more.
 */
function left(open: readonly Candidate[], lines: readonly LedgerLine[], taken: ReadonlySet<string>, take: Take): void {
  if (open.length === 0) return;
  const bySketch = indexBy(
    lines.filter(({ id }) => !taken.has(id)),
    (line) => line.sketch,
  );
  for (const candidate of open)
    take(
      candidate,
      bySketch.get(candidate.sketch)?.find(({ id }) => !taken.has(id)),
    );
}

/** Whether a settled article has these words. It is asked seldom, so that nobody keeps a list of them. */
function isSettledSketch({ settled }: Ledger, sketch: string): boolean {
  return settled?.says("sketch", sketch) === true;
}

/** Whether a file's words go on where the ledger's line left them. */
function isEdited({ story, sketch }: Candidate, line: LedgerLine): boolean {
  return likeness(sketch, line.sketch) >= SAME_TEXT || story.title === line.title;
}

/** Whether a file's words, though all others, are still an article of that day: else the file was given to another one. */
function isRewritten({ story }: Candidate, line: LedgerLine): boolean {
  return line.withdrawn === undefined && !datedElsewhere(story, line);
}

function datedElsewhere(story: Story, line: LedgerLine): boolean {
  if (story.published === undefined || line.published === undefined) return false;
  return Math.abs(story.published.at.getTime() - Date.parse(line.published)) > DAY;
}

const DAY = 86_400_000;

/** Renamed and edited at once: the one line without a file that has most of the words. */
function alike(
  open: readonly Candidate[],
  ledger: Ledger,
  taken: ReadonlySet<string>,
  all: readonly Candidate[],
  take: Take,
): void {
  if (open.length === 0) return;
  const read = new Set(all.map(({ story }) => story.file));
  const orphans = [...ledger.lines.values()].filter(({ id, file }) => !taken.has(id) && !read.has(file));
  if (orphans.length === 0) return;
  // Asked last, of the few that could be versions of each other: it takes the files of all that are settled.
  const settledFiles = once(() => new Set(settledLines(ledger).map(({ file }) => file)));
  const near = byMoment(orphans);
  for (const candidate of open) {
    const [best] = near(candidate.at)
      .filter((line) => !taken.has(line.id) && isVersion(candidate, line) && !settledFiles().has(line.file))
      .map((line) => ({ line, like: likeness(candidate.sketch, line.sketch) }))
      .sort((a, b) => b.like - a.like || (a.line.id < b.line.id ? -1 : 1));
    take(candidate, best?.line);
  }
}

/** Lines that may be of a moment, in milliseconds: of thousands few are compared with an article that says its day. */
function byMoment(lines: readonly LedgerLine[]): (at: number) => readonly LedgerLine[] {
  const dated = lines
    .map((line) => ({ line, at: line.published === undefined ? -Infinity : Date.parse(line.published) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const firstAfter = (moment: number): number => firstWhere(dated.length, (place) => (dated[place]?.at ?? 0) >= moment);
  const undated = dated.slice(0, firstAfter(Number.MIN_SAFE_INTEGER));
  return (at) => {
    if (at === Infinity) return lines;
    const those = dated.slice(firstAfter(at - DAY), firstAfter(at + DAY + 1));
    return [...undated, ...those].map(({ line }) => line);
  };
}

function isVersion({ story, sketch }: Candidate, line: LedgerLine): boolean {
  if (datedElsewhere(story, line)) return false;
  const like = likeness(sketch, line.sketch);
  const named = story.title === line.title || baseName(story.file) === baseName(line.file);
  return like >= (named ? SAME_TEXT : NEARLY_SAME);
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function indexBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const one of all) {
    const here = index.get(key(one));
    if (here === undefined) index.set(key(one), [one]);
    else here.push(one);
  }
  return index;
}
