import type { Entry } from "../ledger/entry.ts";
import { type Ledger, lineText, readLine } from "../ledger/ledger.ts";
import { LightEntry } from "../ledger/light-entry.ts";
import type { LedgerFile, Place } from "../ledger/pieces.ts";
import type { Range } from "../ledger/settled.ts";
import { SettledLine, type Settling, type Standing } from "../ledger/settled-line.ts";
import { WrittenLine } from "../ledger/written-line.ts";
import type { Recorded, RecordedRow } from "./store/row.ts";

/** The lines that builds before have settled in the same process, by what is known of their entries. */
export type SettledBefore = WeakMap<Standing["head"], SettledLine>;

/** The entries that the last build recorded, as lines of the ledger's file that nobody has to look at. */
export function settledFrom(
  recorded: readonly RecordedRow[],
  shared: Settling<RecordedRow>,
  before?: SettledBefore,
): readonly SettledLine[] {
  return recorded.map((kept): SettledLine => {
    const { record } = kept;
    const { head, at, length, archives } = record;
    const known = before?.get(head);
    const was = known?.standing;
    if (known !== undefined && was?.at === at && was.length === length && was.archives === archives) return known;
    const settled = new SettledLine(kept, record, shared);
    before?.set(head, settled);
    return settled;
  });
}

/** Where lines stand in the ledger's file by now, as far as they stand there as this build has them. */
export type Places = Pick<LedgerFile, "placeOf" | "movedTo">;

/** What the next build need not look at again, newest entry first. Given is the ledger as it is now. */
export function* recordsOf(entries: readonly Entry[], ledger: Ledger, places: Places): Generator<Recorded> {
  for (const entry of entries) {
    if (!(entry instanceof LightEntry) || !entry.head.isSteady) continue;
    const kept = entry instanceof SettledLine ? (entry as SettledLine<RecordedRow>).kept : undefined;
    const record = (kept && movedRow(kept, places)) ?? recordOf(entry, kept, ledger, places);
    if (record !== undefined) yield record;
  }
}

/** A row whose line went over as it was. */
function movedRow(kept: RecordedRow, { movedTo }: Places): RecordedRow | undefined {
  const { row, record } = kept;
  const at = movedTo(record.at);
  if (at === record.at) return kept;
  return at === undefined ? undefined : new MovedRow(row, record, at);
}

/** What is recorded of an entry whose line was written anew. */
function recordOf(
  { id, head }: LightEntry,
  kept: RecordedRow | undefined,
  { lines }: Ledger,
  { placeOf }: Places,
): Recorded | undefined {
  const place = placeOf(id);
  if (place === undefined) return undefined;
  const [at, length] = place;
  const archives = lines.get(id)?.archives;
  const record = { head, at, length, ...(archives === undefined ? {} : { archives }) };
  return kept === undefined ? { record } : { row: kept.row, record };
}

/** A row whose line stands elsewhere by now: one object, as there are as many as there are older articles. */
class MovedRow implements RecordedRow, Standing {
  readonly row: RecordedRow["row"];
  readonly head: Standing["head"];
  readonly at: number;
  readonly length: number;
  readonly archives: Standing["archives"];

  constructor(row: RecordedRow["row"], { head, length, archives }: Standing, at: number) {
    this.row = row;
    this.head = head;
    this.at = at;
    this.length = length;
    this.archives = archives;
  }

  get record(): Standing {
    return this;
  }
}

/** Where lines stand in a ledger's file that this build leaves as it is: those that it would write otherwise don't. */
export function placesIn(bytes: Buffer, ledger: Ledger): Places {
  const places = new Map<string, Place>();
  const anew = new Set<number>();
  const note = (range: Range): void => {
    for (const place of written(bytes, range, ledger)) places.set(...place);
  };
  for (const id of ledger.lines.keys()) {
    const settled = ledger.settled?.get(id);
    if (settled === undefined) continue;
    const { at, length } = settled.standing;
    anew.add(at);
    note([at, at + length]);
  }
  for (const range of ledger.settled?.rest() ?? [[0, bytes.length] as const]) note(range);
  return { placeOf: (id) => places.get(id), movedTo: (at) => (anew.has(at) ? undefined : at) };
}

const END_OF_LINE = 10;

/** The lines of a part of the file that the ledger would write so again. */
function* written(bytes: Buffer, [from, to]: Range, { lines }: Ledger): Generator<[string, Place]> {
  for (let at = from; at < to; ) {
    const end = bytes.indexOf(END_OF_LINE, at);
    const next = end === -1 ? bytes.length : end;
    const text = bytes.toString("utf8", at, next);
    const read = readLine(text);
    const line = typeof read === "string" ? undefined : lines.get(read.id);
    if (line !== undefined && (line instanceof WrittenLine ? line.text() : lineText(line)) === text)
      yield [line.id, [at, next - at]];
    at = next + 1;
  }
}
