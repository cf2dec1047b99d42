import type { Story } from "../compose/story.ts";
import { finding, refuses } from "../finding.ts";
import { belongingOf, membershipOf } from "./belonging.ts";
import { candidateOf } from "./candidate.ts";
import type { Desk } from "./desk.ts";
import type { Due } from "./due.ts";
import type { Tombstone } from "./entry.ts";
import { restore } from "./kept.ts";
import { instantText, type LedgerLine } from "./ledger.ts";
import { type Candidate, match } from "./match.ts";

/**
 * What leaves the feeds: articles whose time is over, that have become drafts again, or that are gone. As long as their
 * files are there they are followed, so that they come back under the ids that readers know.
 */

const DAY = 86_400_000;

/** An article whose time is over leaves as one that is deleted does, at its time. */
export function expire(desk: Desk, candidate: Candidate, at: Date, line: LedgerLine | undefined): void {
  const { file } = candidate.story;
  desk.findings.push(finding("ledger/expired", { file }, { at: instantText(at) }));
  if (line === undefined) return;
  const withdrawn = line.withdrawn ?? instantText(new Date(Math.max(at.getTime(), Date.parse(line.updated))));
  desk.after.set(line.id, followed(withdrawnLine(desk, line, withdrawn), candidate));
  if (line.withdrawn === undefined) desk.withdrawn.push(line);
}

/**
 * Drafts that were published once are withdrawn, and followed until they are published again. Theirs is what nobody else
 * has continued: a draft that is a copy takes nothing from the article that is published.
 */
export function followDrafts(desk: Desk, stories: readonly Story[], media: string): void {
  const { before, after, context } = desk;
  const lines = new Map([...before.lines].filter(([id]) => !after.has(id)));
  const drafts = lines.size === 0 ? [] : stories.filter(({ draft, findings }) => draft && !refuses(findings));
  if (drafts.length === 0) return;
  const candidates = drafts.map((story) => candidateOf(story, context.stored?.(story), media));
  for (const [candidate, line] of match({ ...before, lines }, candidates)) {
    if (line.withdrawn === undefined) tellOfWithdrawal(desk, line);
    const withdrawn = line.withdrawn ?? instantText(context.now);
    after.set(line.id, followed(withdrawnLine(desk, line, withdrawn), candidate));
  }
}

export function tellOfWithdrawal({ withdrawn, findings }: Desk, line: LedgerLine): void {
  withdrawn.push(line);
  findings.push(finding("ledger/withdrawn", { file: line.file }, { id: line.id, title: line.title }));
}

/** A line whose article is still there, published or not: whatever becomes of its file and its words, it is known again. */
function followed(line: LedgerLine, { story: { file }, sketch }: Candidate): LedgerLine {
  return { ...line, file, sketch };
}

/** A line of what is no more; it remembers where it belonged, as long as that is to be seen. */
export function withdrawnLine({ context }: Desk, { kept, ...line }: LedgerLine, withdrawn: string): LedgerLine {
  if (line.withdrawn !== undefined) return { ...line, withdrawn };
  const stood = kept === undefined ? context.standing(line) : restore(kept);
  const about = stood && belongingOf(stood);
  return { ...line, withdrawn, ...(about === undefined ? {} : { about }) };
}

/** What feeds tell of a line that was withdrawn. */
export function tombstone({ id, title, withdrawn, published, link, about }: LedgerLine, url: string): Tombstone[] {
  if (withdrawn === undefined) return [];
  const more = {
    ...(link === undefined ? {} : { link: new URL(link, url).href }),
    ...(about === undefined ? {} : { about: membershipOf(about) }),
  };
  return [{ id, title, withdrawn: new Date(withdrawn), published: new Date(published ?? withdrawn), ...more }];
}

/** Where a withdrawn article stood before it moved: that leads to where it stood last, which says that it is gone. */
export function addressesBefore({ link, moved = [] }: LedgerLine, url: string): Desk["moved"] {
  if (link === undefined) return [];
  const to = new URL(link, url).href;
  return moved.map((one) => ({ from: new URL(one, url).href, to }));
}

/** Feeds tell of a withdrawal for a number of days. */
export function tombstoneDues(lines: readonly LedgerLine[], days: number): Due[] {
  return lines.flatMap(({ withdrawn, file }): Due[] =>
    withdrawn === undefined ? [] : [{ at: new Date(Date.parse(withdrawn) + days * DAY), what: "tombstone", file }],
  );
}
