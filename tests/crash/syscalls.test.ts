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

/** Follows a command's system calls; not every container lets one. */
function strace(args: readonly string[], place: Site | undefined, now?: Date): ReturnType<typeof spawnSync> {
  const build = [process.execPath, join(ROOT, "lib/cli.js"), "build", "--now", now?.toISOString() ?? ""];
  const command = place === undefined ? ["true"] : build;
  return spawnSync("strace", ["-f", "--seccomp-bpf", ...args, ...command], { cwd: place?.folder, encoding: "utf8" });
}

const isHere = strace(["-o", "/dev/null"], undefined).status === 0;

/** How often the main thread of a build makes each call: whoever counts kills nobody. */
function counted(place: Site, now: Date): ReadonlyMap<string, number> {
  const log = join(place.folder, "calls");
  strace(["-o", log, "-e", `trace=${CALLS.join(",")}`], place, now);
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
    const die = async (call: string, at: number): Promise<void> => {
      const now = edit(round);
      const where = `round ${round}, killed at ${call} ${at}`;
      round += 1;
      const expected = await undisturbed(now);
      strace(
        ["-qq", "-o", "/dev/null", "-e", `trace=${call}`, "-e", `inject=${call}:signal=KILL:when=${at}`],
        place,
        now,
      );
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
  },
);

test.skipIf(!isHere)("the killer kills: a build that dies at its first rename puts nothing in place", () => {
  const { place, edit } = openRounds();
  place.dateline(["build", "--now", "2026-05-01T00:00:00Z"]);
  const before = place.bytes();
  const { signal } = strace(
    ["-qq", "-o", "/dev/null", "-e", "trace=rename", "-e", "inject=rename:signal=KILL:when=1"],
    place,
    edit(0),
  );
  expect(signal).toBe("SIGKILL");
  expect(place.bytes()).not.toEqual({});
  expect(
    Object.keys(place.bytes()).filter((path) => !path.endsWith(".part") && place.bytes()[path] !== before[path]),
  ).toEqual([]);
});
