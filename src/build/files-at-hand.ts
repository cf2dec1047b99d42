import { lstatSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { isCode } from "../files.ts";
import type { Finding } from "../finding.ts";
import { isArticle, isForArticles, type Listing, listArticles } from "../listing.ts";
import { folderOf, type SeenFiles } from "./seen-files.ts";
import { mediaVersion, mediaVersionAt, NO_VERSION, type Version, versionAt } from "./version.ts";

/** What tells two states of a folder's own files apart, and how many of them are articles. */
export interface FolderState {
  readonly digest: string;
  readonly articles: number;
}

/** The articles that there are, and in which versions. A folder's path is empty, or ends with a slash. */
export interface FilesAtHand extends Omit<Listing, "files"> {
  /** How many articles there are. */
  readonly count: number;
  /** Their paths, in code unit order, but for those in some folders. */
  readonly filesBut: (isLeftOut: (folder: string) => boolean) => readonly string[];
  /** Whether a folder that had this digest is as it was: each of its articles is there in the version that it had. */
  readonly isSame: (folder: string, digest: string) => boolean;
  /** How folders are that can be told by a digest the next time. */
  readonly folders: () => ReadonlyMap<string, FolderState>;
  /** The version of a file; `known` is what a build before saw, which holds where nobody looks at everything. */
  readonly versionOf: (file: string, known: Version) => Version;
  /** The version of a media file (`mediaVersionAt`); `known` as above. */
  readonly mediaVersionOf: (path: string, known: string) => string;
}

/** All articles that a build before knew, by folder. */
export interface KnownArticles {
  readonly count: number;
  readonly folders: ReadonlyMap<string, FolderState>;
  readonly filesIn: (isWanted: (folder: string) => boolean) => readonly string[];
}

const NO_FOLDERS: KnownArticles["folders"] = new Map();

/** All articles, in code unit order. */
export function allOf({ filesBut }: FilesAtHand): readonly string[] {
  return filesBut(() => false);
}

/**
 * Looks at every article of a data folder, unless all its files have been `seen` just now. Folders that are as they were
 * when a build before knew them (`known`) have as many articles as then.
 */
export async function allFiles(
  data: string,
  seen: SeenFiles | undefined,
  known: KnownArticles["folders"] = NO_FOLDERS,
): Promise<FilesAtHand> {
  if (seen !== undefined) return seenFiles(data, seen, known);
  const { files, unreadable, findings } = await listArticles(data);
  const versions = new Map(files.map((file) => [file, versionAt(join(data, file))]));
  return {
    count: files.length,
    unreadable,
    findings,
    filesBut: (isLeftOut) => files.filter((file) => !isLeftOut(folderOf(file))),
    isSame: () => false,
    folders: () => NO_FOLDERS,
    versionOf: (file) => versions.get(file) ?? NO_VERSION,
    mediaVersionOf: (path) => mediaVersionAt(join(data, path)),
  };
}

function seenFiles(data: string, seen: SeenFiles, known: KnownArticles["folders"]): FilesAtHand {
  const paths = [...seen.paths()].filter((path) => path === "" || isForArticles(path));
  const stateOf = (path: string): FolderState => {
    const [digest, before] = [seen.digestOf(path), known.get(path)];
    return before?.digest === digest ? before : { digest, articles: seen.countIn(path) };
  };
  const folders = new Map(paths.map((path) => [path, stateOf(path)]));
  return {
    count: [...folders.values()].reduce((sum, { articles }) => sum + articles, 0),
    unreadable: [],
    findings: [],
    filesBut: (isLeftOut) =>
      paths
        .filter((path) => !isLeftOut(path))
        .flatMap((path) => seen.articlesIn(path))
        .sort(),
    isSame: (path, digest) => digest !== "" && seen.digestOf(path) === digest,
    folders: () => folders,
    versionOf: (file) => seen.versionOf(file) ?? NO_VERSION,
    mediaVersionOf: (path) => {
      const version = seen.versionOf(path);
      return version === undefined ? mediaVersionAt(join(data, path)) : mediaVersion(version);
    },
  };
}

/**
 * The articles that builds before knew, but for those that are said to have changed: of these, files and folders, it is
 * looked at what is there now. `undefined` where it can't be told without looking at everything.
 */
export async function changedFiles(
  data: string,
  changed: readonly string[],
  known: KnownArticles,
): Promise<FilesAtHand | undefined> {
  const looks: Listing[] = [];
  const told: string[] = [];
  for (const path of changed) {
    const own = relative(resolve(data), resolve(path)).split(sep).join("/");
    if (own === "" || own === ".." || own.startsWith("../")) return undefined;
    const look = await lookAt(path, own);
    if (look === undefined) return undefined;
    told.push(own);
    looks.push(look);
  }
  const isTold = (path: string): boolean => told.some((own) => path === own || path.startsWith(`${own}/`));
  const versions = new Map(looks.flatMap(({ files }) => files).map((file) => [file, versionAt(join(data, file))]));
  const touched = new Set([...told, ...versions.keys()].map(folderOf));
  for (const path of known.folders.keys()) if (isTold(path)) touched.add(path);
  const before = known.filesIn((folder) => touched.has(folder));
  const files = [...before.filter((file) => !isTold(file)), ...versions.keys()];
  return {
    count: known.count - before.length + files.length,
    unreadable: looks.flatMap(({ unreadable }) => unreadable),
    findings: looks.flatMap(({ findings }) => findings),
    filesBut: (isLeftOut) =>
      [
        ...files.filter((file) => !isLeftOut(folderOf(file))),
        ...known.filesIn((folder) => !(touched.has(folder) || isLeftOut(folder))),
      ].sort(),
    isSame: (path) => !touched.has(path),
    folders: () => new Map([...known.folders].filter(([path]) => !touched.has(path))),
    versionOf: (file, then) => versions.get(file) ?? (isTold(file) ? NO_VERSION : then),
    mediaVersionOf: (path, then) => (isTold(path) ? mediaVersionAt(join(data, path)) : then),
  };
}

const NOTHING: Listing = { files: [], unreadable: [], findings: [] };

/** Looks at a file or folder that has changed, `own` in the data folder; `undefined` for what may be anywhere else. */
async function lookAt(path: string, own: string): Promise<Listing | undefined> {
  const kind = kindOf(path);
  if (kind === "other") return undefined;
  if (kind === "file" && isArticle(own)) return { ...NOTHING, files: [own] };
  if (kind !== "folder" || !isForArticles(own)) return NOTHING;
  const { files, unreadable, findings } = await listArticles(path);
  const within = (file: string): string => `${own}/${file}`;
  return {
    files: files.map(within),
    unreadable: unreadable.map(within),
    findings: findings.map((one): Finding => ({ ...one, place: { ...one.place, file: within(one.place.file) } })),
  };
}

function kindOf(path: string): "file" | "folder" | "nothing" | "other" {
  try {
    const stats = lstatSync(path);
    if (stats.isFile()) return "file";
    return stats.isDirectory() ? "folder" : "other";
  } catch (error) {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return "nothing";
    throw error;
  }
}
