import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readIndex } from "../../src/build/store/index-file.ts";
import { png } from "../support/pictures.ts";
import { NIGHT, tries } from "../support/runs.ts";
import { type Site, site } from "../support/site.ts";

const PUBLICATION = "title: Gazette\nurl: https://gazette.example/\nfeeds:\n  archiveSize: 2\n";
const FILES = ["a.md", "b.txt", "sub/c.md", "2026/day-7.md", "d.html"] as const;
const ARTICLE = (words: string, more = ""): string =>
  `The ${words}\n\nBy Jane Doe\n\nAll there is to say of ${words}, on Friday.\n\n${more}\n`;
const NOW = new Date("2026-06-01T10:00:00Z");
/** With what an article may state of itself: lines of front matter. */
const STATING = (words: string, lines: readonly string[], more = ""): string =>
  `---\n${lines.join("\n")}\n---\n\n# The ${words}\n\nBy Jane Doe\n\nAll there is to say of ${words}. [Plan](plan.pdf)${more}\n`;
const STATED = [
  "id: https://gazette.example/?p=1",
  "id: two",
  "rssId: three",
  "updated: 2026-05-20",
  "updated: 2026-06-05T08:00:00Z",
  "image: /quay.png",
  "audio: quay.png",
  "expires: 2026-06-20",
  "correction: It is no ferry.",
  "language: fr",
  "translation: first.md",
  "translation: a.md",
] as const;
/** What builds have put into the output folder: not there to save time, but to know what is ours. */
const PLACED = "written.json";

/** So many that most rows of the index stand in a file of their own. */
const MANY: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 20 }, (_, day) => [`data/2026/day-${day}.md`, ARTICLE(`ferry of day ${day}`)]),
);

const NOTHING_ELSE: typeof MANY = {};

/** What somebody does between two builds. */
const step = fc.oneof(
  fc.record({ what: fc.constant("write" as const), file: fc.constantFrom(...FILES), words: fc.lorem({ maxCount: 4 }) }),
  fc.record({ what: fc.constant("picture" as const), file: fc.constantFrom(...FILES), side: fc.constantFrom(80, 90) }),
  fc.record({
    what: fc.constant("state" as const),
    file: fc.constantFrom("a.md", "sub/c.md", "e.md"),
    lines: fc.uniqueArray(fc.constantFrom(...STATED), { selector: (line) => line.split(":")[0], maxLength: 4 }),
  }),
  fc.record({ what: fc.constant("redraw" as const), side: fc.constantFrom(80, 90) }),
  fc.record({ what: fc.constant("lose" as const), path: fc.constantFrom("quay.png", "plan.pdf") }),
  fc.record({ what: fc.constant("touch" as const), file: fc.constantFrom(...FILES) }),
  fc.record({ what: fc.constant("rename" as const), file: fc.constantFrom(...FILES) }),
  fc.record({ what: fc.constant("remove" as const), file: fc.constantFrom(...FILES) }),
  fc.record({ what: fc.constant("restore" as const), file: fc.constantFrom(...FILES) }),
  fc.record({ what: fc.constant("configure" as const), zone: fc.constantFrom("UTC", "Asia/Tokyo", "America/Lima") }),
  fc.record({ what: fc.constant("rest" as const) }),
  fc.record({ what: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ what: fc.constant("damage" as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

function apply(one: Step | undefined, place: Site): void {
  if (one === undefined) return;
  const path = "file" in one ? `data/${one.file}` : "";
  const isThere = "file" in one && place.list("data").includes(one.file);
  if (one.what === "write") place.put({ [path]: ARTICLE(one.words) });
  if (one.what === "restore") place.put({ [path]: ARTICLE("old quay") });
  if (one.what === "picture")
    place.put({ [path]: ARTICLE("picture", "![A quay](/quay.png)"), "data/quay.png": png(one.side, one.side) });
  if (one.what === "state")
    place.put({
      [path]: STATING("picture", one.lines, ", [other](b.txt)"),
      "data/quay.png": png(80, 80),
      "data/plan.pdf": "%PDF",
    });
  beside(one, place);
  if (one.what === "touch" && isThere) utimesSync(join(place.folder, path), NOW, NOW);
  if (one.what === "remove" && isThere) place.remove(path);
  if (one.what === "rename" && isThere)
    renameSync(join(place.folder, path), join(place.folder, path.replace(/(\w)\.(?=\w+$)/, "$1-new.")));
  if (one.what === "configure") place.put({ "data/publication.yaml": `${PUBLICATION}timezone: ${one.zone}\n` });
}

/** What happens to files beside articles. */
function beside(one: Step, place: Site): void {
  if (one.what === "redraw") place.put({ "data/quay.png": png(one.side, one.side) });
  if (one.what === "lose" && place.list("data").includes(one.path)) place.remove(`data/${one.path}`);
}

/** Turns a byte of one of the remembered files over, or cuts it off. */
function damage(place: Site, share: number): void {
  const files = place.list("data/.dateline").filter((name) => name !== ".gitignore" && name !== PLACED);
  const name = files[Math.floor(share * (files.length - 1))];
  if (name === undefined) return;
  const path = join(place.folder, "data/.dateline", name);
  const bytes = readFileSync(path);
  const at = Math.floor(share * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, share > 0.8 ? bytes.subarray(0, at) : bytes);
}

/** What a build says, but for how long it took and where. */
async function reported(place: Site, now: Date): Promise<object> {
  const { milliseconds: _, ...report } = await place.build({ now });
  return JSON.parse(JSON.stringify(report).replaceAll(place.folder, "")) as object;
}

function forget(place: Site): void {
  for (const name of place.list("data/.dateline")) if (name !== PLACED) place.remove(`data/.dateline/${name}`);
}

test("a build that remembers the ones before it publishes what one that does not would", {
  timeout: NIGHT ? 7_200_000 : 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 7 }),
      fc.constantFrom(NOTHING_ELSE, MANY),
      async (steps, more) => {
        const first = { "data/publication.yaml": PUBLICATION, "data/first.md": ARTICLE("first ferry"), ...more };
        const quick = site(first);
        const slow = site(first);
        let now = NOW;
        for (const one of [undefined, ...steps]) {
          if (one?.what === "wait") now = new Date(now.getTime() + one.days * 86_400_000);
          for (const place of [quick, slow]) apply(one, place);
          if (one?.what === "damage") damage(quick, one.at);
          if (one !== undefined) forget(slow);
          // Files that were written just now are not relied on: then nothing would be recalled.
          await pause(60);
          const said = [quick, slow].map((place) => reported(place, now));
          expect(await said[0]).toEqual(await said[1]);
          expect(quick.bytes()).toEqual(slow.bytes());
        }
      },
    ),
    tries(25, 1000),
  );
});

async function built(files: Parameters<Site["put"]>[0] = {}): Promise<Site> {
  const place = site({ "data/publication.yaml": PUBLICATION, "data/first.md": ARTICLE("first ferry"), ...files });
  await pause(80);
  await place.build({ now: NOW });
  return place;
}

/** Where the words of each file are remembered. */
function spans(place: Site): Readonly<Record<string, string>> {
  const index = readIndex(join(place.folder, "data/.dateline"));
  return Object.fromEntries((index?.rows ?? []).map(({ row }) => [row.file, row.words.join()]));
}

/** The files of which the next build need not look at anything. */
function settledFiles(place: Site): readonly string[] {
  const index = readIndex(join(place.folder, "data/.dateline"));
  return (index?.rows ?? []).flatMap(({ row, record }) => (record === undefined ? [] : [row.file])).sort();
}

test("an id that a settled article has for readers of RSS is refused to any other", async () => {
  const place = await built({ "data/second.md": STATING("ferry", ["date: 2026-05-01", "rssId: three"]) });
  expect(settledFiles(place)).toContain("second.md");
  place.put({ "data/third.md": STATING("crane", ["date: 2026-05-02", "rssId: three"]) });
  const { entries } = await place.build({ now: NOW });
  expect(entries.refused.map(({ file }) => file).sort()).toEqual(["second.md", "third.md"]);
});

test("a settled article is told that a newcomer is its translation, and told again when it is none any more", async () => {
  const place = await built({ "data/second.md": STATING("ferry", ["date: 2026-05-01"]), "data/plan.pdf": "%PDF" });
  expect(settledFiles(place)).toContain("second.md");
  const alternates = (): readonly string[] =>
    [...place.text("dist/atom.xml").matchAll(/hreflang="\w+" href="([^"]+)"/g)].map(([, link = ""]) => link).sort();
  place.put({ "data/third.md": STATING("bac", ["date: 2026-05-02", "language: fr", "translation: second.md"]) });
  for (const links of [["second", "third"], []]) {
    await pause(80);
    await place.build({ now: NOW });
    const bytes = place.bytes();
    expect(alternates()).toEqual(expect.arrayContaining(links.map((name) => expect.stringContaining(`/${name}/`))));
    forget(place);
    await place.build({ now: NOW });
    expect(place.bytes()).toEqual(bytes);
    place.put({ "data/third.md": STATING("bac", ["date: 2026-05-02", "language: fr"]) });
  }
});

test("the address of a settled article is given to no other", async () => {
  const place = await built({ "data/second.md": STATING("ferry", ["date: 2026-05-01"]), "data/plan.pdf": "%PDF" });
  expect(settledFiles(place)).toContain("second.md");
  place.put({ "data/sub/second.md": ARTICLE("other ferry") });
  const { entries } = await place.build({ now: NOW });
  expect(entries.new.map(({ file }) => file)).toEqual(["sub/second.md"]);
  const links = [...place.text("data/ledger.jsonl").matchAll(/"link":"([^"]+)"/g)].map(([, link]) => link);
  expect(links.sort()).toEqual(["articles/first/", "articles/second-2/", "articles/second/"]);
});

test("what was withdrawn goes on in no other file while a settled article has its file", async () => {
  const old = "Old words of the harbour, the quay, its crane and all who worked there until it was closed. ".repeat(9);
  const dated = (day: string, title: string, words: string): string =>
    `---\ntitle: ${title}\ndate: ${day}\n---\n\nBy Jane Doe\n\n${words}\n`;
  const place = await built({ "data/given.md": dated("2026-01-01", "Harbour", old) });
  place.put({
    "data/given.md": dated("2026-05-01", "Council", "Nothing but votes, taxes and a new mayor of the town."),
  });
  for (const _ of [1, 2]) {
    await pause(80);
    await place.build({ now: NOW });
  }
  expect(settledFiles(place)).toContain("given.md");
  place.put({ "data/newcomer.md": dated("2026-01-01", "Harbour", `${old} Some more.`) });
  const { entries } = await place.build({ now: NOW });
  expect(entries.new.map(({ file }) => file)).toEqual(["newcomer.md"]);
});

test.for<[string, boolean, string, string]>([
  ["a picture", true, "image: quay.png", "data/plan.pdf"],
  ["a picture elsewhere", true, "image: https://pictures.example/quay.png", "data/plan.pdf"],
  ["a sound", true, "audio: quay.mp3", "data/quay.mp3"],
  ["an id that is a URI", true, "id: https://gazette.example/?p=1", "data/plan.pdf"],
  ["an id that is none", false, "id: two", "data/plan.pdf"],
  ["an id for readers of RSS", true, "rssId: three", "data/plan.pdf"],
  ["an update of the past", true, "updated: 2026-05-20", "data/plan.pdf"],
  ["an update still to come", false, "updated: 2026-06-05", "data/plan.pdf"],
  ["a time to leave", false, "expires: 2026-06-20", "data/plan.pdf"],
  ["a draft", false, "draft: true", "data/plan.pdf"],
])("an article with %s is settled: %s", async ([, isSettled, line, beside]) => {
  const files = { "data/quay.png": png(80, 80), "data/quay.mp3": "ID3", [beside]: "%PDF" };
  const place = await built({ ...files, "data/second.md": STATING("ferry", ["date: 2026-05-01", line]) });
  expect(settledFiles(place).includes("second.md")).toBe(isSettled);
  const before = spans(place);
  place.put({ "data/third.md": ARTICLE("third ferry") });
  await pause(80);
  await place.build({ now: NOW });
  expect(spans(place)).toMatchObject(before);
  expect(settledFiles(place).includes("second.md")).toBe(isSettled);
});

test("a picture that is another, or gone, is told of by every article that shows it", async () => {
  const shown = STATING("ferry", ["image: quay.png"]);
  const place = await built({ "data/quay.png": png(80, 80), "data/plan.pdf": "%PDF", "data/second.md": shown });
  const pictures = (): readonly string[] => place.list("dist/media").filter((name) => name.endsWith(".png"));
  const [before] = pictures();
  place.put({ "data/quay.png": png(90, 90) });
  await pause(80);
  const report = await place.build({ now: NOW });
  expect(report.entries.updated.map(({ file }) => file)).toEqual(["second.md"]);
  expect(pictures()).toHaveLength(1);
  expect(pictures()).not.toContain(before);
  place.remove("data/quay.png");
  expect((await place.build({ now: NOW })).entries.refused).toEqual([{ file: "second.md", kept: true }]);
});

test("only what changed is read again", async () => {
  const place = await built({ "data/second.md": ARTICLE("second ferry") });
  const before = spans(place);
  expect(Object.keys(before).sort()).toEqual(["first.md", "second.md"]);
  place.put({ "data/second.md": ARTICLE("third ferry") });
  await place.build({ now: NOW });
  const after = spans(place);
  expect(after["first.md"]).toBe(before["first.md"]);
  expect(after["second.md"]).not.toBe(before["second.md"]);
});

test("of many rows few are written again where few articles change", async () => {
  const place = await built({ ...MANY, "data/publication.yaml": PUBLICATION.replace("2", "100") });
  // Articles whose days were guessed are looked at once more.
  place.put({ "data/first.md": ARTICLE("ferry of another day") });
  await pause(60);
  await place.build({ now: NOW });
  const most = (): readonly string[] => place.list("data/.dateline").filter((name) => name.startsWith("rows-"));
  const before = most();
  expect(before).toHaveLength(1);
  for (const [round, file] of ["2026/day-4.md", "2026/day-11.md", "2026/day-4.md", "new.md"].entries()) {
    place.put({ [`data/${file}`]: ARTICLE(`quay of round ${round}`) });
    if (round === 1) place.remove("data/2026/day-9.md");
    await pause(60);
    await place.build({ now: NOW });
    expect(most(), file).toEqual(before);
    const lines = readFileSync(join(place.folder, "data/ledger.jsonl"), "utf8");
    const led = (readIndex(join(place.folder, "data/.dateline"))?.rows ?? []).flatMap(({ row, record }) =>
      record === undefined ? [] : [[row.file, JSON.parse(lines.slice(record.at, record.at + record.length)).file]],
    );
    // Each row leads to its line.
    expect(led.length, file).toBeGreaterThan(18);
    for (const [name, said] of led) expect(said).toBe(name);
  }
  for (const [day, file] of Object.keys(MANY).entries())
    if (day !== 9) place.put({ [file]: ARTICLE(`pier of ${day}`) });
  await pause(60);
  await place.build({ now: NOW });
  expect(most()).not.toEqual(before);
  expect(most()).toHaveLength(1);
  expect(readIndex(join(place.folder, "data/.dateline"))?.rows).toHaveLength(21);
});

test.for([
  ["rows-1", "gone", undefined],
  ["rows-1", "cut off", (bytes: Buffer) => bytes.subarray(0, -5)],
  ["rows-1", "another's", (_: Buffer, place: Site) => readFileSync(join(place.folder, "data/.dateline/stories"))],
  ["stories", "cut off", (bytes: Buffer) => bytes.subarray(0, -5)],
  ["stories", "empty", () => Buffer.alloc(0)],
  ["stories", "another text", () => Buffer.from("[]\n123\n")],
  ["printed.json", "cut off", (bytes: Buffer) => bytes.subarray(0, -5)],
  ["printed.json", "another text", () => Buffer.from('{"prints":[1,2]}')],
  ["words-1", "cut off", (bytes: Buffer) => bytes.subarray(0, -5)],
  ["words-1", "empty", () => Buffer.alloc(0)],
  ["words-1", "other words", (bytes: Buffer) => Buffer.from(bytes.toString("utf8").replaceAll("ferry", "quays"))],
] as const)("%s that is %s is no trouble", async ([name, , spoil]) => {
  const place = await built({ "data/second.md": ARTICLE("second ferry"), ...MANY });
  const before = place.bytes();
  const path = join(place.folder, "data/.dateline", name);
  if (spoil === undefined) rmSync(path);
  else writeFileSync(path, spoil(readFileSync(path), place));
  rmSync(join(place.folder, "dist"), { recursive: true });
  const report = await place.build({ now: NOW });
  expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(place.bytes()).toEqual(before);
  expect(await place.build({ now: NOW })).toMatchObject({ files: { written: [] } });
});

test("words that no story has any more leave the disk", async () => {
  const place = await built();
  const long = (seed: number): string => `${"All there is to say. ".repeat(50_000)}${seed}`;
  for (let round = 0; round < 12; round += 1) {
    place.put({ "data/long.md": ARTICLE("long ferry", long(round)) });
    await place.build({ now: NOW });
  }
  const names = place.list("data/.dateline").filter((name) => name.startsWith("words-"));
  expect(names).toHaveLength(1);
  expect(readFileSync(join(place.folder, "data/.dateline", names[0] ?? "")).length).toBeLessThan(12 << 20);
});
