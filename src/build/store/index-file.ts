import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Move, Moves } from "../../ledger/moves.ts";
import type { MediaFile } from "../../media/files-of.ts";
import type { FolderState } from "../files-at-hand.ts";
import { readColumns, writeColumns } from "./columns.ts";
import { rowColumns } from "./index-columns.ts";
import { IndexRow, KeptShelf, Shelf } from "./index-rows.ts";
import type { Remembered } from "./row.ts";
import { changesIn, type RowChanges, withChanges } from "./row-changes.ts";

/** What stories were read against: with anything else they would be others. */
export interface Around {
  readonly program: string;
  readonly publication: string;
  readonly day: string;
}

/** What is said of all rows. */
interface Header extends Around {
  /** The name of the file with their words. */
  readonly words: string;
  /** The ledger's file as the last build left it, by checksum: with another one nothing is settled. */
  readonly ledger: string;
  /** Whether the rows are all articles that there were, and none was out of reach. */
  readonly isWhole: boolean;
  /** Media files that were looked at, by path. */
  readonly media: readonly (readonly [path: string, { readonly version: string; readonly file: MediaFile }])[];
}

/** The whole index. */
export interface Index {
  readonly header: Header;
  readonly rows: readonly Remembered[];
  /** The folders that these stand in, as they were seen. */
  readonly folders: ReadonlyMap<string, FolderState>;
  /** What stands in its own file. */
  readonly shelf?: Shelf;
  /** Where most of the rows stand, if they don't all stand there. */
  readonly bulk?: Bulk;
}

/**
 * A file of rows that builds leave as it is while few of them change. What is another by now stands in the index's own file,
 * with what has become of the others' lines.
 */
interface Bulk extends BulkName {
  readonly shelf: Shelf;
  /** Where the lines of its rows stand by now in the ledger's file, by where they stood. */
  readonly moves: Moves;
}

interface BulkName {
  readonly name: string;
  /** What tells it from any other of this name. */
  readonly sum: number;
}

/** The head of the index's own file. */
interface Told extends Header {
  readonly bulk?: BulkName;
}

const INDEX = "stories";
const BULK = /^rows-(\d+)$/;
/** So few rows stand in the index's own file. */
const FEW = 16;
/** With more than this part of the rows new or gone, all are written anew. */
const PART = 16;

/**
 * Reads the index in a folder; `undefined` where there is none, or one that is damaged or of another format. One that is
 * kept in memory for many builds keeps its texts as well.
 */
export function readIndex(folder: string, isKept = false): Index | undefined {
  const columns = readColumns(join(folder, INDEX));
  if (columns === undefined) return undefined;
  const shelve = (from: typeof columns): Shelf => (isKept ? new KeptShelf(from) : new Shelf(from));
  const { bulk: named, ...header } = columns.head as Told;
  const shelf = shelve(columns);
  const folders = new Map(
    Array.from(columns.numbers.articles ?? [], (articles, index): [string, FolderState] => [
      shelf.folderAt(index),
      { digest: shelf.text("digest", index), articles },
    ]),
  );
  if (named === undefined) return { header, rows: rowsOf(shelf), folders, shelf };
  const bulk = readColumns(join(folder, named.name));
  if (bulk?.sum !== named.sum) return undefined;
  const [most, moves] = [shelve(bulk), Moves.of(movesIn(columns.numbers.moves))];
  most.follow(moves);
  const { gone = NO_NUMBERS, places = NO_NUMBERS } = columns.numbers;
  return {
    header,
    rows: withChanges(rowsOf(most), { gone, places, fresh: rowsOf(shelf) }),
    folders,
    shelf,
    bulk: { ...named, shelf: most, moves },
  };
}

const NO_NUMBERS = new Float64Array();
const NO_CHANGES = { gone: NO_NUMBERS, places: NO_NUMBERS };

function rowsOf(shelf: Shelf): readonly IndexRow[] {
  return Array.from({ length: shelf.size }, (_, index) => new IndexRow(shelf, index));
}

function* movesIn(numbers: Float64Array | undefined): Generator<Move> {
  for (let at = 0; at < (numbers?.length ?? 0); at += 3) {
    const [from = 0, end = 0, to = 0] = numbers?.subarray(at, at + 3) ?? [];
    yield [from, end, to];
  }
}

/**
 * What a build leaves, and where the lines of the ledger's file that it found stand by now: rows of the index before say
 * where they stood.
 */
export interface Left extends Omit<Index, "shelf" | "bulk"> {
  readonly moves: Moves;
}

/**
 * Writes an index after the one `before`: the whole old or the whole new one stands there at every moment. Where few rows
 * are new or gone, most stay where they are.
 */
export function writeIndex(folder: string, before: Index, left: Left): void {
  const { bulk } = before;
  const changes = bulk && changesIn(bulk.shelf, left.rows);
  const isLittle = changes && changes.gone.length + changes.places.length <= Math.max(FEW, left.rows.length / PART);
  if (bulk !== undefined && isLittle === true) {
    const { name, sum, moves } = bulk;
    writeOwn(folder, before, left, changes, { name, sum, moves: moves.and(left.moves) });
  } else if (left.rows.length <= FEW) writeOwn(folder, before, left, { ...NO_CHANGES, fresh: left.rows }, undefined);
  else writeOwn(folder, before, left, { ...NO_CHANGES, fresh: [] }, writeBulk(folder, before, left));
}

type BulkFile = Omit<Bulk, "shelf">;

function writeBulk(folder: string, before: Index, left: Left): BulkFile {
  const last = Math.max(0, ...bulkFiles(folder).map((name) => Number(BULK.exec(name)?.[1])));
  const name = `rows-${last + 1}`;
  const { numbers, texts } = rowColumns(left, before.bulk?.shelf ?? before.shelf);
  const sum = writeColumns(join(folder, name), {}, numbers, texts);
  return { name, sum, moves: Moves.of([[0, Number.MAX_SAFE_INTEGER, 0]]) };
}

/** Writes the index's own file, then removes what it does not lead to. */
function writeOwn(
  folder: string,
  before: Index,
  { header, folders, moves }: Left,
  { gone, places, fresh }: RowChanges<Remembered>,
  bulk: BulkFile | undefined,
): void {
  const { numbers, texts } = rowColumns({ rows: fresh, folders, moves }, before.shelf);
  const told: Told = bulk === undefined ? header : { ...header, bulk: { name: bulk.name, sum: bulk.sum } };
  const changed = { gone, places, moves: [...(bulk?.moves.parts() ?? [])].flat() };
  const inNumbers = Object.entries(changed).map(([name, all]) => [name, Float64Array.from(all)] as const);
  writeColumns(join(folder, INDEX), told, { ...numbers, ...Object.fromEntries(inNumbers) }, texts);
  for (const name of bulkFiles(folder)) if (name !== bulk?.name) rmSync(join(folder, name), { force: true });
}

function bulkFiles(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => BULK.test(name));
}
