import { textOfAbout } from "../../ledger/about.ts";
import type { LedgerLine } from "../../ledger/ledger.ts";
import type { EntryHead } from "../../ledger/light-entry.ts";
import type { MediaFile } from "../../media/files-of.ts";
import type { FolderState } from "../files-at-hand.ts";
import { readColumns, type TextColumn, type TextSource, writeColumns } from "./columns.ts";
import { AT, folderIn, IndexRow, KeptShelf, NONE, Shelf, shelfOf, sourceIn, WIDTH } from "./index-rows.ts";
import type { Remembered, Row } from "./row.ts";

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
}

/**
 * Reads an index; `undefined` where there is none, or one that is damaged or of another format. One that is kept in memory
 * for many builds keeps its texts as well.
 */
export function readIndex(path: string, isKept = false): Index | undefined {
  const columns = readColumns(path);
  if (columns === undefined) return undefined;
  const shelf = isKept ? new KeptShelf(columns) : new Shelf(columns);
  return {
    header: columns.head as Header,
    rows: Array.from({ length: columns.texts.file?.ends.length ?? 0 }, (_, index) => new IndexRow(shelf, index)),
    folders: new Map(
      Array.from(columns.numbers.articles ?? [], (articles, index) => [
        shelf.folderAt(index),
        { digest: shelf.text("digest", index), articles },
      ]),
    ),
  };
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

/** Writes an index: the whole old or the whole new one stands there at every moment. What another one has goes over. */
export function writeIndex(path: string, { header, rows, folders }: Index): void {
  const shelf = shelfOf(rows);
  const places = Int32Array.from(rows, (one) => sourceIn(shelf, one)?.index ?? -1);
  const abouts = new Shared(shelf?.texts.about);
  const archives = new Shared(shelf?.texts.archives);
  const numbers = numbersOf(rows, { shelf, places, abouts, archives, folders });
  const text = (name: string, of: (row: Remembered) => string): TextSource => ({
    before: shelf?.texts[name],
    places,
    fresh: (index) => {
      const one = rows[index];
      return one === undefined ? "" : of(one);
    },
  });
  writeColumns(
    path,
    header,
    { rows: numbers, articles: Float64Array.from(folders.values(), ({ articles: count }) => count) },
    {
      file: text("file", ({ row }) => row.file),
      beside: text("beside", ({ row }) => row.beside),
      id: text("id", ({ record }) => record?.head.id ?? ""),
      title: text("title", ({ record }) => record?.head.title ?? ""),
      link: text("link", ({ record }) => record?.head.link ?? ""),
      about: abouts.source(),
      archives: archives.source(),
      folder: newTexts([...folders.keys()]),
      digest: newTexts([...folders.values()].map(({ digest }) => digest)),
    },
  );
}

/** What the numbers of rows are made of. */
interface Making {
  /** The index before, and where in it each row stood; less than 0 for one that is new. */
  readonly shelf: Shelf | undefined;
  readonly places: Int32Array;
  readonly abouts: Shared;
  readonly archives: Shared;
  readonly folders: Index["folders"];
}

function numbersOf(rows: readonly Remembered[], making: Making): Float64Array {
  const { shelf, places, folders } = making;
  const numbers = new Float64Array(rows.length * WIDTH);
  for (const [from, to] of runsOf(places)) {
    const source = (places[from] ?? 0) * WIDTH;
    if (shelf !== undefined) numbers.set(shelf.numbers.subarray(source, source + (to - from) * WIDTH), from * WIDTH);
  }
  const areFoldersSame = [...folders.keys()].every((folder, index) => shelf?.folderAt(index) === folder);
  const put = numbersOfRow(making);
  for (const [index, one] of rows.entries()) {
    const source = sourceIn(shelf, one);
    // Of most rows nothing is new.
    if (source !== one || !areFoldersSame) put(one, source, numbers.subarray(index * WIDTH, (index + 1) * WIDTH));
  }
  return numbers;
}

/** Puts down what is new of a row; what its `source` says is there already. */
function numbersOfRow({
  abouts,
  archives,
  folders,
}: Making): (one: Remembered, source: Row | undefined, into: Float64Array) => void {
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
    into[AT.lineAt] = record.at;
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

/** From where to where places follow one another that stood so before, too. */
function* runsOf(places: Int32Array): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < places.length; ) {
    const first = places[from] ?? -1;
    let to = from + 1;
    while (first >= 0 && places[to] === first + to - from) to += 1;
    if (first >= 0) yield [from, to];
    from = to;
  }
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
