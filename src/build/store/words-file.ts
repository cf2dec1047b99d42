import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { about } from "../../files.ts";
import type { PutText } from "../../ledger/written-line.ts";

/** Where a text stands in the file: its first byte, its length in bytes, its checksum (CRC-32). */
export type Span = readonly [at: number, length: number, sum: number];

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

/** Opens a file of texts, or makes one; with `r` only to read in it. */
export function openWords(path: string, flags: "a+" | "r" = "a+"): WordsFile {
  const handle = openSync(path, flags);
  const { size } = fstatSync(handle);
  let end = size;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const remembered = new Map<number, string>();
  const remember = (at: number, text: string): string => {
    if (remembered.size >= REMEMBERED) for (const oldest of remembered.keys()) if (remembered.delete(oldest)) break;
    remembered.set(at, text);
    return text;
  };
  const write = (): void => {
    const piece = Buffer.concat(waiting);
    about(path, () => {
      for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
    });
    waiting = [];
    waitingBytes = 0;
  };
  const add = (text: string | Uint8Array): Span => {
    const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
    const span: Span = [end, bytes.length, crc32(bytes)];
    waiting.push(bytes);
    waitingBytes += bytes.length;
    end += bytes.length;
    if (waitingBytes >= PIECE) write();
    return span;
  };
  const read = ([at, length, sum]: Span): string => {
    const known = remembered.get(at);
    if (known !== undefined) return known;
    if (waitingBytes > 0) write();
    const bytes = Buffer.allocUnsafe(length);
    if (about(path, () => readSync(handle, bytes, 0, length, at)) !== length || crc32(bytes) !== sum)
      throw new Damaged(path);
    return remember(at, bytes.toString("utf8"));
  };
  return {
    size,
    add,
    put: (text) => new TextInFile(read, ...add(text)),
    read,
    drop: () => undefined,
    flush: () => {
      if (waitingBytes > 0) write();
      about(path, () => fsyncSync(handle));
    },
    close: () => closeSync(handle),
  };
}

/** Where a text stands in a file; of a million of them, nothing else is in memory. */
class TextInFile implements PutText {
  private readonly from: (span: Span) => string;
  private readonly at: number;
  private readonly length: number;
  private readonly sum: number;

  constructor(from: (span: Span) => string, ...[at, length, sum]: Span) {
    this.from = from;
    this.at = at;
    this.length = length;
    this.sum = sum;
  }

  read(): string {
    return this.from([this.at, this.length, this.sum]);
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
    put: (text) => ({ read: () => text }),
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
