import { lstatSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { isCode } from "../files.ts";
import type { Finding } from "../finding.ts";
import { isArticle, isForArticles, type Listing, listArticles } from "../listing.ts";
import { mediaVersion, mediaVersionAt, NO_VERSION, type Version, versionAt } from "./version.ts";

/** The articles that there are, and in which versions. */
export interface FilesAtHand extends Listing {
  /** The version of a file; `known` is what a build before saw, which holds where nobody looks at everything. */
  readonly versionOf: (file: string, known: Version) => Version;
  /** The version of a media file (`mediaVersionAt`); `known` as above. */
  readonly mediaVersionOf: (path: string, known: string) => string;
}

/** Looks at every article of a data folder, unless all its files have been `seen` just now. */
export async function allFiles(data: string, seen: ReadonlyMap<string, Version> | undefined): Promise<FilesAtHand> {
  if (seen === undefined) {
    const listing = await listArticles(data);
    const versions = new Map(listing.files.map((file) => [file, versionAt(join(data, file))]));
    return {
      ...listing,
      versionOf: (file) => versions.get(file) ?? NO_VERSION,
      mediaVersionOf: (path) => mediaVersionAt(join(data, path)),
    };
  }
  const files = [...seen.keys()].filter(isArticle).sort();
  return {
    files,
    unreadable: [],
    findings: [],
    versionOf: (file) => seen.get(file) ?? NO_VERSION,
    mediaVersionOf: (path) => {
      const version = seen.get(path);
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
  known: readonly string[],
): Promise<FilesAtHand | undefined> {
  const files = new Set(known);
  const versions = new Map<string, Version>();
  const looks: Listing[] = [];
  const told: string[] = [];
  for (const path of changed) {
    const own = relative(resolve(data), resolve(path)).split(sep).join("/");
    if (own === "" || own === ".." || own.startsWith("../")) return undefined;
    const look = await lookAt(path, own);
    if (look === undefined) return undefined;
    told.push(own);
    for (const file of files) if (file === own || file.startsWith(`${own}/`)) files.delete(file);
    for (const file of look.files) {
      files.add(file);
      versions.set(file, versionAt(join(data, file)));
    }
    looks.push(look);
  }
  return {
    files: [...files].sort(),
    unreadable: looks.flatMap(({ unreadable }) => unreadable),
    findings: looks.flatMap(({ findings }) => findings),
    versionOf: (file, before) => versions.get(file) ?? before,
    mediaVersionOf: (path, before) =>
      told.some((own) => path === own || path.startsWith(`${own}/`)) ? mediaVersionAt(join(data, path)) : before,
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
