import type { Entry } from "../ledger/entry.ts";
import type { Ledger, LedgerLine } from "../ledger/ledger.ts";

/** How an edition's entries stand in its documents. No entry stands in two. */
export interface Rolled {
  /** In the document to subscribe to, newest first. */
  readonly newest: readonly Entry[];
  /** Oldest document first; in each, newest first. All but the last are full for ever. */
  readonly archives: readonly { readonly number: number; readonly entries: readonly Entry[] }[];
  /** Entries that this build has put into a full document: id → its number. */
  readonly sealed: Numbers;
}

/** What the ledger calls an edition's archive. */
export function archiveKey(path: string): string {
  return path === "" ? "main" : path.replace(/\/$/, "");
}

/** In which full document of one edition's archive entries stand, withdrawn ones too: id → number. */
export type Numbers = ReadonlyMap<string, number>;

/** The ledger's memory of all archives, by what `archiveKey` calls their editions. */
export function archiveNumbers({ lines }: Ledger): ReadonlyMap<string, Numbers> {
  const all = new Map<string, Map<string, number>>();
  for (const { id, archives } of lines.values())
    for (const [key, number] of Object.entries(archives ?? NONE)) {
      const numbers = all.get(key) ?? new Map<string, number>();
      all.set(key, numbers.set(id, number));
    }
  return all;
}

const NONE: NonNullable<LedgerLine["archives"]> = {};

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
  let last = 0;
  for (const number of numbers.values()) last = Math.max(last, number);
  const free = entries.filter(({ id }) => !numbers.has(id));
  const waiting = free.slice(limit);
  const sealed = new Map<string, number>();
  while (waiting.length >= size) {
    last += 1;
    for (const { id } of waiting.splice(-size)) sealed.set(id, last);
  }
  const documents = Array.from({ length: last }, (): Entry[] => []);
  for (const entry of entries) documents[(sealed.get(entry.id) ?? numbers.get(entry.id) ?? 0) - 1]?.push(entry);
  const all = last === 0 && waiting.length === 0 ? [] : [...documents, waiting];
  return {
    newest: free.slice(0, limit),
    archives: all.map((held, index) => ({ number: index + 1, entries: held })),
    sealed,
  };
}

/** The ledger, with what was sealed written into it: by edition path, id → number of its archive document. */
export function withSealed(ledger: Ledger, sealed: ReadonlyMap<string, Numbers>): Ledger {
  const lines = new Map<string, LedgerLine>(ledger.lines);
  for (const [path, numbers] of sealed)
    for (const [id, number] of numbers) {
      const line = lines.get(id);
      if (line === undefined) continue;
      lines.set(id, { ...line, archives: { ...line.archives, [archiveKey(path)]: number } });
    }
  return { lines };
}
