import { type FSWatcher, watch as watchFolder } from "chokidar";
import { type BuildOptions, type BuildReport, build } from "../build.ts";

export interface Watching {
  readonly close: () => Promise<void>;
}

/** Editors write a file in several steps; what comes within so many milliseconds is one save. Half of one is never read. */
const BREATH = 5;

/**
 * Builds a data folder, and again whenever something in it changes: one build at a time, and after the last change
 * always one more. `told` hears each report; what is thrown (a defect) goes to `broken`. Resolves when the first build
 * is done.
 */
export async function watch(
  options: BuildOptions & Required<Pick<BuildOptions, "preview" | "memory">>,
  told: (report: BuildReport) => void,
  broken: (error: unknown) => void,
): Promise<Watching> {
  let isDirty = true;
  /** The paths that have changed since a build took all of it in; at first nobody knows. */
  let since: string[] | undefined;
  let isClosed = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let alarm: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    while (isDirty) {
      isDirty = false;
      const taken = since;
      since = [];
      // What a build that came to nothing was told of, the next one has to be told again.
      const again = (): void => {
        since = taken && since && [...taken, ...since];
      };
      await build(taken === undefined ? options : { ...options, changed: taken }).then(
        (report) => {
          if (report.publication === undefined) again();
          // An embargo ends, or an entry expires, without a change in any file; but not where time stands still.
          clearTimeout(alarm);
          if (report.due !== undefined && options.now === undefined && !isClosed)
            alarm = setTimeout(() => changed(), waiting(report.due.at));
          told(report);
        },
        (error: unknown) => {
          again();
          broken(error);
        },
      );
    }
    running = undefined;
  };
  const changed = (path?: string): void => {
    if (path !== undefined) since?.push(path);
    isDirty = !isClosed;
    if (running !== undefined || isClosed) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running ??= run();
    }, BREATH);
  };
  // The folder is watched before it is read: what is saved during the first build is not missed.
  const watcher = await watching(options.data);
  watcher.on("all", (_, path) => changed(path)).on("error", broken);
  running = run();
  await running;
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      clearTimeout(alarm);
      isDirty = false;
      await watcher.close();
      await running;
    },
  };
}

/** Milliseconds until then; Node waits no longer than 24 days, and a build in vain does no harm. */
function waiting(at: Date): number {
  return Math.min(Math.max(at.getTime() - Date.now(), 1000), 86_400_000);
}

/** Hidden files are our own (`.dateline/`) and the editors' (swap files): no article is among them. */
function watching(folder: string): Promise<FSWatcher> {
  const isHidden = (path: string): boolean => path !== folder && /(?:^|[\\/])(?:\.[^\\/]+|node_modules)$/.test(path);
  return new Promise((resolve) => {
    const watcher = watchFolder(folder, { ignoreInitial: true, ignored: isHidden, ignorePermissionErrors: true });
    watcher.once("ready", () => resolve(watcher));
  });
}
