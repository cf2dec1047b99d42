import type { Source } from "../compose/evidence.ts";
import type { Precision } from "../compose/story.ts";
import { type Finding, finding } from "../finding.ts";
import { type Belonging, isBelonging } from "./belonging.ts";
import type { KeptEntry } from "./kept.ts";
import type { Settled } from "./settled.ts";
import type { SettledLine } from "./settled-line.ts";

/** One entry's history: a line of `data/ledger.jsonl`. Instants are RFC 3339 in UTC with whole seconds. */
export interface LedgerLine {
  readonly id: string;
  /** The front matter's `id`, where it is not itself a URI. */
  readonly stated?: string;
  /** What readers of RSS know it by, where that is no URI: a move from elsewhere. */
  readonly rssId?: string;
  readonly file: string;
  readonly slug: string;
  readonly title: string;
  /** Absent only where a person took it out to have the entry dated anew. */
  readonly published?: string;
  readonly precision: Precision;
  readonly updated: string;
  readonly dated: Source;
  /** The words that dated it. */
  readonly words?: string;
  /** Of what readers see. */
  readonly hash: string;
  /** By which a renamed and edited file is known again. */
  readonly sketch: string;
  readonly withdrawn?: string;
  /** Where it belonged when it was withdrawn, as far as that was known: the feeds that had it tell of it. */
  readonly about?: Belonging;
  /** Its page's address: below the publication's, or absolute where it lies elsewhere. */
  readonly link?: string;
  /** The addresses that it had before. */
  readonly moved?: readonly string[];
  /** The days of its corrections, by a hash of their words. */
  readonly corrections?: Readonly<Record<string, string>>;
  /** The full archive document that it stands in, by edition: `{"main":3,"sections/world":1}`. */
  readonly archives?: Readonly<Record<string, number>>;
  /** What stays published while the article is refused. */
  readonly kept?: KeptEntry;
}

export interface Ledger {
  /** By id. */
  readonly lines: ReadonlyMap<string, LedgerLine>;
  /** Further lines, whose entries are as the last build left them. What `lines` says of an id holds before them. */
  readonly settled?: Settled;
}

const NOTHING_SETTLED: readonly SettledLine[] = [];

/** The lines of a ledger that are settled, which are their entries: newest first. */
export function settledLines({ settled }: Ledger): readonly SettledLine[] {
  return settled?.lines ?? NOTHING_SETTLED;
}

export const EMPTY_LEDGER: Ledger = { lines: new Map() };

const REQUIRED = ["id", "file", "slug", "title", "precision", "updated", "dated", "hash", "sketch"] as const;
const INSTANTS = ["published", "updated", "withdrawn"] as const;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const CONFLICT = /^(?:<{7}|={7}|>{7})/;

/**
 * Reads a ledger. Any line that can't be understood is an error: the ledger is the only memory of what has been
 * published, so nothing may be built, let alone overwritten, on half of it.
 */
export function parseLedger(
  text: string | Buffer,
  file: string,
): { readonly ledger: Ledger; readonly findings: readonly Finding[] } {
  const lines = new Map<string, LedgerLine>();
  const findings: Finding[] = [];
  let number = 0;
  for (const raw of typeof text === "string" ? text.split("\n") : linesOf(text)) {
    number += 1;
    if (raw.trim() === "") continue;
    const read = readLine(raw);
    const wrong = (message: string): number =>
      findings.push(finding("ledger/syntax", { file, line: number }, { message }));
    if (typeof read === "string") wrong(read);
    else if (lines.has(read.id) && JSON.stringify(lines.get(read.id)) !== JSON.stringify(read))
      wrong(`the id ${read.id} stands on an earlier line too`);
    else lines.set(read.id, read);
  }
  return { ledger: { lines }, findings };
}

const END_OF_LINE = 10;

/** The lines of bytes that may be too many for one string. */
function* linesOf(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(END_OF_LINE, at);
    const next = end === -1 ? bytes.length : end;
    yield bytes.toString("utf8", at, next);
    at = next + 1;
  }
}

/** A line's record, or what is wrong with it. */
export function readLine(raw: string): LedgerLine | string {
  if (CONFLICT.test(raw)) return "a merge conflict was left here";
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "not a JSON object";
  return wrongWith(value as Readonly<Record<string, unknown>>) ?? (value as LedgerLine);
}

/** What is wrong with the fields of a line, if anything is. */
function wrongWith(record: Readonly<Record<string, unknown>>): string | undefined {
  for (const key of REQUIRED) if (typeof record[key] !== "string") return `"${key}" is missing or not a string`;
  for (const key of INSTANTS) {
    const instant = record[key];
    if (instant !== undefined && !isInstant(instant)) return `"${key}" is not an instant such as 2024-08-30T12:00:00Z`;
  }
  if (record.rssId !== undefined && typeof record.rssId !== "string") return '"rssId" is not a string';
  if (record.about !== undefined && !isBelonging(record.about))
    return '"about" is not a section, authors, tags and a language, such as {"section":"world","authors":["Jane Doe"]}';
  if (record.archives !== undefined && !isNumbering(record.archives))
    return '"archives" is not a document number by edition, such as {"main":1}';
  return undefined;
}

function isNumbering(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((number) => Number.isSafeInteger(number) && number > 0 && number < MOST_DOCUMENTS);
}

/** More archive documents than any publication has: a number beyond it is a slip of the pen. */
const MOST_DOCUMENTS = 1_000_000;

function isInstant(value: unknown): boolean {
  return typeof value === "string" && INSTANT.test(value) && Number.isFinite(Date.parse(value));
}

const ORDER: readonly (keyof LedgerLine)[] = [
  "id",
  "stated",
  "rssId",
  "file",
  "slug",
  "title",
  "published",
  "precision",
  "updated",
  "dated",
  "words",
  "hash",
  "sketch",
  "withdrawn",
  "about",
  "link",
  "moved",
  "corrections",
  "archives",
  "kept",
];

/** A line as it is written: its keys in one order, so that git merges and diffs it well. */
export function lineText(line: LedgerLine): string {
  const parts: string[] = [];
  for (const name of ORDER) {
    const value = line[name];
    if (value !== undefined) parts.push(`"${name}":${JSON.stringify(value)}`);
  }
  return `{${parts.join(",")}}`;
}

/** An instant as the ledger writes it: UTC, whole seconds. */
export function instantText(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
