import type { Story } from "../compose/story.ts";
import type { Publication } from "../publication/publication.ts";
import type { LedgerLine } from "./ledger.ts";
import type { LedgerBytes } from "./ledger-bytes.ts";
import { type EntryHead, LightEntry, type Origin } from "./light-entry.ts";

/** What the last build left of an entry: its head, where its line stands in the ledger's file, what that says of archives. */
export interface Standing {
  readonly head: EntryHead;
  /** In bytes, without its end of line. */
  readonly at: number;
  readonly length: number;
  readonly archives?: LedgerLine["archives"];
}

/** Where builds have put away what they know of an entry. */
export interface Kept {
  readonly record?: Standing | undefined;
}

/** What all settled lines share. */
export interface Settling<From extends Kept = Kept> {
  /** The ledger's file, as the last build left it. */
  readonly bytes: LedgerBytes;
  readonly publication: Publication;
  storyOf(kept: From): Story;
}

/**
 * The entry of a line of the ledger that nobody has to look at: its article has not changed, nor has the ledger. Of a
 * million of them each further object counts: it is what it is made of, and says of itself what was put away.
 */
export class SettledLine<From extends Kept = Kept> extends LightEntry implements Origin {
  readonly head: EntryHead;
  readonly kept: From;
  private readonly shared: Settling<From>;

  constructor(kept: From, standing: Standing, shared: Settling<From>) {
    super();
    this.head = standing.head;
    this.kept = kept;
    this.shared = shared;
  }

  /** Where it stands in the file, and in which archives. */
  get standing(): Standing {
    const { record } = this.kept;
    if (record === undefined) throw new Error(`${this.file} has no line`);
    return record;
  }
  get origin(): Origin {
    return this;
  }
  get more(): undefined {
    return undefined;
  }
  get story(): Story {
    return this.shared.storyOf(this.kept);
  }
  get publication(): Publication {
    return this.shared.publication;
  }

  line(): string {
    const { at, length } = this.standing;
    return this.shared.bytes.part(at, at + length).toString("utf8");
  }
}
