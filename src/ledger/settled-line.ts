import type { Story } from "../compose/story.ts";
import type { Publication } from "../publication/publication.ts";
import type { LedgerLine } from "./ledger.ts";
import { type EntryHead, LightEntry, type Origin } from "./light-entry.ts";

/** Where a line stands in the ledger's file, in bytes, without its end of line, and what it says of archives. */
interface Standing {
  readonly at: number;
  readonly length: number;
  readonly archives?: LedgerLine["archives"];
}

/**
 * A line of the ledger that nobody has to look at: its article has not changed, nor has the ledger. It is what its entry
 * is made of, if somebody asks for more than its head: of a million lines each further object counts.
 */
export class SettledLine implements Origin, Standing {
  readonly entry: LightEntry;
  readonly story: Story;
  readonly publication: Publication;
  readonly at: number;
  readonly length: number;
  readonly archives: LedgerLine["archives"];
  /** Where it stands in the file that takes that one's place. */
  next: number | undefined = undefined;
  /** The ledger's file, as the last build left it. */
  private readonly bytes: Buffer;

  constructor(
    head: EntryHead,
    { story, publication, bytes }: { story: Story; publication: Publication; bytes: Buffer },
    { at, length, archives }: Standing,
  ) {
    this.story = story;
    this.publication = publication;
    this.at = at;
    this.length = length;
    this.archives = archives;
    this.bytes = bytes;
    this.entry = new LightEntry(head, this);
  }

  line(): string {
    return this.bytes.toString("utf8", this.at, this.at + this.length);
  }
}

/** The settled line of an entry, if it has one. */
export function settledLineOf(entry: unknown): SettledLine | undefined {
  return entry instanceof LightEntry && entry.origin instanceof SettledLine ? entry.origin : undefined;
}
