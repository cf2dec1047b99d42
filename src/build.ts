import { join } from "node:path";
import { LEDGER_FILE, loadLedger, loadPublication } from "./build/loading.ts";
import { mediaLook, placeMedia } from "./build/media.ts";
import type { Memory } from "./build/memory.ts";
import { type Newsroom, readStories } from "./build/newsroom.ts";
import { outFiles } from "./build/out-files.ts";
import { planSite } from "./build/plan.ts";
import { podcastFindings } from "./build/podcasts.ts";
import type { BuildReport, EntryReport } from "./build/report.ts";
import { NOBODY_SEES, type Standing, standingItems, subscribersSee } from "./build/standing.ts";
import { Stop } from "./build/stop.ts";
import { faults } from "./check/faults.ts";
import { addedDates } from "./commits.ts";
import { adviceFor } from "./edition/advice.ts";
import type { OutFile, Site } from "./edition/edition.ts";
import { isCode, isDiskTrouble, putInPlace, readTextIfThere, reasonOf, type WholeFile } from "./files.ts";
import { type Finding, finding, inOrder } from "./finding.ts";
import type { Entry } from "./ledger/entry.ts";
import { type Ledger, ledgerText } from "./ledger/ledger.ts";
import { type Recorded, record } from "./ledger/record.ts";
import { takeLock } from "./lock.ts";
import { completePublication } from "./publication/load.ts";
import { FORMATS } from "./render/formats.ts";

export type { BuildReport, EntryReport } from "./build/report.ts";

export interface BuildOptions {
  /** Folder of articles. */
  readonly data: string;
  /** Folder that the feeds are written to. */
  readonly out: string;
  /** The present, for embargoes and first-seen dates; by default `SOURCE_DATE_EPOCH`, else the clock. */
  readonly now?: Date;
  /** Refuse what would otherwise be published with a warning. */
  readonly strict?: boolean;
  /** Write nothing; say what subscribers will see. */
  readonly dryRun?: boolean;
  /**
   * Publishes nothing: no file is written, the ledger stays as it is, and this gets the files instead, each made when
   * its content is asked for. What `out` holds is still what subscribers get.
   */
  readonly preview?: (files: readonly OutFile[]) => void;
  /** Stories of the builds before this one in the same process. */
  readonly memory?: Memory;
  /** Called while articles are read, for a progress line. */
  readonly onProgress?: (done: number, all: number) => void;
}

type Outcome = Omit<BuildReport, "milliseconds">;

/**
 * Publishes a folder of articles: reads, composes, records, renders, writes. Expected trouble comes back as findings,
 * by article or, where nothing could be published, with no entries; a rejection is a defect of ours.
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const started = performance.now();
  const outcome = await attempt(options);
  return { ...outcome, findings: inOrder(outcome.findings), milliseconds: Math.round(performance.now() - started) };
}

async function attempt(options: BuildOptions): Promise<Outcome> {
  let release: (() => void) | undefined;
  try {
    if (options.dryRun !== true && options.preview === undefined) release = lock(options.data);
    return await publish(options);
  } catch (error) {
    if (error instanceof Stop) return nothing(options, located(options.data, error.findings));
    if (!isDiskTrouble(error)) throw error;
    const file = (error as NodeJS.ErrnoException).path ?? options.out;
    return nothing(options, [finding("disk/trouble", { file }, { reason: reasonOf(error) })]);
  } finally {
    release?.();
  }
}

function lock(data: string): () => void {
  const taken = lockOrTrouble(data);
  if (typeof taken === "function") return taken;
  throw new Stop([finding("disk/locked", { file: data }, { by: `process ${taken.pid} on ${taken.host}` })]);
}

function lockOrTrouble(data: string): ReturnType<typeof takeLock> {
  try {
    return takeLock(data);
  } catch (error) {
    if (!isCode(error, "ENOENT") && !isCode(error, "ENOTDIR")) throw error;
    throw new Stop([finding("disk/no-data", { file: data }, { reason: reasonOf(error) })]);
  }
}

async function publish(options: BuildOptions): Promise<Outcome> {
  const { data, out, memory, onProgress } = options;
  const now = present(options.now);
  const loaded = await loadPublication(data);
  const ledger = await (memory?.ledger(data) ?? loadLedger(data));
  const newsroom = await readStories({ data, publication: loaded.publication, now, memory, onProgress });
  const outlets = newsroom.stories.flatMap(({ outlet }) => outlet ?? []);
  const { publication, findings: unsaid } = completePublication(loaded.publication, outlets);
  const standing = standingItems(await readTextIfThere(join(out, FORMATS.json.file)));
  const look = mediaLook(data, memory?.media ?? new Map());
  const illustrated = await placeMedia(newsroom.stories, look, new URL("media/", publication.url).pathname);
  const recorded = record(ledger, illustrated.stories, {
    publication,
    now,
    strict: options.strict === true,
    silent: newsroom.silent(ledger),
    standing: (id) => standing.get(id)?.entry,
    committed: await commitDates(data, newsroom, ledger),
  });
  const findings = [...loaded.findings, ...unsaid, ...newsroom.findings, ...illustrated.findings, ...recorded.findings];
  // Where the last entry is withdrawn the feeds say so, by being empty; where there never was one, there is no feed.
  if (recorded.entries.length === 0 && recorded.withdrawn.length === 0)
    return { ...nothing(options, located(data, findings)), entries: fates(recorded) };
  const { site, ledger: filled, findings: remarks } = planSite(publication, recorded, now, illustrated.files);
  const advice = site.editions
    .slice(0, 1)
    .flatMap(({ feed }) => adviceFor(publication, feed.items as readonly Entry[]));
  const told = [...located(data, [...findings, ...podcastFindings(site), ...advice]), ...located(out, remarks)];
  return putFiles(options, site, filled, recorded, standing, told);
}

/** Renders everything and, unless it is a dry run, puts it in place. */
function putFiles(
  options: BuildOptions,
  site: Site,
  ledger: Ledger,
  recorded: Recorded,
  standing: Standing,
  findings: readonly Finding[],
): Outcome {
  options.memory?.note({ publication: site.publication, entries: recorded.entries });
  options.preview?.([...outFiles(site)]);
  return {
    publication: site.publication.title,
    dryRun: options.dryRun === true,
    entries: fates(recorded),
    subscribers: subscribersSee(standing, site.editions[0]?.feed.items ?? []),
    files:
      options.dryRun === true || options.preview !== undefined
        ? UNTOUCHED
        : putInPlace(wholeFiles(options, site, ledger)),
    ...(recorded.due === undefined ? {} : { due: recorded.due }),
    findings,
  };
}

/** The ledger first: should the machine stop between the two, the next build finds its ids and dates there again. */
function* wholeFiles({ data, out }: BuildOptions, site: Site, ledger: Ledger): Generator<WholeFile> {
  yield [join(data, LEDGER_FILE), ledgerText(ledger)];
  for (const { path, content } of outFiles(site)) {
    const whole = typeof content === "object" && "copyOf" in content ? { copyOf: join(data, content.copyOf) } : content;
    refuseFaults(path, content, site);
    yield [join(out, path), whole];
  }
}

/** The last gate: what `check` finds wrong never reaches a reader. It is a defect of ours, and ends the build. */
function refuseFaults(path: string, content: OutFile["content"], { publication, now }: Site): void {
  if (typeof content !== "string") return;
  const [first] = faults([{ path, content, url: new URL(path, publication.url).href }], now);
  if (first === undefined) return;
  const { rule, line, column, message } = first;
  throw new Error(`${path}:${line}:${column} would be invalid (${rule}): ${message}`);
}

const UNTOUCHED: BuildReport["files"] = { written: [], unchanged: [] };

/** The present, in whole seconds: as told, else `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the clock. */
function present(told: Date | undefined): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const at = told?.getTime() ?? (epoch !== undefined && /^\d+$/.test(epoch) ? Number(epoch) * 1000 : Date.now());
  return new Date(Math.floor(at / 1000) * 1000);
}

/** Asks git only where an article that is new to the ledger says nothing of its date. */
async function commitDates(
  data: string,
  { stories }: Newsroom,
  { lines }: Ledger,
): Promise<(file: string) => Date | undefined> {
  const known = new Set([...lines.values()].map(({ file }) => file));
  if (stories.every(({ published, file, draft }) => published !== undefined || draft || known.has(file)))
    return () => undefined;
  const dates = await addedDates(data);
  return (file) => dates.get(file);
}

/** Findings of a folder's files, named as the user can open them. */
function located(folder: string, findings: readonly Finding[]): Finding[] {
  return findings.map((one): Finding => {
    if (one.code.startsWith("disk/")) return one;
    return { ...one, place: { ...one.place, file: join(folder, one.place.file) } };
  });
}

function fates(recorded: Recorded): BuildReport["entries"] {
  const { fresh, updated, unchanged, withdrawn, refused, embargoed, drafts } = recorded;
  return {
    new: fresh.map(entryReport),
    updated: updated.map(entryReport),
    unchanged: unchanged.map(entryReport),
    withdrawn: withdrawn.map(({ id, file, title }) => ({ id, file, title })),
    refused,
    embargoed,
    drafts,
  };
}

function entryReport({ id, file, title, published, date }: Entry): EntryReport {
  return { id, file, title, published, updated: date };
}

function nothing(options: BuildOptions, findings: readonly Finding[]): Outcome {
  return {
    dryRun: options.dryRun === true,
    entries: { new: [], updated: [], unchanged: [], withdrawn: [], refused: [], embargoed: [], drafts: [] },
    subscribers: NOBODY_SEES,
    files: UNTOUCHED,
    findings,
  };
}
