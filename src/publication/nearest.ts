/** The known word that somebody most likely meant; none where nothing comes close. Upper and lower case count alike. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const meant = word.toLowerCase();
  // One slip in a short word, one for every three letters in a longer one.
  let closest = Math.max(1, Math.floor(meant.length / 3)) + 1;
  let found: string | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - meant.length) >= closest) continue;
    const slips = distance(meant, candidate.toLowerCase());
    if (slips < closest) [closest, found] = [slips, candidate];
  }
  return found;
}

/** How many letters were added, left out, replaced or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(beforeLast, column - 2) + 1 : replaced;
      current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced, swapped));
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
