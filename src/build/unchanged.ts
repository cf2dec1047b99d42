import { type LedgerLine, parseLedger } from "../ledger/ledger.ts";
import { LEDGER_FILE } from "./ledger-file.ts";
import type { EntryReport, Outcome } from "./report.ts";

/** The entries of a ledger's file, newest first, but for those of refused files. */
export function entriesIn(ledger: Buffer, refused: Outcome["entries"]["refused"]): readonly EntryReport[] {
  const files = new Set(refused.map(({ file }) => file));
  return [...parseLedger(ledger, LEDGER_FILE).ledger.lines.values()]
    .filter(({ file, withdrawn }) => withdrawn === undefined && !files.has(file))
    .map(entryReport)
    .sort((a, b) => b.published.getTime() - a.published.getTime() || (a.id < b.id ? -1 : 1));
}

function entryReport({ id, file, title, published, updated }: LedgerLine): EntryReport {
  return { id, file, title, published: new Date(published ?? updated), updated: new Date(updated) };
}
