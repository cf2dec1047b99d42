import type { Source } from "../compose/evidence.ts";
import type { Precision } from "../compose/story.ts";
import { type Finding, finding } from "../finding.ts";
import type { KeptEntry } from "./kept.ts";

/** One entry's history: a line of `data/ledger.jsonl`. Instants are RFC 3339 in UTC with whole seconds. */
export interface LedgerLine {
  readonly id: string;
  /** The front matter's `id`, where it is not itself a URI. */
  readonly stated?: string;
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
export function parseLedger(text: string, file: string): { ledger: Ledger; findings: readonly Finding[] } {
  const lines = new Map<string, LedgerLine>();
  const findings: Finding[] = [];
  const wrong = (line: number, message: string): void => {
    findings.push(finding("ledger/syntax", { file, line }, { message }));
  };
  for (const [index, raw] of text.split("\n").entries()) {
    if (raw.trim() === "") continue;
    const read = readLine(raw);
    if (typeof read === "string") wrong(index + 1, read);
    else if (lines.has(read.id) && JSON.stringify(lines.get(read.id)) !== JSON.stringify(read))
      wrong(index + 1, `the id ${read.id} stands on an earlier line too`);
    else lines.set(read.id, read);
  }
  return { ledger: { lines }, findings };
}

/** A line's record, or what is wrong with it. */
function readLine(raw: string): LedgerLine | string {
  if (CONFLICT.test(raw)) return "a merge conflict was left here";
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "not a JSON object";
  const record = value as Readonly<Record<string, unknown>>;
  for (const key of REQUIRED) if (typeof record[key] !== "string") return `"${key}" is missing or not a string`;
  for (const key of INSTANTS) {
    const instant = record[key];
    if (instant !== undefined && !isInstant(instant)) return `"${key}" is not an instant such as 2024-08-30T12:00:00Z`;
  }
  if (record.archives !== undefined && !isNumbering(record.archives))
    return '"archives" is not a document number by edition, such as {"main":1}';
  return record as unknown as LedgerLine;
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
  "link",
  "moved",
  "corrections",
  "archives",
  "kept",
];

/** The ledger's file: a line an entry, sorted by id, keys in one order, so that git merges and diffs it line by line. */
export function ledgerText(ledger: Ledger): string {
  const sorted = [...ledger.lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.map((line) => `${JSON.stringify(line, ORDERED)}\n`).join("");
}

/** A replacer that puts a line's own keys in order and leaves what `kept` holds as it is. */
function ORDERED(this: unknown, key: string, value: unknown): unknown {
  if (key !== "") return value;
  const line = value as LedgerLine;
  return Object.fromEntries(ORDER.filter((name) => line[name] !== undefined).map((name) => [name, line[name]]));
}

/** An instant as the ledger writes it: UTC, whole seconds. */
export function instantText(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
