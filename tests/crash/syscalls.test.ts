import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, type Site } from "../support/site.ts";
import { openRounds } from "./rounds.ts";
import { faultsOf, partsBelow } from "./whole.ts";

/** The system calls by which a build changes the disk, and those by which it looks at it. */
const CALLS = ["rename", "openat", "write", "fsync", "mkdir", "unlink", "rmdir", "link", "close", "read"] as const;
/** So many builds die; by night, one at each rename and many others. */
const NIGHT = process.env.NIGHT !== undefined;
const AT_RENAMES = NIGHT ? Infinity : 12;
const ELSEWHERE = NIGHT ? 300 : 18;

/** Runs a build whose system calls are followed; not every container lets one. Returns the signal that ended it. */
function strace(args: readonly string[], place: Site | undefined, now?: Date): Run {
  const build = [process.execPath, join(ROOT, "lib/cli.js"), "build", "--now", now?.toISOString() ?? ""];
  const command = place === undefined ? ["true"] : build;
  return spawnSync("strace", ["-f", "-qq", ...args, ...command], { cwd: place?.folder, encoding: "utf8" });
}

interface Run {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** A build that dies as its main thread makes a call for the n-th time. */
function dying(call: string, at: number, place: Site, now: Date): Run {
  return strace(["-o", "/dev/null", "-e", `trace=${call}`, "-e", `inject=${call}:signal=KILL:when=${at}`], place, now);
}

// Following every call takes minutes: by night (`npm run test:night`).
const isHere = NIGHT && strace(["-o", "/dev/null"], undefined).status === 0;

/** How often the main thread of a build makes each call: whoever counts kills nobody. */
function counted(place: Site, now: Date): ReadonlyMap<string, number> {
  const log = join(place.folder, "calls");
  strace(["--seccomp-bpf", "-o", log, "-e", `trace=${CALLS.join(",")}`], place, now);
  const lines = readFileSync(log, "utf8").split("\n");
  rmSync(log);
  const [main = ""] = lines[0]?.split(" ") ?? [];
  const counts = new Map<string, number>();
  for (const line of lines) {
    const call = line.startsWith(`${main} `) ? /^\d+\s+(\w+)\(/.exec(line)?.[1] : undefined;
    if (call !== undefined) counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return counts;
}

test.skipIf(!isHere)(
  "a build that is killed at a system call leaves whole feeds, and the next gives what an undisturbed one would",
  {
    timeout: 24 * 3_600_000,
  },
  async () => {
    const { place, edit, undisturbed } = openRounds();
    place.dateline(["build", "--now", "2026-05-01T00:00:00Z"]);
    const counts = counted(place, edit(0));
    const renames = counts.get("rename") ?? 0;
    expect(renames).toBeGreaterThan(30);
    let round = 1;
    let deaths = 0;
    const die = async (call: string, at: number): Promise<void> => {
      const now = edit(round);
      const where = `round ${round}, killed at ${call} ${at}`;
      round += 1;
      const expected = await undisturbed(now);
      if (dying(call, at, place, now).signal === "SIGKILL") deaths += 1;
      expect(faultsOf(join(place.folder, "dist")), where).toEqual([]);
      const run = place.dateline(["build", "--now", now.toISOString()]);
      expect([run.stderr, run.code], where).toEqual([expect.not.stringMatching(/error/), 0]);
      expect(place.bytes(), where).toEqual(expected);
      expect(partsBelow(place.folder), where).toEqual([]);
    };
    for (let at = 1; at <= renames; at += Math.max(1, renames / AT_RENAMES)) await die("rename", Math.floor(at));
    for (let kill = 0; kill < ELSEWHERE; kill += 1) {
      const call = CALLS[kill % CALLS.length] ?? "write";
      await die(call, 1 + Math.floor(Math.random() * (counts.get(call) ?? 1)));
    }
    // A build makes more or fewer calls than the one that was counted: the last ones may not come.
    expect(deaths).toBeGreaterThan(round * 0.7);
  },
);

test.skipIf(!isHere).for(["ENOSPC", "EIO", "EDQUOT", "EROFS"])(
  "a system call that fails with %s is told of in words, nothing is lost",
  {
    timeout: 240_000,
  },
  async (error) => {
    const { place, edit, undisturbed } = openRounds();
    place.dateline(["build", "--now", "2026-05-01T00:00:00Z"]);
    for (const [round, call] of ["rename", "fsync", "write"].entries()) {
      const now = edit(round);
      const expected = await undisturbed(now);
      // The first ones of `write` are Node's own, to wake its threads.
      const at = call === "write" ? "60+3" : "4+5";
      const inject = `inject=${call}:error=${error}:when=${at}`;
      const args = ["--seccomp-bpf", "-o", "/dev/null", "-e", `trace=${call}`, "-e", inject];
      const { status, stderr } = strace(args, place, now);
      expect([status, stderr], `${call} of round ${round}`).toEqual([
        2,
        expect.stringContaining("error disk/trouble: "),
      ]);
      expect(faultsOf(join(place.folder, "dist"))).toEqual([]);
      place.dateline(["build", "--now", now.toISOString()]);
      expect(place.bytes()).toEqual(expected);
      expect(partsBelow(place.folder)).toEqual([]);
    }
  },
);
