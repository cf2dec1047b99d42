import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMAND } from "../support/command.mjs";
import type { Site } from "../support/site.ts";
import { canMount, makeReadOnly, mountDisk } from "./mounted.ts";
import { openRounds } from "./rounds.ts";
import { faultsOf, partsBelow } from "./whole.ts";

const SLOW = { timeout: 120_000 };

interface Edited {
  readonly place: Site;
  readonly build: (...more: readonly string[]) => ReturnType<Site["dateline"]>;
  readonly expected: ReturnType<Site["bytes"]>;
}

/** A publication that was built, in folders that may be disks of their own, and edited since. */
async function edited(prepare: (folder: string) => void = () => undefined): Promise<Edited> {
  const { place, edit, undisturbed } = openRounds();
  prepare(place.folder);
  place.dateline(["build", "--now", "2026-05-01T00:00:00Z"]);
  const now = edit(0);
  return {
    place,
    expected: await undisturbed(now),
    build: (...more) => place.dateline(["build", "--now", now.toISOString(), ...more]),
  };
}

/** Takes all the space that a disk has left; gives back how to free it. */
function fill(folder: string): () => void {
  const path = join(folder, ".ballast");
  for (const size of [65_536, 4_096]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: "a" });
    } catch {
      // Full.
    }
  }
  return () => rmSync(path);
}

/** Every file, all inodes: names take no space on some disks. */
function fillNames(folder: string): () => void {
  const path = join(folder, ".names");
  mkdirSync(path);
  try {
    for (let count = 0; ; count += 1) writeFileSync(join(path, String(count)), "");
  } catch {
    // No name is left.
  }
  return () => rmSync(path, { recursive: true });
}

function expectRefused({ place, build }: Edited, words: RegExp, before: ReturnType<Site["bytes"]>): void {
  const run = build();
  expect([run.code, run.stdout]).toEqual([2, ""]);
  expect(run.stderr).toMatch(words);
  expect(run.stderr).not.toMatch(/ENOSPC|EROFS|\.part| {4}at /);
  const told = JSON.parse(build("--json").stdout) as {
    exitCode: number;
    findings: { code: string; message: string }[];
  };
  expect([told.exitCode, told.findings.map(({ code }) => code)]).toEqual([2, ["disk/trouble"]]);
  expect(place.bytes()).toEqual(before);
  expect(faultsOf(join(place.folder, "dist"))).toEqual([]);
  expect(partsBelow(place.folder)).toEqual([]);
}

function expectMended({ place, build, expected }: Edited): void {
  expect([build().code, place.bytes()]).toEqual([0, expected]);
}

describe.skipIf(!canMount)("a real disk", () => {
  test.for([
    ["without space, under dist", "dist", fill, /dist\/.*: no space left|dist\/.*\n?.*no space left/],
    ["without a name, under dist", "dist", fillNames, /no space left on the disk/],
    ["without space, under data", "data", fill, /data\/\.dateline.*no space left/],
  ] as const)("%s: is told of, nothing is lost, the next build mends it", SLOW, async ([, folder, use, words]) => {
    const rescued = await edited((at) => {
      if (folder === "dist") mountDisk(join(at, "dist"), "size=8m,nr_inodes=4000");
      else {
        cpSync(join(at, "data"), join(at, "data-before"), { recursive: true });
        mountDisk(join(at, "data"), "size=4m");
        cpSync(join(at, "data-before"), join(at, "data"), { recursive: true });
        rmSync(join(at, "data-before"), { recursive: true });
      }
    });
    const before = rescued.place.bytes();
    const free = use(join(rescued.place.folder, folder));
    const beside = folder === "dist" ? Object.keys(rescued.place.bytes()).filter((path) => !(path in before)) : [];
    const standing = { ...before, ...Object.fromEntries(beside.map((path) => [path, rescued.place.text(path)])) };
    expectRefused(rescued, words, standing);
    free();
    expectMended(rescued);
  });

  test.for(["data", "dist"])("that is read-only, under %s: is told of, nothing is lost", SLOW, async (folder) => {
    const rescued = await edited();
    const before = rescued.place.bytes();
    const undo = makeReadOnly(join(rescued.place.folder, folder));
    expectRefused(rescued, new RegExp(`${folder}/.*the disk is read-only`), before);
    expect(rescued.build("--dry-run").code).toBe(0);
    undo();
    expectMended(rescued);
  });

  test("that turns read-only under data with nothing to publish stops the build all the same", SLOW, async () => {
    const { place, build } = await edited();
    build();
    makeReadOnly(join(place.folder, "data"));
    expect([build().code, build().stderr]).toEqual([2, expect.stringMatching(/the disk is read-only/)]);
  });

  test("of its own for dist: files are put in place there as anywhere", SLOW, async () => {
    const rescued = await edited((at) => mountDisk(join(at, "dist"), "size=30m"));
    expectMended(rescued);
  });
});

test("dist may be a symbolic link, and stays one", SLOW, async () => {
  const rescued = await edited((at) => {
    mkdirSync(join(at, "elsewhere"));
    symlinkSync("elsewhere", join(at, "dist"));
  });
  expectMended(rescued);
  expect(existsSync(join(rescued.place.folder, "elsewhere/rss.xml"))).toBe(true);
});

test.for([
  ["that leads nowhere", (at: string) => symlinkSync("nowhere", at)],
  ["that is a file", (at: string) => writeFileSync(at, "mine")],
] as const)("dist %s is told of in words", SLOW, async ([, make]) => {
  const { place, build } = await edited();
  rmSync(join(place.folder, "dist"), { recursive: true });
  make(join(place.folder, "dist"));
  const { code, stderr } = build();
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^dist.* error disk\/trouble: This cannot be read or written: /m),
  ]);
});

// Node itself needs some twenty before a line of ours runs.
test.skipIf(process.platform === "win32").for([30, 40, 60, 90])(
  "with %i files that may be open",
  SLOW,
  async (most) => {
    const { place, build, expected } = await edited();
    const before = place.bytes();
    const command = `ulimit -n ${most}; exec "$0" "$@"`;
    const args = ["-c", command, process.execPath, COMMAND, "build", "--now", "2026-05-02T00:00:00Z"];
    const { status, stderr } = spawnSync("sh", args, { cwd: place.folder, encoding: "utf8" });
    if (status === 0) expect(place.bytes()).toEqual(expected);
    else {
      expect([status, stderr]).toEqual([2, expect.stringMatching(/[Tt]oo many files are open/)]);
      expect(place.bytes()).toEqual(before);
    }
    expect([build().code, place.bytes()]).toEqual([0, expected]);
  },
);

test.skipIf(!existsSync("/dev/full")).for([
  [">", "/dev/full", "error: The output of this command cannot be written: no space left on the disk.\n"],
  [">", "/dev/full 2>&1", ""],
] as const)(
  "what is said goes to a full disk (%s %s): it is published, and the exit code is 2",
  SLOW,
  async ([to, where, said]) => {
    const { place, expected } = await edited();
    const command = `exec "$0" "$@" ${to} ${where}`;
    const args = ["-c", command, process.execPath, COMMAND, "build", "--now", "2026-05-02T00:00:00Z"];
    const { status, stderr } = spawnSync("sh", args, { cwd: place.folder, encoding: "utf8" });
    expect([status, stderr.split("\n").slice(-2).join("\n")]).toEqual([2, said]);
    expect(place.bytes()).toEqual(expected);
  },
);
