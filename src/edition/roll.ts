import type { Entry } from "../ledger/entry.ts";
import { type Ledger, type LedgerLine, readLine } from "../ledger/ledger.ts";
import { SettledLine } from "../ledger/settled-line.ts";
import { WrittenLine, writtenLine } from "../ledger/written-line.ts";

/** How an edition's entries stand in its documents. No entry stands in two. */
export interface Rolled {
  /** In the document to subscribe to, newest first. */
  readonly newest: readonly Entry[];
  /** Oldest document first; in each, newest first. All but the last are full for ever. */
  readonly archives: readonly { readonly number: number; readonly entries: readonly Entry[] }[];
  /** Entries that this build has put into a full document: id → its number. */
  readonly sealed: ReadonlyMap<string, number>;
}

/** What the ledger calls an edition's archive. */
export function archiveKey(path: string): string {
  return path === "" ? "main" : path.replace(/\/$/, "");
}

/** In which full document of one edition's archive entries stand. */
export interface Numbers {
  readonly of: (entry: Entry) => number | undefined;
  /** The last document that is full; withdrawn entries have filled it too. */
  readonly last: number;
}

/** The ledger's memory of all archives, by what `archiveKey` calls their editions. */
export function archiveNumbers(ledger: Ledger): (key: string) => Numbers {
  const last: Record<string, number> = {};
  const seen = new Set<LedgerLine["archives"]>();
  const note = (archives: LedgerLine["archives"]): void => {
    // Thousands of lines share one of these.
    if (archives === undefined || seen.has(archives)) return;
    seen.add(archives);
    for (const [key, number] of Object.entries(archives)) last[key] = Math.max(last[key] ?? 0, number);
  };
  for (const archives of ledger.settled?.archives ?? []) note(archives);
  for (const { archives } of ledger.lines.values()) note(archives);
  const archivesOf = (entry: Entry): LedgerLine["archives"] =>
    (entry instanceof SettledLine ? entry.standing.archives : undefined) ?? ledger.lines.get(entry.id)?.archives;
  return (key) => ({ of: (entry) => archivesOf(entry)?.[key], last: last[key] ?? 0 });
}

/** The newest entries alone: what older ones there are can't be reached from this feed. */
export function newestOnly(entries: readonly Entry[], limit: number): Rolled {
  return { newest: entries.slice(0, limit), archives: [], sealed: new Map() };
}

/**
 * Rolls entries (newest first) that the subscription document has no room for into archive documents (RFC 5005,
 * section 4). A document that is full is sealed: the ledger remembers which entries it holds, so that it keeps its name
 * and its bytes whatever is added, back-dated or withdrawn elsewhere. The last one is still being filled; where it is
 * empty it stands nevertheless, so that the full one before it can link forward to it from the start.
 */
export function roll(numbers: Numbers, entries: readonly Entry[], limit: number, size: number): Rolled {
  const documents = Array.from({ length: numbers.last }, (): Entry[] => []);
  const free: Entry[] = [];
  for (const entry of entries) {
    const number = numbers.of(entry);
    const held = number === undefined ? free : documents[number - 1];
    held?.push(entry);
  }
  const waiting = free.slice(limit);
  const sealed = new Map<string, number>();
  while (waiting.length >= size) {
    const full = waiting.splice(-size);
    documents.push(full);
    for (const { id } of full) sealed.set(id, documents.length);
  }
  const all = documents.length === 0 && waiting.length === 0 ? [] : [...documents, waiting];
  return {
    newest: free.slice(0, limit),
    archives: all.map((held, index) => ({ number: index + 1, entries: held })),
    sealed,
  };
}

/**
 * The ledger, with what was sealed written into it: by edition path, id → number of its archive document. Lines that were
 * written by this build are told so.
 */
export function withSealed(ledger: Ledger, sealed: ReadonlyMap<string, Rolled["sealed"]>): Ledger {
  const changed = new Map<string, LedgerLine>();
  for (const [path, numbers] of sealed)
    for (const [id, number] of numbers) {
      const line = changed.get(id) ?? ledger.lines.get(id) ?? unsettled(ledger, id);
      if (line === undefined) continue;
      const within = sealedIn(line, shared({ ...line.archives, [archiveKey(path)]: number }));
      if (within !== line || !ledger.lines.has(id)) changed.set(id, within);
    }
  return changed.size === 0 ? ledger : { ...ledger, lines: new Map([...ledger.lines, ...changed]) };
}

/** A line in other documents of archives. */
function sealedIn(line: LedgerLine, archives: NonNullable<LedgerLine["archives"]>): LedgerLine {
  if (!(line instanceof WrittenLine)) return { ...line, archives };
  line.seal(archives);
  return line;
}

/** A settled line, as one that is written anew. */
function unsettled(ledger: Ledger, id: string): LedgerLine | undefined {
  const settled = ledger.settled?.get(id);
  if (settled === undefined) return undefined;
  const line = readLine(settled.line());
  if (typeof line === "string") throw new Error(`a line of the ledger that was read before can't be read: ${line}`);
  return writtenLine(line);
}

/** Documents are full of entries whose numbers are all the same. */
function shared(archives: NonNullable<LedgerLine["archives"]>): NonNullable<LedgerLine["archives"]> {
  const text = JSON.stringify(archives);
  const before = known.get(text);
  if (before !== undefined) return before;
  known.set(text, archives);
  return archives;
}

const known = new Map<string, NonNullable<LedgerLine["archives"]>>();
