import type { Story } from "../compose/story.ts";
import type { Publication } from "../publication/publication.ts";
import { correctionNotes } from "./corrections.ts";
import { continued, datedEvidence } from "./dates.ts";
import { type Entry, entryOf } from "./entry.ts";
import type { LedgerLine } from "./ledger.ts";

/** The entry of a story that is as the ledger's line tells, in full. */
export function entryFrom(story: Story, line: LedgerLine, link: string, publication: Publication): Entry {
  const dated = continued(story, line, publication.timezone);
  const { published, precision } = dated;
  const evidence = (): Entry["evidence"] => datedEvidence(story, dated);
  const { corrections = [], language = publication.language } = story;
  const notes = correctionNotes(corrections, line.corrections ?? {}, language);
  return entryOf(
    story,
    { id: line.id, rssId: line.rssId, link, published, updated: new Date(line.updated), precision, evidence, notes },
    publication,
  );
}
