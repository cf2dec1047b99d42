import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { isDiskTrouble, putInPlace } from "../../files.ts";
import type { Marks } from "../../ledger/marks.ts";
import type { MediaFile } from "../../media/placed.ts";
import type { LightStory } from "./parted.ts";
import type { Span } from "./words-file.ts";

/** What is remembered of one file. */
export interface Remembered {
  readonly file: string;
  /** Which of its versions this was read from. */
  readonly version: string;
  readonly span: Span;
  readonly story: LightStory;
  /** By which the ledger compares it, where none of its media change it. */
  readonly marks?: Marks;
}

/** What stories were read against: with anything else they would be others. */
export interface Around {
  readonly program: string;
  readonly publication: string;
  readonly day: string;
}

interface Header extends Around {
  readonly format: number;
  /** The name of the file with their words. */
  readonly words: string;
}

/** Media files that were looked at, by path. */
type LookedAt = readonly (readonly [path: string, { readonly version: string; readonly file: MediaFile }])[];

/** The whole index. */
export interface Index {
  readonly header: Header;
  readonly media: LookedAt;
  readonly stories: readonly Remembered[];
}

export const FORMAT = 1;
/** A line holds so many stories: one string for all of them would be too long. */
const A_LINE = 2_000;

/** Reads an index; `undefined` where there is none, or one that is damaged or of another format. */
export function readIndex(path: string): Index | undefined {
  try {
    const bytes = readFileSync(path);
    const end = bytes.lastIndexOf("\n", bytes.length - 2) + 1;
    if (Number(bytes.toString("latin1", end).trim()) !== crc32(bytes.subarray(0, end))) return undefined;
    const lines: unknown[] = [];
    for (let at = 0; at < end; ) {
      const next = bytes.indexOf(10, at);
      lines.push(JSON.parse(bytes.toString("utf8", at, next)));
      at = next + 1;
    }
    const [header, media, ...stories] = lines as [Header, LookedAt, ...Remembered[][]];
    return header.format === FORMAT ? { header, media, stories: stories.flat() } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || isDiskTrouble(error)) return undefined;
    throw error;
  }
}

/** Writes an index: the whole old or the whole new one stands there at every moment. */
export function writeIndex(path: string, { header, media, stories }: Index): void {
  const lines: Buffer[] = [line(header), line(media)];
  for (let at = 0; at < stories.length; at += A_LINE) lines.push(line(stories.slice(at, at + A_LINE)));
  const bytes = Buffer.concat(lines);
  putInPlace([[path, Buffer.concat([bytes, Buffer.from(`${crc32(bytes)}\n`)])]]);
}

function line(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`, "utf8");
}
