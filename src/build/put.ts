import { join } from "node:path";
import { faults } from "../check/faults.ts";
import type { OutFile, Site } from "../edition/edition.ts";
import { putInPlace, type WholeFile } from "../files.ts";
import { type Finding, finding } from "../finding.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ledgerFile, type Place } from "../ledger/pieces.ts";
import { leftoversIn } from "./leftovers.ts";
import { LEDGER_FILE, ledgerSum } from "./loading.ts";
import type { BuildOptions, OnProgress } from "./options.ts";
import { outFiles } from "./out-files.ts";
import { type Printed, printedIn } from "./printed.ts";
import type { BuildReport } from "./report.ts";

/** What was put in place. */
export interface Placed {
  readonly files: BuildReport["files"];
  /** Of feeds that had to be shortened, by their files below the output folder. */
  readonly findings: readonly Finding[];
  /** The checksum of the ledger's file that stands there now, and where in it each line stands. */
  readonly ledger: string;
  readonly placeOf: (id: string) => Place | undefined;
}

/**
 * Puts everything in place, then removes what builds before had written and nothing leads to any more. What stands there
 * with the mark that it would have is not made again; `program` tells programs apart that may write other bytes.
 */
export function putAll(options: BuildOptions, program: string, site: Site, ledger: Ledger, isKept: boolean): Placed {
  const { data, out, onProgress } = options;
  const own = join(data, LEDGER_FILE);
  const ours = (paths: readonly string[]): readonly string[] => paths.filter((path) => path !== own);
  const leftovers = leftoversIn(data, out);
  const printed = program === "" ? undefined : printedIn(data, out, `${program} ${JSON.stringify(site.publication)}`);
  const { pieces, places } = ledgerFile(ledger);
  const press: Press = { data, out, site, printed, paths: [], findings: [], onProgress };
  const placed = putInPlace(wholeFiles(press, pieces), (paths) => leftovers.expect(ours(paths)));
  printed?.save();
  const written = new Set(placed.written);
  const files = { written: placed.written, unchanged: press.paths.filter((path) => !written.has(path)) };
  // What a refused article had published stays, with pictures that no article leads to now.
  const keeps = (path: string): boolean => isKept && path.startsWith("media/");
  const removed = leftovers.remove(ours([...files.written, ...files.unchanged]), keeps);
  return {
    files: { ...files, removed },
    findings: press.findings,
    ledger: ledgerSum(pieces),
    placeOf: (id) => places.get(id),
  };
}

interface Press {
  readonly data: string;
  readonly out: string;
  readonly site: Site;
  readonly printed: Printed | undefined;
  /** Of all files, in the order in which they are put in place. */
  readonly paths: string[];
  readonly findings: Finding[];
  readonly onProgress: OnProgress | undefined;
}

/** The ledger first: should the machine stop between the two, the next build finds its ids and dates there again. */
function* wholeFiles(press: Press, ledger: readonly Uint8Array[]): Generator<WholeFile> {
  const { data, out, site, printed, paths, findings, onProgress } = press;
  paths.push(join(data, LEDGER_FILE));
  const all = onProgress === undefined ? 0 : count(outFiles(site));
  yield [join(data, LEDGER_FILE), ledger];
  for (const file of outFiles(site)) {
    onProgress?.("written", paths.length, all);
    paths.push(join(out, file.path));
    const mark = printed === undefined ? undefined : file.mark?.();
    const known = mark === undefined ? undefined : printed?.stands(file.path, mark);
    if (known === undefined) yield wholeFile(file, press);
    const cut = known ?? file.shortened?.() ?? 0;
    if (mark !== undefined) printed?.note(file.path, mark, cut);
    if (cut > 0) findings.push(shortened(file.path, cut, site));
  }
}

function count(files: Iterable<OutFile>): number {
  let all = 0;
  for (const _ of files) all += 1;
  return all;
}

function wholeFile({ path, content }: OutFile, { data, out, site }: Press): WholeFile {
  refuseFaults(path, content, site);
  const isCopy = typeof content === "object" && "copyOf" in content;
  return [join(out, path), isCopy ? { copyOf: join(data, content.copyOf) } : content];
}

/** What is to be said of a feed that is too large with all its words. */
export function shortened(path: string, count: number, { publication }: Site): Finding {
  return finding("edition/shortened", { file: path }, { count, budget: publication.budget });
}

/** The last gate: what `check` finds wrong never reaches a reader. It is a defect of ours, and ends the build. */
function refuseFaults(path: string, content: OutFile["content"], { publication, now }: Site): void {
  if (typeof content !== "string") return;
  const [first] = faults([{ path, content, url: new URL(path, publication.url).href }], now);
  if (first === undefined) return;
  const { rule, line, column, message } = first;
  throw new Error(`${path}:${line}:${column} would be invalid (${rule}): ${message}`);
}
