import { firstWhere } from "./halves.ts";
import { type Ledger, type LedgerLine, lineText } from "./ledger.ts";
import { Moves } from "./moves.ts";
import type { Range } from "./settled.ts";
import { WrittenLine } from "./written-line.ts";

/** Where a line stands in the ledger's file, in bytes, without its end of line. */
export type Place = readonly [at: number, length: number];

/** The ledger's file, and where in it each line stands. */
export interface LedgerFile {
  /** Made whenever somebody goes through them: of a million new lines nobody holds all texts at once. */
  readonly pieces: Iterable<Uint8Array>;
  /** Once somebody has: where a line stands that was written anew, by its id. */
  readonly placeOf: (id: string) => Place | undefined;
  /** Once somebody has: where settled lines stand by now, by where they stood. */
  readonly moves: Moves;
}

const END_OF_LINE = Buffer.from("\n");

/**
 * The ledger's file: a line an entry, sorted by id. Lines that are settled are not looked at: their bytes go over from
 * the file that they stood in, as many at a time as stand between two that were written anew.
 */
export function ledgerFile(ledger: Ledger): LedgerFile {
  const { settled } = ledger;
  const written = [...ledger.lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const places = new Float64Array(written.length * 2);
  const rest = settled?.rest() ?? [];
  const moves = new Moves();
  const made = function* (): Generator<Uint8Array> {
    const before = settled?.bytes ?? Buffer.alloc(0);
    moves.forget();
    const file = new FileInPieces(before, rest, places, moves);
    for (const line of written) {
      const next = settled?.from(line.id);
      file.takeTo(next?.standing.at ?? before.length);
      if (next?.id === line.id) file.leave(next.standing);
      file.add(line instanceof WrittenLine ? line.text() : lineText(line));
      yield* file.ready();
    }
    file.takeTo(before.length);
    yield* file.done();
  };
  return {
    pieces: { [Symbol.iterator]: made },
    placeOf: (id) => placeAmong(written, places, id),
    moves,
  };
}

/** Texts of many lines are brought together before they become bytes. */
const A_PIECE = 1 << 16;

class FileInPieces {
  private pieces: Uint8Array[] = [];
  /** Of each line that was written, where it stands: two numbers. */
  private readonly places: Float64Array;
  private count = 0;
  private readonly before: Uint8Array;
  /** What of the file before does not go over. */
  private readonly rest: readonly Range[];
  private readonly moves: Moves;
  /** How far the file before has been gone through, and what does not go over. */
  private taken = 0;
  private passed = 0;
  private end = 0;
  private texts: string[] = [];
  private textLength = 0;

  constructor(before: Uint8Array, rest: readonly Range[], places: Float64Array, moves: Moves) {
    this.before = before;
    this.rest = rest;
    this.places = places;
    this.moves = moves;
  }

  /** The next of the lines that were written, as text. */
  add(text: string): void {
    const length = Buffer.byteLength(text);
    this.places.set([this.end, length], this.count * 2);
    this.count += 1;
    this.texts.push(text, "\n");
    this.end += length + 1;
    this.textLength += text.length;
    if (this.textLength > A_PIECE) this.endTexts();
  }

  /** The settled lines of the file before, up to there. */
  takeTo(to: number): void {
    for (let next = this.rest[this.passed]; next !== undefined && next[0] < to; next = this.rest[this.passed]) {
      this.takeAll(next[0]);
      this.taken = next[1];
      this.passed += 1;
    }
    this.takeAll(to);
  }

  /** The next settled line does not go over: it was written anew. */
  leave({ at, length }: { readonly at: number; readonly length: number }): void {
    this.taken = at + length + 1;
  }

  private takeAll(to: number): void {
    if (to <= this.taken) return;
    this.endTexts();
    const from = this.taken;
    const bytes = this.before.subarray(from, to);
    this.moves.add([from, to], this.end);
    this.pieces.push(bytes);
    this.end += bytes.length;
    this.taken = to;
    // The last line of a file may have no end.
    if (to === this.before.length && bytes.at(-1) !== END_OF_LINE[0]) {
      this.pieces.push(END_OF_LINE);
      this.end += 1;
    }
  }

  private endTexts(): void {
    if (this.texts.length > 0) this.pieces.push(Buffer.from(this.texts.join(""), "utf8"));
    this.texts = [];
    this.textLength = 0;
  }

  /** The pieces that are whole by now, each once. */
  ready(): readonly Uint8Array[] {
    if (this.pieces.length === 0) return NOTHING;
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }

  done(): readonly Uint8Array[] {
    this.endTexts();
    return this.ready();
  }
}

const NOTHING: readonly Uint8Array[] = [];

/** Where the line of an id stands, by halves: lines are sorted by it, and of a million a map would be larger than they are. */
function placeAmong(written: readonly LedgerLine[], places: Float64Array, id: string): Place | undefined {
  const found = firstWhere(written.length, (index) => (written[index]?.id ?? "") >= id);
  if (written[found]?.id !== id) return undefined;
  return [places[found * 2] ?? 0, places[found * 2 + 1] ?? 0];
}

/** The ledger's file as one text. */
export function ledgerText(ledger: Ledger): string {
  return Buffer.concat([...ledgerFile(ledger).pieces]).toString("utf8");
}
