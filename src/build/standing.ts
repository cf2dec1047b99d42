import { archiveKey } from "../edition/roll.ts";
import type { Entry } from "../ledger/entry.ts";
import type { LedgerLine } from "../ledger/ledger.ts";
import { entryFromJsonItem } from "../render/json-entry.ts";

/** What a feed that stands in the output folder says of one entry. */
interface StandingItem {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly modified: string;
  /** The whole entry, where the item tells it. */
  readonly entry: Entry | undefined;
}

/** The entries that subscribers get today, by id. */
export type Standing = ReadonlyMap<string, StandingItem>;

/** What subscribers will see change. Titles, newest first. */
export interface SubscribersSee {
  readonly appear: readonly string[];
  readonly change: readonly string[];
  readonly vanish: readonly string[];
  /** Entries that readers would show a second time, under another id. Must be empty. */
  readonly returnAsNew: readonly string[];
}

/** Reads the JSON Feed that stands in the output folder; a file that is none of ours tells nothing. */
export function standingItems(text: string | undefined): Standing {
  if (text === undefined) return new Map();
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return new Map();
  }
  if (typeof feed !== "object" || feed === null || !("items" in feed) || !Array.isArray(feed.items)) return new Map();
  return new Map(feed.items.flatMap(standingItem).map((item) => [item.id, item]));
}

/** So many archive documents are held at once: of many articles that go together, most stood in the same ones. */
const HELD = 3;

/**
 * What subscribers get today of a line's entry: in the window, else in the archive document that holds it, which is the
 * one that is still being filled where the ledger names none. `last` is the number of the last full document.
 */
export function standingEntries(
  window: Standing,
  documentOf: (number: number) => string | undefined,
  last: () => number,
): (line: Pick<LedgerLine, "id" | "archives">) => Entry | undefined {
  const documents = new Map<number, Standing>();
  const document = (number: number): Standing => {
    const known = documents.get(number) ?? standingItems(documentOf(number));
    if (documents.size >= HELD) for (const oldest of documents.keys()) if (documents.delete(oldest)) break;
    documents.set(number, known);
    return known;
  };
  return ({ id, archives }) => {
    const item = window.get(id) ?? document(archives?.[archiveKey("")] ?? last() + 1).get(id);
    return item?.entry;
  };
}

function standingItem(item: unknown): StandingItem[] {
  if (typeof item !== "object" || item === null) return [];
  const { id, title, url, date_published, date_modified } = item as Readonly<Record<string, unknown>>;
  if (typeof id !== "string") return [];
  return [
    {
      id,
      title: text(title),
      url: text(url),
      modified: text(date_modified ?? date_published),
      entry: entryFromJsonItem(item),
    },
  ];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Compares what subscribers get today with what they will get. */
export function subscribersSee(standing: Standing, entries: readonly Entry[]): SubscribersSee {
  const next = new Set(entries.map(({ id }) => id));
  const gone = [...standing.values()].filter(({ id }) => !next.has(id));
  const goneLinks = new Set(gone.map(({ url }) => url));
  const fresh = entries.filter(({ id }) => !standing.has(id));
  const again = fresh.filter(({ link }) => goneLinks.has(link));
  return {
    appear: fresh.filter((entry) => !again.includes(entry)).map(({ title }) => title),
    change: entries.filter((entry) => hasChanged(entry, standing.get(entry.id))).map(({ title }) => title),
    vanish: gone.map(({ title }) => title),
    returnAsNew: again.map(({ title }) => title),
  };
}

function hasChanged(entry: Entry, before: StandingItem | undefined): boolean {
  if (before === undefined) return false;
  return before.title !== entry.title || Date.parse(before.modified) !== entry.date.getTime();
}
