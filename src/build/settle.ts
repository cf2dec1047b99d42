import type { Entry } from "../ledger/entry.ts";
import { type Ledger, lineText, readLine, settledLines } from "../ledger/ledger.ts";
import { type EntryHead, LightEntry } from "../ledger/light-entry.ts";
import type { Place } from "../ledger/pieces.ts";
import { SettledLine, settledLineOf } from "../ledger/settled-line.ts";
import { WrittenLine } from "../ledger/written-line.ts";
import type { Publication } from "../publication/publication.ts";
import type { RowRecord } from "./store/row.ts";
import type { RecordedStory } from "./store/store.ts";
import { asStory } from "./store/stored-story.ts";

/** The lines that builds before have settled in the same process, by what is known of their entries. */
export type SettledBefore = WeakMap<EntryHead, SettledLine>;

/** The entries that the last build recorded, as lines of the ledger's file (`bytes`) that nobody has to look at. */
export function settledFrom(
  recorded: readonly RecordedStory[],
  bytes: Buffer,
  publication: Publication,
  before?: SettledBefore,
): readonly SettledLine[] {
  return recorded.map(({ story, record }): SettledLine => {
    const { head, at, length, archives } = record;
    const known = before?.get(head);
    if (known !== undefined && known.at === at && known.length === length && known.archives === archives) return known;
    const settled = new SettledLine(head, { story: asStory(story), publication, bytes }, { at, length, archives });
    before?.set(head, settled);
    return settled;
  });
}

/**
 * What the next build need not look at again, newest entry first. Given are the ledger as it is now, and where in its file
 * lines stand, as far as they stand there as this build has them.
 */
export function recordsOf(
  entries: readonly Entry[],
  ledger: Ledger,
  placeOf: (entry: LightEntry) => Place | undefined,
): readonly RowRecord[] {
  const records: RowRecord[] = [];
  for (const entry of entries) {
    if (!(entry instanceof LightEntry) || !entry.head.isSteady) continue;
    const place = placeOf(entry);
    if (place === undefined) continue;
    const line = settledLineOf(entry);
    const archives = ledger.lines.size === 0 ? line?.archives : (ledger.lines.get(entry.id) ?? line)?.archives;
    const [at, length] = place;
    records.push({ head: entry.head, at, length, ...(archives === undefined ? {} : { archives }) });
  }
  return records;
}

/** Where lines stand in a ledger's file that this build leaves as it is: those that it would write otherwise don't. */
export function placesIn(bytes: Buffer, ledger: Ledger): (entry: LightEntry) => Place | undefined {
  const places = new Map<string, Place>();
  const settled = settledLines(ledger).filter(({ entry }) => !ledger.lines.has(entry.id));
  let from = 0;
  for (const { entry, at, length } of settled.sort((a, b) => a.at - b.at)) {
    for (const place of written(bytes, from, at, ledger)) places.set(...place);
    places.set(entry.id, [at, length]);
    from = at + length + 1;
  }
  for (const place of written(bytes, from, bytes.length, ledger)) places.set(...place);
  return ({ id }) => places.get(id);
}

const END_OF_LINE = 10;

/** The lines of a part of the file that the ledger would write so again. */
function* written(bytes: Buffer, from: number, to: number, { lines }: Ledger): Generator<[string, Place]> {
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
