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

/** From this share of controls on a file is no text: compressed data has a tenth, whatever it holds. */
const BINARY = 0.05;
/** A few are a bad copy and paste, however short the text. */
const FEW_CONTROLS = 20;
/** From this share of NUL bytes on, too, if it is not UTF-16. */
const BINARY_NULS = 0.01;
const DECLARATION_REACH = 1024;
const DECLARED = /(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})/i;

/** Decodes a file: byte order mark, UTF-16 by its pattern, UTF-8, the declared encoding, else a Windows code page. */
export function decode(bytes: Uint8Array): Decoded {
  const { text, encoding, guessed } = choose(bytes);
  if (!SUSPECT.test(text)) return { text, encoding, guessed, removed: 0, binary: false };
  const wide = encoding.startsWith("utf-16");
  const nuls = wide ? 0 : count(bytes, (byte) => byte === 0);
  const controls = count(bytes, (byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d));
  const binary =
    nuls > bytes.length * BINARY_NULS || (!wide && controls > Math.max(FEW_CONTROLS, bytes.length * BINARY));
  const clean = withoutForbidden(text.replace(/\r\n?|\u0085/g, "\n").replaceAll("\ufeff", ""));
  return { text: clean.text, encoding, guessed, removed: clean.removed, binary };
}

type Choice = Pick<Decoded, "text" | "encoding" | "guessed">;

const UTF8 = new TextDecoder("utf-8", { fatal: true });

function choose(bytes: Uint8Array): Choice {
  const marked = byMark(bytes) ?? byPattern(bytes);
  if (marked !== undefined) return { ...read(bytes, marked), guessed: false };
  try {
    return { text: UTF8.decode(bytes), encoding: "utf-8", guessed: false };
  } catch {
    return otherwise(bytes);
  }
}

function otherwise(bytes: Uint8Array): Choice {
  const declared = declaredEncoding(bytes);
  if (declared !== undefined && declared !== "utf-8") return { ...read(bytes, declared), guessed: false };
  // Mostly good sequences: UTF-8 that was damaged on its way, not another encoding.
  const utf8 = read(bytes, "utf-8");
  const broken = utf8.text.split("\ufffd").length - 1;
  const good = count(utf8.text, (unit) => unit > 0x7f && unit !== 0xfffd);
  if (good >= broken) return { ...utf8, guessed: false };
  return { ...read(bytes, isCyrillic(bytes) ? "windows-1251" : "windows-1252"), guessed: true };
}

function byMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** UTF-16 without a mark: every other byte of Latin text is NUL. */
function byPattern(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, DECLARATION_REACH);
  if (sample.length < 4 || !sample.includes(0)) return undefined;
  const half = sample.length / 2;
  const even = count(sample, (byte, index) => byte === 0 && index % 2 === 0);
  const odd = count(sample, (byte, index) => byte === 0 && index % 2 === 1);
  if (odd > half * 0.7 && even < half * 0.1) return "utf-16le";
  return even > half * 0.7 && odd < half * 0.1 ? "utf-16be" : undefined;
}

/** The encoding that a document names itself. One of two bytes a letter would have been seen by its zeros already. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, DECLARATION_REACH));
  const label = DECLARED.exec(start)?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith("utf-16") ? undefined : encoding;
  } catch {
    return undefined;
  }
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

/** Words of Russian in windows-1251 are high bytes side by side; the accented letters of Western words stand alone. */
function isCyrillic(bytes: Uint8Array): boolean {
  const high = count(bytes, (byte) => byte >= 0xc0);
  const beside = count(bytes, (byte, index) => byte >= 0xc0 && (bytes[index - 1] ?? 0) >= 0xc0);
  return beside * 2 > high;
}

function count(units: Uint8Array | string, counts: (unit: number, index: number) => boolean): number {
  let all = 0;
  for (let at = 0; at < units.length; at += 1) {
    const unit = typeof units === "string" ? units.charCodeAt(at) : (units[at] ?? 0);
    if (counts(unit, at)) all += 1;
  }
  return all;
}

/** Whatever `decode` changes has one of these; most files have none, and are let through after one look. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const SUSPECT = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udbff\ufdd0-\ufdef\ufeff\ufffd-\uffff]/;

/** Controls but for tab and line feed, noncharacters, lone surrogates, and what decoding lost. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|[\ufffd\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;

/** Text without the characters that XML can't carry, and how many there were. */
export function withoutForbidden(text: string): { readonly text: string; readonly removed: number } {
  const clean = text.replace(FORBIDDEN, "");
  return { text: clean, removed: text.length - clean.length };
}
