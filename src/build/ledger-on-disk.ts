import { close, closeSync, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { Unsettled } from "../files/settled.ts";
import { about, isCode } from "../files.ts";
import { inMemory, type LedgerBytes, NO_BYTES } from "../ledger/ledger-bytes.ts";
import { LEDGER_FILE } from "./ledger-file.ts";
import { ledgerSum, type StandingLedger } from "./open-ledger.ts";

/** Whether another file can take the place of one that is open: Windows may refuse it. */
const CAN_REPLACE_OPEN = process.platform !== "win32";
/** Bytes that are asked for at once where a file is gone through. */
const PIECE = 1 << 20;

/**
 * The ledger's file, gone through once for its checksum; from then on the disk is asked for what somebody wants of it. It is
 * one and the same file until it is given back, whatever takes its place meanwhile. Where nothing can while it is open (not
 * `canReplaceOpen`), all of it is read into memory and it is given back at once. Throws what the disk says, and `Unsettled`
 * where it turns out that somebody else writes it.
 */
export function ledgerOnDisk(data: string, canReplaceOpen: boolean = CAN_REPLACE_OPEN): StandingLedger {
  const path = join(data, LEDGER_FILE);
  const handle = openIfThere(path);
  if (handle === undefined) return absent(path);
  try {
    const found = fstatSync(handle);
    const there = bytesIn(path, handle, found.size);
    const bytes = canReplaceOpen ? there : inMemory(there.part(0, there.length));
    const sum = ledgerSum(bytes.pieces(0, bytes.length));
    const check = (): void => {
      const now = statSync(path, { throwIfNoEntry: false });
      if (now === undefined || !isAsFound(found, now)) throw new Unsettled(path);
    };
    if (canReplaceOpen) return { bytes, sum, check, close: () => closeBeside(handle) };
    closeBeside(handle);
    return { bytes, sum, check, close: () => undefined };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

function absent(path: string): StandingLedger {
  const check = (): void => {
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) throw new Unsettled(path);
  };
  return { bytes: NO_BYTES, sum: ledgerSum([]), check, close: () => undefined };
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/**
 * Gives a file back while this thread goes on: one that another has taken the place of is cleared away with it, which takes
 * 30 ms for 50 MB. Of a file that was only read nothing can go wrong by then that anybody would want to hear.
 */
function closeBeside(handle: number): void {
  close(handle, () => undefined);
}

/** Whether nobody has written into the file, nor put another one in its place. */
function isAsFound(found: Stats, now: Stats): boolean {
  return now.ino === found.ino && now.size === found.size && now.mtimeMs === found.mtimeMs;
}

function bytesIn(path: string, handle: number, length: number): LedgerBytes {
  /** Fills a piece of memory with what stands there. */
  const fill = (into: Buffer, from: number): Buffer => {
    for (let filled = 0; filled < into.length; ) {
      // Of an open file the disk names no path.
      const read = about(path, () => readSync(handle, into, filled, into.length - filled, from + filled));
      if (read === 0) throw new Unsettled(path);
      filled += read;
    }
    return into;
  };
  const pieces = function* (from: number, to: number): Generator<Buffer> {
    const room = Buffer.allocUnsafe(Math.min(PIECE, to - from));
    for (let at = from; at < to; at += room.length) yield fill(room.subarray(0, Math.min(room.length, to - at)), at);
  };
  return {
    length,
    part: (from, to) => fill(Buffer.allocUnsafe(to - from), from),
    pieces,
    includes: (text) => {
      const wanted = Buffer.from(text, "utf8");
      // A text may stand across the end of a piece.
      const room = Buffer.allocUnsafe(Math.min(length, PIECE + wanted.length));
      for (let at = 0; at < length; at += PIECE)
        if (fill(room.subarray(0, Math.min(room.length, length - at)), at).includes(wanted)) return true;
      return false;
    },
  };
}
