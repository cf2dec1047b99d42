import { hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { putInPlace } from "../files/in-place.ts";
import { isDiskTrouble } from "../files.ts";
import { versionFrom } from "./version.ts";

/** A file as a build left it: its mark, its version on the disk, and how many entries had to be shortened in it. */
type Print = readonly [mark: string, version: string, shortened: number];

/** Says a mark, once however many files have it: of a document's three formats, and whoever asks for them. */
type Mark = () => string;

/**
 * Which marks the files had that builds have put into an output folder: what has its mark still, and lies there as it was
 * left, need not be made again. Whoever deletes it loses time, nothing else.
 */
export interface Printed {
  /** How many entries were shortened in a file that stands there with this mark; `undefined` where none does. */
  readonly stands: (path: string, mark: Mark) => number | undefined;
  /** A file that stands there now, whether it was made again or not. */
  readonly note: (path: string, mark: Mark, shortened: number) => void;
  /** Ends a build; whatever was not noted is forgotten. */
  readonly save: () => void;
}

const FILE = ".dateline/printed.json";
/** Two marks that agree in so many hexadecimal digits are the same. */
const DIGITS = 24;

/** What was printed into an output folder, by this program for this publication (`base`). */
export function printedIn(data: string, out: string, base: string): Printed {
  const path = join(data, FILE);
  const key = digest(JSON.stringify([resolve(out), base]));
  const before = readAll(path, key);
  const stood = new Map<string, Print>();
  const after = new Map<string, readonly [mark: string, shortened: number]>();
  const digests = new WeakMap<Mark, string>();
  const digestOf = (mark: Mark): string => {
    const known = digests.get(mark) ?? digest(mark());
    digests.set(mark, known);
    return known;
  };
  return {
    stands: (file, mark) => {
      const known = before.get(file);
      if (known === undefined || known[0] !== digestOf(mark)) return undefined;
      // Asked twice of thousands, the disk answers once: what stood there when a build began is what it leaves alone.
      if (!stood.has(file) && known[1] !== versionOf(join(out, file))) return undefined;
      stood.set(file, known);
      return known[2];
    },
    note: (file, mark, shortened) => {
      after.set(file, [digestOf(mark), shortened]);
    },
    save: () => {
      const prints = [...after].map(([file, [mark, shortened]]): readonly [string, Print] => [
        file,
        stood.get(file) ?? [mark, versionOf(join(out, file)), shortened],
      ]);
      if (prints.length === 0 && before.size === 0) return;
      putInPlace([[path, `${JSON.stringify({ key, prints })}\n`]]);
    },
  };
}

function digest(text: string): string {
  return hash("sha256", text).slice(0, DIGITS);
}

function versionOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  // What a build has just put there is no longer its own business: nobody else writes into an output folder.
  return stats === undefined ? "" : versionFrom(stats, Infinity).join(".");
}

function readAll(path: string, key: string): ReadonlyMap<string, Print> {
  try {
    const value = JSON.parse(readFileSync(path, "utf8")) as {
      readonly key?: unknown;
      readonly prints?: readonly (readonly [string, Print])[];
    };
    return new Map(value.key === key && Array.isArray(value.prints) ? value.prints : []);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || isDiskTrouble(error)) return new Map();
    throw error;
  }
}
