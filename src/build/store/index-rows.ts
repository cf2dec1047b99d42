import { aboutOf } from "../../ledger/about.ts";
import type { LedgerLine } from "../../ledger/ledger.ts";
import type { About, EntryHead, Sums } from "../../ledger/light-entry.ts";
import type { Moves } from "../../ledger/moves.ts";
import type { Standing } from "../../ledger/settled-line.ts";
import { folderOf } from "../seen-files.ts";
import type { Version } from "../version.ts";
import type { Columns } from "./columns.ts";
import type { Remembered, Row } from "./row.ts";

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
  "folder",
] as const;
type Field = (typeof FIELDS)[number];

export const WIDTH: number = FIELDS.length;
export const AT: Readonly<Record<Field, number>> = Object.fromEntries(
  FIELDS.map((field, at) => [field, at]),
) as Readonly<Record<Field, number>>;
/** Where a row has no record, and where a line stands in no archive. */
export const NONE = -1;

/** The columns of an index, and what was made of their texts. */
export class Shelf {
  readonly numbers: Float64Array;
  readonly texts: Columns["texts"];
  private readonly archives: NonNullable<LedgerLine["archives"]>[] = [];
  private readonly abouts: About[] = [];
  private readonly folders: string[] = [];

  constructor({ numbers, texts }: Columns) {
    this.numbers = numbers.rows ?? new Float64Array();
    this.texts = texts;
  }

  /** How many rows there are. */
  get size(): number {
    return this.numbers.length / WIDTH;
  }

  /** Tells all rows where their lines stand by now. */
  follow(moves: Moves): void {
    for (let at = AT.lineAt; at < this.numbers.length; at += WIDTH)
      this.numbers[at] = moves.at(this.numbers[at] ?? NONE) ?? NONE;
  }

  text(name: string, index: number): string {
    return this.texts[name]?.at(index) ?? "";
  }

  archivesAt(index: number): NonNullable<LedgerLine["archives"]> {
    this.archives[index] ??= JSON.parse(this.text("archives", index)) as NonNullable<LedgerLine["archives"]>;
    return this.archives[index];
  }

  folderAt(index: number): string {
    this.folders[index] ??= this.text("folder", index);
    return this.folders[index];
  }

  aboutAt(index: number): About {
    this.abouts[index] ??= aboutOf(this.text("about", index));
    return this.abouts[index];
  }
}

/** The same where build follows build in one process: texts that were asked for once are kept. */
export class KeptShelf extends Shelf {
  private readonly kept: Record<string, string[]> = {};

  override text(name: string, index: number): string {
    this.kept[name] ??= [];
    const texts = this.kept[name];
    texts[index] ??= super.text(name, index);
    return texts[index];
  }
}

/**
 * A row of an index, its record and the head of its entry, all in one object: of a million rows each further one counts.
 * Nothing of it is read before somebody asks.
 */
export class IndexRow implements Row, Remembered, Standing, EntryHead {
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
  get record(): Standing | undefined {
    return this.number(AT.about) === NONE ? undefined : this;
  }
  get head(): EntryHead {
    return this;
  }
  /** All of its numbers. */
  numbers(): Float64Array {
    return this.shelf.numbers.subarray(this.index * WIDTH, (this.index + 1) * WIDTH);
  }
  /** One of its numbers, by its place among them. Asked several times of every row. */
  private number(at: number): number {
    return this.shelf.numbers[this.index * WIDTH + at] ?? Number.NaN;
  }
  get file(): string {
    this.named ??= this.shelf.text("file", this.index);
    return this.named;
  }
  get folder(): string {
    return this.shelf.folderAt(this.number(AT.folder));
  }
  get version(): Version {
    return [this.number(AT.inode), this.number(AT.size), this.number(AT.modified), this.number(AT.changed)];
  }
  get traits(): number {
    return this.number(AT.traits);
  }
  get statedAt(): number {
    return this.number(AT.statedAt);
  }
  get facts(): Row["facts"] {
    return [this.number(AT.factsAt), this.number(AT.factsLength), this.number(AT.factsSum)];
  }
  get words(): Row["words"] {
    return [this.number(AT.wordsAt), this.number(AT.wordsLength), this.number(AT.wordsSum)];
  }
  get beside(): string {
    return this.shelf.text("beside", this.index);
  }
  get at(): number {
    return this.number(AT.lineAt);
  }
  get length(): number {
    return this.number(AT.lineLength);
  }
  get archives(): LedgerLine["archives"] {
    const archives = this.number(AT.archives);
    return archives === NONE ? undefined : this.shelf.archivesAt(archives);
  }
  get id(): string {
    return this.shelf.text("id", this.index);
  }
  get title(): string {
    return this.shelf.text("title", this.index);
  }
  get link(): string {
    return this.shelf.text("link", this.index);
  }
  get publishedAt(): number {
    return this.number(AT.publishedAt);
  }
  get updatedAt(): number {
    return this.number(AT.updatedAt);
  }
  get about(): About {
    return this.shelf.aboutAt(this.number(AT.about));
  }
  /** Asked of all rows in each build, for the marks of the documents that they stand in. */
  get sums(): Sums {
    return [this.number(AT.factsSum), this.number(AT.wordsSum), this.number(AT.lineSum)];
  }
  get isSteady(): boolean {
    return true;
  }
}

/** The folder that a row's file stands in, with a slash at its end. */
export function folderIn(row: Row): string {
  return row instanceof IndexRow ? row.folder : folderOf(row.file);
}

/** A row of which nothing is recorded. */
export function unrecorded(row: Row): Remembered {
  return row instanceof IndexRow && row.record === undefined ? row : { row };
}

/** The row of an index that says the same of a story and its record, but for where words and lines stand. */
export function sourceIn(shelf: Shelf | undefined, { row, record }: Remembered): IndexRow | undefined {
  const source = record === undefined ? row : record.head;
  if (!(source instanceof IndexRow) || source.shelf !== shelf) return undefined;
  // What was recorded and is not any more has to be looked at by the next build.
  return record === undefined && source.record !== undefined ? undefined : source;
}
