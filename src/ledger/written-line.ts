import { crc32 } from "node:zlib";
import type { Source } from "../compose/evidence.ts";
import type { Precision } from "../compose/story.ts";
import { type LedgerLine, lineText } from "./ledger.ts";

/** A text that may lie elsewhere until somebody asks for it. */
export interface PutText {
  read(): string;
  /** Its checksum (CRC-32), in UTF-8. */
  readonly sum: number;
}

/**
 * A line as its text, which is read again if somebody asks what it says: builds write many lines and look at few. Only
 * lines of what is published, and not refused, are kept so.
 */
export class WrittenLine implements LedgerLine {
  readonly id: string;
  private readonly put: PutText;
  private within: LedgerLine["archives"];

  constructor(id: string, put: PutText, archives: LedgerLine["archives"]) {
    this.id = id;
    this.put = put;
    this.within = archives;
  }

  /**
   * Which documents of archives it stands in, a build knows last. It is said here, since a copy of each of a million new
   * lines would have to be held beside them.
   */
  seal(archives: NonNullable<LedgerLine["archives"]>): void {
    this.within = archives;
  }

  // Where there are none it is there and undefined, which types must be told.
  get archives(): NonNullable<LedgerLine["archives"]> {
    return this.within as NonNullable<LedgerLine["archives"]>;
  }

  text(): string {
    if (this.within === undefined) return this.bare;
    return `${this.bare.slice(0, -1)},"archives":${JSON.stringify(this.within)}}`;
  }

  /** What tells two lines apart that lead to different entries: which archive documents they are in does not. */
  get sum(): number {
    return this.put.sum;
  }

  /** The line without the archive documents that it stands in. */
  get bare(): string {
    return this.put.read();
  }

  private read(): LedgerLine {
    return JSON.parse(this.bare) as LedgerLine;
  }

  get stated(): string {
    return this.read().stated as string;
  }
  get rssId(): string {
    return this.read().rssId as string;
  }
  get file(): string {
    return this.read().file;
  }
  get slug(): string {
    return this.read().slug;
  }
  get title(): string {
    return this.read().title;
  }
  get published(): string {
    return this.read().published as string;
  }
  get precision(): Precision {
    return this.read().precision;
  }
  get updated(): string {
    return this.read().updated;
  }
  get dated(): Source {
    return this.read().dated;
  }
  get words(): string {
    return this.read().words as string;
  }
  get hash(): string {
    return this.read().hash;
  }
  get sketch(): string {
    return this.read().sketch;
  }
  get link(): string {
    return this.read().link as string;
  }
  get moved(): readonly string[] {
    return this.read().moved as readonly string[];
  }
}

/** Puts a text nowhere else. */
export const here = (text: string): PutText => ({ read: () => text, sum: crc32(text) });

/** A line as its text, which `put` may lay down elsewhere. */
export function writtenLine({ archives, ...line }: LedgerLine, put: (text: string) => PutText = here): WrittenLine {
  return new WrittenLine(line.id, put(lineText(line)), archives);
}
