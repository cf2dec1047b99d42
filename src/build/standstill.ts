import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayIn } from "../compose/date/wall-time.ts";
import { filesFingerprint, groundFingerprint } from "./fingerprint.ts";
import { keepValue, keptValue } from "./kept-value.ts";
import { LEDGER_FILE } from "./ledger-file.ts";
import type { Ground } from "./look/folder-look.ts";
import { callFor, lookTogether } from "./look/look-together.ts";
import { type Looks, type Noted, sharedLook } from "./look/shared-look.ts";
import { programFingerprint } from "./program.ts";
import type { Outcome } from "./report.ts";
import { SeenFiles } from "./seen-files.ts";
import { entriesIn } from "./unchanged.ts";
import { versionOf } from "./version.ts";

/** What a build depends on, as it stood before anything was read. */
export interface Beginning {
  /** Absent where the files can't be relied on to show every change. */
  readonly inputs?: string;
  readonly program: string;
  /** Every file of the data folder but the ledger, in the version that was seen. */
  readonly seen?: SeenFiles;
  /** Absent where nothing can be relied on of what it noted. */
  readonly last?: LastBuild | undefined;
}

/** What has to be so again for a build to have nothing to do. */
interface LastBuild {
  readonly inputs: string;
  readonly program: string;
  readonly outputs: string;
  readonly settings: string;
  readonly timezone: string;
  /** The moment of that build, in milliseconds; it holds for the rest of that day at most, and until something is due. */
  readonly at: number;
  readonly until: number;
  readonly noted: Noted;
  /** But for the list of unchanged entries, which the ledger has: few builds are asked for it. */
  readonly outcome: Omit<Outcome, "entries"> & { readonly entries: Omit<Outcome["entries"], "unchanged"> };
}

interface Settings {
  readonly data: string;
  readonly out: string;
  readonly strict?: boolean;
  /** A JSON file of more articles. */
  readonly articles?: string;
  readonly changed?: readonly string[];
  readonly threads?: number;
}

const FILE = ".dateline/last-build";
const WITHOUT_LEDGER: ReadonlySet<string> = new Set([LEDGER_FILE]);

/**
 * Looks at what a build depends on; `undefined` where the program can't tell itself from others. Where somebody says what
 * has `changed`, nobody looks at the rest. `load` brings what a build needs that has something to do: where many files are
 * looked at, it is called as soon as that is known.
 */
export async function beginning(
  settings: Settings,
  now: Date,
  load: () => Promise<unknown>,
): Promise<Beginning | undefined> {
  const { data, articles, changed } = settings;
  const program = programFingerprint();
  if (program === undefined) return undefined;
  if (changed !== undefined) return { program };
  const ground = { folder: data, but: WITHOUT_LEDGER, started: Date.now() };
  const last = lastBuild(data, program);
  const looks = last && (await knownLooks(ground, last, settings, now, load));
  const seen = new SeenFiles();
  const folder = groundFingerprint(ground, (path, files) => seen.add(path, files), looks);
  const items = articles === undefined ? "" : versionOf(articles);
  const isSettled = folder?.settled === true && (articles === undefined || items !== "");
  return {
    program,
    last,
    ...(folder === undefined ? {} : { seen }),
    ...(isSettled ? { inputs: `${folder.digest} ${items}` } : {}),
  };
}

/** Of many folders those are looked at that the last build noted, by two threads where there are two. */
async function knownLooks(
  ground: Ground,
  last: LastBuild,
  settings: Settings,
  now: Date,
  load: () => Promise<unknown>,
): Promise<Looks | undefined> {
  const call = callFor(settings.threads);
  return call && lookTogether(sharedLook(ground, last.noted, !mayHold(last, settings, now)), load, call);
}

/**
 * What the last build said, if this one would find everything as that left it: the same articles, settings, ledger and
 * files in the output folder, the same program, the same day, and nothing due since.
 */
export function standstill(settings: Settings, began: Beginning | undefined, now: Date): Outcome | undefined {
  const last = began?.last;
  if (last === undefined || last.inputs !== began?.inputs || !mayHold(last, settings, now)) return undefined;
  if (filesFingerprint(last.outcome.files.unchanged) !== last.outputs) return undefined;
  const { outcome } = last;
  return {
    ...outcome,
    entries: {
      ...outcome.entries,
      get unchanged() {
        return entriesIn(readFileSync(join(settings.data, LEDGER_FILE)), outcome.entries.refused);
      },
    },
  };
}

/** Whether what the last build said holds now if the files are as they were. */
function mayHold(last: LastBuild, settings: Settings, now: Date): boolean {
  return last.settings === settingsOf(settings) && holdsAt(last, now);
}

function holdsAt({ at, until, timezone }: LastBuild, now: Date): boolean {
  const day = (moment: Date): string => JSON.stringify(dayIn(timezone, moment));
  return now.getTime() >= at && now.getTime() < until && day(now) === day(new Date(at));
}

/**
 * Remembers, beside the lock, what the next build would say (`calm`) if it finds all of this as it is now: then it need
 * not look further.
 */
export function remember(
  settings: Settings,
  began: Beginning | undefined,
  { now, until, timezone }: { readonly now: Date; readonly until: Date | undefined; readonly timezone: string },
  calm: Outcome | undefined,
): void {
  if (began?.inputs === undefined || began.seen === undefined || calm === undefined) return;
  const outputs = filesFingerprint(calm.files.unchanged);
  if (outputs === undefined) return;
  const { inputs, program } = began;
  const { unchanged: _, ...entries } = calm.entries;
  const last: LastBuild = {
    inputs,
    program,
    outputs,
    settings: settingsOf(settings),
    timezone,
    at: now.getTime(),
    until: until?.getTime() ?? Infinity,
    noted: began.seen.noted(),
    outcome: { ...calm, entries },
  };
  keepValue(join(settings.data, FILE), last);
}

function settingsOf({ data, out, strict = false, articles }: Settings): string {
  return JSON.stringify([data, out, strict, articles]);
}

/** The record of the last build, if this program wrote it. */
function lastBuild(data: string, program: string): LastBuild | undefined {
  const last = keptValue(join(data, FILE)) as LastBuild | undefined;
  return last?.program === program ? last : undefined;
}
