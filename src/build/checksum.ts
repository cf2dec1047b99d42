import { crc32 } from "node:zlib";

/** The checksum (CRC-32) of bytes that are given in pieces, behind those of which it is known. */
export function checksum(pieces: Iterable<Uint8Array>, before = 0): number {
  let sum = before;
  // Of nothing at all, zlib forgets what came before.
  for (const piece of pieces) if (piece.length > 0) sum = crc32(piece, sum);
  return sum;
}
