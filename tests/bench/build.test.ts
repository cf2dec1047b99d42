import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

function bench(...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "dateline-bench-test-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const command = [join(import.meta.dirname, "build.mjs"), "--folder", folder, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status, stdout, stderr, left: readdirSync(folder) };
}

test("each job is measured, and nothing but the articles is kept", {
  timeout: 120_000,
}, () => {
  const jobs = ["newest", "archives", "noop", "three", "one", "listed"];
  const { status, stdout, left } = bench(
    "--sizes",
    "20",
    "--jobs",
    jobs.join(),
    "--rounds",
    "1",
    "--peers",
    "none",
    "--json",
  );
  const { rows, failures } = JSON.parse(stdout);
  expect(failures).toEqual([]);
  expect(status).toBe(0);
  const measured = rows.map(({ job, size, contender, seconds }: { [key: string]: unknown }) => [
    job,
    size,
    contender,
    seconds,
  ]);
  const once = [expect.any(Number)];
  expect(measured).toEqual([
    ["newest", 20, "dateline", once],
    ["archives", 20, "dateline", once],
    ["noop", 20, "dateline", once],
    ["three", 20, "dateline", once],
    ["one", 20, "dateline", once],
    ["one", 20, "stat", once],
    ["listed", 20, "dateline", once],
  ]);
  expect(left).toEqual([expect.stringMatching(/^articles-[\da-f]{8}-20$/)]);
});

test("what it does not understand it refuses, and says what can be asked for", () => {
  const { status, stdout, stderr } = bench("--jobs", "fast");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^--jobs: "fast" is none of newest, archives, .*\n\nnpm run bench:build -- /);
});
