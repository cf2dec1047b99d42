import type { Position, Report } from "../reporter.ts";
import { encodingRules } from "../rules/encoding.ts";

/** How the bytes are to be read. */
interface Encoding {
  readonly name: string;
  readonly from: "mark" | "declaration" | "transport" | "default";
}

const START: Position = { line: 1, column: 1 };
const DECLARED = /^<\?xml\s+version\s*=\s*(?:"[^"]*"|'[^']*')\s+encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/;
const HEAD_BYTES = 400;

/** The sizes of the pieces in which text is read: large enough for speed, small enough for memory. */
const PIECE_BYTES = 1 << 14;

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0x00, 0x00, 0xfe, 0xff], "utf-32be"],
  [[0xff, 0xfe, 0x00, 0x00], "utf-32le"],
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xfe, 0xff], "utf-16be"],
  [[0xff, 0xfe], "utf-16le"],
];

/** What the first bytes of a declaration look like without a mark (XML 1.0, appendix F.1). */
const SHAPES: readonly (readonly [readonly number[], string])[] = [
  [[0x00, 0x00, 0x00, 0x3c], "utf-32be"],
  [[0x3c, 0x00, 0x00, 0x00], "utf-32le"],
  [[0x00, 0x3c, 0x00, 0x3f], "utf-16be"],
  [[0x3c, 0x00, 0x3f, 0x00], "utf-16le"],
];

const COMMON = new Set(
  "utf-8 utf-16 us-ascii iso-8859-1 euc-jp iso-8859-2 iso-8859-15 iso-8859-7 koi8-r shift_jis windows-1250 windows-1251 windows-1252 windows-1254 windows-1255 windows-1256 gb18030".split(
    " ",
  ),
);

function matching(bytes: Uint8Array, table: readonly (readonly [readonly number[], string])[]): string | undefined {
  return table.find(([signature]) => signature.every((byte, at) => bytes[at] === byte))?.[1];
}

function family(name: string): string {
  const lower = name.toLowerCase();
  if (/^utf-?16|^(?:iso-10646-)?ucs-2|^csunicode/.test(lower)) return "utf-16";
  if (/^utf-?32|ucs-?4/.test(lower)) return "utf-32";
  return lower.replace(/^utf8$/, "utf-8");
}

/** Which encoding the bytes are in (XML 1.0, 4.3.3; RFC 7303, 3): the mark, then the transport, then the declaration. */
function encodingOf(bytes: Uint8Array, charset: string | undefined, report: Report): Encoding {
  const mark = matching(bytes, MARKS);
  const shape = mark ?? matching(bytes, SHAPES);
  const head = decoderFor(shape ?? "latin1")?.(bytes.subarray(0, HEAD_BYTES), true) ?? "";
  const declared = DECLARED.exec(head.replace(/^\uFEFF|^ï»¿/, ""))?.[1];
  if (shape !== undefined && declared !== undefined && family(declared) !== family(shape))
    report(encodingRules.conflict, { declared, found: shape }, START);
  else if (shape !== undefined && mark === undefined && declared === undefined)
    report(encodingRules.conflict, { declared: "nothing", found: shape }, START);
  if (declared !== undefined) judged(declared, report);
  const says = declared ?? (mark === undefined ? undefined : family(mark));
  if (charset !== undefined && says !== undefined && family(charset) !== family(says))
    report(encodingRules.mismatch, { charset, declared: says }, START);
  if (shape !== undefined) return { name: shape, from: "mark" };
  if (charset !== undefined) return { name: charset, from: "transport" };
  if (declared !== undefined) return { name: declared, from: "declaration" };
  report(encodingRules.missing, {}, START);
  return { name: "utf-8", from: "default" };
}

function judged(declared: string, report: Report): void {
  const name = family(declared);
  if (name === "utf-8" || name === "utf-16" || decoderFor(declared) === undefined) return;
  report(COMMON.has(name) ? encodingRules.unusual : encodingRules.obscure, { encoding: declared }, START);
}

type Decode = (bytes: Uint8Array, last: boolean) => string;

function decoderFor(name: string): Decode | undefined {
  const known = family(name);
  // The web reads ISO 8859-1 as windows-1252; XML does not.
  if (known === "iso-8859-1" || known === "us-ascii" || known === "latin1")
    return (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  if (known === "utf-32") return (bytes) => utf32(bytes, !/le$/i.test(name));
  try {
    const decoder = new TextDecoder(known === "utf-16" && !/[bl]e$/i.test(name) ? "utf-16le" : name);
    return (bytes, last) => decoder.decode(bytes, { stream: !last });
  } catch {
    return undefined;
  }
}

/** Four bytes a character, which no decoder of the platform knows. Pieces are a multiple of four long. */
function utf32(bytes: Uint8Array, isBig: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const codePoints = Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
    view.getUint32(index * 4, !isBig),
  );
  return codePoints
    .map((code) => (code > 0x10ffff ? "\uFFFD" : String.fromCodePoint(code)))
    .join("")
    .replace(/^\uFEFF/, "");
}

/**
 * The document's text in pieces. An invalid byte is reported where it stands and read as U+FFFD. What is a text already
 * is not made bytes first, unless it says that its bytes are no UTF-8.
 */
export function* textOf(
  document: Uint8Array | readonly string[],
  charset: string | undefined,
  report: Report,
): Generator<string> {
  if (document instanceof Uint8Array) return yield* textOfBytes(document, charset, report);
  const [first = ""] = document;
  const declared = DECLARED.exec(first.slice(0, HEAD_BYTES))?.[1];
  if (declared === undefined || family(declared) !== "utf-8" || charset !== undefined)
    return yield* textOfBytes(new TextEncoder().encode(document.join("")), charset, report);
  yield* document;
}

function* textOfBytes(bytes: Uint8Array, charset: string | undefined, report: Report): Generator<string> {
  const encoding = encodingOf(bytes, charset, report);
  const decode = decoderFor(encoding.name);
  if (decode === undefined) report(encodingRules.unknown, { encoding: encoding.name }, START);
  const isUtf8 = decode === undefined || family(encoding.name) === "utf-8";
  yield* isUtf8 ? utf8Pieces(bytes, report) : piecesBy(bytes, decode);
}

function* piecesBy(bytes: Uint8Array, decode: Decode): Generator<string> {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES)
    yield decode(bytes.subarray(from, from + PIECE_BYTES), from + PIECE_BYTES >= bytes.length);
}

function* utf8Pieces(bytes: Uint8Array, report: Report): Generator<string> {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
  let lines = 1;
  let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (from < bytes.length) {
    const to = characterStart(bytes, Math.min(from + PIECE_BYTES, bytes.length), from);
    const piece = bytes.subarray(from, to);
    let text: string;
    try {
      text = strict.decode(piece);
    } catch {
      text = lenient.decode(piece);
      const before = text.slice(0, text.indexOf("\uFFFD"));
      const line = lines + before.split("\n").length - 1;
      report(encodingRules.bytes, {}, { line, column: before.length - before.lastIndexOf("\n") });
    }
    yield text;
    from = to;
    if (from < bytes.length) lines += text.split("\n").length - 1;
  }
}

/** The last offset at or before `at` where a UTF-8 character begins. */
function characterStart(bytes: Uint8Array, at: number, from: number): number {
  if (at >= bytes.length) return bytes.length;
  let start = at;
  while (start > from && at - start < 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start > from ? start : at;
}
