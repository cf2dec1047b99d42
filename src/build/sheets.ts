import type { Document, OutFile, Site } from "../edition/edition.ts";
import { LightEntry } from "../ledger/light-entry.ts";
import type { Crew } from "./crew/crew.ts";
import type { EntryOrder, PrintedSheet, SheetOrder } from "./crew/sheet.ts";
import { archiveFiles } from "./out-files.ts";
import type { StoryStore } from "./store/store.ts";
import { Damaged } from "./store/words-file.ts";

/** Archive documents that workers print while others are put in place. */
export interface Sheets {
  /** The content of a file, if it is one of theirs. All of them have to be asked for, in the order of the site's files. */
  readonly contentOf: (file: OutFile) => Promise<Uint8Array | undefined>;
}

const NONE: Sheets = { contentOf: async () => undefined };

/** Has the archive documents printed that do not stand there yet, if they are many enough for workers. */
export function sheetPrinting(
  crew: Crew,
  store: StoryStore,
  site: Site,
  stands: (file: OutFile) => number | undefined,
): Sheets {
  const wanted = new Map<string, number>();
  for (const file of archiveFiles(site)) {
    const { sheet } = file;
    if (sheet === undefined || wanted.has(sheet.paths.rss) || stands(file) !== undefined) continue;
    if (liesOnDisk(sheet.document, store)) wanted.set(sheet.paths.rss, sheet.document.entries.length);
  }
  const entries = [...wanted.values()].reduce((sum, one) => sum + one, 0);
  const words = crew.prints(entries) ? store.share() : undefined;
  if (words === undefined) return NONE;
  const printed = crew.print(sheetOrders(wanted, words, site, store));
  let last: { readonly path: string; readonly sheet: PrintedSheet } | undefined;
  return {
    contentOf: async ({ sheet }) => {
      if (sheet === undefined || !wanted.has(sheet.paths.rss)) return undefined;
      if (last?.path !== sheet.paths.rss) {
        const next = await printed.next();
        if (next.done === true) throw new Error(`${sheet.paths.rss} was not printed`);
        last = { path: sheet.paths.rss, sheet: next.value };
      }
      if (last.sheet === "damaged") throw new Damaged(words);
      return last.sheet[sheet.format];
    },
  };
}

/** Whether a worker can make all entries of a document from what is put away. */
function liesOnDisk({ entries }: Document, store: StoryStore): boolean {
  return entries.every(
    (entry) => entry instanceof LightEntry && entry.more === undefined && store.plain(entry.origin.story) !== undefined,
  );
}

function* sheetOrders(
  wanted: ReadonlyMap<string, number>,
  words: string,
  site: Site,
  store: StoryStore,
): Generator<SheetOrder> {
  const { publication, now } = site;
  for (const { sheet } of archiveFiles(site)) {
    if (sheet === undefined || sheet.format !== "rss" || !wanted.has(sheet.paths.rss)) continue;
    const { entries, ...document } = sheet.document;
    const orders = entries.flatMap((entry) => orderOf(entry, store));
    yield { words, publication, document, entries: orders, paths: sheet.paths, now };
  }
}

function orderOf(entry: Document["entries"][number], store: StoryStore): EntryOrder[] {
  const row = entry instanceof LightEntry ? store.plain(entry.origin.story)?.row : undefined;
  if (row === undefined || !(entry instanceof LightEntry)) return [];
  const { file, version, traits, statedAt, facts, words } = row;
  const plain = { file, version, traits, statedAt, facts, words, beside: "" };
  return [{ row: plain, line: entry.origin.line(), link: entry.link }];
}
