/**
 * The first place, of `length` from `from` on, of which something is true that is true of all after it: found by halves.
 * Returns `length` where it is true of none.
 */
export function firstWhere(length: number, holds: (place: number) => boolean, from = 0): number {
  let [low, high] = [from, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
