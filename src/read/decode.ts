import { isAscii, isUtf8, transcode } from "node:buffer";
import { detected } from "./detect.ts";

/** What a file's bytes say, as text. */
export interface Decoded {
  /** Lines end in LF; nothing is in it that XML 1.0 can't carry (section 2.2) or that no reader shows. */
  readonly text: string;
  /** WHATWG name of the encoding. */
  readonly encoding: string;
  /** Set where the encoding was guessed, so that a person looks. */
  readonly guessed: boolean;
  /** How many characters were taken out. */
  readonly removed: number;
  /** The file is no text at all. */
  readonly binary: boolean;
}

/** From this share of NUL bytes on a file that is not UTF-16 is no text, but for a few of them. */
const BINARY = 0.01;
const FEW = 2;
/** Nor is one of which so much has to be left out. */
const NOISE = 0.05;
const LITTLE_NOISE = 100;
/** Documents that are written in letters, and are for no reader's eyes: PDF, PostScript, RTF. */
const PRINTED = /^(?:%PDF-|%!PS|\{\\rtf1)/;
const DECLARATION_REACH = 1024;
const DECLARED = /(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})/i;

/** Decodes a file: byte order mark, UTF-16 by its pattern, UTF-8, the declared encoding, else what its bytes look like. */
export function decode(bytes: Uint8Array): Decoded {
  const { text, encoding, guessed } = choose(bytes);
  const nuls = encoding.startsWith("utf-16") || !bytes.includes(0) ? 0 : count(bytes, (byte) => byte === 0);
  const clean = cleanText(text);
  return {
    text: clean.text,
    encoding,
    guessed,
    removed: clean.removed,
    binary: isBinary(bytes.length, nuls) || isNoise(text.length, clean.removed) || PRINTED.test(text.slice(0, 8)),
  };
}

function isBinary(length: number, nuls: number): boolean {
  return nuls > FEW && nuls > length * BINARY;
}

function isNoise(length: number, removed: number): boolean {
  return removed > LITTLE_NOISE && removed > length * NOISE;
}

type Choice = Pick<Decoded, "text" | "encoding" | "guessed">;

function choose(bytes: Uint8Array): Choice {
  const marked = byMark(bytes);
  if (marked !== undefined) return { ...read(bytes, marked), guessed: false };
  const patterned = byPattern(bytes);
  if (patterned !== undefined) return { ...read(bytes, patterned), guessed: true };
  if (isUtf8(bytes)) return { text: textOf(bytes), encoding: "utf-8", guessed: false };
  const utf8 = read(bytes, "utf-8");
  const broken = utf8.text.split("\ufffd").length - 1;
  const declared = declaredEncoding(bytes);
  if (declared !== undefined && declared !== "utf-8") return { ...read(bytes, declared), guessed: false };
  // Mostly good sequences: UTF-8 that was damaged on its way, not another encoding.
  const good = count(utf8.text, (unit) => unit > 0x7f && unit !== 0xfffd);
  if (good >= broken) return { ...utf8, guessed: false };
  return { ...read(bytes, detected(bytes)), guessed: true };
}

function byMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** Text has none of these; in UTF-16 every other byte of most alphabets is one: 0 of Latin, 4 of Cyrillic, 6 of Arabic. */
const HIGH_HALF = 0x08;
/** So few bytes tell of nearly every file that it is not in UTF-16. */
const BEGINNING = 16;

/** UTF-16 without a mark, by that pattern. */
function byPattern(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, DECLARATION_REACH);
  if (sample.length < 4 || !sample.subarray(0, BEGINNING).some((byte) => byte <= HIGH_HALF)) return undefined;
  const half = sample.length / 2;
  const even = count(sample, (byte, index) => byte <= HIGH_HALF && index % 2 === 0);
  const odd = count(sample, (byte, index) => byte <= HIGH_HALF && index % 2 === 1);
  if (odd > half * 0.7 && even < half * 0.1) return "utf-16le";
  return even > half * 0.7 && odd < half * 0.1 ? "utf-16be" : undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, DECLARATION_REACH));
  const label = DECLARED.exec(start)?.[1];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/**
 * UTF-8 that is known to be right, read by shorter ways than `TextDecoder`: where it is nothing but ASCII, as it is; else
 * by way of UTF-16, which takes half as long.
 */
function textOf(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes;
  if (isAscii(bytes)) return Buffer.from(buffer, byteOffset, byteLength).toString("latin1");
  return transcode(bytes, "utf8", "utf16le").toString("utf16le");
}

function read(bytes: Uint8Array, encoding: string): { text: string; encoding: string } {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: encoding === "windows-1252" ? text.replace(C1, western) : text, encoding };
}

/** What windows-1252 has where Latin-1 has controls; Node before 24 decodes the one as the other. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const C1 = /[\u0080-\u009f]/g;

function western(control: string): string {
  return WESTERN[control.charCodeAt(0) - 0x80] ?? control;
}

function count(units: Uint8Array | string, counts: (unit: number, index: number) => boolean): number {
  let all = 0;
  for (let at = 0; at < units.length; at += 1) {
    const unit = typeof units === "string" ? units.charCodeAt(at) : (units[at] ?? 0);
    if (counts(unit, at)) all += 1;
  }
  return all;
}

/** Controls but for tab and line feed, noncharacters, lone surrogates, and what decoding lost. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|[\ufffd\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;

/**
 * Whatever could be one of them, another end of a line or a mark of order: few texts have any, so that one look will do.
 * All others are named, since the commonest are found first then, which takes half as long.
 */
const SUSPECT = /[^\t\n -~\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffc]/;

/** Text with lines that end in LF, without the characters that XML can't carry, and how many of these there were. */
export function cleanText(text: string): { readonly text: string; readonly removed: number } {
  if (!SUSPECT.test(text)) return { text, removed: 0 };
  const lines = text.replace(/\r\n?|\u0085/g, "\n").replaceAll("\ufeff", "");
  const clean = lines.replace(FORBIDDEN, "");
  return { text: clean, removed: lines.length - clean.length };
}
