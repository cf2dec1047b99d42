import { join } from "node:path";
import { faults } from "../check/faults.ts";
import { addedDates } from "../commits.ts";
import { dayText } from "../compose/date/calendar.ts";
import { dayIn } from "../compose/date/wall-time.ts";
import { adviceFor } from "../edition/advice.ts";
import type { OutFile, Site } from "../edition/edition.ts";
import { putInPlace, readTextIfThere, type WholeFile } from "../files.ts";
import type { Finding } from "../finding.ts";
import type { Entry } from "../ledger/entry.ts";
import { type Ledger, ledgerText } from "../ledger/ledger.ts";
import { type Recorded, record } from "../ledger/record.ts";
import { nextNewsLeaves } from "../pages/sitemap.ts";
import { completePublication } from "../publication/load.ts";
import type { LoadedPublication } from "../publication/publication.ts";
import { FORMATS } from "../render/formats.ts";
import { leftoversIn } from "./leftovers.ts";
import { LEDGER_FILE, loadLedger, loadPublication } from "./loading.ts";
import { mediaLook, placeMedia } from "./media.ts";
import { type Newsroom, readStories } from "./newsroom.ts";
import type { BuildOptions } from "./options.ts";
import { outFiles } from "./out-files.ts";
import { planSite } from "./plan.ts";
import { podcastFindings } from "./podcasts.ts";
import { type BuildReport, type EntryReport, located, nothing, type Outcome, UNTOUCHED } from "./report.ts";
import { type Standing, standingItems, subscribersSee } from "./standing.ts";
import { type Beginning, remember } from "./standstill.ts";
import { openStore, type StoryStore } from "./store/store.ts";
import { Damaged } from "./store/words-file.ts";

/**
 * Reads, composes, records, renders, writes. Throws `Stop` where nothing can be published, and what the disk says.
 * `began` is what the articles looked like before: a build that changed nothing is remembered by it.
 */
export async function publish(options: BuildOptions, now: Date, began: Beginning | undefined): Promise<Outcome> {
  const loaded = await loadPublication(options.data);
  if (began === undefined) return published(options, now, loaded);
  const { publication } = loaded;
  const day = dayText(dayIn(publication.timezone, now));
  const around = { program: began.program, publication: JSON.stringify(publication), day };
  const store = openStore(options.data, around);
  try {
    return await published(options, now, loaded, began, store);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    store.forget();
    return await published(options, now, loaded, began);
  } finally {
    store.close();
  }
}

async function published(
  options: BuildOptions,
  now: Date,
  loaded: LoadedPublication,
  began?: Beginning,
  store?: StoryStore,
): Promise<Outcome> {
  const { data, out, articles, memory, threads, onProgress } = options;
  const ledger = await (memory?.ledger(data) ?? loadLedger(data));
  memory?.begin(data, loaded.publication, now);
  const newsroom = await readStories({
    data,
    articles,
    publication: loaded.publication,
    now,
    memory,
    store,
    threads,
    onProgress,
  });
  memory?.sweep();
  const outlets = newsroom.stories.flatMap(({ outlet }) => outlet ?? []);
  const { publication, findings: unsaid } = completePublication(loaded.publication, outlets);
  const standing = standingItems(await readTextIfThere(join(out, FORMATS.json.file)));
  const look = mediaLook(data, (memory ?? store)?.media ?? new Map(), publication.limits.mediaSize);
  const illustrated = await placeMedia(
    newsroom.stories,
    look,
    new URL("media/", publication.url).pathname,
    (story) => store?.marks(story) !== undefined,
  );
  store?.save();
  const committed = await commitDates(data, newsroom, ledger);
  const recorded = record(ledger, illustrated.stories, {
    publication,
    now,
    strict: options.strict === true,
    silent: newsroom.silent(ledger),
    standing: (id) => standing.get(id)?.entry,
    committed: committed ?? (() => undefined),
    ...(store === undefined ? {} : { marks: store.marks }),
  });
  const findings = [...loaded.findings, ...unsaid, ...newsroom.findings, ...illustrated.findings, ...recorded.findings];
  // Where the last entry is withdrawn the feeds say so, by being empty; where there never was one, there is no feed.
  if (recorded.entries.length === 0 && recorded.withdrawn.length === 0)
    return { ...nothing(options, located(data, findings.map(newsroom.placed))), entries: fates(recorded) };
  const { site, ledger: filled, findings: remarks } = planSite(publication, recorded, now, illustrated.files);
  const advice = site.editions
    .slice(0, 1)
    .flatMap(({ feed }) => adviceFor(publication, feed.items as readonly Entry[]));
  const ours = [...findings, ...podcastFindings(site), ...advice].map(newsroom.placed);
  const told = [...located(data, ours), ...located(out, remarks)];
  const outcome = putFiles(options, site, filled, recorded, standing, told);
  const until = earliest([recorded.due?.at, nextNewsLeaves(site)]);
  // Commits change what git says of a file without changing the file.
  if (committed === undefined) remember(options, began, { now, until, timezone: publication.timezone }, outcome);
  return outcome;
}

function earliest(moments: readonly (Date | undefined)[]): Date | undefined {
  return moments.reduce((first, one) => (first === undefined || (one !== undefined && one < first) ? one : first));
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
      options.dryRun === true || options.preview !== undefined ? UNTOUCHED : putAll(options, site, ledger, recorded),
    ...(recorded.due === undefined ? {} : { due: recorded.due }),
    findings,
  };
}

/** Puts everything in place, then removes what builds before had written and nothing leads to any more. */
function putAll(options: BuildOptions, site: Site, ledger: Ledger, { refused }: Recorded): BuildReport["files"] {
  const own = join(options.data, LEDGER_FILE);
  const ours = (paths: readonly string[]): readonly string[] => paths.filter((path) => path !== own);
  const leftovers = leftoversIn(options.data, options.out);
  const placed = putInPlace(wholeFiles(options, site, ledger), (paths) => leftovers.expect(ours(paths)));
  // What a refused article had published stays, with pictures that no article leads to now.
  const keeps = (path: string): boolean => refused.some(({ kept }) => kept) && path.startsWith("media/");
  const removed = leftovers.remove(ours([...placed.written, ...placed.unchanged]), keeps);
  return { ...placed, removed };
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

/** Asks git, only where an article that is new to the ledger says nothing of its date. */
async function commitDates(
  data: string,
  { stories }: Newsroom,
  { lines }: Ledger,
): Promise<((file: string) => Date | undefined) | undefined> {
  const known = new Set([...lines.values()].map(({ file }) => file));
  if (stories.every(({ published, file, draft }) => published !== undefined || draft || known.has(file)))
    return undefined;
  const dates = await addedDates(data);
  return (file) => dates.get(file);
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
