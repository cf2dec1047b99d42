import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeLock } from "../../src/lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-lock-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const DEAD = 2 ** 22 + 1;

function release(taken: ReturnType<typeof takeLock>): void {
  expect(taken).toBeTypeOf("function");
  if (typeof taken === "function") taken();
}

test("a lock is held until it is given back, also against this very process", () => {
  const taken = takeLock(folder);
  expect(takeLock(folder)).toEqual({ pid: process.pid, host: hostname() });
  release(taken);
  release(takeLock(folder));
  expect(readdirSync(join(folder, ".dateline"))).toEqual([".gitignore"]);
});

test.for([
  [JSON.stringify({ pid: DEAD, host: hostname() }), true, "its process is gone"],
  [JSON.stringify({ pid: process.pid, host: hostname() }), true, "our own number, from before a restart"],
  ["{", true, "unreadable"],
  [JSON.stringify({ pid: process.ppid, host: hostname() }), false, "its process lives"],
  [JSON.stringify({ pid: DEAD, host: "elsewhere" }), false, "another machine can't be asked"],
] as const)("a lock %s is taken over: %s (%s)", ([content, over]) => {
  mkdirSync(join(folder, ".dateline"));
  writeFileSync(join(folder, ".dateline", "lock"), content);
  const taken = takeLock(folder);
  expect(typeof taken === "function").toBe(over);
  if (typeof taken === "function") taken();
  else expect(taken).toEqual(JSON.parse(content));
});

test("git ignores what is private", () => {
  release(takeLock(folder));
  expect(readFileSync(join(folder, ".dateline", ".gitignore"), "utf8")).toBe("*\n");
});

test("a missing folder is not made", () => {
  expect(() => takeLock(join(folder, "missing"))).toThrow(/ENOENT/);
  expect(existsSync(join(folder, "missing"))).toBe(false);
});
