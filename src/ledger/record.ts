import type { Story } from "../compose/story.ts";
import { type Finding, finding, refuses } from "../finding.ts";
import { candidateOf } from "./candidate.ts";
import { correctionNotes, datedCorrections, hasNews } from "./corrections.ts";
import { continued, type Dated, dateAnew, datedEvidence, heldUntil } from "./dates.ts";
import { type Desk, openDesk, type RecordContext, type Recorded } from "./desk.ts";
import { nextDue } from "./due.ts";
import { type Entry, entryOf, type Identity } from "./entry.ts";
import { firstWhere } from "./halves.ts";
import { addressOf, linkOf, type Minted, mint } from "./identity.ts";
import { keep, restore } from "./kept.ts";
import { instantText, type Ledger, type LedgerLine, settledLines } from "./ledger.ts";
import { publishedAt } from "./light-entry.ts";
import { type Candidate, match } from "./match.ts";
import { joined } from "./runs.ts";
import { withTranslations } from "./translations.ts";
import {
  addressesBefore,
  expire,
  followDrafts,
  tellOfWithdrawal,
  tombstone,
  tombstoneDues,
  withdrawnLine,
} from "./withdraw.ts";
import { writtenLine } from "./written-line.ts";

/**
 * Gives stories their identity: continues the ledger for those it knows, mints ids and dates for those it does not,
 * withdraws what is gone. Pure: the present and everything on the disk come in by the context.
 */
export function record(ledger: Ledger, stories: readonly Story[], context: RecordContext): Recorded {
  const stated = statedIds(stories);
  const desk = openDesk(ledger, context, stated);
  const doubled = duplicateIds(stories, desk.findings);
  const media = new URL("media/", context.publication.url).pathname;
  const candidates = stories
    .filter(({ draft }) => !draft)
    .map((story) => candidateOf(story, context.stored?.(story), media));
  const matches = match(
    ledger,
    candidates.filter(({ story }) => !doubled.has(story.file)),
  );
  const known = (candidate: Candidate): LedgerLine | undefined =>
    matches.get(candidate) ?? (doubled.has(candidate.story.file) ? lineAt(ledger, candidate.story.file) : undefined);
  // Those that the ledger knows go first: their links are theirs, and a newcomer has to step aside.
  const ordered = candidates.toSorted((a, b) => Number(!known(a)) - Number(!known(b)) || byDate(a, b));
  for (const candidate of ordered) {
    const { story } = candidate;
    if (doubled.has(story.file) || refuses(story.findings)) refuse(desk, story.file, known(candidate));
    else publish(desk, candidate, known(candidate));
  }
  for (const file of context.silent) refuse(desk, file, lineAt(ledger, file));
  followDrafts(desk, stories, media);
  return close(desk, stories);
}

/** Known dates first to last, then by file, so that those of one day stand in a stable order. */
function byDate(a: Candidate, b: Candidate): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.story.file < b.story.file ? -1 : 1;
}

/** The ids that articles state, none of which may be minted for another. */
function statedIds(stories: readonly Story[]): ReadonlySet<string> {
  return new Set(stories.flatMap(({ id, rssId, draft }) => (draft ? [] : [id ?? [], rssId ?? []].flat())));
}

/** Files whose stated id another file states too, for all readers or for those of RSS. */
function duplicateIds(stories: readonly Story[], findings: Finding[]): ReadonlySet<string> {
  const doubled = new Set<string>();
  const twice = [...sharing(stories, ({ id }) => id), ...sharing(stories, ({ id, rssId }) => rssId ?? id)];
  for (const [file, other, id] of twice) {
    if (doubled.has(file) && doubled.has(other)) continue;
    findings.push(finding("ledger/duplicate-id", { file }, { id, other }));
    if (!doubled.has(other)) findings.push(finding("ledger/duplicate-id", { file: other }, { id, other: file }));
    doubled.add(other).add(file);
  }
  return doubled;
}

/** Files that state what another before them states. */
function* sharing(
  stories: readonly Story[],
  stated: (story: Story) => string | undefined,
): Generator<readonly [file: string, other: string, id: string]> {
  const holders = new Map<string, string>();
  for (const story of stories) {
    const id = story.draft ? undefined : stated(story);
    if (id === undefined) continue;
    const other = holders.get(id);
    if (other === undefined) holders.set(id, story.file);
    else yield [story.file, other, id];
  }
}

function lineAt({ lines }: Ledger, file: string): LedgerLine | undefined {
  return [...lines.values()].find((line) => line.file === file && line.withdrawn === undefined);
}

function publish(desk: Desk, candidate: Candidate, line: LedgerLine | undefined): void {
  const { story } = candidate;
  const { now, publication, committed, strict } = desk.context;
  if (story.expires !== undefined && story.expires <= now) {
    expire(desk, candidate, story.expires, line);
    return;
  }
  const known = line?.published === undefined ? undefined : continued(story, line, publication.timezone);
  const until = known === undefined ? heldUntil(story, now, publication.timezone) : undefined;
  if (until !== undefined) {
    desk.embargoed.push({ file: story.file, title: story.title, until });
    desk.dues.push({ at: until, what: "embargo", file: story.file });
    desk.findings.push(finding("date/embargo", { file: story.file }, { until: instantText(until) }));
    return;
  }
  const dated: Dated = known ?? dateAnew(candidate, now, committed(story.file), desk.instants);
  desk.findings.push(...dated.findings);
  if (strict && [...story.findings, ...dated.findings].some(({ severity }) => severity === "warning")) {
    refuse(desk, story.file, line);
    return;
  }
  enter(desk, candidate, line, dated);
}

/** Writes a story into the ledger and among the entries. */
function enter(desk: Desk, candidate: Candidate, line: LedgerLine | undefined, dated: Dated): void {
  const { story, hash, stored } = candidate;
  const { publication } = desk.context;
  const { id, slug, stated, link } = named(desk, story, line, dated);
  // What was published once stays, whatever front matter says by then.
  const rssId = line === undefined ? story.rssId : line.rssId;
  desk.links.add(link);
  const updated = updatedAt(desk, candidate, line, dated);
  const corrections = datedCorrections(story.corrections ?? [], line?.corrections, updated);
  expiring(desk, story);
  const next: LedgerLine = {
    id,
    ...(stated === undefined ? {} : { stated }),
    ...(rssId === undefined ? {} : { rssId }),
    file: story.file,
    slug,
    title: story.title,
    published: instantText(dated.published),
    precision: dated.precision,
    updated: instantText(updated),
    dated: dated.from,
    ...(dated.words === undefined ? {} : { words: dated.words }),
    hash,
    sketch: candidate.sketch,
    ...addresses(desk, link, line),
    ...(story.corrections === undefined ? {} : { corrections }),
    ...(line?.archives === undefined ? {} : { archives: line.archives }),
  };
  const identity: Identity = {
    id,
    rssId,
    link,
    published: dated.published,
    updated,
    precision: dated.precision,
    evidence: () => datedEvidence(story, dated),
    notes: correctionNotes(story.corrections ?? [], corrections, story.language ?? publication.language),
  };
  const written = stored && writtenLine(next, (text) => stored.put(text));
  const isSteady = dated.findings.length === 0 && isSettling(story, next);
  const entry =
    stored === undefined || written === undefined
      ? entryOf(story, identity, publication)
      : desk.entryOf({ story, stored, line: written, isSteady }, identity);
  desk.after.set(id, written ?? next);
  desk.entries.push(entry);
  fate(desk, line, entry).push(entry);
}

/** What the ledger calls a story, or what it is to be called from now on. */
function named(desk: Desk, story: Story, line: LedgerLine | undefined, { published }: Dated): Minted {
  const { publication } = desk.context;
  if (line === undefined) return mint(story, published, publication, desk.taken);
  const { id, slug, stated } = line;
  const link = linkOf(story, slug, published, publication);
  return { id, slug, link, ...(stated === undefined ? {} : { stated }) };
}

/** Whether all that the next build would say of an entry depends on the article and this line alone. */
function isSettling({ updated }: Story, line: LedgerLine): boolean {
  const isTaken = updated === undefined || updated.at.getTime() <= Date.parse(line.updated);
  return isTaken && line.stated === undefined && line.moved === undefined;
}

/** Notes when an article is to leave by itself. */
function expiring({ dues }: Desk, { expires, file }: Story): void {
  if (expires !== undefined) dues.push({ at: expires, what: "expiry", file });
}

/** Where an entry's page is, and where it has been. */
function addresses(desk: Desk, link: string, line: LedgerLine | undefined): Pick<LedgerLine, "link" | "moved"> {
  const { url } = desk.context.publication;
  const address = addressOf(link, url);
  const before = [...(line?.moved ?? []), ...(line?.link === undefined ? [] : [line.link])];
  const moved = [...new Set(before)].filter((one) => one !== address);
  for (const one of moved) desk.moved.push({ from: new URL(one, url).href, to: link });
  return { link: address, ...(moved.length === 0 ? {} : { moved }) };
}

function fate(desk: Desk, line: LedgerLine | undefined, entry: Entry): Entry[] {
  if (line === undefined) return desk.fresh;
  if (line.withdrawn !== undefined)
    desk.findings.push(finding("ledger/returned", { file: entry.file }, { id: line.id }));
  return line.updated === instantText(entry.date) && line.withdrawn === undefined ? desk.unchanged : desk.updated;
}

/**
 * When readers last had to look again: as stated where that moves forward, else the build that first saw other words.
 * It never goes back (readers take that for a defect), and a file's time stamp has no say.
 */
function updatedAt(desk: Desk, { story, hash }: Candidate, line: LedgerLine | undefined, dated: Dated): Date {
  const { now, publication } = desk.context;
  const stated = story.updated?.at;
  const before = line === undefined ? dated.published : new Date(line.updated);
  const usable = stated !== undefined && stated <= now && stated > before;
  if (line === undefined || line.published === undefined)
    return usable ? desk.instants.claim(stated, now) : dated.published;
  const sameDay =
    stated !== undefined && stated.getTime() - before.getTime() < DAY && story.updated?.precision === "day";
  const counts = publication.updates === "changes" || hasNews(story.corrections ?? [], line.corrections);
  if (line.hash === hash || !counts) return usable && !sameDay ? desk.instants.claim(stated, now) : before;
  if (usable) return desk.instants.claim(stated, now);
  const next = new Date(Math.max(now.getTime(), before.getTime() + SECOND));
  return desk.instants.claim(next, new Date(next.getTime() + DAY));
}

const SECOND = 1000;
const DAY = 86_400_000;

/** What a refused article had published stays, as it was. */
function refuse(desk: Desk, file: string, line: LedgerLine | undefined): void {
  const published = line !== undefined && line.withdrawn === undefined;
  desk.refused.push({ file, kept: published });
  if (!published) return;
  const kept = line.kept ?? keepStanding(desk.context, line);
  desk.after.set(line.id, kept === undefined ? line : { ...line, kept });
  if (kept === undefined) {
    desk.findings.push(finding("ledger/not-kept", { file }, { id: line.id }));
    return;
  }
  desk.findings.push(finding("ledger/kept", { file }, { id: line.id }));
  const entry = restore(kept);
  desk.links.add(entry.link);
  desk.entries.push(entry);
}

function keepStanding({ standing }: RecordContext, line: LedgerLine): LedgerLine["kept"] {
  const entry = standing(line);
  return entry === undefined ? undefined : keep(line.rssId === undefined ? entry : { ...entry, guid: line.rssId });
}

function close(desk: Desk, all: readonly Story[]): Recorded {
  const { context, before, after, fresh, updated, unchanged, refused, embargoed, withdrawn, moved, findings } = desk;
  const { publication, now } = context;
  for (const line of before.lines.values()) {
    if (after.has(line.id)) continue;
    after.set(line.id, line.withdrawn === undefined ? withdrawnLine(desk, line, instantText(now)) : line);
    if (line.withdrawn === undefined) tellOfWithdrawal(desk, line);
  }
  // Asked of all lines: those that are kept as texts are not to be read for it.
  const retired = [...after.values()].filter((line) => line.withdrawn !== undefined);
  const gone = retired.flatMap((line) => tombstone(line, publication.url));
  for (const line of retired) moved.push(...addressesBefore(line, publication.url));
  const entries = among(settledLines(before), desk.entries.sort(newestFirst));
  const due = nextDue([...desk.dues, ...tombstoneDues(retired, publication.tombstones)], now);
  return {
    ledger: { lines: after, ...(before.settled === undefined ? {} : { settled: before.settled }) },
    entries: withTranslations(entries, all, publication.language),
    tombstones: gone.sort((a, b) => b.withdrawn.getTime() - a.withdrawn.getTime()),
    moved,
    ...(due === undefined ? {} : { due }),
    fresh: fresh.sort(newestFirst),
    updated: updated.sort(newestFirst),
    unchanged: among(settledLines(before), unchanged.sort(newestFirst)),
    withdrawn,
    refused,
    embargoed,
    drafts: all.filter(({ draft }) => draft).map(({ file }) => file),
    findings,
  };
}

/** A few entries among many, all newest first. */
function among(many: readonly Entry[], few: readonly Entry[]): readonly Entry[] {
  if (few.length === 0) return many;
  if (few.length > many.length) return [...many, ...few].sort(newestFirst);
  const runs: (readonly Entry[])[] = [];
  let from = 0;
  for (const one of few) {
    const to = firstWhere(many.length, (place) => newestFirst(many[place] as Entry, one) >= 0, from);
    runs.push(many.slice(from, to), [one]);
    from = to;
  }
  return joined([...runs, many.slice(from)]);
}

function newestFirst(a: Entry, b: Entry): number {
  return publishedAt(b) - publishedAt(a) || (a.id < b.id ? -1 : 1);
}
