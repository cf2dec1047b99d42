import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { putInPlace } from "../files/in-place.ts";

const DIGEST_BYTES = 32;

/** Keeps a value in a file for the next build. Throws what the disk says. */
export function keepValue(path: string, value: unknown): void {
  const bytes = serialize(value);
  putInPlace([[path, Buffer.concat([digestOf(bytes), bytes])]]);
}

/** The value that a file keeps, if it is whole: it is only ever a shortcut, and one that is damaged is none. */
export function keptValue(path: string): unknown {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(DIGEST_BYTES);
    return bytes.subarray(0, DIGEST_BYTES).equals(digestOf(content)) ? deserialize(content) : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
