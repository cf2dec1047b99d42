import { createHash } from "node:crypto";
import { createReadStream, realpathSync, type Stats, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, parse, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { isCode } from "../files.ts";
import { announcementOf } from "../published/announcement.ts";
import { feedKindOf, isCompressible, mediaType, type Role, roleOf, tellsByContent } from "./media-type.ts";

/** A file that can be fetched. */
export interface Resource {
  /** Where it is on the disk, symbolic links followed. */
  readonly file: string;
  readonly size: number;
  readonly modified: Date;
  /** What tells this version of the file from another without reading it. */
  readonly version: string;
  /** A hash of its bytes: the same bytes have the same ETag on every machine. */
  readonly hash: string;
  readonly type: string;
  readonly role: Role;
  /** Whether the path is made of the bytes, so that other bytes will have another: it can be kept for ever. */
  readonly isNamedByContent: boolean;
  /** Whether compressing is worth it. */
  readonly isCompressible: boolean;
  /** The values of its `Link` header: a feed's own address and its hubs (WebSub, section 4). */
  readonly links: readonly string[];
}

/** What stands at a path: a file, a folder (which is asked for with a slash at the end), or nothing. */
export type Found = Resource | "folder" | undefined;

/** The files of a folder by the paths that ask for them. */
export interface Shelf {
  readonly find: (path: string) => Found | Promise<Found>;
  /** What is known of the files is forgotten; they are looked at again. */
  readonly forget: () => void;
}

/** Larger files are no feeds, and are hashed without being held whole. */
const WHOLE = 64 * 1024 * 1024;
const DISK: readonly string[] = ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "EACCES"];

interface Known {
  readonly resource: Resource;
  /** The turn in which it was last looked at. */
  turn: number;
}

/** Opens a folder. Paths come as `requestPath` gives them; links that lead out of the folder lead nowhere. */
export function openShelf(folder: string): Shelf {
  const known = new Map<string, Known>();
  const turn = turns();
  const load = async (path: string): Promise<Found> => {
    const place = locate(folder, path);
    if (place === undefined || place === "folder") return place;
    const before = known.get(path);
    const resource = before?.resource.version === versionOf(place.stats) ? before.resource : await read(place, path);
    if (resource !== undefined) known.set(path, { resource, turn: turn() });
    return resource;
  };
  return {
    find: (path) => {
      const before = known.get(path);
      const now = turn();
      if (before !== undefined && (before.turn === now || isAsItWas(before.resource))) {
        before.turn = now;
        return before.resource;
      }
      known.delete(path);
      return load(path);
    },
    forget: () => {
      known.clear();
    },
  };
}

/**
 * Numbers the turns of the event loop. Requests that are answered in one turn were all there when it began: what the
 * disk said to the first of them holds for the others. Asking it for each would take a third of the rate; not asking it
 * for some milliseconds would give a hub, which comes at once when it is told, the old feed.
 */
function turns(): () => number {
  let turn = 0;
  let isCounted = false;
  return () => {
    if (!isCounted) {
      isCounted = true;
      setImmediate(() => {
        turn += 1;
        isCounted = false;
      });
    }
    return turn;
  };
}

function isAsItWas({ file, version }: Resource): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && versionOf(stats) === version;
}

/** Two versions of a file differ in one of these: a file put in its place by renaming is another inode. */
export function versionOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${dev}.${ino}.${size}.${mtimeMs}.${ctimeMs}`;
}

interface Place {
  readonly file: string;
  readonly stats: Stats;
}

/** The file for a path: itself, the page of a folder, or the page of that name, as hosts of static pages look for it. */
function locate(folder: string, path: string): Place | "folder" | undefined {
  if (path.endsWith("/")) return fileAt(folder, `${path}index.html`);
  const place = fileAt(folder, path);
  if (place !== "folder") return place ?? fileAt(folder, `${path}.html`);
  return isPlace(fileAt(folder, `${path}/index.html`)) ? "folder" : fileAt(folder, `${path}.html`);
}

function isPlace(found: Place | "folder" | undefined): found is Place {
  return found !== undefined && found !== "folder";
}

function fileAt(folder: string, path: string): Place | "folder" | undefined {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, path));
    if (!file.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) return undefined;
    const stats = statSync(file);
    if (stats.isDirectory()) return "folder";
    return stats.isFile() ? { file, stats } : undefined;
  } catch (error) {
    if (DISK.some((code) => isCode(error, code))) return undefined;
    throw error;
  }
}

/** Reads what is to be known of a file; nothing where it changes or vanishes under our hands. */
async function read({ file, stats }: Place, path: string): Promise<Resource | undefined> {
  const { size, mtime: modified } = stats;
  const isWhole = size <= WHOLE;
  const bytes = isWhole ? await readFile(file).catch(() => undefined) : undefined;
  if (isWhole && bytes === undefined) return undefined;
  const said =
    bytes !== undefined && tellsByContent(file) ? announcementOf(Buffer.from(bytes).toString("utf8")) : undefined;
  const kind = feedKindOf(file, said);
  const type = mediaType(file, kind);
  const links = [
    ...(said?.hubs ?? []).flatMap((hub) => link(hub, "hub")),
    ...(said?.self === undefined ? [] : link(said.self, "self")),
  ];
  const hash = await hashOf(file, bytes);
  const about = {
    type,
    role: roleOf(type, kind),
    isNamedByContent: isNamedBy(hash, path),
    isCompressible: isCompressible(type),
    links,
  };
  return { file, size, modified, version: versionOf(stats), hash, ...about };
}

/** The bytes that a resource's hash is of; `undefined` where the file has changed since. */
export async function bytesOf({ file, hash }: Resource): Promise<Uint8Array | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes !== undefined && (await hashOf(file, bytes)) === hash ? bytes : undefined;
}

async function hashOf(file: string, bytes: Uint8Array | undefined): Promise<string> {
  const hash = createHash("sha256");
  if (bytes === undefined) await pipeline(createReadStream(file), hash);
  else hash.update(bytes);
  return hash.digest("base64url").slice(0, 22);
}

/** As builds name media: by the first digits of the hash. Only its own bytes prove that a name is such a one. */
const DIGITS = /^[0-9a-f]{20,32}$/;

/** Of the path that was asked for: a symbolic link may lead to other bytes tomorrow. */
function isNamedBy(hash: string, path: string): boolean {
  const { name } = parse(path);
  return DIGITS.test(name) && Buffer.from(hash, "base64url").toString("hex").startsWith(name);
}

/** RFC 8288, with the address as URLs are written; one that is none is left out. */
function link(href: string, rel: string): string[] {
  return URL.canParse(href) ? [`<${new URL(href).href}>; rel="${rel}"`] : [];
}
