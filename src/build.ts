import { type BuildOptions, present } from "./build/options.ts";
import { type BuildReport, located, nothing, type Outcome } from "./build/report.ts";
import { beginning, standstill } from "./build/standstill.ts";
import { Stop } from "./build/stop.ts";
import { removeParts } from "./files/in-place.ts";
import { Unsettled } from "./files/settled.ts";
import { isCode, isDiskTrouble, reasonOf } from "./files.ts";
import { type Finding, finding, inOrder } from "./finding.ts";
import { takeLock } from "./lock.ts";

export type { BuildOptions } from "./build/options.ts";
export type { BuildReport, EntryReport } from "./build/report.ts";

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
    if (options.dryRun !== true && options.preview === undefined) release = lock(options);
    const now = present(options.now);
    // All that reads, composes and renders is loaded only where there is something to do.
    const load = () => import("./build/publish.ts");
    const began =
      release === undefined || options.memory !== undefined ? undefined : await beginning(options, now, load);
    const still = standstill(options, began, now);
    if (still !== undefined) return still;
    const { publish } = await load();
    return await publish(options, now, began);
  } catch (error) {
    return nothing(options, troubleOf(error, options));
  } finally {
    release?.();
  }
}

/** What ended a build, unless it was a defect: that is thrown again. */
function troubleOf(error: unknown, { data, out, signal }: BuildOptions): readonly Finding[] {
  if (signal?.aborted === true && error === signal.reason) return [finding("disk/interrupted", { file: data }, {})];
  if (error instanceof Stop) return located(data, error.findings);
  if (error instanceof Unsettled) return [finding("disk/trouble", { file: error.path }, { reason: error.message })];
  if (!isDiskTrouble(error)) throw error;
  const { path = out, begun = false } = error as NodeJS.ErrnoException & { readonly begun?: boolean };
  return [finding("disk/trouble", { file: path }, { reason: reasonOf(error), ...(begun ? { begun } : {}) })];
}

function lock({ data, out }: BuildOptions): () => void {
  const taken = lockOrTrouble(data, () => {
    for (const folder of [data, out]) removeParts(folder);
  });
  if (typeof taken === "function") return taken;
  throw new Stop([finding("disk/locked", { file: data }, { by: `process ${taken.pid} on ${taken.host}` })]);
}

function lockOrTrouble(data: string, dead: () => void): ReturnType<typeof takeLock> {
  try {
    return takeLock(data, dead);
  } catch (error) {
    if (!isCode(error, "ENOENT") && !isCode(error, "ENOTDIR")) throw error;
    throw new Stop([finding("disk/no-data", { file: data }, { reason: reasonOf(error) })]);
  }
}
