/** The bytes of the ledger's file, in memory or on the disk: of a million lines few are ever wanted. */
export interface LedgerBytes {
  readonly length: number;
  /** The bytes from one place to another. */
  readonly part: (from: number, to: number) => Buffer;
  /** The same in pieces, each of which holds until the next one is asked for. */
  readonly pieces: (from: number, to: number) => Iterable<Uint8Array>;
  /** Whether a text stands anywhere in them. */
  readonly includes: (text: string) => boolean;
}

/** Bytes that are in memory. */
export function inMemory(bytes: Buffer): LedgerBytes {
  return {
    length: bytes.length,
    part: (from, to) => bytes.subarray(from, to),
    pieces: (from, to) => [bytes.subarray(from, to)],
    includes: (text) => bytes.includes(text),
  };
}

export const NO_BYTES: LedgerBytes = inMemory(Buffer.alloc(0));
