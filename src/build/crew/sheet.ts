import type { Document } from "../../edition/edition.ts";
import { feedDocument } from "../../edition/feed-document.ts";
import type { Entry } from "../../ledger/entry.ts";
import { entryFrom } from "../../ledger/entry-from-line.ts";
import type { LedgerLine } from "../../ledger/ledger.ts";
import type { Publication } from "../../publication/publication.ts";
import { FORMATS, type FormatName } from "../../render/formats.ts";
import { GENERATOR } from "../generator.ts";
import { soundBytes } from "../refuse-faults.ts";
import type { Row } from "../store/row.ts";
import { sourceOf } from "../store/store.ts";
import { asStory, StoredStory } from "../store/stored-story.ts";
import { Damaged, openWords, type WordsFile } from "../store/words-file.ts";

/** An entry of a sheet: where its story lies, and what the ledger says of it. */
export interface EntryOrder {
  readonly row: Row;
  readonly line: string;
  readonly link: string;
}

/** An archive document to be printed in all formats. */
export interface SheetOrder {
  /** The file with the words of all stories. */
  readonly words: string;
  readonly publication: Publication;
  readonly document: Omit<Document, "entries">;
  readonly entries: readonly EntryOrder[];
  /** Where it will stand, below the output folder. */
  readonly paths: Readonly<Record<FormatName, string>>;
  readonly now: Date;
}

/** It in all formats, as bytes; nothing where the words are not what was put there. */
export type PrintedSheet = Readonly<Record<FormatName, Uint8Array>> | "damaged";

let opened: { readonly path: string; readonly words: WordsFile } | undefined;

function wordsAt(path: string): WordsFile {
  if (opened?.path !== path) {
    opened?.words.close();
    opened = { path, words: openWords(path, "r") };
  }
  return opened.words;
}

/** Gives the file with the words back, where sheets are printed outside of workers. */
export function closeWords(): void {
  opened?.words.close();
  opened = undefined;
}

/** Prints a sheet. */
export function printSheet({ words, publication, document, entries, paths, now }: SheetOrder): PrintedSheet {
  const source = sourceOf(wordsAt(words));
  try {
    const whole = entries.map(({ row, line, link }): Entry => {
      const story = asStory(new StoredStory(row, source));
      return entryFrom(story, JSON.parse(line) as LedgerLine, link, publication);
    });
    const feed = feedDocument(publication, GENERATOR, { ...document, entries: whole });
    const printed = (name: FormatName): Uint8Array =>
      soundBytes(paths[name], FORMATS[name].pieces(feed), publication.url, now);
    return { rss: printed("rss"), atom: printed("atom"), json: printed("json") };
  } catch (error) {
    if (error instanceof Damaged) return "damaged";
    throw error;
  }
}
