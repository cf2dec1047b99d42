import { crc32 } from "node:zlib";
import type { Author, Category } from "feed";
import type { Evidence } from "../compose/evidence.ts";
import type { Episode, Precision, Story } from "../compose/story.ts";
import type { Person, Publication, Usage } from "../publication/publication.ts";
import type { StatedMedia } from "../read/article.ts";
import type { Entry, Translation } from "./entry.ts";
import { entryFrom } from "./entry-from-line.ts";
import type { LedgerLine } from "./ledger.ts";

/** What decides in which editions an entry stands, and to whose pages it leads. Thousands share one of these. */
export type About = Pick<Story, "language" | "section"> & {
  readonly people: readonly Person[];
  readonly helpers: readonly Person[];
  readonly tags: readonly string[];
  /** Whether it has a sound or a film. */
  readonly plays: boolean;
};

/**
 * Checksums (CRC-32) of the facts of an entry's story, of its words, and of its line in the ledger but for the archive
 * documents that it stands in.
 */
export type Sums = readonly [facts: number, words: number, line: number];

/** What is known of an entry without looking at its words. */
export interface EntryHead {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly about: About;
  /** One of them differs wherever two versions of the entry do. */
  readonly sums: Sums;
  /** What it says beside what its sums are made of. */
  readonly besides?: string;
  /** Whether it stays as it is for as long as article, ledger and publication do. */
  readonly isSteady: boolean;
}

/** What an entry is made of. */
export interface Origin {
  readonly story: Story;
  /** Its line in the ledger; which archive documents it stands in does not matter. */
  line(): string;
  readonly publication: Publication;
}

/** So many entries are kept whole for those who ask next: the other formats, the page, the feed of the section. */
const KEPT_WHOLE = 256;
const wholes = new Map<LightEntry, Entry>();

/**
 * An entry that is made whole when somebody asks for more than its head: of a million entries a build renders a few.
 */
export abstract class LightEntry implements Entry {
  abstract readonly head: EntryHead;
  abstract readonly origin: Origin;
  /** What it says beside that. */
  abstract readonly more: ((whole: Entry) => Entry) | undefined;

  /** The entry in full. */
  whole(): Entry {
    const known = wholes.get(this);
    if (known !== undefined) return known;
    if (wholes.size >= KEPT_WHOLE) for (const oldest of wholes.keys()) if (wholes.delete(oldest)) break;
    const { story, publication } = this.origin;
    const made = entryFrom(story, JSON.parse(this.origin.line()) as LedgerLine, this.head.link, publication);
    const all = this.more?.(made) ?? made;
    wholes.set(this, all);
    return all;
  }

  /** The same entry, which says something more. What it is made of when somebody asks must differ in its mark as well. */
  also(mark: string, more: (whole: Entry) => Entry): LightEntry {
    const { id, file, title, link, publishedAt, updatedAt, about, sums, besides = "" } = this.head;
    const head = { id, file, title, link, publishedAt, updatedAt, about, sums, isSteady: false };
    return new MoreEntry({ ...head, besides: `${besides} ${mark}` }, this.origin, more);
  }

  get id(): string {
    return this.head.id;
  }
  get guid(): string {
    return this.whole().guid as string;
  }
  get file(): string {
    return this.head.file;
  }
  get title(): string {
    return this.head.title;
  }
  get link(): string {
    return this.head.link;
  }
  get published(): Date {
    return new Date(this.head.publishedAt);
  }
  get date(): Date {
    return new Date(this.head.updatedAt);
  }
  get people(): readonly Person[] {
    return this.head.about.people;
  }
  get tags(): readonly string[] {
    return this.head.about.tags;
  }
  // What an entry does not say is absent in it; here it is there and undefined, which types must be told.
  get section(): string {
    return this.head.about.section as string;
  }
  get language(): string {
    return this.head.about.language as string;
  }
  get description(): string {
    return this.whole().description as string;
  }
  get content(): string {
    return this.whole().content as string;
  }
  get precision(): Precision {
    return this.whole().precision;
  }
  get titleDerived(): boolean {
    return this.whole().titleDerived;
  }
  get helpers(): readonly Person[] {
    return this.head.about.helpers;
  }
  get author(): Author[] {
    return this.whole().author as Author[];
  }
  get contributor(): Author[] {
    return this.whole().contributor as Author[];
  }
  get category(): Category[] {
    return this.whole().category as Category[];
  }
  get outlet(): string {
    return this.whole().outlet as string;
  }
  get credit(): string {
    return this.whole().credit as string;
  }
  get bio(): string {
    return this.whole().bio as string;
  }
  get copyright(): string {
    return this.whole().copyright as string;
  }
  get image(): NonNullable<Entry["image"]> {
    return this.whole().image as NonNullable<Entry["image"]>;
  }
  get banner(): StatedMedia {
    return this.whole().banner as StatedMedia;
  }
  get audio(): NonNullable<Entry["audio"]> {
    return this.whole().audio as NonNullable<Entry["audio"]>;
  }
  get video(): NonNullable<Entry["video"]> {
    return this.whole().video as NonNullable<Entry["video"]>;
  }
  get enclosure(): NonNullable<Entry["enclosure"]> {
    return this.whole().enclosure as NonNullable<Entry["enclosure"]>;
  }
  get attachments(): readonly StatedMedia[] {
    return this.whole().attachments;
  }
  get comments(): number {
    return this.whole().comments as number;
  }
  get episode(): Episode {
    return this.whole().episode as Episode;
  }
  get license(): string {
    return this.whole().license as string;
  }
  get usage(): Usage {
    return this.whole().usage as Usage;
  }
  get markdown(): string {
    return this.whole().markdown as string;
  }
  get translations(): readonly Translation[] {
    return this.whole().translations as readonly Translation[];
  }
  get evidence(): readonly Evidence[] {
    return this.whole().evidence;
  }

  /** As it is kept in the ledger, or printed: in full. */
  toJSON(): Entry {
    return this.whole();
  }
}

/** An entry that says more than what it is made of. */
class MoreEntry extends LightEntry {
  readonly head: EntryHead;
  readonly origin: Origin;
  readonly more: (whole: Entry) => Entry;

  constructor(head: EntryHead, origin: Origin, more: (whole: Entry) => Entry) {
    super();
    this.head = head;
    this.origin = origin;
    this.more = more;
  }
}

/** When an entry was published, in milliseconds since 1970. */
export function publishedAt(entry: Entry): number {
  return entry instanceof LightEntry ? entry.head.publishedAt : entry.published.getTime();
}

/** When what readers see of it changed last, in milliseconds since 1970. */
export function updatedAt(entry: Entry): number {
  return entry instanceof LightEntry ? entry.head.updatedAt : entry.date.getTime();
}

/** Whether an entry has a sound or a film. */
export function plays(entry: Entry): boolean {
  return entry instanceof LightEntry ? entry.head.about.plays : entry.audio !== undefined || entry.video !== undefined;
}

/** An entry in full, whatever it is. */
export function wholeOf(entry: Entry): Entry {
  return entry instanceof LightEntry ? entry.whole() : entry;
}

/** What differs wherever two versions of an entry do. */
export function markOf(entry: Entry): string {
  const { sums, besides = "" } = marksOf(entry);
  return `${sums.join(" ")}${besides}`;
}

/** The same of many entries. Of thousands nothing is made that is not theirs alone. */
export function markOfAll(entries: readonly Entry[]): string {
  const sums = new Uint32Array(entries.length * SUMS);
  const besides: string[] = [];
  let index = 0;
  for (const entry of entries) {
    const marks = marksOf(entry);
    const own = marks.sums;
    const at = index * SUMS;
    sums[at] = own[0];
    sums[at + 1] = own[1];
    sums[at + 2] = own[2];
    if (marks.besides !== undefined) besides.push(`${index}${marks.besides}`);
    index += 1;
  }
  // Whoever makes a digest of it has bytes of it first, which takes a third of the time for plain letters.
  return [Buffer.from(sums.buffer).toString("base64"), ...besides].join("\n");
}

const SUMS = 3;

function marksOf(entry: Entry): Pick<EntryHead, "sums" | "besides"> {
  return entry instanceof LightEntry ? entry.head : { sums: [crc32(JSON.stringify(entry)), 0, 0] };
}
