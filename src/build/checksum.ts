import { crc32 } from "node:zlib";

/** The checksum (CRC-32) of bytes that are given in pieces. */
export function checksum(pieces: Iterable<Uint8Array>): number {
  let sum = 0;
  // Of nothing at all, zlib forgets what came before.
  for (const piece of pieces) if (piece.length > 0) sum = crc32(piece, sum);
  return sum;
}
