import { type NumbersAt, sideBySide } from "../../ledger/side-by-side.ts";
import type { Version } from "../version.ts";
import type { Row } from "./row.ts";
import type { Span } from "./words-file.ts";

/** The numbers of a row: its version, traits, stated moment, and where its facts and words stand. */
const WIDTH = 12;

/** Makes rows of which little more than a name is an object: of a million new articles each field counts. */
export function freshRows(): (row: Row) => Row {
  const put = sideBySide(WIDTH);
  return ({ file, beside, version, traits, statedAt, facts, words }) =>
    new FreshRow(file, beside, put([...version, traits, statedAt, ...facts, ...words]));
}

class FreshRow implements Row {
  readonly file: string;
  readonly beside: string;
  private readonly numbers: Float64Array;
  private readonly at: number;

  constructor(file: string, beside: string, { numbers, at }: NumbersAt) {
    this.file = file;
    this.beside = beside;
    this.numbers = numbers;
    this.at = at;
  }

  get version(): Version {
    return [this.number(0), this.number(1), this.number(2), this.number(3)];
  }
  get traits(): number {
    return this.number(4);
  }
  get statedAt(): number {
    return this.number(5);
  }
  get facts(): Span {
    return [this.number(6), this.number(7), this.number(8)];
  }
  get words(): Span {
    return [this.number(9), this.number(10), this.number(11)];
  }

  private number(index: number): number {
    return this.numbers[this.at + index] ?? Number.NaN;
  }
}
