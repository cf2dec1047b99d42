import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { ledgerOnDisk } from "../../src/build/ledger-on-disk.ts";
import { ledgerSum, readLedger, type StandingLedger } from "../../src/build/open-ledger.ts";
import { Unsettled } from "../../src/files/settled.ts";
import { inMemory } from "../../src/ledger/ledger-bytes.ts";
import { site } from "../support/site.ts";

/** A data folder whose ledger has these bytes. */
function data(bytes?: Uint8Array): string {
  const { folder } = site(bytes === undefined ? {} : { "ledger.jsonl": bytes });
  return folder;
}

function opened(folder: string): StandingLedger {
  const ledger = ledgerOnDisk(folder);
  onTestFinished(ledger.close);
  return ledger;
}

/** More than is asked of the disk at once, each line unlike any other. */
const LONG = Buffer.from(
  Array.from({ length: 60_000 }, (_, number) => `{"id":"${number}","title":"Größe ${number}"}\n`).join(""),
);
const A_PIECE = 1 << 20;

describe("the ledger's file on the disk", () => {
  const memory = inMemory(LONG);
  const place = fc.integer({ min: 0, max: LONG.length });

  test("says what it would say in memory, whatever part of it is asked for", () => {
    const { bytes, sum } = opened(data(LONG));
    expect(LONG.length).toBeGreaterThan(2 * A_PIECE);
    expect(bytes.length).toBe(LONG.length);
    expect(sum).toBe(ledgerSum([LONG]));
    fc.assert(
      fc.property(place, place, (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        expect(bytes.part(from, to).equals(memory.part(from, to))).toBe(true);
        const pieces: Buffer[] = [];
        for (const piece of bytes.pieces(from, to)) pieces.push(Buffer.from(piece));
        expect(Buffer.concat(pieces).equals(memory.part(from, to))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("no piece of it is large", () => {
    const { bytes } = opened(data(LONG));
    for (const piece of bytes.pieces(0, bytes.length)) expect(piece.length).toBeLessThanOrEqual(A_PIECE);
  });

  test("a text is found wherever it stands, also where one piece ends and the next begins", () => {
    const { bytes } = opened(data(LONG));
    const around = Array.from({ length: 40 }, (_, back) => LONG.toString("utf8", A_PIECE - back, A_PIECE - back + 40));
    const whole = around.filter((text) => !text.includes("\uFFFD"));
    expect(whole.length).toBeGreaterThan(20);
    for (const text of whole) expect(bytes.includes(text), text).toBe(true);
    expect(bytes.includes('"Größe 0"')).toBe(true);
    expect(bytes.includes('"Größe 59999"}\n')).toBe(true);
    expect(bytes.includes("Größe 60000")).toBe(false);
    expect(bytes.includes(`${LONG.toString("utf8")}.`)).toBe(false);
  });
});

test("where nothing takes the place of a file that is open, it is read and given back at once", async () => {
  const folder = data(LONG);
  const open = (): number =>
    readdirSync("/proc/self/fd").filter((name) => {
      try {
        return readlinkSync(`/proc/self/fd/${name}`) === join(folder, "ledger.jsonl");
      } catch {
        return false;
      }
    }).length;
  const kept = opened(folder);
  const read = ledgerOnDisk(folder, false);
  if (existsSync("/proc/self/fd")) await vi.waitUntil(() => open() === 1);
  renameSync(join(folder, "ledger.jsonl"), join(folder, "elsewhere"));
  expect([read.sum, read.bytes.length]).toEqual([kept.sum, kept.bytes.length]);
  expect(read.bytes.part(10, 90).equals(kept.bytes.part(10, 90))).toBe(true);
  expect(read.check).toThrow(Unsettled);
  read.close();
});

test("without a ledger there is nothing, and that is what is checked", () => {
  const folder = data();
  const { bytes, sum, check } = opened(folder);
  expect([bytes.length, sum]).toEqual([0, readLedger(folder).sum]);
  expect(check).not.toThrow();
  writeFileSync(join(folder, "ledger.jsonl"), "");
  expect(check).toThrow(Unsettled);
});

test("a folder in its place is the disk's trouble, with its path", () => {
  const { folder } = site({ "ledger.jsonl/file": "" });
  expect(() => ledgerOnDisk(folder)).toThrow(
    expect.objectContaining({ code: "EISDIR", path: join(folder, "ledger.jsonl") }),
  );
});

const LINE = '{"id":"a"}\n';
const path = (folder: string): string => join(folder, "ledger.jsonl");

test.each<[string, (folder: string) => void]>([
  ["is longer", (folder) => appendFileSync(path(folder), LINE)],
  ["is gone", (folder) => rmSync(path(folder))],
  ["is another one with the same bytes", (folder) => exchange(folder, LINE)],
  ["is empty", (folder) => truncateSync(path(folder))],
])("a ledger that %s while a build is at work is noticed before anything takes its place", (_, change) => {
  const folder = data(Buffer.from(LINE));
  const { check } = opened(folder);
  expect(check).not.toThrow();
  change(folder);
  expect(check).toThrow(Unsettled);
});

function exchange(folder: string, text: string): void {
  writeFileSync(join(folder, "other"), text);
  renameSync(join(folder, "other"), path(folder));
}

test("what was opened can be read to its end when another file has its name", () => {
  const folder = data(LONG);
  const { bytes } = opened(folder);
  exchange(folder, "");
  expect(bytes.part(0, bytes.length).equals(LONG)).toBe(true);
});

test("of a file that was cut meanwhile nobody gets half", () => {
  const folder = data(LONG);
  const { bytes } = opened(folder);
  truncateSync(path(folder), 10);
  expect(() => bytes.part(0, 20)).toThrow(Unsettled);
});

test("a ledger that a colleague's pull brings while a build is at work is not lost: the build begins again", async () => {
  const article = (title: string): string =>
    `---\ntitle: ${title}\ndate: 2026-05-01T08:00:00Z\nauthor: Jane Doe\n---\n\nThe ${title} sails again from Monday.\n`;
  const { build, put, folder, text } = site({
    "data/publication.yaml": "title: The Harbour Gazette\nurl: https://gazette.example/\n",
    "data/ferry.md": article("Ferry"),
  });
  const now = new Date("2026-06-01T09:30:00Z");
  await build({ now });
  const elsewhere = '{"id":"tag:gazette.example,2026-05-02:crane",';
  const pulled = text("data/ledger.jsonl")
    .replace(/^\{"id":"[^"]*",/, elsewhere)
    .replaceAll("erry", "rane");
  put({ "data/boat.md": article("Boat") });
  let isPulled = false;
  const report = await build({
    now,
    onProgress: () => {
      if (isPulled) return;
      isPulled = true;
      exchange(join(folder, "data"), `${readFileSync(path(join(folder, "data")), "utf8")}${pulled}`);
    },
  });
  expect(isPulled).toBe(true);
  expect(report.entries.withdrawn.map(({ id }) => id)).toEqual(["tag:gazette.example,2026-05-02:crane"]);
  expect(text("data/ledger.jsonl").match(/"id":"[^"]*"/g)).toHaveLength(3);
});
