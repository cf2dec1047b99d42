import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { dayIn } from "../compose/date/wall-time.ts";
import { putInPlace } from "../files.ts";
import { filesFingerprint, folderFingerprint } from "./fingerprint.ts";
import { LEDGER_FILE } from "./ledger-file.ts";
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
}

/** What has to be so again for a build to have nothing to do. */
interface LastBuild extends Omit<Beginning, "seen"> {
  readonly outputs: string;
  readonly settings: string;
  readonly timezone: string;
  /** The moment of that build, in milliseconds; it holds for the rest of that day at most, and until something is due. */
  readonly at: number;
  readonly until: number;
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
}

const FILE = ".dateline/last-build";
const DIGEST_BYTES = 32;
const WITHOUT_LEDGER: ReadonlySet<string> = new Set([LEDGER_FILE]);

/**
 * Looks at what a build depends on; `undefined` where the program can't tell itself from others. Where somebody says what
 * has `changed`, nobody looks at the rest.
 */
export function beginning({ data, articles, changed }: Settings): Beginning | undefined {
  const program = programFingerprint();
  if (program === undefined) return undefined;
  if (changed !== undefined) return { program };
  const seen = new SeenFiles();
  const folder = folderFingerprint(data, WITHOUT_LEDGER, (path, files) => seen.add(path, files));
  const items = articles === undefined ? "" : versionOf(articles);
  const isSettled = folder?.settled === true && (articles === undefined || items !== "");
  return {
    program,
    ...(folder === undefined ? {} : { seen }),
    ...(isSettled ? { inputs: `${folder.digest} ${items}` } : {}),
  };
}

/**
 * What the last build said, if this one would find everything as that left it: the same articles, settings, ledger and
 * files in the output folder, the same program, the same day, and nothing due since.
 */
export function standstill(settings: Settings, began: Beginning | undefined, now: Date): Outcome | undefined {
  const last = began?.inputs === undefined ? undefined : lastBuild(settings.data);
  if (last === undefined || last.inputs !== began?.inputs || last.program !== began?.program) return undefined;
  if (last.settings !== settingsOf(settings) || !holdsAt(last, now)) return undefined;
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
  if (began?.inputs === undefined || calm === undefined) return;
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
    outcome: { ...calm, entries },
  };
  const bytes = serialize(last);
  putInPlace([[join(settings.data, FILE), Buffer.concat([digestOf(bytes), bytes])]]);
}

function settingsOf({ data, out, strict = false, articles }: Settings): string {
  return JSON.stringify([data, out, strict, articles]);
}

/** The record of the last build, if it is whole: it is only ever a shortcut, and one that is damaged is none. */
function lastBuild(data: string): LastBuild | undefined {
  try {
    const bytes = readFileSync(join(data, FILE));
    const content = bytes.subarray(DIGEST_BYTES);
    if (!bytes.subarray(0, DIGEST_BYTES).equals(digestOf(content))) return undefined;
    return deserialize(content) as LastBuild;
  } catch {
    return undefined;
  }
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
