import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/build.ts";
import { faultyDisk } from "../crash/faulty-disk.ts";
import { faultsOf, partsBelow } from "../crash/whole.ts";
import { type Site, site } from "../support/site.ts";
import { type Chance, chance } from "./chance.ts";
import { editAtRandom, type Newsroom, openNewsroom, wait } from "./newsroom.ts";
import { openSubscriber } from "./subscriber.ts";

/** By night (`npm run test:night`), with dice of its own each time; else quickly, and always the same. */
const NIGHT = process.env.NIGHT !== undefined;
const ARTICLES = NIGHT ? 500 : 120;
const CYCLES = NIGHT ? 1_000 : 25;
const SEED = Number(process.env.SOAK_SEED ?? (NIGHT ? Date.now() % 1_000_000 : 20_261));
const HOUR = 3_600_000;

test(`${CYCLES} random edits and builds of ${ARTICLES} articles: no reader sees anything twice, wrong or without cause`, {
  timeout: 24 * HOUR,
}, async () => {
  const dice = chance(SEED);
  const room = openNewsroom(site(), dice, ARTICLES);
  const subscriber = openSubscriber(join(room.site.folder, "dist"));
  await published(room);
  subscriber.visit(room);
  for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
    room.log.length = 0;
    const touched = new Set<string>();
    for (let edits = dice.between(1, 6); edits > 0; edits -= 1) editAtRandom(room, touched);
    wait(room);
    const where = (): string => `cycle ${cycle} of seed ${SEED}: ${room.log.join("; ")}`;
    if (dice.onceIn(5)) await killed(room, dice, where);
    await published(room, where);
    expect(subscriber.visit(room), where()).toEqual([]);
    if (cycle % 10 === 0) await compareWithFresh(room, where);
    if (NIGHT && cycle % 50 === 0) console.log(`${cycle} cycles, ${room.files.size} files, seed ${SEED}`);
  }
});

async function published({ site: place, now }: Newsroom, where = (): string => "the first build"): Promise<void> {
  const report = await place.build({ now });
  const errors = report.findings.filter(({ severity }) => severity === "error");
  expect(errors, where()).toEqual([]);
  expect(report.publication, where()).toBeDefined();
  expect(report.entries.refused, where()).toEqual([]);
  expect(partsBelow(place.folder), where()).toEqual([]);
}

/** A build that dies at a random change of the disk. */
async function killed({ site: { folder }, now, log }: Newsroom, dice: Chance, where: () => string): Promise<void> {
  const at = dice.between(1, 150);
  log.push(`the build dies at change ${at} of the disk`);
  const disk = faultyDisk(folder, at, "death");
  const folders = { data: join(folder, "data"), out: join(folder, "dist") };
  await build({ ...folders, now: new Date(now.getTime() - 1000) })
    .catch(() => undefined)
    .finally(disk.repair);
  expect(faultsOf(folders.out), where()).toEqual([]);
}

/** What is remembered between builds changes no byte: a folder that knows only articles and ledger gives the same. */
async function compareWithFresh({ site: place, now }: Newsroom, where: () => string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-fresh-"));
  try {
    cpSync(join(place.folder, "data"), join(folder, "data"), {
      recursive: true,
      filter: (path) => !path.endsWith(".dateline"),
    });
    const fresh: Site = site(folder);
    await fresh.build({ now });
    expect(fresh.bytes(), where()).toEqual(place.bytes());
    rmSync(fresh.folder, { recursive: true });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
