import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { putInPlace } from "../../files/in-place.ts";
import { isDiskTrouble } from "../../files.ts";
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
  /** What tells the file from any other. */
  readonly sum: number;
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

  /** Whether a text may hold this one: where two stand side by side it may seem so. */
  mayHold(text: string): boolean {
    return this.bytes.includes(text);
  }
}

/** What a column of numbers is made of: pieces, of which each is done with when the next one is asked for. */
export interface NumberSource {
  readonly length: number;
  readonly pieces: Iterable<Float64Array>;
}

/** What a column of texts is made of: texts of a column before, by their places there, and new ones. */
export interface TextSource {
  readonly before?: TextColumn | undefined;
  /** For each record its place in the column before; less than 0 for one that is new. */
  readonly places: Int32Array;
  readonly fresh: (index: number) => string;
}

/**
 * What stands where in the file, as JSON. It is the last thing in it, so that nobody has to know before what the columns
 * will be like; behind it stand its place and a checksum of all before. Columns follow one another in its order, each from
 * a multiple of eight bytes on, so that numbers are read where they stand: the numbers, then of each text its bytes
 * and its ends.
 */
interface Directory {
  readonly format: number;
  readonly head: unknown;
  readonly numbers: (readonly [name: string, count: number])[];
  readonly texts: (readonly [name: string, count: number, bytes: number, isAscii: boolean])[];
}

const FORMAT = 6;
const SUM_BYTES = 4;
const EIGHT = 8;
const END_BYTES = EIGHT + SUM_BYTES;

/** Reads columns; `undefined` where there are none, or damaged ones, or ones of another format. */
export function readColumns(path: string): Columns | undefined {
  try {
    const bytes = readFileSync(path);
    if (bytes.length < END_BYTES) return undefined;
    const content = bytes.subarray(0, bytes.length - SUM_BYTES);
    const sum = checksum([content]);
    if (bytes.readUInt32LE(content.length) !== sum) return undefined;
    const end = content.length - EIGHT;
    const directory = JSON.parse(content.toString("utf8", content.readDoubleLE(end), end)) as Directory;
    return directory.format === FORMAT ? unfolded(directory, content, sum) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return undefined;
    if (isDiskTrouble(error)) return undefined;
    throw error;
  }
}

function unfolded({ head, numbers, texts }: Directory, content: Buffer, sum: number): Columns {
  let at = 0;
  const take = (length: number): Buffer => {
    const from = at;
    at += length + paddingBehind(length);
    return content.subarray(from, from + length);
  };
  const floats = (count: number): Float64Array => numbersIn(take(count * EIGHT));
  return {
    head,
    numbers: Object.fromEntries(numbers.map(([name, count]) => [name, floats(count)])),
    texts: Object.fromEntries(
      texts.map(([name, count, length, isAscii]) => {
        const bytes = take(length);
        return [name, new TextColumn(bytes, floats(count), isAscii)];
      }),
    ),
    sum,
  };
}

/** Bytes as numbers: where they stand, or, where memory is not laid out for that, as a copy. */
function numbersIn(bytes: Buffer): Float64Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % EIGHT === 0 ? bytes : new Uint8Array(bytes);
  return new Float64Array(buffer, byteOffset, length / EIGHT);
}

/**
 * Writes columns: the whole old or the whole new file stands there at every moment. They are written while they are made,
 * so that of a million records nobody holds them all. Texts are asked for when all numbers have been. Gives what tells
 * the file from any other.
 */
export function writeColumns(
  path: string,
  head: unknown,
  numbers: Readonly<Record<string, NumberSource | Float64Array>>,
  texts: () => Readonly<Record<string, TextSource>>,
): number {
  let sum = 0;
  const summed = function* (): Generator<Uint8Array> {
    for (const piece of inLargePieces(contentOf(head, numbers, texts))) {
      sum = crc32(piece, sum);
      yield piece;
    }
    const end = Buffer.alloc(SUM_BYTES);
    end.writeUInt32LE(sum);
    yield end;
  };
  // They are made once, so that nobody can compare them first.
  putInPlace([[path, summed(), { stands: false }]]);
  return sum;
}

function* contentOf(
  head: unknown,
  numbers: Readonly<Record<string, NumberSource | Float64Array>>,
  texts: () => Readonly<Record<string, TextSource>>,
): Generator<Uint8Array> {
  const directory: Directory = { format: FORMAT, head, numbers: [], texts: [] };
  let at = 0;
  for (const [name, source] of Object.entries(numbers)) {
    for (const piece of source instanceof Float64Array ? [source] : source.pieces) yield bytesOf(piece);
    directory.numbers.push([name, source.length]);
    at += source.length * EIGHT;
  }
  for (const [name, source] of Object.entries(texts())) {
    const { ends, isAscii } = yield* joined(source);
    const bytes = ends.at(-1) ?? 0;
    yield Buffer.alloc(paddingBehind(bytes));
    yield bytesOf(ends);
    directory.texts.push([name, ends.length, bytes, isAscii]);
    at += bytes + paddingBehind(bytes) + ends.length * EIGHT;
  }
  const place = Buffer.alloc(EIGHT);
  place.writeDoubleLE(at);
  yield Buffer.from(JSON.stringify(directory));
  yield place;
}

function paddingBehind(bytes: number): number {
  return (EIGHT - (bytes % EIGHT)) % EIGHT;
}

function bytesOf(column: Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** Texts behind one another: those that stood side by side before go over together, new ones become bytes many at a time. */
function* joined(
  source: TextSource,
): Generator<Uint8Array, { readonly ends: Float64Array; readonly isAscii: boolean }> {
  const { before, places } = source;
  const ends = new Float64Array(places.length);
  let isAscii = before?.isAscii ?? true;
  for (let index = 0; index < places.length; ) {
    const place = placeIn(source, index);
    if (before !== undefined && place >= 0) {
      const count = takenOver(source, index, place, ends);
      yield before.bytes.subarray(before.start(place), before.ends[place + count - 1]);
      index += count;
    } else {
      const texts = freshFrom(source, index, ends);
      const text = texts.join("");
      const bytes = Buffer.from(text, "utf8");
      isAscii &&= bytes.length === text.length;
      yield bytes;
      index += texts.length;
    }
  }
  return { ends, isAscii };
}

/** Where a text stands in the column before; less than 0 where it is new. */
function placeIn({ before, places }: TextSource, index: number): number {
  return before === undefined ? -1 : (places[index] ?? -1);
}

/** How many texts from one on stood so side by side in the column before; puts down where they end. */
function takenOver({ before, places }: TextSource, first: number, place: number, ends: Float64Array): number {
  const shift = (ends[first - 1] ?? 0) - (before?.start(place) ?? 0);
  let count = 0;
  for (; places[first + count] === place + count; count += 1)
    ends[first + count] = (before?.ends[place + count] ?? 0) + shift;
  return count;
}

/** The new texts from one on, as many as become bytes at once; puts down where they end. */
function freshFrom(source: TextSource, first: number, ends: Float64Array): readonly string[] {
  const texts: string[] = [];
  let end = ends[first - 1] ?? 0;
  for (let length = 0; length < A_PIECE && first + texts.length < ends.length; ) {
    const index = first + texts.length;
    if (placeIn(source, index) >= 0) break;
    const text = source.fresh(index);
    length += text.length;
    end += Buffer.byteLength(text);
    ends[index] = end;
    texts.push(text);
  }
  return texts;
}

/** Bytes that are written at once, and characters of new texts that become bytes at once. */
const A_PIECE = 1 << 16;

/** Small pieces together, large ones as they are. Each is done with when the next one is asked for. */
function* inLargePieces(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  const small = Buffer.allocUnsafe(A_PIECE);
  let held = 0;
  for (const piece of pieces) {
    if (held + piece.length > A_PIECE) {
      if (held > 0) yield small.subarray(0, held);
      held = 0;
    }
    if (piece.length > A_PIECE) yield piece;
    else {
      small.set(piece, held);
      held += piece.length;
    }
  }
  if (held > 0) yield small.subarray(0, held);
}
