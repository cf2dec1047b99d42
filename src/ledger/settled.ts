import { firstWhere } from "./halves.ts";
import type { LedgerLine } from "./ledger.ts";
import type { LedgerBytes } from "./ledger-bytes.ts";
import type { SettledLine } from "./settled-line.ts";

/** A part of a file, in bytes. */
export type Range = readonly [from: number, to: number];

/**
 * The lines of the ledger that nobody has to look at, in the file that the last build left, which is sorted by id. None of
 * them is read for it.
 */
export class Settled {
  /** The ledger's file, as the last build left it. */
  readonly bytes: LedgerBytes;
  /** In the order of their entries: newest first. */
  readonly lines: readonly SettledLine[];
  /** In which archive documents they stand: thousands share one of these. */
  readonly archives: ReadonlySet<LedgerLine["archives"]>;
  /** The same lines in the order of the file. */
  private readonly order: Uint32Array;
  private readonly between: readonly Range[];

  constructor(bytes: LedgerBytes, lines: readonly SettledLine[]) {
    const { starts, ends, archives } = standings(lines);
    this.bytes = bytes;
    this.lines = lines;
    this.archives = archives;
    this.order = inOrder(starts);
    this.between = rangesBetween(this.order, starts, ends, bytes.length);
  }

  /** What stands in the file besides, with the ends of lines. */
  rest(): readonly Range[] {
    return this.between;
  }

  /** The first line in the file whose id is not before this one; `undefined` where all are. */
  from(id: string): SettledLine | undefined {
    return this.inFile(firstWhere(this.order.length, (place) => (this.inFile(place)?.id ?? "") >= id));
  }

  /** The line of an id. */
  get(id: string): SettledLine | undefined {
    const line = this.from(id);
    return line?.id === id ? line : undefined;
  }

  /** Whether a line of the file may say so, settled or not: bytes are looked through, nothing is read. */
  says(key: "link" | "sketch", value: string): boolean {
    return this.bytes.includes(`"${key}":${JSON.stringify(value)}`);
  }

  private inFile(place: number): SettledLine | undefined {
    return this.lines[this.order[place] ?? -1];
  }
}

/** What lines say of where they stand. Of a million of them each is asked once. */
function standings(lines: readonly SettledLine[]) {
  const starts = new Float64Array(lines.length);
  const ends = new Float64Array(lines.length);
  const archives = new Set<LedgerLine["archives"]>();
  let last: LedgerLine["archives"];
  let index = 0;
  for (const { standing } of lines) {
    const { at, length, archives: theirs } = standing;
    starts[index] = at;
    ends[index] = at + length;
    // Neighbours stand in one document.
    if (theirs !== last) archives.add(theirs);
    last = theirs;
    index += 1;
  }
  return { starts, ends, archives };
}

/** No line is shorter, in bytes: the names of what each of them says are longer. */
const SHORTEST = 64;

/**
 * Which of these comes first, and next, and so on. Numbers alone are sorted in a fraction of the time that a comparison
 * takes: each is in front of its own place.
 */
function inOrder(starts: Float64Array): Uint32Array {
  const { length } = starts;
  const order = new Uint32Array(length);
  const keys = starts.map((at, index) => Math.floor(at / SHORTEST) * length + index).sort();
  for (let place = 0; place < length; place += 1) order[place] = (keys[place] ?? 0) % length;
  return order;
}

function rangesBetween(order: Uint32Array, starts: Float64Array, ends: Float64Array, length: number): readonly Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const index of order) {
    const at = starts[index] ?? from;
    if (at > from) ranges.push([from, at]);
    from = (ends[index] ?? at) + 1;
  }
  if (from < length) ranges.push([from, length]);
  return ranges;
}
