import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { COMMAND } from "../support/command.mjs";
import { openRounds } from "./rounds.ts";
import { faultsOf, partsBelow } from "./whole.ts";

/** So many builds are killed; by night, more of them (`npm run test:night`). */
const KILLS = process.env.NIGHT === undefined ? 32 : 500;

/** Runs a build and kills it after so many milliseconds, if any; a reader comes by all the while. Says what that saw. */
async function seenDuring(folder: string, now: Date, milliseconds: number): Promise<readonly string[]> {
  const args = [COMMAND, "build", "--now", now.toISOString()];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
  const ended = once(child, "exit");
  const seen = new Set<string>();
  const until = performance.now() + milliseconds;
  while (performance.now() < until && child.exitCode === null) {
    for (const fault of faultsOf(join(folder, "dist"))) seen.add(fault);
    await pause(1);
  }
  child.kill("SIGKILL");
  await ended;
  for (const fault of faultsOf(join(folder, "dist"))) seen.add(fault);
  return [...seen];
}

test("builds that are killed at random moments leave whole feeds, and the next one gives what an undisturbed one would", {
  timeout: 3_600_000,
}, async () => {
  const { place, edit, undisturbed } = openRounds();
  // How long a build takes on this machine, so that kills fall into it from its first moment to its last.
  const started = performance.now();
  place.dateline(["build", "--now", "2026-05-01T00:00:00Z"]);
  const whole = performance.now() - started;
  for (let round = 0; round < KILLS; round += 1) {
    const now = edit(round);
    const moment = Math.random() * whole;
    const where = `round ${round}, killed after ${Math.round(moment)} of ${Math.round(whole)} ms`;
    expect(await seenDuring(place.folder, now, moment), where).toEqual([]);
    if (round % 4 < 3) continue;
    const expected = await undisturbed(now);
    const run = place.dateline(["build", "--now", now.toISOString()]);
    expect(run.stderr, where).not.toMatch(/error/);
    expect(run.code, where).toBe(0);
    expect(place.bytes(), where).toEqual(expected);
    expect(partsBelow(place.folder), where).toEqual([]);
  }
});

test("a reader who comes by all the while never finds a feed that is not whole, or leads to what is not there", {
  timeout: 600_000,
}, async () => {
  const { place, edit } = openRounds();
  await place.build({ now: new Date("2026-05-01T00:00:00Z") });
  for (let round = 0; round < 8; round += 1)
    expect(await seenDuring(place.folder, edit(round), 60_000), `round ${round}`).toEqual([]);
});
