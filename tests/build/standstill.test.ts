import { readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { BuildReport } from "../../src/build.ts";
import { type Site, site } from "../support/site.ts";

const PUBLICATION = "title: Gazette\nurl: https://gazette.example/\n";
const ARTICLE = (words: string): string =>
  `---\ndate: 2026-05-30\n---\nThe ${words}\n\nBy Jane Doe\n\nAll there is to say of ${words}.\n`;
const NOW = new Date("2026-06-01T10:00:00Z");
const LAST = "data/.dateline/last-build";

/** A publication that was built, its files old enough to be relied on. */
async function builtOnce(files: Readonly<Record<string, string>> = {}): Promise<Site> {
  const place = site({ "data/publication.yaml": PUBLICATION, "data/first.md": ARTICLE("first ferry"), ...files });
  await pause(80);
  await place.build({ now: NOW });
  return place;
}

function said({ milliseconds: _, ...rest }: BuildReport): Omit<BuildReport, "milliseconds"> {
  return rest;
}

/** What a build says that remembers nothing of the ones before it. */
async function afresh(place: Site, now: Date): Promise<object> {
  rmSync(join(place.folder, LAST), { force: true });
  return said(await place.build({ now }));
}

/** Whether a build stood still: it reads no article then, and so can't tell how far it is. */
async function stoodStill(place: Site, options: Parameters<Site["build"]>[0] = {}): Promise<boolean> {
  let reading = 0;
  await place.build({
    now: NOW,
    ...options,
    onProgress: () => {
      reading += 1;
    },
  });
  return reading === 0;
}

test("a build that finds all as the last one left it says the same, and reads nothing", async () => {
  const place = await builtOnce();
  const before = place.bytes();
  expect(await stoodStill(place)).toBe(true);
  const quick = said(await place.build({ now: NOW }));
  expect(quick).toEqual(await afresh(place, NOW));
  expect(place.bytes()).toEqual(before);
});

test.for<readonly [string, (place: Site) => void]>([
  ["a new article", (place) => place.put({ "data/second.md": ARTICLE("second ferry") })],
  ["an edited one", (place) => place.put({ "data/first.md": ARTICLE("first ferry of all") })],
  [
    "one that is refused for now",
    (place) => place.put({ "data/first.md": "---\ndate: soon\n---\nThe ferry\n\nIt sails.\n" }),
  ],
  ["one that is renamed", renamed],
])("so does one after a build that found %s, as one that remembers nothing", async ([, change]) => {
  const place = await builtOnce({ "data/older.md": ARTICLE("older ferry") });
  change(place);
  await pause(80);
  await place.build({ now: NOW });
  expect(await stoodStill(place)).toBe(true);
  const quick = said(await place.build({ now: NOW }));
  expect(quick).toEqual(await afresh(place, NOW));
});

test("what is said once is not said again: that an article has come back, or has gone", async () => {
  const place = await builtOnce({ "data/older.md": ARTICLE("older ferry") });
  place.remove("data/older.md");
  expect((await place.build({ now: NOW })).entries.withdrawn).toHaveLength(1);
  expect((await place.build({ now: NOW })).entries.withdrawn).toEqual([]);
  place.put({ "data/older.md": ARTICLE("older ferry") });
  await pause(80);
  expect((await place.build({ now: NOW })).findings).toMatchObject([{ code: "ledger/returned" }]);
  expect((await place.build({ now: NOW })).findings).toEqual([]);
});

test.for<readonly [string, (place: Site) => void, Parameters<Site["build"]>[0]?]>([
  ["an edited article", (place) => place.put({ "data/first.md": ARTICLE("other ferry") })],
  ["an article of the same length and time", sameLength],
  ["a new article", (place) => place.put({ "data/second.md": ARTICLE("second ferry") })],
  ["an article that is gone", (place) => place.remove("data/second-hand.md")],
  ["another publication", (place) => place.put({ "data/publication.yaml": `${PUBLICATION}language: de\n` })],
  ["an author's file", (place) => place.put({ "data/authors/jane.yaml": "name: Jane Doe\n" })],
  ["a touched picture", (place) => place.put({ "data/map.png": "no picture" })],
  ["a feed that somebody edited", (place) => place.put({ "dist/rss.xml": "<rss/>" })],
  ["a feed that is gone", (place) => place.remove("dist/atom.xml")],
  ["a ledger that is gone", (place) => place.remove("data/ledger.jsonl")],
  ["a link", linked],
  ["a damaged record", (place) => place.put({ [LAST]: readFileSync(join(place.folder, LAST)).subarray(0, -1) })],
  ["another output folder", () => undefined, { out: "elsewhere" }],
  ["strictness", () => undefined, { strict: true }],
  ["another day", () => undefined, { now: new Date("2026-06-02T00:00:00Z") }],
  ["a time before", () => undefined, { now: new Date("2026-06-01T09:59:59Z") }],
])("%s is looked at", async ([, change, options]) => {
  const place = await builtOnce({ "data/second-hand.md": ARTICLE("second hand") });
  expect(await stoodStill(place)).toBe(true);
  change(place);
  expect(await stoodStill(place, options?.out === undefined ? options : { out: join(place.folder, options.out) })).toBe(
    false,
  );
});

test.for([
  ["an embargo ends", { "data/later.md": ARTICLE("later ferry").replace("05-30", "06-01T12:00:00Z") }, "12:00:00"],
  [
    "an article expires",
    { "data/short.md": ARTICLE("ferry").replace("---\n", "---\nexpires: 2026-06-01T12:00:00Z\n") },
    "12:00:00",
  ],
  ["news is two days old", { "data/hot.md": ARTICLE("hot ferry").replace("05-30", "05-30T11:00:00Z") }, "11:00:00"],
] as const)("until %s", async ([, files, time]) => {
  const place = await builtOnce(files);
  const then = new Date(`2026-06-01T${time}Z`);
  expect(await stoodStill(place, { now: new Date(then.getTime() - 1000) })).toBe(true);
  expect(await stoodStill(place, { now: then })).toBe(false);
});

test("a file of articles is looked at when it changes", async () => {
  const place = await builtOnce();
  const articles = join(place.folder, "articles.json");
  writeFileSync(articles, '[{"id":"a","title":"A","content_text":"The words."}]');
  await pause(80);
  expect(await stoodStill(place, { articles })).toBe(false);
  await place.build({ now: NOW, articles });
  expect(await stoodStill(place, { articles })).toBe(true);
  writeFileSync(articles, '[{"id":"a","title":"B","content_text":"The words."}]');
  await pause(80);
  expect(await stoodStill(place, { articles })).toBe(false);
});

test("what was written just before the build may have changed unseen, and is read again", async () => {
  const place = await builtOnce();
  await place.build({ now: NOW });
  place.put({ "data/first.md": ARTICLE("quick ferry") });
  await place.build({ now: NOW });
  await place.build({ now: NOW });
  place.put({ "data/first.md": ARTICLE("fresh ferry") });
  await place.build({ now: NOW });
  expect(place.text("dist/rss.xml")).toContain("fresh ferry");
});

/** Other words of the same length, with the time of modification set back. */
function sameLength(place: Site): void {
  const path = join(place.folder, "data/first.md");
  writeFileSync(path, ARTICLE("fifth ferry"));
  utimesSync(path, new Date("2026-01-01"), new Date("2026-01-01"));
}

function renamed(place: Site): void {
  renameSync(join(place.folder, "data/older.md"), join(place.folder, "data/old.md"));
}

function linked(place: Site): void {
  symlinkSync("first.md", join(place.folder, "data/linked.md"));
}
