import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { piecesOf } from "./files/settled.ts";

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

/** Another file's bytes; what their SHA-256 begins with stands in the name that they get, and tells them from all others. */
interface Copy {
  readonly copyOf: string;
  readonly sum: string;
}

/** Pieces of bytes, one behind the other. They may be asked for more than once, and made each time. */
type Pieces = Iterable<Uint8Array>;

/** What is to stand in a file: all of it, at once or in pieces, or another file's bytes. */
type Content = string | Uint8Array | Pieces | Copy;

/** A file to be put in place: its path and all that is in it. */
export type WholeFile = readonly [path: string, content: Content, how?: How];

interface How {
  /** All others have to wait for it. */
  readonly isFirst?: boolean;
  /** It is known that something else stands there. */
  readonly isOther?: boolean;
}

/** What was put in place, and what stood there with these bytes already. */
export interface PutInPlace {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Puts files in place, so that at every moment the whole old or the whole new file stands at each
 * path: temporary files beside them, all written and flushed to the disk before the first is renamed (a full disk is
 * noticed while everything still stands as it did). A file that has these bytes already is not touched, so that its
 * modification time, and with it the ETag that servers derive, survives. `ready` hears of all paths before the first is
 * renamed.
 *
 * In the given order, but what stands nowhere yet goes before what takes another's place: nobody is led to it until
 * then, and whoever reads one of the others finds all that it leads to, also where two lead to each other, as documents
 * of an archive do. What is to be there first is safe from a power cut before anything follows.
 *
 * Throws what the disk says, and `Unsettled` where a file that was to be copied is another by now.
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

/** A file that is written and waits for its name. */
interface Staged {
  readonly path: string;
  readonly temporary: string;
  /** When it is its turn to be renamed, from 0 on. */
  readonly turn: 0 | 1 | 2;
}

function openStaging(): Staging {
  const staged: Staged[] = [];
  const unchanged: string[] = [];
  return {
    add: ([path, content, { isFirst = false, isOther = false } = {}]) => {
      const whole = wholeOf(content);
      if (!isOther && holds(path, whole)) unchanged.push(path);
      else staged.push({ path, turn: isFirst ? 0 : existsSync(path) ? 2 : 1, temporary: stage(path, whole) });
    },
    finish: (ready) => {
      ready?.([...staged.map(({ path }) => path), ...unchanged]);
      onceBegun(() => renameAll(staged));
      return { written: staged.map(({ path }) => path), unchanged };
    },
    abandon: () => {
      for (const { temporary } of staged) removePart(temporary);
    },
  };
}

function renameAll(staged: readonly Staged[]): void {
  for (const turn of [0, 1, 2]) {
    const theirs = staged.filter((one) => one.turn === turn);
    for (const { path, temporary } of theirs) about(path, () => renameSync(temporary, path));
    if (turn === 0) for (const { path } of theirs) flushFolder(dirname(path));
  }
}

/** Whatever the disk says is meant of this file: of one that is open it says no name, of a temporary one the wrong one. */
export function about<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (isDiskTrouble(error)) Object.assign(error as Error, { path });
    throw error;
  }
}

/** What runs once files are being put in place: whatever the disk says in it, some of them may be the new ones. */
export function onceBegun<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (isDiskTrouble(error)) Object.assign(error as Error, { begun: true });
    throw error;
  }
}

/** Makes what was renamed in a folder outlive a power cut, where a system lets folders be opened. */
function flushFolder(path: string): void {
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch (error) {
    if (isCode(error, "EISDIR") || isCode(error, "EPERM") || isCode(error, "EACCES")) return;
    throw error;
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    // Some shared disks can't.
    if (!isCode(error, "EINVAL") && !isCode(error, "EPERM")) throw error;
  } finally {
    closeSync(handle);
  }
}

/** Whoever is told that the disk is in trouble need not hear it once more of a file that nobody knows. */
function removePart(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
  }
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
type Whole = Pieces | Copy;

function wholeOf(content: Content): Whole {
  if (typeof content === "string") return [Buffer.from(content, "utf8")];
  return content instanceof Uint8Array ? [content] : content;
}

/** Writes a temporary file beside a path and flushes it. */
function stage(path: string, content: Whole): string {
  makeFolder(dirname(path));
  const temporary = join(dirname(path), `.${randomBytes(6).toString("hex")}.part`);
  const handle = about(path, () => openSync(temporary, "wx"));
  try {
    try {
      for (const piece of "copyOf" in content ? piecesOf(content.copyOf, content.sum) : content)
        about(path, () => {
          for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
        });
      about(path, () => fsyncSync(handle));
    } finally {
      // Disks elsewhere may say only now that there was no room.
      about(path, () => closeSync(handle));
    }
  } catch (error) {
    removePart(temporary);
    throw error;
  }
  return temporary;
}

function holds(path: string, content: Whole): boolean {
  try {
    // A copy's name is made of its bytes: a file of that name and size is that file.
    if ("copyOf" in content) return statSync(path).size === statSync(content.copyOf).size;
    const { size } = statSync(path);
    let length = 0;
    for (const piece of content) length += piece.length;
    if (size !== length) return false;
    const there = readFileSync(path);
    let at = 0;
    for (const piece of content) {
      if (!there.subarray(at, at + piece.length).equals(piece)) return false;
      at += piece.length;
    }
    return at === there.length;
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
  ENFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
};

/** Numbers of errors that Node has no name for, on Linux and on macOS. */
const UNNAMED: Readonly<Record<number, string>> = { [-122]: "EDQUOT", [-69]: "EDQUOT" };

/** What the disk said, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return REASONS[codeOf(error)] ?? error.message;
}

function codeOf(error: Error): string {
  const { code = "", errno = 0 } = error as NodeJS.ErrnoException;
  return /^unknown/i.test(code) ? (UNNAMED[errno] ?? code) : code;
}

/** The disk's or the process's own trouble: whatever file is asked for next may not be given either. */
const NO_FILES_FAULT: ReadonlySet<string> = new Set(["EIO", "EMFILE", "ENFILE", "ENOMEM"]);

/**
 * Why a file isn't given, in words, where that is the file's own trouble. Throws what is not: an article must not be
 * refused, or a folder be left out, because the process has too many files open.
 */
export function ownReason(error: unknown, path: string): string {
  if (error instanceof Error && NO_FILES_FAULT.has(codeOf(error))) throw Object.assign(error, { path });
  return reasonOf(error);
}

/** Whether an error is the disk's (and so not a defect of ours). */
export function isDiskTrouble(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && "code" in error;
}
