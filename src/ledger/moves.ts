import { firstWhere } from "./halves.ts";
import type { Range } from "./settled.ts";

/** A part of a file, and where it begins by now. */
export type Move = readonly [from: number, end: number, to: number];

/** Where parts of a file have gone over to in another: few, however many lines they hold. In bytes. */
export class Moves {
  private from: number[] = [];
  private to: number[] = [];
  private ends: number[] = [];

  /** Parts, in the order of the file that they stood in. */
  static of(parts: Iterable<Move>): Moves {
    const moves = new Moves();
    for (const [from, end, to] of parts) moves.add([from, end], to);
    return moves;
  }

  forget(): void {
    this.from = [];
    this.to = [];
    this.ends = [];
  }

  /** The next part of the file. */
  add([from, end]: Range, to: number): void {
    const last = this.ends.length - 1;
    const isNext = this.ends[last] === from && (this.to[last] ?? 0) + from - (this.from[last] ?? 0) === to;
    if (isNext) {
      this.ends[last] = end;
      return;
    }
    this.from.push(from);
    this.ends.push(end);
    this.to.push(to);
  }

  /** Where what stood there stands by now; `undefined` where something else took its place. */
  at(before: number): number | undefined {
    const part = this.partBehind(before);
    const from = this.from[part];
    return from === undefined || from > before ? undefined : (this.to[part] ?? 0) + before - from;
  }

  *parts(): Generator<Move> {
    for (const [index, from] of this.from.entries()) yield [from, this.ends[index] ?? from, this.to[index] ?? 0];
  }

  /** These, and those of the file that they lead to. */
  and(next: Moves): Moves {
    const all = new Moves();
    for (const [from, end, to] of this.parts())
      for (const [start, stop, at] of next.within([to, to + end - from]))
        all.add([from + start - to, from + stop - to], at);
    return all;
  }

  /** What of a part goes over. */
  private *within([from, end]: Range): Generator<Move> {
    for (let part = this.partBehind(from); (this.from[part] ?? end) < end; part += 1) {
      const start = Math.max(from, this.from[part] ?? end);
      yield [start, Math.min(end, this.ends[part] ?? end), (this.to[part] ?? 0) + start - (this.from[part] ?? 0)];
    }
  }

  /** The first part that ends behind a place. */
  private partBehind(place: number): number {
    return firstWhere(this.ends.length, (index) => (this.ends[index] ?? 0) > place);
  }
}
