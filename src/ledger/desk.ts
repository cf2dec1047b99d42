import type { Story } from "../compose/story.ts";
import type { Finding } from "../finding.ts";
import type { Publication } from "../publication/publication.ts";
import type { Stored } from "./candidate.ts";
import type { Due } from "./due.ts";
import type { Entry, Tombstone } from "./entry.ts";
import { freshEntries } from "./fresh-entry.ts";
import { addressOf } from "./identity.ts";
import { type Instants, instants } from "./instants.ts";
import { type Ledger, type LedgerLine, settledLines } from "./ledger.ts";
import { once } from "./once.ts";

export interface RecordContext {
  readonly publication: Publication;
  readonly now: Date;
  /** Refuse what carries a warning. */
  readonly strict: boolean;
  /** Files that are there but gave no story (unreadable ones): what they published stays. */
  readonly silent: ReadonlySet<string>;
  /** What subscribers get today of a line's entry, for an article that is refused or withdrawn from now on. */
  readonly standing: (line: LedgerLine) => Entry | undefined;
  /** When the commit that added a file was made, where git knows. */
  readonly committed: (file: string) => Date | undefined;
  /** A story's place on the disk, where it has one: its entry need not be held in memory. */
  readonly stored?: (story: Story) => Stored | undefined;
  /** Whether a settled entry may have a link, where somebody knows sooner than whoever looks through the ledger's file. */
  readonly mayHaveLink?: ((link: string) => boolean) | undefined;
}

export interface Recorded {
  readonly ledger: Ledger;
  /** All that is published now, newest first, ties by id. */
  readonly entries: readonly Entry[];
  readonly tombstones: readonly Tombstone[];
  readonly fresh: readonly Entry[];
  readonly updated: readonly Entry[];
  readonly unchanged: readonly Entry[];
  readonly withdrawn: readonly LedgerLine[];
  readonly refused: readonly { readonly file: string; readonly kept: boolean }[];
  readonly embargoed: readonly { readonly file: string; readonly title: string; readonly until: Date }[];
  readonly drafts: readonly string[];
  /** Pages that have another address now: absolute URLs. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** What happens next by itself, if there is a build then. */
  readonly due?: Due;
  readonly findings: readonly Finding[];
}

/** What a record is made with: the ledger as it was, and what grows while stories are recorded. */
export interface Desk {
  readonly context: RecordContext;
  readonly before: Ledger;
  readonly after: Map<string, LedgerLine>;
  /** Links and ids that are given away. */
  readonly taken: { readonly link: (link: string) => boolean; readonly id: (id: string) => boolean };
  readonly links: Set<string>;
  readonly instants: Instants;
  /** The entry of a story that lies on the disk. */
  readonly entryOf: ReturnType<typeof freshEntries>;
  readonly entries: Entry[];
  readonly fresh: Entry[];
  readonly updated: Entry[];
  readonly unchanged: Entry[];
  readonly refused: { file: string; kept: boolean }[];
  readonly embargoed: { file: string; title: string; until: Date }[];
  readonly withdrawn: LedgerLine[];
  readonly moved: { from: string; to: string }[];
  readonly dues: Due[];
  readonly findings: Finding[];
}

/**
 * What a record begins with; `stated` are the ids that articles state. What only newcomers have to know of others is
 * gathered when the first of them comes.
 */
export function openDesk(before: Ledger, context: RecordContext, stated: ReadonlySet<string>): Desk {
  const after = new Map<string, LedgerLine>();
  const links = new Set<string>();
  const isSettledLink = settledLinkIn(before, context);
  return {
    context,
    before,
    after,
    taken: {
      id: (id) => stated.has(id) || before.lines.has(id) || after.has(id) || before.settled?.get(id) !== undefined,
      link: (link) => links.has(link) || isSettledLink(link),
    },
    links,
    instants: instants(before),
    entryOf: freshEntries(context.publication),
    entries: [],
    fresh: [],
    updated: [],
    unchanged: [],
    refused: [],
    embargoed: [],
    withdrawn: [],
    moved: [],
    dues: [],
    findings: [],
  };
}

/** For so many newcomers links are looked through; for more of them a list of all is made, once. */
const FEW = 8;

/** Whether a settled entry has a link: of most the bytes of all links, or of the ledger's file, say that none has, without a list. */
function settledLinkIn(ledger: Ledger, { publication, mayHaveLink }: RecordContext): (link: string) => boolean {
  const links = once(() => new Set(settledLines(ledger).map(({ link }) => link)));
  const mayHave = mayHaveLink ?? ((link) => ledger.settled?.says("link", addressOf(link, publication.url)) === true);
  let asked = 0;
  return (link) => {
    asked += 1;
    return (asked > FEW || mayHave(link)) && links().has(link);
  };
}
