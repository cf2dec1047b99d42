import { join } from "node:path";
import { dayText } from "../compose/date/calendar.ts";
import { dayIn } from "../compose/date/wall-time.ts";
import { absentFeeds } from "../edition/absent.ts";
import { adviceFor } from "../edition/advice.ts";
import type { Site } from "../edition/edition.ts";
import { madeOnce } from "../edition/out-file.ts";
import { Unsettled } from "../files/settled.ts";
import { onceBegun, readTextIfThere } from "../files.ts";
import { type Finding, finding } from "../finding.ts";
import type { Recorded } from "../ledger/desk.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { publishedAt, updatedAt } from "../ledger/light-entry.ts";
import type { MediaFile } from "../media/files-of.ts";
import { nextNewsLeaves } from "../pages/sitemap.ts";
import { completePublication } from "../publication/complete.ts";
import type { LoadedPublication } from "../publication/publication.ts";
import { FORMATS } from "../render/formats.ts";
import { withArticleLinks } from "./article-links.ts";
import { calmed } from "./calm.ts";
import { type Crew, openCrew } from "./crew/crew.ts";
import { type Adorned, adorned } from "./emblems.ts";
import { ledgerOnDisk } from "./ledger-on-disk.ts";
import { knownPublication, loadPublication } from "./load-publication.ts";
import { mediaLook, placeMedia, shelfOf } from "./media.ts";
import { areOlder } from "./newest/choice.ts";
import { type Newsroom, readStories } from "./newsroom.ts";
import { publishedLines, type StandingLedger } from "./open-ledger.ts";
import type { BuildOptions } from "./options.ts";
import { outFiles } from "./out-files.ts";
import { planSite } from "./plan.ts";
import { podcastFindings } from "./podcasts.ts";
import { programFingerprint } from "./program.ts";
import { type Placed, putAll, shortened } from "./put.ts";
import { recordStories } from "./recording.ts";
import { type BuildReport, type EntryReport, located, nothing, type Outcome, UNTOUCHED } from "./report.ts";
import { placesIn, recordsOf } from "./settle.ts";
import { sorted } from "./sorted.ts";
import { standingItems, subscribersSee } from "./standing.ts";
import { type Beginning, remember } from "./standstill.ts";
import { openStore } from "./store/disk-store.ts";
import { openPassingStore } from "./store/passing-store.ts";
import type { StoryStore } from "./store/store.ts";
import { Damaged } from "./store/words-file.ts";

/**
 * Reads, composes, records, renders, writes. Throws `Stop` where nothing can be published, and what the disk says.
 * `began` is what the articles looked like before: the next build that finds them so may have nothing to do.
 */
export async function publish(options: BuildOptions, now: Date, began: Beginning | undefined): Promise<Outcome> {
  if (began === undefined) return publishedBy(options, now, await loadPublication(options.data), undefined);
  const { loaded, keep } = await knownPublication(options.data, began.program);
  const outcome = await publishedBy(options, now, loaded, began);
  keep();
  return outcome;
}

async function publishedBy(
  options: BuildOptions,
  now: Date,
  publication: LoadedPublication,
  began: Beginning | undefined,
): Promise<Outcome> {
  const loaded = await adorned(publication, options.data);
  try {
    return await published(options, now, loaded, began);
  } catch (error) {
    if (error instanceof Unsettled) return again(options, now, loaded);
    if (!(error instanceof Damaged)) throw error;
    // What builds before had put away is not what they had put there: this one does without.
    return published(options, now, loaded, began, true);
  }
}

/** So often a build begins again where pictures are exchanged under its hands. */
const TRIES = 3;

/** Once more from the beginning: a picture that was looked at is another by now, or gone. */
async function again(options: BuildOptions, now: Date, loaded: Adorned): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await published(options, now, loaded, undefined);
    } catch (error) {
      if (!(error instanceof Unsettled) || tries === TRIES) throw error;
    }
  }
}

/** Where the stories of the builds before are: on the disk, in memory, or nowhere. */
function storeFor(options: BuildOptions, around: Parameters<typeof openStore>[1], isSpoilt: boolean): StoryStore {
  const { data, memory, dryRun, preview } = options;
  if (isSpoilt) memory?.forget();
  if (memory !== undefined) return memory.store(data, around);
  if (dryRun === true || preview !== undefined) return openPassingStore(data, around, isSpoilt ? "nothing" : undefined);
  return openStore(data, around, isSpoilt);
}

async function published(
  options: BuildOptions,
  now: Date,
  loaded: Adorned,
  began: Beginning | undefined,
  isSpoilt = false,
): Promise<Outcome> {
  const { publication } = loaded;
  const day = dayText(dayIn(publication.timezone, now));
  const program = began?.program ?? programFingerprint() ?? "";
  const store = storeFor(options, { program, publication: JSON.stringify(publication), day }, isSpoilt);
  const crew = openCrew(options.threads);
  let before: StandingLedger | undefined;
  try {
    before = options.memory?.ledger(options.data) ?? ledgerOnDisk(options.data);
    return await withStore(options, now, loaded, began, { program, store, crew, before });
  } finally {
    await crew.close();
    before?.close();
    store.close();
  }
}

/** What a build has to work with. */
interface Tools {
  readonly program: string;
  readonly store: StoryStore;
  readonly crew: Crew;
  readonly before: StandingLedger;
}

async function withStore(
  options: BuildOptions,
  now: Date,
  loaded: Adorned,
  began: Beginning | undefined,
  tools: Tools,
  everything = false,
): Promise<Outcome> {
  const { data, out } = options;
  const { store, crew, before } = tools;
  const newsroom = await readStories({
    ...options,
    publication: loaded.publication,
    now,
    store,
    crew,
    seen: began?.seen,
    ledger: before.sum,
    published: madeOnce(() => publishedLines(before)),
    everything,
  });
  const { publication, findings: unsaid } = completePublication(loaded.publication, () => outletsOf(newsroom));
  const { stories, settled } = sorted(newsroom, before, publication, options);
  const standing = standingItems(await readTextIfThere(join(out, FORMATS.json.file)));
  const look = mediaLook(data, store.media, publication.limits.mediaSize);
  const shelf = shelfOf(publication, options.articles);
  const illustrated = await placeMedia(stories, look, shelf, store);
  // An article may have been changed, and its pictures with it, since it was read.
  const changed = illustrated.findings.find(({ place }) => newsroom.hasChanged(place.file));
  if (changed !== undefined) throw new Unsettled(join(data, changed.place.file));
  const { recorded: alone, hasAsked } = await recordStories(options, now, {
    publication,
    newsroom,
    stories: illustrated.stories,
    before,
    settled,
    standing,
    stored: store.plain,
    mayHaveLink: store.mayHaveLink,
  });
  if (!areOlder(newsroom.older, alone.entries.map(publishedAt), publication.limit))
    return withStore(options, now, loaded, began, tools, true);
  const recorded = withArticleLinks(alone, illustrated.stories);
  const findings = [...loaded.findings, ...unsaid, ...newsroom.findings, ...illustrated.findings, ...recorded.findings];
  // Where the last entry is withdrawn the feeds say so, by being empty; where there never was one, there is no feed.
  if (recorded.entries.length === 0 && recorded.withdrawn.length === 0)
    return { ...nothing(options, located(data, findings.map(newsroom.placed))), entries: fates(recorded, newsroom) };
  const { site: planned, ledger: filled } = planSite(
    publication,
    recorded,
    now,
    eachOnce([...loaded.pictures.values(), ...newsroom.media, ...illustrated.files]),
  );
  const pageless = new Map<string, Finding>();
  const site: Site = {
    ...planned,
    pageless: ({ file, link: address }) =>
      pageless.set(file, finding("article/taken-address", { file }, { address, by: "page" }, "warning")),
  };
  const placed = await putFiles(options, tools, site, filled, recorded);
  const isWhole = newsroom.isWhole;
  onceBegun(() =>
    store.save(() => ({
      ledger: placed.ledger,
      moves: placed.places.moves,
      isWhole,
      records: recordsOf(recorded.entries, filled, placed.places),
    })),
  );
  const [main] = site.editions;
  const advice =
    main === undefined || publication.profiles.length === 0
      ? []
      : adviceFor(publication, main.fitted().feed.items as readonly Entry[]);
  const absent = absentFeeds(site);
  const ours = [...findings, ...pageless.values(), ...absent, ...podcastFindings(site, loaded.pictures), ...advice].map(
    newsroom.placed,
  );
  const outcome: Outcome = {
    publication: site.publication.title,
    dryRun: options.dryRun === true,
    entries: fates(recorded, newsroom),
    subscribers: subscribersSee(standing, main?.feed.items ?? []),
    files: placed.files,
    ...(recorded.due === undefined ? {} : { due: recorded.due }),
    findings: [...located(data, ours), ...located(out, placed.findings)],
  };
  const until = earliest([recorded.due?.at, nextNewsLeaves(site)]);
  // Commits change what git says of a file without changing the file.
  const around = { now, until, timezone: publication.timezone };
  if (!hasAsked) remember(options, began, around, calmed(outcome, recorded, placed.paths));
  return outcome;
}

/** Each once, in an order that does not tell who had looked at which of them. */
function eachOnce(files: readonly MediaFile[]): readonly MediaFile[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The outlets that articles name, which name a publication that does not say its own name. */
function outletsOf({ stories, recorded, storyOf }: Newsroom): readonly string[] {
  return [...stories, ...recorded.map(storyOf)].flatMap(({ outlet }) => outlet ?? []);
}

function earliest(moments: readonly (Date | undefined)[]): Date | undefined {
  return moments.reduce((first, one) => (first === undefined || (one !== undefined && one < first) ? one : first));
}

/** Renders everything and, unless it is a dry run or a preview, puts it in place. */
async function putFiles(
  options: BuildOptions,
  tools: Tools,
  site: Site,
  ledger: Ledger,
  { entries, refused }: Recorded,
): Promise<Placed> {
  const { memory, preview, dryRun } = options;
  const { before } = tools;
  memory?.note({ publication: site.publication, entries });
  const files = dryRun === true || preview !== undefined ? [...outFiles(site)] : [];
  preview?.(files);
  if (dryRun !== true && preview === undefined)
    return putAll(options, { ...tools, site, ledger, isKept: refused.some(({ kept }) => kept) });
  // To say what would be shortened, feeds have to be made; a preview makes those that somebody looks at, and the main ones.
  const asked = preview === undefined ? files : files.filter(({ path }) => path === FORMATS.rss.file);
  const findings = asked.flatMap(({ path, shortened: count }) => {
    const entriesShortened = count?.() ?? 0;
    return entriesShortened > 0 ? [shortened(path, entriesShortened, site)] : [];
  });
  const places = madeOnce(() => placesIn(before.bytes, ledger));
  return {
    files: UNTOUCHED,
    paths: [],
    findings,
    ledger: before.sum,
    places: {
      placeOf: (id) => places().placeOf(id),
      get moves() {
        return places().moves;
      },
    },
  };
}

/** Of a million entries nobody wants to hear one by one what has happened to them, unless somebody asks. */
function fates(recorded: Recorded, { older }: Newsroom): BuildReport["entries"] {
  const { fresh, updated, unchanged, withdrawn, refused, embargoed, drafts } = recorded;
  const newcomers = madeOnce(() => fresh.map(entryReport));
  return {
    get new() {
      return newcomers();
    },
    newCount: fresh.length,
    updated: updated.map(entryReport),
    unchangedCount: unchanged.length,
    get unchanged() {
      return unchanged.map(entryReport);
    },
    withdrawn: withdrawn.map(({ id, file, title }) => ({ id, file, title })),
    refused,
    embargoed,
    drafts,
    olderCount: older.length,
  };
}

function entryReport(entry: Entry): EntryReport {
  const { id, file, title, published } = entry;
  // Of a million new entries a second moment that is the same would take 100 MB.
  const updated = updatedAt(entry) === published.getTime() ? published : entry.date;
  return { id, file, title, published, updated };
}
