/** Some numbers among those of others. */
export interface NumbersAt {
  readonly numbers: Float64Array;
  readonly at: number;
}

/** So many rows of numbers lie in one piece of memory. */
const ROWS = 512;

/**
 * Puts down rows of `width` numbers, side by side in large pieces of memory: in an object of its own each number that is not
 * a small integer takes three times its eight bytes, which counts where there are a million.
 */
export function sideBySide(width: number): (row: readonly number[]) => NumbersAt {
  let numbers = new Float64Array();
  let end = 0;
  return (row) => {
    if (end + width > numbers.length) {
      numbers = new Float64Array(ROWS * width);
      end = 0;
    }
    const at = end;
    numbers.set(row, at);
    end += width;
    return { numbers, at };
  };
}
