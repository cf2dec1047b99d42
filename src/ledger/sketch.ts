import { endianness } from "node:os";

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
  const units = worded(text.toLowerCase());
  const bins = new Uint16Array(BINS).fill(EMPTY);
  let rolling = 0;
  for (let at = 0; at < units.length; at += 1) {
    rolling = (Math.imul(rolling, BASE) + (units[at] ?? 0)) | 0;
    if (at >= WINDOW) rolling = (rolling - Math.imul(LEAVING, units[at - WINDOW] ?? 0)) | 0;
    if (at < WINDOW - 1 && at < units.length - 1) continue;
    const mixed = scramble(rolling);
    const bin = mixed >>> 28;
    const value = mixed & 0xffff;
    if (value < (bins[bin] ?? 0)) bins[bin] = value === EMPTY ? EMPTY - 1 : value;
  }
  return Array.from(bins, (bin) => bin.toString(16).padStart(4, "0")).join("");
}

const BLANK = 0x20;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const WORD = /^[\p{L}\p{N}]$/u;
/** Of each UTF-16 unit whether it is a letter or number: 0 while nobody has asked, 1 for no, 2 for yes. */
const asked = new Uint8Array(0x10000);

function isWord(unit: number): boolean {
  if (asked[unit] === 0) asked[unit] = WORD.test(String.fromCharCode(unit)) ? 2 : 1;
  return asked[unit] === 2;
}

/** The units of a text, all that is no word as one blank. The plain expression takes several times as long. */
function worded(text: string): Uint16Array {
  const units = unitsOf(SURROGATE.test(text) ? text.replace(NOT_WORD, " ") : text);
  let end = 0;
  let gap = false;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] ?? 0;
    const word = isWord(unit) || (unit >= 0xd800 && unit <= 0xdfff);
    if (word || !gap) units[end++] = word ? unit : BLANK;
    gap = !word;
  }
  return units.subarray(0, end);
}

const SURROGATE = /[\ud800-\udfff]/;

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  const bytes = Buffer.from(units.buffer);
  bytes.write(text, "utf16le");
  if (endianness() === "BE") bytes.swap16();
  return units;
}

/** Spreads a rolling hash over all 32 bits. */
function scramble(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
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
