import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";

/**
 * A file's bytes; rejects with what the disk says. It reads at once and only then promises: the asynchronous calls take
 * several times as long for many small files.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  return readFileSync(path);
}

/** A file's bytes, or `undefined` where there is no such file. Throws for any other trouble. */
export function readBytesIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    // Node names no path where a folder stands in a file's place.
    if (isDiskTrouble(error)) Object.assign(error as Error, { path });
    throw error;
  }
}

/** A file's text, or `undefined` where there is no such file. Throws for any other trouble. */
export async function readTextIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    // Node names no path where a folder stands in a file's place.
    if (isDiskTrouble(error)) Object.assign(error as Error, { path });
    throw error;
  }
}

/** The files of a folder that end so, sorted; none where there is no such folder. */
export async function listByEnding(folder: string, endings: readonly string[]): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => !name.startsWith(".") && endings.includes(extname(name))).sort();
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
}

/** What is to stand in a file: all of it, at once or in pieces, or another file's bytes, which its name tells from all others. */
type Content = string | Uint8Array | readonly Uint8Array[] | { readonly copyOf: string };

/** A file to be put in place: its path and all that is in it. */
export type WholeFile = readonly [path: string, content: Content];

/** What was put in place, and what stood there with these bytes already. */
export interface PutInPlace {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Puts files in place, in the given order, so that at every moment the whole old or the whole new file stands at each
 * path: temporary files beside them, all written and flushed to the disk before the first is renamed (a full disk is
 * noticed while everything still stands as it did). A file that has these bytes already is not touched, so that its
 * modification time, and with it the ETag that servers derive, survives. `ready` hears of all paths before the first is
 * renamed. Throws what the disk says.
 */
export function putInPlace(files: Iterable<WholeFile>, ready?: Ready): PutInPlace {
  const staging = openStaging();
  try {
    for (const file of files) staging.add(file);
    return staging.finish(ready);
  } catch (error) {
    staging.abandon();
    throw error;
  }
}

/** The same for files that come one after the other, when they are made. */
export async function putInPlaceAsTheyCome(files: AsyncIterable<WholeFile>, ready?: Ready): Promise<PutInPlace> {
  const staging = openStaging();
  try {
    for await (const file of files) staging.add(file);
    return staging.finish(ready);
  } catch (error) {
    staging.abandon();
    throw error;
  }
}

type Ready = (paths: readonly string[]) => void;

interface Staging {
  readonly add: (file: WholeFile) => void;
  readonly finish: (ready: Ready | undefined) => PutInPlace;
  readonly abandon: () => void;
}

function openStaging(): Staging {
  const staged: { readonly path: string; readonly temporary: string }[] = [];
  const unchanged: string[] = [];
  return {
    add: ([path, content]) => {
      const whole = wholeOf(content);
      if (holds(path, whole)) unchanged.push(path);
      else staged.push({ path, temporary: stage(path, whole) });
    },
    finish: (ready) => {
      ready?.([...staged.map(({ path }) => path), ...unchanged]);
      for (const { path, temporary } of staged) renameSync(temporary, path);
      return { written: staged.map(({ path }) => path), unchanged };
    },
    abandon: () => {
      for (const { temporary } of staged) rmSync(temporary, { force: true });
    },
  };
}

/**
 * Makes a folder and those above it, step by step: Node's own recursive call never returns where a file system says that
 * it has no such place for a folder that it lists (below `/proc`).
 */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (isCode(error, "EEXIST")) return;
    const above = dirname(path);
    if (!isCode(error, "ENOENT") || above === path || existsSync(above)) throw error;
    makeFolder(above);
    mkdirSync(path);
  }
}

const PART = /^\.[0-9a-f]{12}\.part$/;

/** Removes the temporary files that a build left below a folder when it was killed. */
export function removeParts(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules" && entry.name !== ".git") removeParts(path);
    else if (entry.isFile() && PART.test(entry.name)) rmSync(path, { force: true });
  }
}

/** A file's content in pieces of bytes, or as another file. */
type Whole = readonly Uint8Array[] | { readonly copyOf: string };

function wholeOf(content: Content): Whole {
  if (typeof content === "string") return [Buffer.from(content, "utf8")];
  return content instanceof Uint8Array ? [content] : content;
}

/** Writes a temporary file beside a path and flushes it. */
function stage(path: string, content: Whole): string {
  makeFolder(dirname(path));
  const temporary = join(dirname(path), `.${randomBytes(6).toString("hex")}.part`);
  const handle = openSync(temporary, "wx");
  try {
    if ("copyOf" in content) copyInto(handle, content.copyOf);
    else for (const piece of content) for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
    fsyncSync(handle);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return temporary;
}

const PIECE = 1024 * 1024;

/** Copies a file piece by piece: films need not fit into memory. */
function copyInto(handle: number, from: string): void {
  const source = openSync(from, "r");
  try {
    const piece = Buffer.alloc(PIECE);
    for (let read = readSync(source, piece); read > 0; read = readSync(source, piece))
      for (let at = 0; at < read; ) at += writeSync(handle, piece, at, read - at);
  } finally {
    closeSync(source);
  }
}

function holds(path: string, content: Whole): boolean {
  try {
    // A copy's name is made of its bytes: a file of that name and size is that file.
    if ("copyOf" in content) return statSync(path).size === statSync(content.copyOf).size;
    const length = content.reduce((sum, piece) => sum + piece.length, 0);
    if (statSync(path).size !== length) return false;
    const there = readFileSync(path);
    let at = 0;
    return content.every((piece) => {
      at += piece.length;
      return there.subarray(at - piece.length, at).equals(piece);
    });
  } catch (error) {
    if (isCode(error, "ENOENT")) return false;
    throw error;
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "there is no such file",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "it is a folder",
  ENOSPC: "no space left on the disk",
  EDQUOT: "the disk quota is used up",
  EROFS: "the disk is read-only",
  EIO: "the disk reports an error",
  ELOOP: "symbolic links lead in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
};

/** What the disk said, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ("code" in error && REASONS[String(error.code)]) || error.message;
}

/** Whether an error is the disk's (and so not a defect of ours). */
export function isDiskTrouble(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && "code" in error;
}
