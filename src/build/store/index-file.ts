import { aboutOf, textOfAbout } from "../../ledger/about.ts";
import { entryMark } from "../../ledger/candidate.ts";
import type { LedgerLine } from "../../ledger/ledger.ts";
import type { About, EntryHead } from "../../ledger/light-entry.ts";
import type { MediaFile } from "../../media/files-of.ts";
import type { Version } from "../version.ts";
import { type Columns, readColumns, type TextColumn, type TextSource, writeColumns } from "./columns.ts";
import { type Remembered, type Row, type RowRecord, sumsMark } from "./row.ts";

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
}

/** The numbers of a row, one behind the other. */
const FIELDS = [
  "inode",
  "size",
  "modified",
  "changed",
  "traits",
  "statedAt",
  "factsAt",
  "factsLength",
  "factsSum",
  "wordsAt",
  "wordsLength",
  "wordsSum",
  "publishedAt",
  "updatedAt",
  "lineAt",
  "lineLength",
  "lineSum",
  "about",
  "archives",
] as const;
type Field = (typeof FIELDS)[number];

const WIDTH = FIELDS.length;
const AT = Object.fromEntries(FIELDS.map((field, at) => [field, at])) as Readonly<Record<Field, number>>;
/** Where a row has no record, and where a line stands in no archive. */
const NONE = -1;

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
  };
}

/** The columns of an index, and what was made of their texts. */
class Shelf {
  readonly numbers: Float64Array;
  readonly texts: Columns["texts"];
  private readonly archives: NonNullable<LedgerLine["archives"]>[] = [];
  private readonly abouts: About[] = [];

  constructor({ numbers, texts }: Columns) {
    this.numbers = numbers.rows ?? new Float64Array();
    this.texts = texts;
  }

  text(name: string, index: number): string {
    return this.texts[name]?.at(index) ?? "";
  }

  archivesAt(index: number): NonNullable<LedgerLine["archives"]> {
    this.archives[index] ??= JSON.parse(this.text("archives", index)) as NonNullable<LedgerLine["archives"]>;
    return this.archives[index];
  }

  aboutAt(index: number): About {
    this.abouts[index] ??= aboutOf(this.text("about", index));
    return this.abouts[index];
  }
}

/** The same where build follows build in one process: texts that were asked for once are kept. */
class KeptShelf extends Shelf {
  private readonly kept: Record<string, string[]> = {};

  override text(name: string, index: number): string {
    this.kept[name] ??= [];
    const texts = this.kept[name];
    texts[index] ??= super.text(name, index);
    return texts[index];
  }
}

/** A row of an index, its record and the head of its entry: nothing of it is read before somebody asks. */
class IndexRow implements Row, Remembered {
  readonly shelf: Shelf;
  readonly index: number;
  /** Everybody asks for it, again and again. */
  private named: string | undefined = undefined;

  constructor(shelf: Shelf, index: number) {
    this.shelf = shelf;
    this.index = index;
  }

  get row(): Row {
    return this;
  }
  number(field: Field): number {
    return this.shelf.numbers[this.index * WIDTH + AT[field]] ?? Number.NaN;
  }
  get file(): string {
    this.named ??= this.shelf.text("file", this.index);
    return this.named;
  }
  get version(): Version {
    return [this.number("inode"), this.number("size"), this.number("modified"), this.number("changed")];
  }
  /** Asked of all rows in each build, for the marks of the documents that they stand in. */
  get mark(): string {
    return sumsMark(this.number("factsSum"), this.number("wordsSum"));
  }
  get traits(): number {
    return this.number("traits");
  }
  get statedAt(): number {
    return this.number("statedAt");
  }
  get facts(): Row["facts"] {
    return [this.number("factsAt"), this.number("factsLength"), this.number("factsSum")];
  }
  get words(): Row["words"] {
    return [this.number("wordsAt"), this.number("wordsLength"), this.number("wordsSum")];
  }
  get beside(): string {
    return this.shelf.text("beside", this.index);
  }
  get record(): RowRecord | undefined {
    return this.number("about") === NONE ? undefined : new IndexRecord(this);
  }
}

class IndexRecord implements RowRecord, EntryHead {
  readonly row: IndexRow;

  constructor(row: IndexRow) {
    this.row = row;
  }

  get head(): EntryHead {
    return this;
  }
  get at(): number {
    return this.row.number("lineAt");
  }
  get length(): number {
    return this.row.number("lineLength");
  }
  get archives(): LedgerLine["archives"] {
    const archives = this.row.number("archives");
    return archives === NONE ? undefined : this.row.shelf.archivesAt(archives);
  }
  get id(): string {
    return this.row.shelf.text("id", this.row.index);
  }
  get file(): string {
    return this.row.file;
  }
  get title(): string {
    return this.row.shelf.text("title", this.row.index);
  }
  get link(): string {
    return this.row.shelf.text("link", this.row.index);
  }
  get publishedAt(): number {
    return this.row.number("publishedAt");
  }
  get updatedAt(): number {
    return this.row.number("updatedAt");
  }
  get about(): About {
    return this.row.shelf.aboutAt(this.row.number("about"));
  }
  get mark(): string {
    return entryMark(this.row, this.lineSum);
  }
  get lineSum(): number {
    return this.row.number("lineSum");
  }
  get isSteady(): boolean {
    return true;
  }
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
export function writeIndex(path: string, { header, rows }: Index): void {
  const shelf = shelfOf(rows);
  const numbers = new Float64Array(rows.length * WIDTH);
  const places = new Int32Array(rows.length).fill(-1);
  const abouts = new Shared(shelf?.texts.about);
  const archives = new Shared(shelf?.texts.archives);
  const ofArchives = new Map<LedgerLine["archives"], number>([[undefined, NONE]]);
  const placeOf = (told: LedgerLine["archives"]): number => {
    const known = ofArchives.get(told);
    if (known !== undefined) return known;
    const place = archives.at(JSON.stringify(told));
    ofArchives.set(told, place);
    return place;
  };
  for (const [index, { row, record }] of rows.entries()) {
    const at = index * WIDTH;
    const source = sourceIn(shelf, record);
    if (source === undefined) {
      const told = record === undefined ? NOT_RECORDED : headNumbers(record.head, abouts);
      numbers.set([...rowNumbers(row), ...told, NONE], at);
    } else {
      numbers.set(source.shelf.numbers.subarray(source.index * WIDTH, (source.index + 1) * WIDTH), at);
      // The same story, whose words stand elsewhere.
      if (source !== row) numbers.set(rowNumbers(row), at);
      places[index] = source.index;
    }
    if (record === undefined) continue;
    numbers[at + AT.lineAt] = record.at;
    numbers[at + AT.lineLength] = record.length;
    numbers[at + AT.archives] = placeOf(record.archives);
  }
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
    { rows: numbers },
    {
      file: text("file", ({ row }) => row.file),
      beside: text("beside", ({ row }) => row.beside),
      id: text("id", ({ record }) => record?.head.id ?? ""),
      title: text("title", ({ record }) => record?.head.title ?? ""),
      link: text("link", ({ record }) => record?.head.link ?? ""),
      about: abouts.source(),
      archives: archives.source(),
    },
  );
}

const NOT_RECORDED = [0, 0, 0, 0, 0, NONE];

function headNumbers({ publishedAt, updatedAt, lineSum, about }: EntryHead, abouts: Shared): readonly number[] {
  return [publishedAt, updatedAt, 0, 0, lineSum, abouts.at(textOfAbout(about))];
}

function rowNumbers({ version, traits, statedAt, facts, words }: Row): readonly number[] {
  return [...version, traits, statedAt, ...facts, ...words];
}

/** The row of an index that says the same of a story and its record, but for where words and lines stand. */
function sourceIn(shelf: Shelf | undefined, record: RowRecord | undefined): IndexRow | undefined {
  const head = record?.head;
  return head instanceof IndexRecord && head.row.shelf === shelf ? head.row : undefined;
}

function shelfOf(rows: readonly Remembered[]): Shelf | undefined {
  for (const { record } of rows) if (record?.head instanceof IndexRecord) return record.head.row.shelf;
  return undefined;
}
