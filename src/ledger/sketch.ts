/**
 * A sketch of a text: sixteen 16-bit numbers that two versions of one text mostly share and two texts mostly don't
 * (one-permutation min-hashing over windows of eight characters). By it a file that was renamed *and* edited is known
 * again, in any language, without keeping the text.
 */

const BINS = 16;
const WINDOW = 8;
const EMPTY = 0xffff;
const BASE = 0x01000193;
/** BASE to the power of WINDOW, in 32 bits: what the character that leaves the window weighs. */
const LEAVING = Array.from({ length: WINDOW }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** The sketch of plain text, as 64 hexadecimal digits. Case, white space and punctuation do not count. */
export function sketch(text: string): string {
  const units = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
  const bins = new Uint16Array(BINS).fill(EMPTY);
  let rolling = 0;
  for (let at = 0; at < units.length; at += 1) {
    rolling = (Math.imul(rolling, BASE) + units.charCodeAt(at)) | 0;
    if (at >= WINDOW) rolling = (rolling - Math.imul(LEAVING, units.charCodeAt(at - WINDOW))) | 0;
    if (at >= WINDOW - 1 || at === units.length - 1) put(bins, scramble(rolling));
  }
  return Array.from(bins, (bin) => bin.toString(16).padStart(4, "0")).join("");
}

function put(bins: Uint16Array, hash: number): void {
  const bin = hash >>> 28;
  const value = Math.min(hash & 0xffff, EMPTY - 1);
  if (value < (bins[bin] ?? 0)) bins[bin] = value;
}

/** Spreads a rolling hash over all 32 bits. */
function scramble(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** How much of two sketches is the same: 1 for one text, near 0 for two that have nothing to do with each other. */
export function likeness(a: string, b: string): number {
  let same = 0;
  let filled = 0;
  for (let at = 0; at < BINS * 4; at += 4) {
    const left = a.slice(at, at + 4);
    const right = b.slice(at, at + 4);
    if (left === "ffff" && right === "ffff") continue;
    filled += 1;
    if (left === right) same += 1;
  }
  return filled === 0 ? 0 : same / filled;
}
