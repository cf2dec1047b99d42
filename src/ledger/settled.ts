import { firstWhere } from "./halves.ts";
import type { SettledLine } from "./settled-line.ts";

/** A part of a file, in bytes. */
export type Range = readonly [from: number, to: number];

/**
 * The lines of the ledger that nobody has to look at, in the file that the last build left, which is sorted by id. None of
 * them is read for it.
 */
export class Settled {
  /** The ledger's file, as the last build left it. */
  readonly bytes: Buffer;
  /** In the order of their entries: newest first. */
  readonly lines: readonly SettledLine[];
  /** The same in the order of the file. */
  private readonly order: Uint32Array;

  constructor(bytes: Buffer, lines: readonly SettledLine[]) {
    this.bytes = bytes;
    this.lines = lines;
    const at = Float64Array.from(lines, ({ standing }) => standing.at);
    this.order = Uint32Array.from(lines, (_, index) => index).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
  }

  /** What stands in the file besides, with the ends of lines. */
  *rest(): Generator<Range> {
    let from = 0;
    for (const index of this.order) {
      const standing = this.lines[index]?.standing;
      if (standing === undefined) continue;
      if (standing.at > from) yield [from, standing.at];
      from = standing.at + standing.length + 1;
    }
    if (from < this.bytes.length) yield [from, this.bytes.length];
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

  private inFile(place: number): SettledLine | undefined {
    return this.lines[this.order[place] ?? -1];
  }
}
