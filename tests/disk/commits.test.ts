import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addedDates } from "../../src/commits.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-git-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(day: string, ...args: readonly string[]): void {
  const at = `${day}T10:00:00+02:00`;
  const env = { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: "2026-06-06T00:00:00Z" };
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
  execFileSync("git", [...who, ...args], { cwd: folder, env, stdio: "ignore" });
}

function commit(day: string): void {
  git(day, "add", "-A");
  git(day, "commit", "-m", "x");
}

test("a file is dated by the commit that added it, across edits and renames, by the author's date", async () => {
  git("2026-01-01", "init");
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "data", "öl.txt"), "a long enough text to be known again\n".repeat(9));
  commit("2026-01-01");
  writeFileSync(join(folder, "data", "b\nb.txt"), "another text\n");
  commit("2026-02-02");
  renameSync(join(folder, "data", "öl.txt"), join(folder, "data", "oil.txt"));
  commit("2026-03-03");
  const dates = await addedDates(join(folder, "data"));
  expect(dates.get("oil.txt")).toEqual(new Date("2026-01-01T08:00:00Z"));
  expect(dates.get("b\nb.txt")).toEqual(new Date("2026-02-02T08:00:00Z"));
});

test("no repository, no dates", async () => {
  expect(await addedDates(folder)).toEqual(new Map());
});
