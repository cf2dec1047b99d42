import { readFileSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";

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

/** Removes a file if there is one; if the disk doesn't let us, it stays. */
export function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
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
