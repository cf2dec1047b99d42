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
  const { units, length } = wordUnits(text) ?? wordUnits(text.toLowerCase().replace(NOT_WORD, " "), true) ?? NOTHING;
  const bins = new Uint16Array(BINS).fill(EMPTY);
  const shorter = Math.min(length, WINDOW - 1);
  let rolling = 0;
  for (let at = 0; at < shorter; at += 1) rolling = (Math.imul(rolling, BASE) + (units[at] ?? 0)) | 0;
  if (length > 0 && length < WINDOW) take(bins, rolling);
  for (let at = WINDOW - 1; at < length; at += 1) {
    rolling = (Math.imul(rolling, BASE) + (units[at] ?? 0)) | 0;
    if (at >= WINDOW) rolling = (rolling - Math.imul(LEAVING, units[at - WINDOW] ?? 0)) | 0;
    take(bins, rolling);
  }
  let digits = "";
  for (const bin of bins) digits += (0x10000 + bin).toString(16).slice(1);
  return digits;
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
/** Of each UTF-16 unit: its small letter or number, a blank for all that is no word, 0 while nobody has asked. */
const asked = new Uint16Array(0x10000);

/** A text's words: small, one blank between two of them. */
interface Units {
  readonly units: Uint16Array;
  readonly length: number;
}

const NOTHING: Units = { units: new Uint16Array(0), length: 0 };

/**
 * The units of a text's words; `undefined` where some can't be told one by one: what is two units, in one case or both, or
 * is written otherwise at a word's end. A branch at each end of a word would take as long as all the rest.
 */
function wordUnits(text: string, isFolded = false): Units | undefined {
  const units = unitsOf(text);
  let length = 0;
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const written = units[at] ?? 0;
    let unit = asked[written] ?? 0;
    if (unit === 0) {
      if (!isFolded && isException(written)) return undefined;
      unit = ask(written);
    }
    units[length] = unit;
    // 1 for a blank, which no small letter and no number stands before.
    const blank = (unit - BLANK - 1) >>> 31;
    length += 1 - (blank & before);
    before = blank;
  }
  return { units, length };
}

/** Room for most articles, so that none has to be found for each. */
const ROOM = Buffer.alloc(2 ** 16);
const IS_BIG_ENDIAN = endianness() === "BE";

/** All units of a text, to be written over: in numbers, since a string looks up what kind it is at each. */
function unitsOf(text: string): Uint16Array {
  const size = text.length * 2;
  const bytes = size <= ROOM.length ? ROOM : Buffer.alloc(size);
  bytes.write(text, "utf16le");
  if (IS_BIG_ENDIAN) bytes.subarray(0, size).swap16();
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}

function isException(unit: number): boolean {
  return isSurrogate(unit) || unit === CAPITAL_I_WITH_DOT || unit === CAPITAL_SIGMA;
}

const CAPITAL_I_WITH_DOT = 0x130;
const CAPITAL_SIGMA = 0x3a3;

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function ask(unit: number): number {
  // They are told by the whole text alone: what is known of one must not hold for the next.
  if (isSurrogate(unit)) return unit;
  const small = String.fromCharCode(unit).toLowerCase();
  const answer = WORD.test(small) ? small.charCodeAt(0) : BLANK;
  asked[unit] = answer;
  return answer;
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
