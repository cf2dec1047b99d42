/** What a row of measurements says. */

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle];
  return (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * How a measure stands to what is promised of it: "aim" and "must" are the most that it may be.
 * @param {number} value
 * @param {{ must: number, aim: number }} goal
 * @returns {"aim" | "must" | "missed"}
 */
export function verdict(value, { must, aim }) {
  if (value <= aim) return "aim";
  return value <= must ? "must" : "missed";
}

/**
 * How many times as much it is at the largest size as at the smallest; undefined where only one size was measured.
 * @param {ReadonlyMap<number, number>} bySize
 */
export function growth(bySize) {
  if (bySize.size < 2) return undefined;
  const sizes = [...bySize.keys()];
  return bySize.get(Math.max(...sizes)) / bySize.get(Math.min(...sizes));
}
