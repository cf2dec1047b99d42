import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsync,
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
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { about, isCode, onceBegun, removeIfPossible } from "../files.ts";
import { piecesOf } from "./settled.ts";

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
  /** Where it is known: whether these bytes stand there already. */
  readonly stands?: boolean;
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
  const staging = new Staging();
  try {
    for (const file of files) {
      const written = staging.add(file);
      if (written !== undefined) flush(written);
    }
    return staging.finish(ready);
  } catch (error) {
    staging.abandon();
    throw error;
  }
}

/**
 * The same for files that come one after the other, when they are made. While the disk makes some outlive a power cut, the next
 * are made.
 */
export async function putInPlaceAsTheyCome(files: AsyncIterable<WholeFile>, ready?: Ready): Promise<PutInPlace> {
  const staging = new Staging();
  const flushing = new Set<Promise<void>>();
  try {
    for await (const file of files) {
      const written = staging.add(file);
      if (written === undefined) continue;
      const flushed = flushBeside(written).then(() => void flushing.delete(flushed));
      // Whoever waits for them all hears of what went wrong.
      flushed.catch(() => undefined);
      flushing.add(flushed);
      if (flushing.size >= FLUSHED_AT_ONCE) await Promise.race(flushing);
    }
    await Promise.all(flushing);
    return staging.finish(ready);
  } catch (error) {
    await Promise.allSettled(flushing);
    staging.abandon();
    throw error;
  }
}

/** As many as Node has hands for. */
const FLUSHED_AT_ONCE = 4;

type Ready = (paths: readonly string[]) => void;

/** A file that is written and waits for its name. */
interface Staged {
  readonly path: string;
  readonly temporary: string;
  /** When it is its turn to be renamed, from 0 on. */
  readonly turn: 0 | 1 | 2;
}

/** A file that is written, and neither flushed nor closed. */
interface Written {
  readonly path: string;
  readonly handle: number;
}

class Staging {
  private readonly staged: Staged[] = [];
  private readonly unchanged: string[] = [];

  /** Writes a temporary file, which has to be flushed; nothing where the file stands there as it should. */
  add([path, content, { isFirst = false, stands } = {}]: WholeFile): Written | undefined {
    const whole = wholeOf(content);
    if (stands ?? holds(path, whole)) {
      this.unchanged.push(path);
      return undefined;
    }
    makeFolder(dirname(path));
    const temporary = join(dirname(path), `.${randomBytes(6).toString("hex")}.part`);
    const handle = about(path, () => openSync(temporary, "wx"));
    this.staged.push({ path, turn: isFirst ? 0 : existsSync(path) ? 2 : 1, temporary });
    const written = { path, handle };
    write(written, whole);
    return written;
  }

  finish(ready: Ready | undefined): PutInPlace {
    const { staged, unchanged } = this;
    ready?.([...staged.map(({ path }) => path), ...unchanged]);
    onceBegun(() => renameAll(staged));
    return { written: staged.map(({ path }) => path), unchanged };
  }

  abandon(): void {
    // Whoever is told of trouble need not hear it once more of a file that nobody knows.
    for (const { temporary } of this.staged) removeIfPossible(temporary);
  }
}

function write({ path, handle }: Written, content: Whole): void {
  try {
    for (const piece of "copyOf" in content ? piecesOf(content.copyOf, content.sum) : content)
      about(path, () => {
        for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
      });
  } catch (error) {
    close({ path, handle });
    throw error;
  }
}

function flush({ path, handle }: Written): void {
  try {
    about(path, () => fsyncSync(handle));
  } finally {
    close({ path, handle });
  }
}

/** Lets the disk make a file outlive a power cut while this thread goes on. */
async function flushBeside({ path, handle }: Written): Promise<void> {
  try {
    await fsyncLater(handle);
  } catch (error) {
    about(path, () => {
      throw error;
    });
  } finally {
    close({ path, handle });
  }
}

const fsyncLater = promisify(fsync);

/** Disks elsewhere may say only now that there was no room. */
function close({ path, handle }: Written): void {
  about(path, () => closeSync(handle));
}

function renameAll(staged: readonly Staged[]): void {
  for (const turn of [0, 1, 2]) {
    const theirs = staged.filter((one) => one.turn === turn);
    for (const { path, temporary } of theirs) about(path, () => renameSync(temporary, path));
    if (turn === 0) for (const { path } of theirs) flushFolder(dirname(path));
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
