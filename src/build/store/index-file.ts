import type { LedgerLine } from "../../ledger/ledger.ts";
import type { MediaFile } from "../../media/placed.ts";
import { NO_VERSION, type Version } from "../version.ts";
import { type Columns, readColumns, writeColumns } from "./columns.ts";
import type { Remembered, Row, RowRecord } from "./row.ts";

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

/** Reads an index; `undefined` where there is none, or one that is damaged or of another format. */
export function readIndex(path: string): Index | undefined {
  const columns = readColumns(path);
  if (columns === undefined) return undefined;
  const shelf = new Shelf(columns);
  return {
    header: columns.head as Header,
    rows: Array.from({ length: columns.texts.file?.length ?? 0 }, (_, index) => new IndexRow(shelf, index)),
  };
}

/** The columns of an index, and what was made of their texts. */
class Shelf {
  readonly numbers: Float64Array;
  readonly texts: Columns["texts"];
  private readonly archives: NonNullable<LedgerLine["archives"]>[] = [];

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
}

/** A row of an index: nothing of it is read before somebody asks. */
class IndexRow implements Remembered {
  private readonly shelf: Shelf;
  private readonly index: number;

  constructor(shelf: Shelf, index: number) {
    this.shelf = shelf;
    this.index = index;
  }

  number(field: Field): number {
    return this.shelf.numbers[this.index * WIDTH + AT[field]] ?? Number.NaN;
  }
  get file(): string {
    return this.shelf.text("file", this.index);
  }
  get version(): Version {
    const size = this.number("size");
    return [this.number("inode"), size, this.number("modified"), this.number("changed")];
  }
  get traits(): number {
    return this.number("traits");
  }
  get publishedAt(): number {
    return this.number("statedAt");
  }
  get facts(): Row["facts"] {
    return [this.number("factsAt"), this.number("factsLength"), this.number("factsSum")];
  }
  get words(): Row["words"] {
    return [this.number("wordsAt"), this.number("wordsLength"), this.number("wordsSum")];
  }
  get record(): RowRecord | undefined {
    if (this.number("about") === NONE) return undefined;
    const archives = this.number("archives");
    return {
      id: this.shelf.text("id", this.index),
      title: this.shelf.text("title", this.index),
      link: this.shelf.text("link", this.index),
      publishedAt: this.number("publishedAt"),
      updatedAt: this.number("updatedAt"),
      about: this.shelf.text("about", this.number("about")),
      at: this.number("lineAt"),
      length: this.number("lineLength"),
      sum: this.number("lineSum"),
      ...(archives === NONE ? {} : { archives: this.shelf.archivesAt(archives) }),
    };
  }
}

/** Texts that many rows share. */
class Shared {
  readonly texts: string[] = [];
  private readonly places = new Map<string, number>();

  at(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** Writes an index: the whole old or the whole new one stands there at every moment. */
export function writeIndex(path: string, { header, rows }: Index): void {
  const numbers = new Float64Array(rows.length * WIDTH);
  const abouts = new Shared();
  const archives = new Shared();
  const texts = { file: [] as string[], id: [] as string[], title: [] as string[], link: [] as string[] };
  for (const [index, row] of rows.entries()) {
    const { version, facts, words, record } = row;
    const told = record?.archives === undefined ? NONE : archives.at(JSON.stringify(record.archives));
    const line =
      record === undefined
        ? [0, 0, 0, 0, 0, NONE, NONE]
        : [record.publishedAt, record.updatedAt, record.at, record.length, record.sum, abouts.at(record.about), told];
    numbers.set([...(version ?? NO_VERSION), row.traits, row.publishedAt, ...facts, ...words, ...line], index * WIDTH);
    texts.file.push(row.file);
    texts.id.push(record?.id ?? "");
    texts.title.push(record?.title ?? "");
    texts.link.push(record?.link ?? "");
  }
  writeColumns(path, {
    head: header,
    numbers: { rows: numbers },
    texts: { ...texts, about: abouts.texts, archives: archives.texts },
  });
}
