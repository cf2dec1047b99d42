import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, extname, join, relative, sep } from "node:path";
import mime from "mime/lite";
import type { Story } from "../compose/story.ts";
import { isCode, isDiskTrouble, ownReason } from "../files.ts";
import { type Finding, refuses } from "../finding.ts";
import type { Look, MediaFile, Shelf } from "../media/files-of.ts";
import { placed } from "../media/placed.ts";
import type { Publication } from "../publication/publication.ts";
import type { Beside } from "./store/beside.ts";
import type { KnownMedia } from "./store/known-media.ts";
import type { StoryStore } from "./store/store.ts";
import { inFull, StoredStory } from "./store/stored-story.ts";
import { mediaVersion, UNSURE, versionFrom } from "./version.ts";

/** As much of a picture's beginning as tells its size: JPEG files keep it behind a preview. */
const HEAD = 512 * 1024;
const UNKNOWN_TYPE = "application/octet-stream";
const NAME_DIGITS = 20;

/** Stories whose own files stand where they are published, and these files, each once. */
interface Illustrated {
  readonly stories: readonly Story[];
  readonly files: readonly MediaFile[];
  readonly findings: readonly Finding[];
}

/** Where stories are put away; those that are plain, or placed already, need not be looked through. */
type Away = Pick<StoryStore, "plain" | "place" | "media">;

/** Places the media of all stories, and puts those away that hold as long as the files beside them do. */
export async function placeMedia(
  stories: readonly Story[],
  look: Look,
  shelf: Shelf,
  away?: Away,
): Promise<Illustrated> {
  const all: Story[] = [];
  const files = new Map<string, MediaFile>();
  const findings: Finding[] = [];
  for (const before of stories) {
    if (away?.plain(before) !== undefined) {
      all.push(before);
      continue;
    }
    const { noting, beside } = besideSeen(look, away?.media);
    const { story, files: own } = await placed(before instanceof StoredStory ? inFull(before) : before, noting, shelf);
    for (const one of story.findings.slice(before.findings.length)) findings.push(one);
    for (const file of own) files.set(file.name, file);
    const seen = refuses(story.findings) ? undefined : beside(own);
    all.push((seen && away?.place(before, story, seen, shelf.root)) ?? story);
  }
  return { stories: all, files: [...files.values()], findings };
}

interface Seen {
  readonly noting: Look;
  /** What was looked at, and which of it is published (`own`); `undefined` where it may be another thing at once. */
  readonly beside: (own: readonly MediaFile[]) => Beside | undefined;
}

/** Looks, and notes what was looked at. */
function besideSeen(look: Look, known: KnownMedia | undefined): Seen {
  const seen = new Map<string, MediaFile | undefined>();
  let isSure = true;
  return {
    noting: async (path) => {
      const found = await look(path);
      if (found === undefined || "name" in found) seen.set(path, found);
      else isSure = false;
      return found;
    },
    beside: (own) => {
      const published = new Set(own);
      const all = [...seen].map(([path, file]): Beside[number] => {
        const version = file === undefined ? "" : (known?.get(path)?.version ?? UNSURE);
        return file !== undefined && published.has(file) ? [path, version, file] : [path, version];
      });
      return isSure && all.every(([, version]) => version !== UNSURE) ? all : undefined;
    },
  };
}

/** Where a publication's files stand; `articles` is the name of a file of more articles, whose files are elsewhere. */
export function shelfOf({ url, pages, hosting }: Publication, articles: string | undefined): Shelf {
  const { pathname } = new URL(url);
  const stoodElsewhere = ({ link }: Story): boolean =>
    link !== undefined && URL.canParse(link, url) && !new URL(link, url).href.startsWith(url);
  const isItem = ({ file }: Story): boolean => articles !== undefined && file.startsWith(`${basename(articles)}#`);
  return {
    root: new URL("media/", url).pathname,
    wholeHost: pages && hosting && pathname === "/",
    isBorrowed: (story) => stoodElsewhere(story) || isItem(story),
    isShownElsewhere: (story) => isItem(story) && (stoodElsewhere(story) || (!pages && story.link !== undefined)),
  };
}

/** Looks at a data folder's media files of up to `most` bytes: each once a build, and again only when it has changed. */
export function mediaLook(data: string, known: KnownMedia, most: number): Look {
  const root = realpathSync(data);
  return async (path) => {
    try {
      const real = realpathSync(join(root, path));
      const trouble = keptBack(relative(root, real));
      if (trouble !== undefined) return { trouble };
      const stats = statSync(real);
      if (!stats.isFile()) return undefined;
      if (stats.size > most) return { tooLarge: stats.size, most };
      return await knownFile(path, real, stats, known);
    } catch (error) {
      if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return undefined;
      return { trouble: ownReason(error, join(data, path)) };
    }
  };
}

/** What is known of a file, if it is still the one that was looked at. */
async function knownFile(path: string, real: string, stats: Stats, known: KnownMedia): Promise<MediaFile> {
  const version = mediaVersion(versionFrom(stats));
  const before = version === UNSURE ? undefined : known.get(path);
  if (before?.version === version) return before.file;
  const file = await lookAt(real, path, stats.size);
  known.set(path, { version, file });
  return file;
}

/** Why a file is not published wherever it stands: whoever sends articles must not get at `.git/config` or `.env`. */
function keptBack(inside: string): string | undefined {
  const names = inside.split(sep);
  if (names[0] === "..") return "a link leads out of the data folder";
  if (names.some((name) => name.startsWith("."))) return "hidden files are not published";
  return OWN.test(names.join("/")) ? "what the publication is made with is not published" : undefined;
}

/** `authors/` holds addresses that only those who write them mean to show, the ledger what has not been published yet. */
const OWN = /^(?:publication\.yaml|ledger\.jsonl|authors\/[^/]+\.ya?ml)$/;

async function lookAt(real: string, path: string, length: number): Promise<MediaFile> {
  const ending = extname(path).toLowerCase();
  const type = mime.getType(path) ?? UNKNOWN_TYPE;
  const digest = await digestOf(real);
  const about = type.startsWith("image/") ? await sizeOf(real) : await durationOf(real, type);
  return { path, name: `${digest}${/^\.[a-z0-9]+$/.test(ending) ? ending : ""}`, length, type, ...about };
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex").slice(0, NAME_DIGITS);
}

/** A picture's size as it is shown: photographs are often stored lying on their side. */
async function sizeOf(path: string): Promise<Pick<MediaFile, "width" | "height">> {
  const { imageSize } = await import("image-size");
  const bytes = beginning(path);
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (width < 1 || height < 1) return {};
    return orientation > 4
      ? { width: height, height: width }
      : { width: Math.round(width), height: Math.round(height) };
  } catch {
    // A picture in a format that the library does not know is published without its size.
    return {};
  }
}

function beginning(path: string): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(HEAD);
    return bytes.subarray(0, readSync(handle, bytes, 0, HEAD, 0));
  } finally {
    closeSync(handle);
  }
}

async function durationOf(path: string, type: string): Promise<Pick<MediaFile, "duration">> {
  if (!/^(?:audio|video)\//.test(type)) return {};
  const { parseFile } = await import("music-metadata");
  try {
    const { format } = await parseFile(path, { duration: true, skipCovers: true });
    return format.duration === undefined || format.duration < 0.5 ? {} : { duration: Math.round(format.duration) };
  } catch (error) {
    // What the library does not understand is published without its length; what the disk doesn't give is not.
    if (isDiskTrouble(error)) throw error;
    return {};
  }
}
