import { readdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { putInPlace } from "../files/in-place.ts";
import { isCode, onceBegun, readBytesIfThere } from "../files.ts";

/** Files that builds have put into an output folder, by path there, in the version that they were left in. */
type Placed = Map<string, string>;

/** Where a version is not known: the build that placed it was killed. */
const UNKNOWN = "";
const FILE = ".dateline/written.json";

/**
 * What builds have put into an output folder, so that the feed of a section that is no more, with an article that was
 * withdrawn, does not stand there for ever. Only what is known to be ours, and is as we left it, is ever removed.
 */
export interface Leftovers {
  /** Before anything is put in place: from now on these are known to be ours. */
  readonly expect: (paths: readonly string[]) => void;
  /**
   * Removes what is no more, once these stand there; returns its paths. Those that this build found to be as they were left
   * (`isAsLeft`) are not looked at once more. What `keeps` says something still leads to, by its path in the output folder,
   * stays ours. Throws what the disk says.
   */
  readonly remove: (
    paths: readonly string[],
    isAsLeft: (path: string) => boolean,
    keeps: (within: string) => boolean,
  ) => readonly string[];
}

/** The leftovers in an output folder. All paths lie in it, and are remembered from it on, however it was named. */
export function leftoversIn(data: string, out: string): Leftovers {
  const path = join(data, FILE);
  const every = readAll(path);
  const key = resolve(out);
  // Where nothing is known yet, the list of feeds that stands there tells which of them are ours.
  const before: Placed = new Map(Object.entries(every[key] ?? listedFeeds(out)));
  // Asked of thousands of files in each build, all of which begin so.
  const beginning = join(out, "_").slice(0, -1);
  const within = (one: string): string =>
    one.startsWith(beginning) ? one.slice(beginning.length) : relative(out, one);
  const write = (placed: Placed): void => {
    putInPlace([[path, `${JSON.stringify({ ...every, [key]: Object.fromEntries(placed) })}\n`]]);
  };
  return {
    expect: (paths) => {
      const unheardOf = paths.map(within).filter((one) => !before.has(one));
      if (unheardOf.length === 0) return;
      for (const one of unheardOf) before.set(one, UNKNOWN);
      write(before);
    },
    remove: (paths, isAsLeft, keeps) => {
      const now: Placed = new Map(
        paths.map((one) => {
          const path = within(one);
          const known = (isAsLeft(one) ? before.get(path) : undefined) ?? UNKNOWN;
          return [path, known === UNKNOWN ? (versionAt(one) ?? UNKNOWN) : known];
        }),
      );
      const unused = [...before].filter(([one]) => !now.has(one));
      for (const [one, version] of unused) if (keeps(one)) now.set(one, version);
      const gone = unused
        .filter(([one, version]) => !now.has(one) && isStill(join(out, one), version))
        .map(([one]) => one)
        .sort((a, b) => rankOf(a) - rankOf(b))
        .map((one) => join(out, one));
      onceBegun(() => {
        for (const one of gone) {
          rmSync(one, { force: true });
          removeEmpty(dirname(one), key);
        }
        write(now);
      });
      return gone;
    },
  };
}

/** What leads to others goes before them, so that no feed ever leads to what is gone: feeds, their archives, pages, media. */
function rankOf(path: string): number {
  const rank = LEADING.findIndex((one) => one.test(path));
  return rank < 0 ? LEADING.length : rank;
}

const LEADING = [/(?:^|[\\/])(?:rss\.xml|atom\.xml|feed\.json)$/, /\.(?:xml|json)$/, /\.html$/];

function readAll(path: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  // What can't be read just now must not be forgotten.
  const bytes = readBytesIfThere(path);
  if (bytes === undefined) return {};
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" && value !== null ? (value as ReturnType<typeof readAll>) : {};
  } catch {
    return {};
  }
}

/** The files of the feeds that `feeds.json` of an earlier build names, in whatever version they are. */
function listedFeeds(out: string): Readonly<Record<string, string>> {
  const bytes = readBytesIfThere(join(out, "feeds.json"));
  if (bytes === undefined) return {};
  try {
    const list = JSON.parse(bytes.toString("utf8")) as {
      readonly url: string;
      readonly feeds: readonly Readonly<Record<string, unknown>>[];
    };
    const paths = list.feeds.flatMap(({ rss, atom, json }) =>
      [rss, atom, json].flatMap((one) =>
        typeof one === "string" && one.startsWith(list.url) ? [one.slice(list.url.length)] : [],
      ),
    );
    const safe = paths.filter((one) => /^(?:[\w-]+\/)*[\w-]+\.(?:xml|json)$/.test(one));
    return Object.fromEntries(safe.map((one) => [one, UNKNOWN]));
  } catch {
    return {};
  }
}

function isStill(path: string, version: string): boolean {
  const found = versionAt(path);
  return found !== undefined && (version === UNKNOWN || found === version);
}

function versionAt(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.size}.${stats.mtimeMs}` : undefined;
}

/** Removes folders that nothing is left in, up to the output folder. */
function removeEmpty(folder: string, out: string): void {
  for (let at = resolve(folder); at.startsWith(out) && at !== out; at = dirname(at)) {
    try {
      if (readdirSync(at).length > 0) return;
      rmdirSync(at);
    } catch (error) {
      if (isCode(error, "ENOENT")) continue;
      throw error;
    }
  }
}
