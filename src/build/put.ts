import { join, parse } from "node:path";
import type { OutFile, Site } from "../edition/edition.ts";
import { putInPlaceAsTheyCome, type WholeFile } from "../files/in-place.ts";
import { onceBegun } from "../files.ts";
import { type Finding, finding } from "../finding.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ledgerFile } from "../ledger/pieces.ts";
import { breathing } from "./breath.ts";
import type { Crew } from "./crew/crew.ts";
import { LEDGER_FILE } from "./ledger-file.ts";
import { leftoversIn } from "./leftovers.ts";
import { type StandingLedger, summed } from "./open-ledger.ts";
import type { BuildOptions, OnProgress } from "./options.ts";
import { outFiles } from "./out-files.ts";
import { type Printed, printedIn } from "./printed.ts";
import { refuseFaults, soundBytes } from "./refuse-faults.ts";
import type { BuildReport } from "./report.ts";
import type { Places } from "./settle.ts";
import { type Sheets, sheetPrinting } from "./sheets.ts";
import type { StoryStore } from "./store/store.ts";

/** What was put in place. */
export interface Placed {
  readonly files: BuildReport["files"];
  /** Of all files, in the order in which they are put in place. */
  readonly paths: readonly string[];
  /** Of feeds that had to be shortened, by their files below the output folder. */
  readonly findings: readonly Finding[];
  /** The checksum of the ledger's file that stands there now, and where in it each line stands. */
  readonly ledger: string;
  readonly places: Places;
}

/** What is to be put in place, and who helps. */
interface Work {
  /** Tells programs apart that may write other bytes; empty where the program can't tell. */
  readonly program: string;
  readonly site: Site;
  readonly ledger: Ledger;
  readonly before: StandingLedger;
  /** Whether an article that is refused has something published that stays. */
  readonly isKept: boolean;
  readonly crew: Crew;
  readonly store: StoryStore;
}

/**
 * Puts everything in place, then removes what builds before had written and nothing leads to any more. What stands there
 * with the mark that it would have is not made again.
 */
export async function putAll(
  options: BuildOptions,
  { program, site, ledger, before, isKept, crew, store }: Work,
): Promise<Placed> {
  const { data, out, onProgress, signal } = options;
  const own = join(data, LEDGER_FILE);
  const ours = (paths: readonly string[]): readonly string[] => paths.filter((path) => path !== own);
  const leftovers = leftoversIn(data, out);
  const printed = program === "" ? undefined : printedIn(data, out, `${program} ${JSON.stringify(site.publication)}`);
  const { pieces, isThere, placeOf, moves } = ledgerFile(ledger);
  const stands = isThere(before.bytes);
  const written = summed(pieces);
  const press: Press = { data, out, site, printed, paths: [], standing: new Set(), findings: [], onProgress, signal };
  const sheets = sheetPrinting(crew, store, site, (file) => standsAs(file, press));
  const placed = await putInPlaceAsTheyCome(wholeFiles(press, [written.pieces, stands], sheets), (paths) => {
    before.check();
    leftovers.expect(ours(paths));
  });
  onceBegun(() => printed?.save());
  const isWritten = new Set(placed.written);
  const files = { written: placed.written, unchanged: press.paths.filter((path) => !isWritten.has(path)) };
  // What a refused article had published stays, with pictures that no article leads to now.
  const keeps = (path: string): boolean => isKept && path.startsWith("media/");
  const isAsLeft = (path: string): boolean => press.standing.has(path);
  const removed = leftovers.remove(ours([...files.written, ...files.unchanged]), isAsLeft, keeps);
  return {
    files: { ...files, removed },
    paths: press.paths,
    findings: press.findings,
    ledger: stands ? before.sum : written.sum(),
    places: { placeOf, moves },
  };
}

interface Press {
  readonly data: string;
  readonly out: string;
  readonly site: Site;
  readonly printed: Printed | undefined;
  readonly paths: string[];
  /** Those of them that stand there as the build before had left them. */
  readonly standing: Set<string>;
  readonly findings: Finding[];
  readonly onProgress: OnProgress | undefined;
  readonly signal: AbortSignal | undefined;
}

/** The ledger first: should the machine stop between the two, the next build finds its ids and dates there again. */
async function* wholeFiles(
  press: Press,
  [ledger, stands]: readonly [pieces: Iterable<Uint8Array>, stands: boolean],
  sheets: Sheets,
): AsyncGenerator<WholeFile> {
  const { data, out, site, printed, paths, standing, findings, onProgress, signal } = press;
  paths.push(join(data, LEDGER_FILE));
  const all = onProgress === undefined ? 0 : count(outFiles(site));
  yield [join(data, LEDGER_FILE), ledger, { isFirst: true, stands }];
  const breathe = breathing(signal);
  for (const file of outFiles(site)) {
    await breathe();
    onProgress?.("written", paths.length, all);
    const path = join(out, file.path);
    paths.push(path);
    const known = standsAs(file, press);
    if (known === undefined) yield [path, (await sheets.contentOf(file)) ?? contentOf(file, press)];
    else standing.add(path);
    const cut = known ?? file.shortened?.() ?? 0;
    if (file.mark !== undefined) printed?.note(file.path, file.mark, cut);
    if (cut > 0) findings.push(shortened(file.path, cut, site));
  }
}

/** How many entries were shortened in a file that stands there already as it would be made. */
function standsAs({ path, mark }: OutFile, { printed }: Press): number | undefined {
  return mark === undefined ? undefined : printed?.stands(path, mark);
}

function count(files: Iterable<OutFile>): number {
  let all = 0;
  for (const _ of files) all += 1;
  return all;
}

function contentOf(file: OutFile, { data, site }: Press): WholeFile[1] {
  const { path } = file;
  if (file.pieces !== undefined) return soundBytes(path, file.pieces(), site.publication.url, site.now);
  const { content } = file;
  if (typeof content === "object" && "copyOf" in content)
    return { copyOf: join(data, content.copyOf), sum: parse(path).name };
  if (typeof content === "string") refuseFaults(path, content, site.publication.url, site.now);
  return content;
}

/** What is to be said of a feed that is too large with all its words. */
export function shortened(path: string, count: number, { publication }: Site): Finding {
  return finding("edition/shortened", { file: path }, { count, budget: publication.budget });
}
