import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** A file that changed so many milliseconds before may be in somebody's hands: clocks of disks tick every ten at worst. */
const QUIET = 20;
const TRIES = 25;

/** Thrown where a file changes again and again while we look at it. */
export class Unsettled extends Error {
  readonly path: string;

  constructor(path: string) {
    super("it is being written just now");
    this.path = path;
  }
}

/**
 * A file's bytes, never half of them: who writes a file empties it first, and fills it step by step. One that changed
 * just now is read once it has stood still for a moment; throws `Unsettled` if it doesn't, else what the disk says. It
 * reads at once and only then promises: the asynchronous calls take several times as long for many small files.
 */
export async function readSettled(path: string): Promise<Uint8Array> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const started = Date.now();
    const bytes = readFileSync(path);
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    const isWhole = size === bytes.length;
    if (isWhole && Math.max(mtimeMs, ctimeMs) < started - QUIET) return bytes;
    await pause(QUIET);
    const then = statSync(path);
    if (isWhole && then.size === size && then.ctimeMs === ctimeMs && then.ino === ino) return bytes;
  }
  throw new Unsettled(path);
}

/** Of what was there a moment ago, its absence is a change like any other. */
function opened(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw new Unsettled(path);
    throw error;
  }
}

const PIECE = 1024 * 1024;

/**
 * A file's bytes piece by piece: films need not fit into memory. `sum` begins the SHA-256 of all that it has to hold;
 * throws `Unsettled` after the last piece where it held something else.
 */
export function* piecesOf(path: string, sum: string): Generator<Uint8Array> {
  const source = opened(path);
  const hash = createHash("sha256");
  try {
    const piece = Buffer.alloc(PIECE);
    for (let read = readSync(source, piece); read > 0; read = readSync(source, piece)) {
      hash.update(piece.subarray(0, read));
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(source);
  }
  if (!hash.digest("hex").startsWith(sum)) throw new Unsettled(path);
}
