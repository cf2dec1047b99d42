import { firstWhere } from "./halves.ts";
import { type Ledger, type LedgerLine, lineText } from "./ledger.ts";
import { type LedgerBytes, NO_BYTES } from "./ledger-bytes.ts";
import { Moves } from "./moves.ts";
import type { Range } from "./settled.ts";
import { WrittenLine } from "./written-line.ts";

/** Where a line stands in the ledger's file, in bytes, without its end of line. */
export type Place = readonly [at: number, length: number];

/** The ledger's file, and where in it each line stands. */
export interface LedgerFile {
  /** Made whenever somebody goes through them: of a million new lines nobody holds all texts at once. */
  readonly pieces: Iterable<Uint8Array>;
  /** Whether it is byte for byte the one that settled lines stand in. Of those it asks no more than where they would go. */
  readonly isThere: (standing: LedgerBytes) => boolean;
  /** Once somebody has: where a line stands that was written anew, by its id. */
  readonly placeOf: (id: string) => Place | undefined;
  /** Once somebody has: where settled lines stand by now, by where they stood. */
  readonly moves: Moves;
}

const END_OF_LINE = Buffer.from("\n");

/** What stands in the file next: bytes, or those of a part of the file before. */
type Part = Uint8Array | Range;

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
  const before = settled?.bytes ?? NO_BYTES;
  const parts = function* (): Generator<Part> {
    moves.forget();
    const file = new FileInPieces(before, rest, places, moves);
    for (const line of written) {
      const next = settled?.from(line.id);
      yield* file.takeTo(next?.standing.at ?? before.length);
      if (next?.id === line.id) file.leave(next.standing);
      file.add(line instanceof WrittenLine ? line.text() : lineText(line));
      if (file.isFull) yield file.takeTexts();
    }
    yield* file.takeTo(before.length);
    yield file.takeTexts();
  };
  const made = function* (): Generator<Uint8Array> {
    for (const part of parts()) {
      if (part instanceof Uint8Array) yield part;
      else yield* before.pieces(...part);
    }
  };
  return {
    pieces: { [Symbol.iterator]: made },
    isThere: (standing) => isThere(parts(), standing),
    placeOf: (id) => placeAmong(written, places, id),
    moves,
  };
}

/** Whether a file has these parts, those of its own where they stand. */
function isThere(parts: Iterable<Part>, standing: LedgerBytes): boolean {
  let at = 0;
  for (const part of parts) {
    const end = at + (part instanceof Uint8Array ? part.length : part[1] - part[0]);
    if (end > standing.length) return false;
    const isSame = part instanceof Uint8Array ? standing.part(at, end).equals(part) : part[0] === at;
    if (!isSame) return false;
    at = end;
  }
  return at === standing.length;
}

/** Texts of many lines are brought together before they become bytes. */
const A_PIECE = 1 << 16;

class FileInPieces {
  /** Of each line that was written, where it stands: two numbers. */
  private readonly places: Float64Array;
  private count = 0;
  private readonly before: LedgerBytes;
  /** What of the file before does not go over. */
  private readonly rest: readonly Range[];
  private readonly moves: Moves;
  /** How far the file before has been gone through, and what does not go over. */
  private taken = 0;
  private passed = 0;
  private end = 0;
  private texts: string[] = [];
  private textLength = 0;

  constructor(before: LedgerBytes, rest: readonly Range[], places: Float64Array, moves: Moves) {
    this.before = before;
    this.rest = rest;
    this.places = places;
    this.moves = moves;
  }

  /** The next of the lines that were written, as text. It waits for others. */
  add(text: string): void {
    const length = Buffer.byteLength(text);
    this.places.set([this.end, length], this.count * 2);
    this.count += 1;
    this.texts.push(text, "\n");
    this.end += length + 1;
    this.textLength += text.length;
  }

  get isFull(): boolean {
    return this.textLength > A_PIECE;
  }

  /** The lines that wait. */
  takeTexts(): Uint8Array {
    const bytes = Buffer.from(this.texts.join(""), "utf8");
    this.texts = [];
    this.textLength = 0;
    return bytes;
  }

  /** The settled lines of the file before, up to there. */
  *takeTo(to: number): Generator<Part> {
    for (let next = this.rest[this.passed]; next !== undefined && next[0] < to; next = this.rest[this.passed]) {
      yield* this.takeAll(next[0]);
      this.taken = next[1];
      this.passed += 1;
    }
    yield* this.takeAll(to);
  }

  /** The next settled line does not go over: it was written anew. */
  leave({ at, length }: { readonly at: number; readonly length: number }): void {
    this.taken = at + length + 1;
  }

  private *takeAll(to: number): Generator<Part> {
    if (to <= this.taken) return;
    const from = this.taken;
    this.moves.add([from, to], this.end);
    this.end += to - from;
    this.taken = to;
    if (this.textLength > 0) yield this.takeTexts();
    yield [from, to];
    // The last line of a file may have no end.
    if (to < this.before.length || this.before.part(to - 1, to)[0] === END_OF_LINE[0]) return;
    yield END_OF_LINE;
    this.end += 1;
  }
}

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
