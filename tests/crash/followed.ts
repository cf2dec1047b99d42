import { spawnSync } from "node:child_process";
import { readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { COMMAND } from "../support/command.mjs";
import { type Site, site } from "../support/site.ts";

/*
 * Only a build's main thread is followed (no `-f`): it is the one that changes the disk. Node's own threads load modules
 * and wake each other by system calls, too; `strace` counts `when=N` for each thread alone, so that the N-th `write` was
 * as often theirs, and Node ends itself where a thread can't be woken. What is asked of them is to flush files, which they
 * don't do for themselves: of these calls, and no others, those of all threads are followed.
 */
const BY_ALL = "fsync";

/** A call that a build made of the system. */
export interface Call {
  readonly name: string;
  /** Which of its name it was, from 1: so `strace` counts, for each thread alone. */
  readonly nth: number;
  /** What of the publication it was made of (`data/…`, `dist/…`), if of any. */
  readonly of: string | undefined;
  /** Whether it may change the disk. */
  readonly changes: boolean;
}

/** What is done to a call: its thread is killed as it makes it, or it fails and changes nothing. */
export type Injury = "death" | { readonly error: string };

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  /** What of the publication the call was made of that was hit; `undefined` where it was one of Node's own, or none. */
  readonly hit: string | undefined;
}

const FOLLOWED = "trace=%file,%desc";
const CHANGES =
  /^(?:p?write(?:v|64)?|rename\w*|link\w*|symlink\w*|mkdir\w*|unlink\w*|rmdir|fsync|ftruncate|utimensat|fchmod\w*)$/;

/** Whether system calls can be followed here; not every container lets one. */
export const canFollow: boolean = run(["-o", "/dev/null", "true"]).status === 0;

/** What a build of copies of a folder calls for, each thread in its order: whoever only follows disturbs nobody. */
export function follow(template: string, now: Date): readonly Call[] {
  const main = site(template);
  const alone = followed(main, now, ["-e", FOLLOWED]).lines.filter((line) => !line.startsWith(`${BY_ALL}(`));
  const all = site(template);
  const threads = new Map<string, string[]>();
  for (const line of followed(all, now, ["-f", "-e", `trace=${BY_ALL}`]).lines) {
    const thread = /^\d+/.exec(line)?.[0] ?? "";
    threads.set(thread, [...(threads.get(thread) ?? []), line]);
  }
  return [...callsIn(alone, main), ...[...threads.values()].flatMap((ofOne) => callsIn(ofOne, all))];
}

/** The calls of one thread. */
function callsIn(lines: readonly string[], place: Site): readonly Call[] {
  const counts = new Map<string, number>();
  return lines.flatMap((line) => {
    const name = /^(?:\d+ +)?(\w+)\(/.exec(line)?.[1];
    if (name === undefined) return [];
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return [{ name, nth, of: partOf(line, place), changes: CHANGES.test(name) || line.includes("O_CREAT") }];
  });
}

/**
 * A build of which one call is injured. How often a thread is woken, and so which call is its n-th, differs from
 * run to run: `hit` says what it was made of.
 */
export function injured({ name, nth }: Call, injury: Injury, place: Site, now: Date): Ended {
  const what = injury === "death" ? "signal=KILL" : `error=${injury.error}`;
  const whose = name === BY_ALL ? ["-f"] : [];
  const inject = `inject=${name}:${what}:when=${nth}`;
  const { lines, ...ended } = followed(place, now, [...whose, "-e", `trace=${name}`, "-e", inject]);
  return { ...ended, hit: partOf(injuredIn(lines), place) };
}

/** Temporary files, by their names, of which there are no two alike. */
interface Renames {
  readonly all: readonly string[];
  /** Those that the disk had not flushed yet. */
  readonly early: readonly string[];
}

/**
 * The files that a build of a copy of a folder gives their names. The disk takes 200 ms to flush one for a thread that has
 * flushed two: the main thread, which waits for few itself, is not held up by its own.
 */
export function renames(template: string, now: Date): Renames {
  const slowly = ["-e", "inject=fsync:delay_enter=200000:when=3+"];
  const { lines } = followed(site(template), now, ["-f", "-e", "trace=fsync,rename", ...slowly]);
  const begun = new Map<string, string>();
  const flushed = new Set<string>();
  const [all, early]: [string[], string[]] = [[], []];
  for (const line of lines) {
    const [, thread = "", call = ""] = /^(\d+) +(.*)/.exec(line) ?? [];
    const [, what, part = ""] = /^(fsync|rename)\(.*?(\.[0-9a-f]{12}\.part)/.exec(call) ?? [];
    if (what === "fsync") begun.set(thread, part);
    if (call.startsWith("<... fsync resumed>") || (what === "fsync" && !call.includes("<unfinished")))
      flushed.add(begun.get(thread) ?? "");
    if (what !== "rename") continue;
    all.push(part);
    if (!flushed.has(part)) early.push(part);
  }
  return { all, early };
}

/** Where the call begins that was injured: one of several threads may be told of in two lines, with others' between. */
function injuredIn(lines: readonly string[]): string {
  const end = lines.findIndex((line) => line.includes("(INJECTED)"));
  const told = lines[end] ?? "";
  if (!told.includes(" resumed>")) return told;
  const thread = /^\d+ +/.exec(told)?.[0] ?? "";
  return lines.slice(0, end).findLast((line) => line.startsWith(thread)) ?? "";
}

/** A build that is followed, and the lines that say what it called for. */
function followed(
  place: Site,
  now: Date,
  args: readonly string[],
): Omit<Ended, "hit"> & { readonly lines: readonly string[] } {
  const log = join(place.folder, "calls");
  const build = [process.execPath, COMMAND, "build", "--now", now.toISOString()];
  // Paths stand beside handles, none is shortened.
  const { status, signal, stderr } = run(["-y", "-s", "4", "-o", log, ...args, ...build], place.folder);
  const lines = readFileSync(log, "utf8").split("\n");
  rmSync(log);
  return { status, signal, stderr, lines };
}

function run(args: readonly string[], cwd?: string): Omit<Ended, "hit"> {
  // What is handed over to io_uring makes no calls that could be followed.
  const env = { ...process.env, NO_COLOR: "1", UV_USE_IO_URING: "0" };
  return spawnSync("strace", ["-qq", ...args], { cwd, env, encoding: "utf8" });
}

/** Which file or folder of the publication a line is about: by its path, or by a handle of it. */
function partOf(line: string, place: Site): string | undefined {
  const folder = realpathSync(place.folder);
  // A call's first argument says it: a handle, with its path, or a path that is meant from the working folder.
  const [, call = ""] = /^(?:\d+ +)?(.*)/.exec(line) ?? [];
  const [, path] = /^\w+\((?:AT_FDCWD<[^>]*>, )?"([^"]*)"/.exec(call) ?? /^\w+\(\d+<([^>]*)>/.exec(call) ?? [];
  if (path === undefined) return undefined;
  const within = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
  return /^(?:data|dist)(?:\/|$)/.test(within) ? within : undefined;
}
