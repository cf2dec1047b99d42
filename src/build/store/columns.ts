import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { isDiskTrouble, putInPlace } from "../../files.ts";

/**
 * Many records as columns: all numbers of one kind in one piece of memory, all texts of one kind behind one another.
 * A million records are there as fast as the disk gives them, and none becomes an object before somebody asks for it.
 */
export interface Columns {
  /** What is said of all records, as JSON. */
  readonly head: unknown;
  readonly numbers: Readonly<Record<string, Float64Array>>;
  readonly texts: Readonly<Record<string, TextColumn>>;
}

/** A text a record. */
interface TextColumn {
  readonly at: (index: number) => string;
  readonly length: number;
}

interface Written {
  readonly head: unknown;
  readonly numbers: Readonly<Record<string, Float64Array>>;
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

/** What stands where in the file; it is the file's first line. */
interface Directory {
  readonly format: number;
  readonly head: unknown;
  readonly numbers: readonly (readonly [name: string, count: number])[];
  readonly texts: readonly (readonly [name: string, count: number, bytes: number, isLatin: boolean])[];
}

const FORMAT = 2;
const SUM_BYTES = 4;
const EIGHT = 8;

/** Reads columns; `undefined` where there are none, or damaged ones, or ones of another format. */
export function readColumns(path: string): Columns | undefined {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(SUM_BYTES);
    if (bytes.length < SUM_BYTES || bytes.readUInt32LE(0) !== crc32(content)) return undefined;
    const end = content.indexOf(10);
    const directory = JSON.parse(content.toString("utf8", 0, end)) as Directory;
    return directory.format === FORMAT ? unfolded(directory, content, end + 1) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || isDiskTrouble(error)) return undefined;
    throw error;
  }
}

function unfolded({ head, numbers, texts }: Directory, content: Buffer, start: number): Columns {
  let at = start;
  const take = (length: number): Buffer => {
    at += length;
    return content.subarray(at - length, at);
  };
  // Copied, since numbers have to stand at a multiple of eight.
  const floats = (count: number): Float64Array => new Float64Array(new Uint8Array(take(count * EIGHT)).buffer);
  return {
    head,
    numbers: Object.fromEntries(numbers.map(([name, count]) => [name, floats(count)])),
    texts: Object.fromEntries(
      texts.map(([name, count, bytes, isLatin]) => {
        const ends = floats(count);
        return [name, textColumn(take(bytes), ends, isLatin)];
      }),
    ),
  };
}

function textColumn(bytes: Buffer, ends: Float64Array, isLatin: boolean): TextColumn {
  const encoding = isLatin ? "latin1" : "utf8";
  return {
    length: ends.length,
    at: (index) => bytes.toString(encoding, index === 0 ? 0 : ends[index - 1], ends[index]),
  };
}

/** Writes columns: the whole old or the whole new file stands there at every moment. */
export function writeColumns(path: string, { head, numbers, texts }: Written): void {
  const parts: Uint8Array[] = [];
  const directory: Directory = {
    format: FORMAT,
    head,
    numbers: Object.entries(numbers).map(([name, column]) => {
      parts.push(bytesOf(column));
      return [name, column.length];
    }),
    texts: Object.entries(texts).map(([name, column]) => {
      const { ends, bytes, isLatin } = joined(column);
      parts.push(bytesOf(ends), bytes);
      return [name, column.length, bytes.length, isLatin];
    }),
  };
  const whole = Buffer.concat([Buffer.alloc(SUM_BYTES), Buffer.from(`${JSON.stringify(directory)}\n`), ...parts]);
  whole.writeUInt32LE(crc32(whole.subarray(SUM_BYTES)), 0);
  putInPlace([[path, whole]]);
}

function bytesOf(column: Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** Texts behind one another, and where each ends. Those that need one byte a character are read several times as fast. */
function joined(texts: readonly string[]): { ends: Float64Array; bytes: Buffer; isLatin: boolean } {
  const all = texts.join("");
  const isLatin = Buffer.byteLength(all, "utf8") === all.length;
  const ends = new Float64Array(texts.length);
  let end = 0;
  for (const [index, text] of texts.entries()) {
    end += isLatin ? text.length : Buffer.byteLength(text);
    ends[index] = end;
  }
  return { ends, bytes: Buffer.from(all, isLatin ? "latin1" : "utf8"), isLatin };
}
