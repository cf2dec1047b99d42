/** Chance that can be had again: the same seed throws the same dice. */
export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number;
  readonly oneOf: <T>(all: readonly T[]) => T;
  /** Whether something happens that happens once in so many times. */
  readonly onceIn: (times: number) => boolean;
}

/** Mulberry32: enough of a generator for dice. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    between,
    oneOf: (all) => {
      const one = all[between(0, all.length - 1)];
      if (one === undefined) throw new Error("nothing to choose from");
      return one;
    },
    onceIn: (times) => between(1, times) === 1,
  };
}
