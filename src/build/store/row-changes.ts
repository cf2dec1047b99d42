import { joined } from "../../ledger/runs.ts";
import { IndexRow, type Shelf } from "./index-rows.ts";
import type { Remembered } from "./row.ts";

/** What is another in a list of rows than in the one before. */
export interface RowChanges<One> {
  /** The places, in the list before, of those that are not there any more, in order. */
  readonly gone: ArrayLike<number>;
  /** The places of new ones, in order. */
  readonly places: ArrayLike<number>;
  readonly fresh: readonly One[];
}

/** A list of rows with changes to it. */
export function withChanges<One>(rows: readonly One[], { gone, places, fresh }: RowChanges<One>): readonly One[] {
  if (gone.length === 0 && places.length === 0) return rows;
  const runs: (readonly One[])[] = [];
  let [next, passed, place] = [0, 0, 0];
  /** The rows that stay, up to a place among all, or to the end. */
  const takeTo = (end: number): void => {
    while (place < end) {
      for (; gone[passed] === next; next += 1) passed += 1;
      if (next >= rows.length) return;
      const run = rows.slice(next, Math.min(gone[passed] ?? rows.length, next + end - place));
      runs.push(run);
      next += run.length;
      place += run.length;
    }
  };
  for (const [index, one] of fresh.entries()) {
    takeTo(places[index] ?? place);
    runs.push([one]);
    place += 1;
  }
  takeTo(Infinity);
  return joined(runs);
}

/** What is another in rows than on a shelf. */
export function changesIn(shelf: Shelf, rows: readonly Remembered[]): RowChanges<Remembered> {
  const [gone, places, fresh]: [number[], number[], Remembered[]] = [[], [], []];
  let next = 0;
  let place = 0;
  for (const one of rows) {
    // What stands in another order than there counts as new.
    if (one instanceof IndexRow && one.shelf === shelf && one.index >= next) {
      for (; next < one.index; next += 1) gone.push(next);
      next += 1;
    } else {
      places.push(place);
      fresh.push(one);
    }
    place += 1;
  }
  for (; next < shelf.size; next += 1) gone.push(next);
  return { gone, places, fresh };
}
