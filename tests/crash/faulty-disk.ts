import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** What happens at a disk's n-th change. */
export type Fault =
  /** The process dies in the middle of it: nothing changes the disk from then on. */
  | "death"
  /** It fails, with this code of the operating system; what comes after it works again. */
  | "ENOSPC"
  | "EIO"
  | "EROFS"
  | "EDQUOT"
  | "EMFILE"
  | "EACCES";

/** A disk that fails; only what lies below its folder is concerned. */
export interface FaultyDisk {
  /** How often the folder was changed: by a file that was opened for writing, written, renamed and the like. */
  readonly changes: () => number;
  /** What each of these was, in order. */
  readonly names: readonly string[];
  readonly repair: () => void;
}

const MUTATING = [
  "writeFileSync",
  "copyFileSync",
  "renameSync",
  "mkdirSync",
  "rmSync",
  "rmdirSync",
  "linkSync",
  "fsyncSync",
  "writeSync",
] as const;
type Call = (...given: unknown[]) => unknown;

/** Makes the disk below a folder fail at its n-th change (from 1; 0 for a disk that only counts). */
export function faultyDisk(folder: string, at: number, fault: Fault): FaultyDisk {
  const names: string[] = [];
  const mine = new Set<number>();
  let dead = false;
  const real = fs as unknown as Record<string, Call>;
  const before = new Map<string, Call>();

  const concerns = (first: unknown): boolean =>
    typeof first === "number" ? mine.has(first) : typeof first === "string" && first.startsWith(folder);

  /** Runs a change, or what is left of it. */
  const change = (name: string, given: unknown[], run: () => unknown): unknown => {
    if (dead) throw trouble("EIO", name, given[0]);
    names.push(name);
    if (names.length !== at) return run();
    if (fault !== "death") throw trouble(fault, name, given[0]);
    half(name, given, before);
    dead = true;
    throw trouble("EIO", name, given[0]);
  };

  const wrap = (name: string, around: (given: unknown[], run: () => unknown) => unknown): void => {
    const call = real[name];
    if (call === undefined) throw new Error(`node:fs has no ${name}`);
    before.set(name, call);
    real[name] = (...given) => around(given, () => call.apply(fs, given));
  };

  for (const name of MUTATING) wrap(name, (given, run) => (concerns(given[0]) ? change(name, given, run) : run()));
  wrap("openSync", (given, run) => {
    const [path, flags] = given;
    if (!concerns(path)) return run();
    const writes = typeof flags === "string" && /[wa+x]/.test(flags);
    const handle = writes ? change("openSync", given, run) : run();
    if (typeof handle === "number") mine.add(handle);
    return handle;
  });
  wrap("closeSync", (given, run) => {
    mine.delete(given[0] as number);
    return run();
  });
  syncBuiltinESMExports();
  return {
    changes: () => names.length,
    names,
    repair: () => {
      for (const [name, call] of before) real[name] = call;
      syncBuiltinESMExports();
    },
  };
}

/** A disk on which one file or folder can't be looked at or read; `met` says how often somebody tried. */
export function unreadableDisk(
  path: string,
  fault: Exclude<Fault, "death">,
): { met: () => number; repair: () => void } {
  const real = fs as unknown as Record<string, Call>;
  const before = new Map<string, Call>();
  let met = 0;
  for (const name of ["readFileSync", "openSync", "statSync", "readdirSync"]) {
    const call = real[name];
    if (call === undefined) throw new Error(`node:fs has no ${name}`);
    before.set(name, call);
    real[name] = (...given) => {
      if (given[0] !== path) return call.apply(fs, given);
      met += 1;
      throw trouble(fault, name, path);
    };
  }
  syncBuiltinESMExports();
  return {
    met: () => met,
    repair: () => {
      for (const [name, call] of before) real[name] = call;
      syncBuiltinESMExports();
    },
  };
}

/** What a write leaves on the disk when the process dies in it: half of the bytes. */
function half(name: string, given: unknown[], real: ReadonlyMap<string, Call>): void {
  const [target, bytes, from = 0] = given as [number | string, Uint8Array | string, number?];
  const call = real.get(name);
  if (name === "writeSync") call?.apply(fs, [target, bytes, from, Math.floor((bytes.length - from) / 2)]);
  if (name === "writeFileSync") call?.apply(fs, [target, bytes.slice(0, Math.floor(bytes.length / 2))]);
}

function trouble(code: string, syscall: string, path: unknown): Error {
  const where = typeof path === "string" ? { path } : {};
  return Object.assign(new Error(`${code}: ${syscall}`), { code, errno: -5, syscall, ...where });
}
