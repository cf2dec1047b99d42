import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { myself } from "../../src/lock/holder.ts";
import { takeLock } from "../../src/lock.ts";
import { ROOT } from "../support/site.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-lock-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const DEAD = 2 ** 22 + 1;
const onLinux = process.platform === "linux";
/** Another container on this machine. */
const HERE = `${myself().realm?.split(" ")[0] ?? ""} pid:[1]`;

function release(taken: ReturnType<typeof takeLock>): void {
  expect(taken).toBeTypeOf("function");
  if (typeof taken === "function") taken();
}

test("a lock is held until it is given back, also against this very process", () => {
  const taken = takeLock(folder);
  expect(takeLock(folder)).toMatchObject({ pid: process.pid, host: hostname() });
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
  ["[]", true, "nobody stands in it"],
  [JSON.stringify({ ...myself(), pid: process.ppid }), onLinux, "its number was given to a process that started later"],
  [
    JSON.stringify({ ...myself(), pid: process.ppid, realm: "before pid:[1]" }),
    onLinux,
    "the machine was started anew",
  ],
  [JSON.stringify({ ...myself(), host: "other", pid: DEAD }), onLinux, "the machine has another name by now"],
  [JSON.stringify({ ...myself(), host: "box", pid: DEAD, realm: HERE }), false, "another container can't be asked"],
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

test.for([
  [14, false],
  [16, true],
] as const)(
  "a lock from another machine that has shown no sign of life for %i minutes is taken over: %s",
  ([minutes, over]) => {
    putLock({ pid: DEAD, host: "elsewhere" });
    const then = new Date(Date.now() - minutes * 60_000);
    utimesSync(join(folder, ".dateline", "lock"), then, then);
    const taken = takeLock(folder);
    expect(typeof taken === "function").toBe(over);
    if (typeof taken === "function") taken();
  },
);

test("a lock that somebody else has taken over meanwhile is not given back", () => {
  const taken = takeLock(folder);
  putLock({ pid: process.ppid, host: hostname() });
  release(taken);
  expect(existsSync(join(folder, ".dateline", "lock"))).toBe(true);
});

test("whoever was killed while it took a lock over stops nobody, and is swept away", () => {
  putLock({ pid: DEAD, host: hostname() });
  const sum = createHash("sha256")
    .update(JSON.stringify({ pid: DEAD, host: hostname() }))
    .digest("hex")
    .slice(0, 16);
  const left = [`lock.${sum}`, "lock.0123456789abcdef", "lock.0123456789abcdef.copy"];
  const then = new Date(Date.now() - 3_600_000);
  for (const name of left) {
    writeFileSync(join(folder, ".dateline", name), JSON.stringify({ pid: DEAD + 1, host: hostname() }));
    utimesSync(join(folder, ".dateline", name), then, then);
  }
  let heard = 0;
  release(takeLock(folder, () => (heard += 1)));
  expect([heard, readdirSync(join(folder, ".dateline"))]).toEqual([1, [".gitignore"]]);
});

/** Takes the lock again and again; each time it leaves a dead one behind, as if it had been killed. */
const CONTENDER = `
import { openSync, closeSync, rmSync, writeFileSync, renameSync } from "node:fs";
import { takeLock } from ${JSON.stringify(join(ROOT, "lib/lock.js"))};
const [folder, name] = process.argv.slice(1);
const until = Date.now() + 1500;
let got = 0;
while (Date.now() < until) {
  if (typeof takeLock(folder) !== "function") continue;
  got += 1;
  closeSync(openSync(folder + "/inside", "wx"));
  for (const end = performance.now() + 0.5; performance.now() < end; );
  rmSync(folder + "/inside");
  writeFileSync(folder + "/" + name, JSON.stringify({ pid: ${DEAD}, host: ${JSON.stringify(hostname())}, mark: name + got }));
  renameSync(folder + "/" + name, folder + "/.dateline/lock");
}
process.stdout.write(String(got));
`;

test("of many processes that find the same dead lock one takes it over, time after time", async () => {
  putLock({ pid: DEAD, host: hostname() });
  const ends = Array.from({ length: 4 }, async (_, index) => {
    const args = ["--input-type=module", "-e", CONTENDER, folder, `contender-${index}`];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let got = "";
    child.stderr.on("data", (words: Buffer) => (said += words));
    child.stdout.on("data", (words: Buffer) => (got += words));
    await once(child, "close");
    return { said, got: Number(got) };
  });
  const all = await Promise.all(ends);
  expect(all.map(({ said }) => said)).toEqual(["", "", "", ""]);
  expect(all.reduce((sum, { got }) => sum + got, 0)).toBeGreaterThan(50);
});

function putLock(holder: unknown): void {
  mkdirSync(join(folder, ".dateline"), { recursive: true });
  writeFileSync(join(folder, ".dateline", "lock"), JSON.stringify(holder));
}
