import { textOfAbout } from "../../ledger/about.ts";
import type { LedgerLine } from "../../ledger/ledger.ts";
import type { EntryHead } from "../../ledger/light-entry.ts";
import type { Moves } from "../../ledger/moves.ts";
import type { FolderState } from "../files-at-hand.ts";
import type { NumberSource, TextColumn, TextSource } from "./columns.ts";
import { AT, folderIn, IndexRow, NONE, type Shelf, sourceIn, WIDTH } from "./index-rows.ts";
import type { Remembered, Row } from "./row.ts";

/** What rows are written down as: numbers at once, texts once these have been gone through. */
export interface RowColumns {
  readonly numbers: Readonly<Record<string, NumberSource | Float64Array>>;
  readonly texts: () => Readonly<Record<string, TextSource>>;
}

/** Rows to be written down, and the folders that they stand in. */
interface Rows {
  readonly rows: readonly Remembered[];
  readonly folders: ReadonlyMap<string, FolderState>;
  /** Where lines stand by now that stood elsewhere when they came into an index. */
  readonly moves: Moves;
}

/** Rows and folders as columns. What `shelf` has of them goes over. */
export function rowColumns({ rows, folders, moves }: Rows, shelf: Shelf | undefined): RowColumns {
  const places = Int32Array.from(rows, (one) => sourceIn(shelf, one)?.index ?? -1);
  const abouts = new Shared(shelf?.texts.about);
  const archives = new Shared(shelf?.texts.archives);
  const text = (name: string, of: (row: Remembered) => string): TextSource => ({
    before: shelf?.texts[name],
    places,
    fresh: (index) => {
      const one = rows[index];
      return one === undefined ? "" : of(one);
    },
  });
  return {
    numbers: {
      rows: rowNumbersOf(rows, shelf, numbersOfRow({ abouts, archives, folders, moves })),
      articles: Float64Array.from(folders.values(), ({ articles: count }) => count),
    },
    texts: () => ({
      file: text("file", ({ row }) => row.file),
      beside: text("beside", ({ row }) => row.beside),
      id: text("id", ({ record }) => record?.head.id ?? ""),
      title: text("title", ({ record }) => record?.head.title ?? ""),
      link: text("link", ({ record }) => record?.head.link ?? ""),
      about: abouts.source(),
      archives: archives.source(),
      folder: newTexts([...folders.keys()]),
      digest: newTexts([...folders.values()].map(({ digest }) => digest)),
    }),
  };
}

/** Rows whose numbers are written at once. */
const ROWS = 4_096;

/** The numbers of rows; what is new of each is put down by `put`. */
function rowNumbersOf(rows: readonly Remembered[], shelf: Shelf | undefined, put: Put): NumberSource {
  const pieces = function* (): Generator<Float64Array> {
    const numbers = new Float64Array(Math.min(ROWS, rows.length) * WIDTH);
    let count = 0;
    for (const one of rows) {
      const into = numbers.subarray(count * WIDTH, (count + 1) * WIDTH);
      const source = sourceIn(shelf, one);
      if (source !== undefined) into.set(source.numbers());
      put(one, source, into);
      count += 1;
      if (count < ROWS) continue;
      yield numbers;
      count = 0;
    }
    if (count > 0) yield numbers.subarray(0, count * WIDTH);
  };
  return { length: rows.length * WIDTH, pieces: { [Symbol.iterator]: pieces } };
}

/** What the numbers of rows are made of. */
interface Making {
  readonly abouts: Shared;
  readonly archives: Shared;
  readonly folders: ReadonlyMap<string, FolderState>;
  readonly moves: Moves;
}

type Put = (one: Remembered, source: IndexRow | undefined, into: Float64Array) => void;

/** Puts down what is new of a row; what its `source` says is there already. */
function numbersOfRow({ abouts, archives, folders, moves }: Making): Put {
  const archivesAt = placeByText(archives);
  const inFolder = new Map([...folders.keys()].map((folder, index) => [folder, index]));
  return ({ row, record }, source, into) => {
    if (source === undefined) {
      const told = record === undefined ? NOT_RECORDED : headNumbers(record.head, abouts);
      into.set([...rowNumbers(row), ...told, NONE, NONE]);
    }
    // The same story, whose words stand elsewhere.
    else if (source !== row) into.set(rowNumbers(row));
    into[AT.folder] = inFolder.get(folderIn(row)) ?? NONE;
    if (record === undefined) return;
    into[AT.lineAt] = (record instanceof IndexRow ? moves.at(record.at) : record.at) ?? NONE;
    into[AT.lineLength] = record.length;
    into[AT.archives] = archivesAt(record.archives);
  };
}

/** Where archives stand among the texts that rows share: thousands of rows have the same ones. */
function placeByText(archives: Shared): (told: LedgerLine["archives"]) => number {
  const places = new Map<LedgerLine["archives"], number>([[undefined, NONE]]);
  return (told) => {
    const known = places.get(told);
    if (known !== undefined) return known;
    const place = archives.at(JSON.stringify(told));
    places.set(told, place);
    return place;
  };
}

function newTexts(texts: readonly string[]): TextSource {
  return { places: new Int32Array(texts.length).fill(-1), fresh: (index) => texts[index] ?? "" };
}

const NOT_RECORDED = [0, 0, 0, 0, 0, NONE];

function headNumbers({ publishedAt, updatedAt, sums, about }: EntryHead, abouts: Shared): readonly number[] {
  return [publishedAt, updatedAt, 0, 0, sums[2], abouts.at(textOfAbout(about))];
}

function rowNumbers({ version, traits, statedAt, facts, words }: Row): readonly number[] {
  return [...version, traits, statedAt, ...facts, ...words];
}

/** Texts that many rows share: those of the index before, and new ones behind them. */
class Shared {
  private readonly before: TextColumn | undefined;
  private readonly fresh: string[] = [];
  private places: Map<string, number> | undefined;

  constructor(before: TextColumn | undefined) {
    this.before = before;
  }

  at(text: string): number {
    this.places ??= new Map(Array.from({ length: this.size() }, (_, index) => [this.before?.at(index) ?? "", index]));
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.size() + this.fresh.length;
    this.places.set(text, place);
    this.fresh.push(text);
    return place;
  }

  source(): TextSource {
    const size = this.size();
    const places = Int32Array.from({ length: size + this.fresh.length }, (_, index) => (index < size ? index : -1));
    return { before: this.before, places, fresh: (index) => this.fresh[index - size] ?? "" };
  }

  private size(): number {
    return this.before?.ends.length ?? 0;
  }
}
