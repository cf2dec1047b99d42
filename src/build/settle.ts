import type { Entry } from "../ledger/entry.ts";
import { type Ledger, lineText, readLine } from "../ledger/ledger.ts";
import type { LedgerBytes } from "../ledger/ledger-bytes.ts";
import { LightEntry } from "../ledger/light-entry.ts";
import { Moves } from "../ledger/moves.ts";
import type { LedgerFile, Place } from "../ledger/pieces.ts";
import type { Range } from "../ledger/settled.ts";
import { SettledLine, type Settling, type Standing } from "../ledger/settled-line.ts";
import { WrittenLine } from "../ledger/written-line.ts";
import { PlacedRow, type RecordedRow } from "./store/row.ts";
import { storedRow } from "./store/stored-story.ts";

/** The lines that builds before have settled in the same process, by what is known of their entries. */
export type SettledBefore = WeakMap<Standing["head"], SettledLine>;

/** The entries that the last build recorded, as lines of the ledger's file that nobody has to look at. */
export function settledFrom(
  recorded: readonly RecordedRow[],
  shared: Settling<RecordedRow>,
  before?: SettledBefore,
): readonly SettledLine[] {
  if (before === undefined) return recorded.map((kept) => new SettledLine(kept, kept.record, shared));
  return recorded.map((kept) => settledAgain(kept, shared, before));
}

/** A line that is the one of a build before, where that would say the same. */
function settledAgain(kept: RecordedRow, shared: Settling<RecordedRow>, before: SettledBefore): SettledLine {
  const { record } = kept;
  const { head, at, length, archives } = record;
  const known = before.get(head);
  const was = known?.standing;
  if (known !== undefined && was?.at === at && was.length === length && was.archives === archives) return known;
  const settled = new SettledLine(kept, record, shared);
  before.set(head, settled);
  return settled;
}

/** Where lines stand in the ledger's file by now, as far as they stand there as this build has them. */
export type Places = Pick<LedgerFile, "placeOf" | "moves">;

/**
 * What the next build need not look at again, newest entry first. Given is the ledger as it is now. Rows of entries whose
 * lines went over as they were come as they are: `moves` tells where these stand.
 */
export function* recordsOf(entries: readonly Entry[], ledger: Ledger, places: Places): Generator<RecordedRow> {
  for (const entry of entries) {
    if (!(entry instanceof LightEntry) || !entry.head.isSteady) continue;
    const kept = entry instanceof SettledLine ? (entry as SettledLine<RecordedRow>).kept : undefined;
    const isAsItWas = kept !== undefined && places.moves.at(kept.record.at) !== undefined;
    const recorded = isAsItWas ? kept : rowOf(entry, kept, ledger, places);
    if (recorded !== undefined) yield recorded;
  }
}

/** The row of an entry whose line was written anew. */
function rowOf(
  { id, head, origin }: LightEntry,
  kept: RecordedRow | undefined,
  { lines }: Ledger,
  { placeOf }: Places,
): RecordedRow | undefined {
  const place = placeOf(id);
  const row = kept?.row ?? storedRow(origin.story);
  if (place === undefined || row === undefined) return undefined;
  const [at, length] = place;
  return new PlacedRow(row, { head, at, length, archives: lines.get(id)?.archives });
}

/** Where lines stand in a ledger's file that this build leaves as it is: those that it would write otherwise don't. */
export function placesIn(bytes: LedgerBytes, ledger: Ledger): Places {
  const places = new Map<string, Place>();
  const anew: Range[] = [];
  const note = (range: Range): void => {
    for (const place of written(bytes.part(...range), range[0], ledger)) places.set(...place);
  };
  for (const id of ledger.lines.keys()) {
    const settled = ledger.settled?.get(id);
    if (settled === undefined) continue;
    const { at, length } = settled.standing;
    anew.push([at, at + length]);
    note([at, at + length]);
  }
  for (const range of ledger.settled?.rest() ?? [[0, bytes.length] as const]) note(range);
  return { placeOf: (id) => places.get(id), moves: staying(bytes, anew) };
}

/** All parts of a file but some, which stay where they are. */
function staying(bytes: LedgerBytes, but: readonly Range[]): Moves {
  const moves = new Moves();
  let from = 0;
  for (const [at, end] of but.toSorted(([a], [b]) => a - b)) {
    moves.add([from, at], from);
    from = end;
  }
  moves.add([from, bytes.length], from);
  return moves;
}

const END_OF_LINE = 10;

/** The lines of a part of the file that the ledger would write so again. */
function* written(part: Buffer, from: number, { lines }: Ledger): Generator<[string, Place]> {
  for (let at = 0; at < part.length; ) {
    const end = part.indexOf(END_OF_LINE, at);
    const next = end === -1 ? part.length : end;
    const text = part.toString("utf8", at, next);
    const read = readLine(text);
    const line = typeof read === "string" ? undefined : lines.get(read.id);
    if (line !== undefined && (line instanceof WrittenLine ? line.text() : lineText(line)) === text)
      yield [line.id, [from + at, next - at]];
    at = next + 1;
  }
}
