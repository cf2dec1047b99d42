import { join } from "node:path";
import { readBytesIfThere } from "../files.ts";
import { type Ledger, type LedgerLine, parseLedger } from "../ledger/ledger.ts";
import { inMemory, type LedgerBytes } from "../ledger/ledger-bytes.ts";
import { Settled } from "../ledger/settled.ts";
import type { SettledLine } from "../ledger/settled-line.ts";
import { checksum } from "./checksum.ts";
import { LEDGER_FILE } from "./ledger-file.ts";
import { Stop } from "./stop.ts";

/** The ledger's file as it stands. */
export interface StandingLedger {
  readonly bytes: LedgerBytes;
  /** What tells it from any other. */
  readonly sum: string;
  /** Throws `Unsettled` where it is another one by now: what follows from it must not take that one's place. */
  readonly check: () => void;
  readonly close: () => void;
}

/** Reads all of the ledger's file, for those who publish nothing; nothing where there is none yet. */
export function readLedger(data: string): StandingLedger {
  const bytes = readBytesIfThere(join(data, LEDGER_FILE)) ?? Buffer.alloc(0);
  return { bytes: inMemory(bytes), sum: ledgerSum([bytes]), check: () => undefined, close: () => undefined };
}

/** Pieces of a ledger's file as they are, and the checksum of those that somebody has gone through. */
export function summed(pieces: Iterable<Uint8Array>): {
  readonly pieces: Iterable<Uint8Array>;
  readonly sum: () => string;
} {
  let length = 0;
  let sum = 0;
  const made = function* (): Generator<Uint8Array> {
    for (const piece of pieces) {
      length += piece.length;
      sum = checksum([piece], sum);
      yield piece;
    }
  };
  return { pieces: made(), sum: () => `${sum}.${length}` };
}

/** The checksum of a ledger's file, given in pieces. */
export function ledgerSum(pieces: Iterable<Uint8Array>): string {
  const all = summed(pieces);
  for (const _ of all.pieces);
  return all.sum();
}

/** What a ledger says of all articles but the settled ones. A line that can't be understood ends the build. */
export function openLedger({ bytes }: StandingLedger, settled: readonly SettledLine[]): Ledger {
  if (settled.length === 0) return { lines: linesIn(bytes.part(0, bytes.length)) };
  const known = new Settled(bytes, settled);
  const lines = new Map<string, LedgerLine>();
  for (const range of known.rest()) for (const [id, line] of linesIn(bytes.part(...range))) lines.set(id, line);
  return { lines, settled: known };
}

/** The lines of a ledger that are not withdrawn. */
export function publishedLines({ bytes }: StandingLedger): readonly LedgerLine[] {
  return [...linesIn(bytes.part(0, bytes.length)).values()].filter(({ withdrawn }) => withdrawn === undefined);
}

function linesIn(text: Buffer): Ledger["lines"] {
  const { ledger, findings } = parseLedger(text, LEDGER_FILE);
  if (findings.length > 0) throw new Stop(findings);
  return ledger.lines;
}
