import { type Ledger, type LedgerLine, lineText, settledLines } from "./ledger.ts";
import type { SettledLine } from "./settled-line.ts";
import { WrittenLine } from "./written-line.ts";

/** Where a line stands in the ledger's file, in bytes, without its end of line. */
export type Place = readonly [at: number, length: number];

/** The ledger's file, and where in it each line stands. */
export interface LedgerFile {
  /** Made whenever somebody goes through them: of a million new lines nobody holds all texts at once. */
  readonly pieces: Iterable<Uint8Array>;
  /** Once somebody has: where a line stands that was written anew, by its id; the settled ones know it themselves. */
  readonly placeOf: (id: string) => Place | undefined;
}

const END_OF_LINE = Buffer.from("\n");

/**
 * The ledger's file: a line an entry, sorted by id. Lines that are settled are not looked at: their bytes go over from
 * the file that they stood in.
 */
export function ledgerFile(ledger: Ledger): LedgerFile {
  const written = [...ledger.lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const settled = settledLines(ledger)
    .filter(({ entry }) => written.length === 0 || !ledger.lines.has(entry.id))
    .sort((a, b) => a.at - b.at);
  const places = new Float64Array(written.length * 2);
  const made = function* (): Generator<Uint8Array> {
    const file = new FileInPieces(ledger.settled?.bytes ?? new Uint8Array(), places);
    let next = 0;
    for (const line of written) {
      for (; next < settled.length && isBefore(settled[next], line); next += 1) file.take(settled[next]);
      file.add(line instanceof WrittenLine ? line.text() : lineText(line));
      yield* file.ready();
    }
    for (; next < settled.length; next += 1) file.take(settled[next]);
    yield* file.done();
  };
  return { pieces: { [Symbol.iterator]: made }, placeOf: (id) => placeAmong(written, places, id) };
}

function isBefore(settled: SettledLine | undefined, line: LedgerLine): boolean {
  return settled !== undefined && settled.entry.id < line.id;
}

/** Texts of many lines are brought together before they become bytes. */
const A_PIECE = 1 << 16;

class FileInPieces {
  private pieces: Uint8Array[] = [];
  /** Of each line that was written, where it stands: two numbers. */
  private readonly places: Float64Array;
  private count = 0;
  private readonly before: Uint8Array;
  private end = 0;
  private texts: string[] = [];
  private textLength = 0;
  /** A run of lines that stand one behind the other in the file before. */
  private run: { at: number; end: number } | undefined;

  constructor(before: Uint8Array, places: Float64Array) {
    this.before = before;
    this.places = places;
  }

  /** The next of the lines that were written, as text. */
  add(text: string): void {
    this.endRun();
    const length = Buffer.byteLength(text);
    this.places.set([this.end, length], this.count * 2);
    this.count += 1;
    this.texts.push(text, "\n");
    this.end += length + 1;
    this.textLength += text.length;
    if (this.textLength > A_PIECE) this.endTexts();
  }

  take(line: SettledLine | undefined): void {
    if (line === undefined) return;
    const { at, length } = line;
    this.endTexts();
    if (this.run?.end !== at) this.endRun();
    this.run ??= { at, end: at };
    this.run.end = at + length + 1;
    line.next = this.end;
    this.end += length + 1;
  }

  private endTexts(): void {
    if (this.texts.length > 0) this.pieces.push(Buffer.from(this.texts.join(""), "utf8"));
    this.texts = [];
    this.textLength = 0;
  }

  private endRun(): void {
    if (this.run === undefined) return;
    const { at, end } = this.run;
    this.pieces.push(this.before.subarray(at, end));
    // The last line of a file may have no end.
    if (end > this.before.length) this.pieces.push(END_OF_LINE);
    this.run = undefined;
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
    this.endRun();
    return this.ready();
  }
}

const NOTHING: readonly Uint8Array[] = [];

/** Where the line of an id stands, by halves: lines are sorted by it, and of a million a map would be larger than they are. */
function placeAmong(written: readonly LedgerLine[], places: Float64Array, id: string): Place | undefined {
  let [from, to] = [0, written.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((written[middle]?.id ?? "") < id) from = middle + 1;
    else to = middle;
  }
  if (written[from]?.id !== id) return undefined;
  return [places[from * 2] ?? 0, places[from * 2 + 1] ?? 0];
}

/** The ledger's file as one text. */
export function ledgerText(ledger: Ledger): string {
  return Buffer.concat([...ledgerFile(ledger).pieces]).toString("utf8");
}
