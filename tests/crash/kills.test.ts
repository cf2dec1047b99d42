import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { png } from "../support/pictures.ts";
import { ROOT, type Site, site } from "../support/site.ts";
import { faultsOf, partsBelow } from "./whole.ts";

/** So many builds are killed; by night, more of them (`npm run test:night`). */
const KILLS = process.env.NIGHT === undefined ? 20 : 400;
const PUBLICATION = "title: Gazette\nurl: https://gazette.example/\nlimit: 10\nfeeds:\n  archiveSize: 10\n";

/** The articles as they are after a number of edits: one more each time, one changed, one gone. */
function edit(place: Site, round: number): void {
  place.put({
    [`data/${round}.md`]: article(round, "is new"),
    [`data/${round - 3}.md`]: article(round - 3, "was wrong"),
  });
  if (round % 4 === 0) place.remove(`data/${round - 4}.md`);
}

function article(number: number, what: string): string {
  const date = new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString();
  return `---\ndate: ${date}\nsection: Harbour\n---\n# Ferry ${number}\n\nFerry ${number} ${what}.\n\n![It](/ferry.png)\n`;
}

/** Runs a build and kills it after so many milliseconds; a reader comes by all the while. Says what that saw. */
async function killed(place: Site, milliseconds: number, now: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(ROOT, "lib/cli.js"), "build", "--now", now], {
    cwd: place.folder,
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  const seen: string[] = [];
  const until = performance.now() + milliseconds;
  while (performance.now() < until && child.exitCode === null) {
    seen.push(...faultsOf(join(place.folder, "dist")));
    await pause(1);
  }
  child.kill("SIGKILL");
  await ended;
  return [...seen, ...faultsOf(join(place.folder, "dist"))];
}

test("builds that are killed at random moments leave whole feeds, and never stop the next one", {
  timeout: 1_800_000,
}, async () => {
  const place = site({ "data/publication.yaml": PUBLICATION, "data/ferry.png": png(80, 80) });
  for (let number = 0; number < 40; number += 1) place.put({ [`data/${number}.md`]: article(number, "sails") });
  await place.build({ now: new Date("2026-05-01T00:00:00Z") });
  const undisturbed = site({});
  for (let round = 0; round < KILLS; round += 1) {
    edit(place, 40 + round);
    const now = new Date(Date.UTC(2026, 4, 2) + round * 60_000).toISOString();
    const moment = 150 + Math.floor(Math.random() * 500);
    expect(await killed(place, moment, now), `killed after ${moment} ms in round ${round}`).toEqual([]);
    if (round % 5 < 4) continue;
    const run = place.dateline(["build", "--now", now]);
    expect(run.stderr, `round ${round}`).not.toMatch(/error|warning/);
    expect(run.code).toBe(0);
    expect([...partsBelow(join(place.folder, "dist")), ...partsBelow(join(place.folder, "data"))]).toEqual([]);
    // Whatever the killed ones had written, feeds hold what the ledger says, and it is what a fresh folder gets.
    undisturbed.put({ "data/ledger.jsonl": place.text("data/ledger.jsonl"), "data/ferry.png": png(80, 80) });
    for (const file of place.list("data").filter((name) => /\.(?:md|yaml)$/.test(name)))
      undisturbed.put({ [`data/${file}`]: place.text(`data/${file}`) });
    for (const file of undisturbed.list("data").filter((name) => name.endsWith(".md")))
      if (!place.list("data").includes(file)) undisturbed.remove(`data/${file}`);
    expect(undisturbed.dateline(["build", "--now", now]).code).toBe(0);
    for (const file of ["rss.xml", "atom.xml", "feed.json"])
      expect(undisturbed.text(`dist/${file}`), `${file} in round ${round}`).toBe(place.text(`dist/${file}`));
  }
});
