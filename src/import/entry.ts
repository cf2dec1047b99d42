/** An entry of somebody's feed, as it says itself. */
export interface ImportedEntry {
  /** What subscribers' readers know it by. */
  readonly id: string;
  /** The same for those who read it in RSS, to the letter. */
  readonly rssId?: string | undefined;
  readonly title: string;
  readonly link?: string | undefined;
  readonly published: Date;
  readonly updated?: Date | undefined;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly summary?: string | undefined;
  /** HTML. */
  readonly body: string;
}

/** What is in a feed, or in several. */
export interface Imported {
  readonly entries: readonly ImportedEntry[];
  /** Titles of entries that can't be taken over, since they say no date or nothing to know them by. */
  readonly left: readonly string[];
}

/** A feed as it was read. */
export interface ImportedFeed extends Imported {
  readonly format: "rss" | "atom" | "json";
  /** The address of the document with the entries before these (RFC 5005, JSON Feed's `next_url`), if it names one. */
  readonly older?: string | undefined;
}

/** An entry as it is read, before it is known whether it says enough. */
export interface ReadEntry extends Omit<ImportedEntry, "id" | "published"> {
  readonly id: string | undefined;
  readonly published: Date | undefined;
}

/** Parts those that say enough from those that don't. */
export function imported(all: readonly ReadEntry[]): Imported {
  const entries: ImportedEntry[] = [];
  const left: string[] = [];
  for (const { id, published, ...rest } of all) {
    if (id === undefined || published === undefined) left.push(rest.title);
    else entries.push({ id, published, ...rest });
  }
  return { entries, left };
}

/** A date as feeds write it (RFC 822, RFC 3339); nothing where it is none. */
export function dateOf(text: string | undefined): Date | undefined {
  const at = new Date(text ?? "");
  return Number.isNaN(at.getTime()) ? undefined : at;
}
