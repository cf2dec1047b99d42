import { isAscii, transcode } from "node:buffer";
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { about } from "../../files.ts";
import { type NumbersAt, sideBySide } from "../../ledger/side-by-side.ts";
import { here, type PutText } from "../../ledger/written-line.ts";
import { Windows } from "./windows.ts";

/** Where a text stands in the file: its first byte, its length in bytes, its checksum (CRC-32). */
export type Span = readonly [at: number, length: number, sum: number];

const SPAN = 3;

/** Texts of which few are wanted at a time, one behind the other in a file that only grows. */
export interface WordsFile {
  /** Appends a text. It is in the file for good only after `flush`. */
  readonly add: (text: string | Uint8Array) => Span;
  /** Appends a text that is asked for by this build alone. Until then nobody holds it. */
  readonly put: (text: string) => PutText;
  /** The text of a span. Throws `Damaged` where the file holds something else. */
  readonly read: (span: Span) => string;
  /** Nobody will ask for a text again. */
  readonly drop: (span: Span) => void;
  readonly flush: () => void;
  /** Bytes that were in the file when it was opened. */
  readonly size: number;
  readonly close: () => void;
}

/** Thrown where a file of ours is not as we left it: whoever reads it has to do without. */
export class Damaged extends Error {}

/** Texts read last are asked for again soon: by the next format, and by the feed of the section. */
const REMEMBERED = 512;
/** Appended texts are written in pieces of this many bytes. */
const PIECE = 1 << 20;
/** Bytes that a UTF-16 unit takes at most. */
const UTF8_AT_MOST = 3;

/** Opens a file of texts, or makes one; with `r` only to read in it. */
export function openWords(path: string, flags: "a+" | "r" = "a+"): WordsFile {
  const handle = openSync(path, flags);
  const { size } = fstatSync(handle);
  let end = size;
  // One piece of memory for all texts: what is asked for anew each time is not given back soon.
  const piece = flags === "r" ? Buffer.alloc(0) : Buffer.allocUnsafe(PIECE);
  let waiting = 0;
  const windows = new Windows((bytes, at) => about(path, () => readSync(handle, bytes, 0, bytes.length, at)));
  const remembered = new Map<number, string>();
  const remember = (at: number, text: string): string => {
    if (remembered.size >= REMEMBERED) for (const oldest of remembered.keys()) if (remembered.delete(oldest)) break;
    remembered.set(at, text);
    return text;
  };
  const write = (bytes: Uint8Array): void => {
    about(path, () => {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    });
  };
  const writeWaiting = (): void => {
    if (waiting > 0) write(piece.subarray(0, waiting));
    waiting = 0;
  };
  /** Appends a text; its bytes hold until the next one comes. */
  const append = (text: string | Uint8Array): Uint8Array => {
    const most = typeof text === "string" ? text.length * UTF8_AT_MOST : text.length;
    if (most > PIECE - waiting) writeWaiting();
    if (most > PIECE) {
      const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
      write(bytes);
      return bytes;
    }
    const from = waiting;
    if (typeof text === "string") waiting += piece.write(text, from);
    else {
      piece.set(text, from);
      waiting += text.length;
    }
    return piece.subarray(from, waiting);
  };
  const add = (text: string | Uint8Array): Span => {
    const bytes = append(text);
    const span: Span = [end, bytes.length, crc32(bytes)];
    end += bytes.length;
    return span;
  };
  const spans = sideBySide(SPAN);
  const read = ([at, length, sum]: Span): string => {
    const known = remembered.get(at);
    if (known !== undefined) return known;
    // What waits is written when somebody asks for it: to write each line by itself takes longer than all the rest.
    if (at + length > end - waiting) writeWaiting();
    const bytes = windows.read(at, length);
    if (bytes === undefined || crc32(bytes) !== sum) throw new Damaged(path);
    return remember(at, textIn(bytes));
  };
  return {
    size,
    add,
    put: (text) => new TextInFile(read, spans(add(text))),
    read,
    drop: () => undefined,
    flush: () => {
      writeWaiting();
      about(path, () => fsyncSync(handle));
    },
    close: () => closeSync(handle),
  };
}

/**
 * The text of bytes that are UTF-8. Nothing but ASCII becomes a string without being looked at; anything else by way of
 * UTF-16, since Node's own decoder takes three times as long.
 */
function textIn(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString("latin1");
  return transcode(bytes, "utf8", "utf16le").toString("utf16le");
}

/** Where a text stands in a file; of a million of them, nothing else is in memory. */
class TextInFile implements PutText {
  private readonly from: (span: Span) => string;
  private readonly numbers: Float64Array;
  private readonly place: number;

  constructor(from: (span: Span) => string, { numbers, at }: NumbersAt) {
    this.from = from;
    this.numbers = numbers;
    this.place = at;
  }

  get sum(): number {
    return this.number(2);
  }

  read(): string {
    return this.from([this.number(0), this.number(1), this.sum]);
  }

  private number(index: number): number {
    return this.numbers[this.place + index] ?? Number.NaN;
  }
}

/** Texts that are not put on the disk, behind those of a file that others write. They are gone with the process. */
export function wordsInMemory(file: WordsFile | undefined): WordsFile {
  const texts = new Map<number, string>();
  // Where no file ends: spans of the file's own stand before it.
  let end = Number.MAX_SAFE_INTEGER;
  return {
    size: 0,
    add: (text) => {
      end -= 1;
      const own = typeof text === "string" ? text : Buffer.from(text).toString("utf8");
      texts.set(end, own);
      return [end, own.length, crc32(own)];
    },
    // Builds follow one another here: what one of them put away would stay for ever.
    put: here,
    read: (span) => {
      const own = texts.get(span[0]);
      if (own !== undefined) return own;
      if (file === undefined) throw new Damaged("words in memory");
      return file.read(span);
    },
    drop: ([at]) => {
      texts.delete(at);
    },
    flush: () => undefined,
    close: () => file?.close(),
  };
}
