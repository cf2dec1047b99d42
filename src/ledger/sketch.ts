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
  const units = EXCEPTIONS.test(text) ? text.toLowerCase().replace(NOT_WORD, " ") : text;
  const bins = new Uint16Array(BINS).fill(EMPTY);
  const window = new Uint16Array(WINDOW);
  let rolling = 0;
  let length = 0;
  let gap = false;
  // One pass over the units, in numbers only: the plain expression takes several times as long.
  for (let at = 0; at < units.length; at += 1) {
    const unit = wordUnit(units.charCodeAt(at));
    if (unit === BLANK && gap) continue;
    gap = unit === BLANK;
    rolling = (Math.imul(rolling, BASE) + unit) | 0;
    const slot = length % WINDOW;
    if (length >= WINDOW) rolling = (rolling - Math.imul(LEAVING, window[slot] ?? 0)) | 0;
    window[slot] = unit;
    length += 1;
    if (length >= WINDOW) take(bins, rolling);
  }
  if (length > 0 && length < WINDOW) take(bins, rolling);
  return Array.from(bins, (bin) => bin.toString(16).padStart(4, "0")).join("");
}

function take(bins: Uint16Array, rolling: number): void {
  const mixed = scramble(rolling);
  const bin = mixed >>> 28;
  const value = mixed & 0xffff;
  if (value < (bins[bin] ?? 0)) bins[bin] = value === EMPTY ? EMPTY - 1 : value;
}

const BLANK = 0x20;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const WORD = /^[\p{L}\p{N}]$/u;
/** What is more than one unit, in one case or both, or is written otherwise at a word's end. */
const EXCEPTIONS = /[\ud800-\udfff\u0130\u03a3]/;
/** Of each UTF-16 unit: its small letter or number, a blank for all that is no word, 0 while nobody has asked. */
const asked = new Uint16Array(0x10000);

function wordUnit(unit: number): number {
  return asked[unit] || ask(unit);
}

function ask(unit: number): number {
  const small = String.fromCharCode(unit).toLowerCase();
  const counts = WORD.test(small) || (unit >= 0xd800 && unit <= 0xdfff);
  asked[unit] = counts ? small.charCodeAt(0) : BLANK;
  return asked[unit] ?? BLANK;
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
