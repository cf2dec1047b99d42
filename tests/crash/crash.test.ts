import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type BuildReport, build } from "../../src/build.ts";
import { describe } from "../../src/words.ts";
import { type Site, site } from "../support/site.ts";
import { type Fault, type FaultyDisk, faultyDisk, unreadableDisk } from "./faulty-disk.ts";
import { type History, history, NOW } from "./history.ts";
import { faultsOf, partsBelow } from "./whole.ts";

const LONG = { timeout: 300_000 };

/** The history, and how often a build of it changes the disk. */
async function disturbable(): Promise<History & { readonly changes: number }> {
  const made = await history();
  const counted = site(made.template);
  const disk = faultyDisk(counted.folder, 0, "death");
  await counted.build({ now: NOW }).finally(disk.repair);
  return { ...made, changes: disk.changes() };
}

/** Builds while the disk has its fault; says what came of it. */
async function disturbed(place: Site, at: number, fault: Fault): Promise<{ report: BuildReport; disk: FaultyDisk }> {
  const disk = faultyDisk(place.folder, at, fault);
  const folders = { data: join(place.folder, "data"), out: join(place.folder, "dist") };
  const report = await build({ ...folders, now: NOW }).finally(disk.repair);
  return { report, disk };
}

test("the undisturbed build changes the disk often enough to be disturbed", async () => {
  const { changes } = await disturbable();
  expect(changes).toBeGreaterThan(100);
});

test(
  "killed at any change of the disk, a build leaves whole feeds, and the next one all as it should be",
  LONG,
  async () => {
    const { template, expected, changes } = await disturbable();
    for (let at = 1; at <= changes; at += 1) {
      const place = site(template);
      const { disk } = await disturbed(place, at, "death").catch(() => ({ disk: undefined }));
      const where = `death at change ${at} (${disk?.names.at(at - 1) ?? "?"})`;
      expect(faultsOf(join(place.folder, "dist")), where).toEqual([]);
      await place.build({ now: NOW });
      expect(place.bytes(), where).toEqual(expected);
      expect([...partsBelow(join(place.folder, "dist")), ...partsBelow(join(place.folder, "data"))], where).toEqual([]);
      rmSync(place.folder, { recursive: true });
    }
  },
);

test.for<Fault>(["ENOSPC", "EIO", "EROFS", "EDQUOT", "EMFILE", "EACCES"])(
  "%s at any change of the disk is told in words, nothing is lost, and the next build mends it",
  LONG,
  async (fault) => {
    const { template, expected, changes } = await disturbable();
    for (let at = 1; at <= changes; at += fault === "ENOSPC" ? 1 : 7) {
      const place = site(template);
      const { report, disk } = await disturbed(place, at, fault);
      const where = `${fault} at change ${at} (${disk.names[at - 1]})`;
      const told = report.findings.filter(({ severity }) => severity === "error");
      expect(
        told.map(({ code }) => code),
        where,
      ).toEqual(report.publication === undefined ? ["disk/trouble"] : []);
      const said = told.map((one) => describe(one)).join();
      for (const raw of [fault, "undefined", "    at "]) expect(said, where).not.toContain(raw);
      expect(faultsOf(join(place.folder, "dist")), where).toEqual([]);
      await place.build({ now: NOW });
      expect(place.bytes(), where).toEqual(expected);
      rmSync(place.folder, { recursive: true });
    }
  },
);

test.for([
  ["an article", "data/a.md"],
  ["an article that was edited", "data/b.md"],
  ["the folder of the articles", "data"],
  ["a picture", "data/crane.png"],
  ["what the publication says of itself", "data/publication.yaml"],
  ["the ledger", "data/ledger.jsonl"],
  ["what subscribers have", "dist/feed.json"],
  ["a page that stands there", "dist/index.html"],
] as const)("where %s can't be read, nothing is withdrawn or overwritten for it", LONG, async ([, path]) => {
  const { template, expected } = await history();
  for (const fault of ["EIO", "EMFILE", "EACCES"] as const) {
    const place = site(template);
    const folders = { data: join(place.folder, "data"), out: join(place.folder, "dist") };
    const before = place.bytes();
    const disk = unreadableDisk(join(place.folder, path), fault);
    const report = await build({ ...folders, now: NOW }).finally(disk.repair);
    const where = `${fault} at ${path}`;
    expect(disk.met(), where).toBeGreaterThan(0);
    const errors = report.findings.filter(({ severity }) => severity === "error").map((one) => describe(one));
    if (report.publication === undefined) {
      expect(errors, where).toHaveLength(1);
      expect(place.bytes(), where).toEqual(before);
    }
    for (const words of errors)
      expect(words, where).toMatch(/the disk reports an error|too many files|permission denied/);
    // Only the article that was deleted is gone, if anything was published at all.
    const gone = report.entries.withdrawn.map(({ file }) => file);
    expect(gone, where).toEqual(report.publication === undefined ? [] : ["c.md"]);
    expect(faultsOf(folders.out), where).toEqual([]);
    await place.build({ now: NOW });
    const after = place.bytes();
    for (const file of ["dist/rss.xml", "dist/atom.xml", "dist/feed.json"])
      expect(after[file], where).toBe(expected[file]);
    rmSync(place.folder, { recursive: true });
  }
});
