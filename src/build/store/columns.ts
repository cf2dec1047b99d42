import { readFileSync } from "node:fs";
import { isDiskTrouble, putInPlace } from "../../files.ts";
import { checksum } from "../checksum.ts";

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
export class TextColumn {
  readonly bytes: Buffer;
  /** Where each text ends. */
  readonly ends: Float64Array;
  /** Whether one byte is one character throughout: such texts are read several times as fast. */
  readonly isAscii: boolean;

  constructor(bytes: Buffer, ends: Float64Array, isAscii: boolean) {
    this.bytes = bytes;
    this.ends = ends;
    this.isAscii = isAscii;
  }

  start(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] ?? 0);
  }

  at(index: number): string {
    return this.bytes.toString(this.isAscii ? "latin1" : "utf8", this.start(index), this.ends[index]);
  }
}

/** What a column of texts is made of: texts of a column before, by their places there, and new ones. */
export interface TextSource {
  readonly before?: TextColumn | undefined;
  /** For each record its place in the column before; less than 0 for one that is new. */
  readonly places: Int32Array;
  readonly fresh: (index: number) => string;
}

/**
 * What stands where in the file; it is the file's first line, behind the checksum of the rest. All numbers come first,
 * at multiples of eight bytes, so that they are read where they stand.
 */
interface Directory {
  readonly format: number;
  readonly head: unknown;
  readonly numbers: readonly (readonly [name: string, count: number])[];
  readonly texts: readonly (readonly [name: string, count: number, bytes: number, isAscii: boolean])[];
}

const FORMAT = 5;
const SUM_BYTES = 4;
const EIGHT = 8;

/** Reads columns; `undefined` where there are none, or damaged ones, or ones of another format. */
export function readColumns(path: string): Columns | undefined {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(SUM_BYTES);
    if (bytes.length < SUM_BYTES || bytes.readUInt32LE(0) !== checksum([content])) return undefined;
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
  const floats = (count: number): Float64Array => numbersIn(take(count * EIGHT));
  const inOrder = numbers.map(([name, count]) => [name, floats(count)] as const);
  const ends = texts.map(([, count]) => floats(count));
  return {
    head,
    numbers: Object.fromEntries(inOrder),
    texts: Object.fromEntries(
      texts.map(([name, , bytes, isAscii], index) => [
        name,
        new TextColumn(take(bytes), ends[index] ?? new Float64Array(), isAscii),
      ]),
    ),
  };
}

/** Bytes as numbers: where they stand, or, where memory is not laid out for that, as a copy. */
function numbersIn(bytes: Buffer): Float64Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % EIGHT === 0 ? bytes : new Uint8Array(bytes);
  return new Float64Array(buffer, byteOffset, length / EIGHT);
}

/** Writes columns: the whole old or the whole new file stands there at every moment. */
export function writeColumns(
  path: string,
  head: unknown,
  numbers: Readonly<Record<string, Float64Array>>,
  texts: Readonly<Record<string, TextSource>>,
): void {
  const [floats, parts]: [Uint8Array[], Uint8Array[]] = [[], []];
  const directory: Directory = {
    format: FORMAT,
    head,
    numbers: Object.entries(numbers).map(([name, column]) => {
      floats.push(bytesOf(column));
      return [name, column.length];
    }),
    texts: Object.entries(texts).map(([name, source]) => {
      const { ends, pieces, isAscii } = joined(source);
      floats.push(bytesOf(ends));
      parts.push(...pieces);
      return [name, ends.length, ends.at(-1) ?? 0, isAscii];
    }),
  };
  const content = [firstLine(directory), ...floats, ...parts];
  const sum = Buffer.alloc(SUM_BYTES);
  sum.writeUInt32LE(checksum(content));
  putInPlace([[path, [sum, ...content]]]);
}

/** So long that numbers stand behind it at multiples of eight. */
function firstLine(directory: Directory): Uint8Array {
  const text = Buffer.from(JSON.stringify(directory));
  const length = SUM_BYTES + text.length + 1;
  return Buffer.concat([text, Buffer.from(`${" ".repeat((EIGHT - (length % EIGHT)) % EIGHT)}\n`)]);
}

function bytesOf(column: Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** Texts behind one another: those that stood side by side before go over together, new ones become bytes many at a time. */
function joined({ before, places, fresh }: TextSource): {
  readonly ends: Float64Array;
  readonly pieces: readonly Uint8Array[];
  readonly isAscii: boolean;
} {
  const ends = new Float64Array(places.length);
  const pieces: Uint8Array[] = [];
  let isAscii = before?.isAscii ?? true;
  let end = 0;
  let texts: string[] = [];
  let length = 0;
  const endTexts = (): void => {
    if (texts.length > 0) pieces.push(Buffer.from(texts.join(""), "utf8"));
    texts = [];
    length = 0;
  };
  for (let index = 0; index < places.length; ) {
    const place = places[index] ?? -1;
    if (place < 0 || before === undefined) {
      const text = fresh(index);
      const bytes = Buffer.byteLength(text);
      isAscii &&= bytes === text.length;
      texts.push(text);
      length += text.length;
      if (length > A_PIECE) endTexts();
      end += bytes;
      ends[index] = end;
      index += 1;
      continue;
    }
    endTexts();
    const from = before.start(place);
    const first = index;
    for (; index < places.length && places[index] === place + index - first; index += 1)
      ends[index] = end + (before.ends[place + index - first] ?? 0) - from;
    end = ends[index - 1] ?? end;
    pieces.push(before.bytes.subarray(from, before.ends[place + index - first - 1]));
  }
  endTexts();
  return { ends, pieces: packed(pieces), isAscii };
}

/** Characters of new texts that become bytes at once. */
const A_PIECE = 1 << 16;

/** Small pieces as few. */
function packed(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return bytes < pieces.length * A_PIECE ? [Buffer.concat(pieces)] : pieces;
}
