import { renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/build/newest/glance.ts";
import { NIGHT, tries } from "../support/runs.ts";
import { type Site, site } from "../support/site.ts";

const LIMIT = 3;
const NEWEST =
  "feeds: { sections: false, authors: false, tags: false, languages: false, archives: none }\npages: false\nhosting: false\n";
const PUBLICATION = `title: Gazette\nurl: https://gazette.example/\nlimit: ${LIMIT}\n${NEWEST}`;
const NOW = new Date("2026-06-01T10:00:00Z");
const DAY = 86_400_000;

/** An article of so many days ago; `more` are lines of its front matter. */
function article(
  name: string,
  daysAgo: number,
  more = "",
  words = "All there is to say.",
  author = "Jane Doe",
): string {
  const date = new Date(NOW.getTime() - daysAgo * DAY).toISOString().slice(0, 10);
  return `---\ntitle: The ${name}\ndate: ${date}\nauthor: ${author}\n${more}---\n\n${words} Of the ${name}, on Friday.\n`;
}

/** Forty articles, one every five days. */
const FORTY = Array.from({ length: 40 }, (_, index) => [`n${index}`, index * 5] as const);

function forty(author?: string, publication = PUBLICATION): Site {
  const articles = FORTY.map(([name, daysAgo]) => [`data/${name}.md`, article(name, daysAgo, "", undefined, author)]);
  return site({ "data/publication.yaml": publication, ...Object.fromEntries(articles) });
}

/** The files of which the ledger knows. */
function recorded(place: Site): readonly string[] {
  const lines = place.text("data/ledger.jsonl").trim().split("\n");
  return lines.map((line) => (JSON.parse(line) as { readonly file: string }).file).sort();
}

/** The entries in the feeds of each format. */
function entries(place: Site): readonly unknown[] {
  const { items } = JSON.parse(place.text("dist/feed.json")) as { readonly items: readonly unknown[] };
  return [
    place.text("dist/rss.xml").match(/<item>[\s\S]*?<\/item>/g),
    place.text("dist/atom.xml").match(/<entry>[\s\S]*?<\/entry>/g),
    items,
  ];
}

/** With a comment: a parser has to read such front matter, and so the whole article is read. */
const ODD = "Jane Doe # of the Quay";

describe("where a publication shows its newest entries alone", () => {
  test("of articles that are too old for any feed nothing but their day is read", async () => {
    const place = forty();
    const report = await place.build({ now: NOW });
    expect(recorded(place).length).toBeLessThan(20);
    expect(report.entries.olderCount).toBe(40 - recorded(place).length);
    expect(report.entries.new).toHaveLength(recorded(place).length);
    expect(report.findings).toEqual([]);
    expect(recorded(place)).toEqual(expect.arrayContaining(["n0.md", "n1.md", "n2.md"]));
  });

  test("the feeds are those that come of reading everything", async () => {
    const [quick, slow] = [forty(), forty(ODD)];
    await quick.build({ now: NOW });
    await slow.build({ now: NOW });
    expect(recorded(slow)).toHaveLength(40);
    expect(entries(quick)).toEqual(entries(slow));
    expect(entries(quick)[2]).toHaveLength(LIMIT);
  });

  test("the command says how many there are", async () => {
    const place = forty();
    const { stdout, code } = place.dateline(["build", "--now", NOW.toISOString()]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Gazette: \d\d entries \(\d\d new\), \d\d too old for any feed\./);
  });

  test("one of them comes in when newer ones are withdrawn", async () => {
    const place = forty();
    await place.build({ now: NOW });
    for (const [name] of FORTY.slice(0, 20)) place.remove(`data/${name}.md`);
    await pause(60);
    const { withdrawn } = (await place.build({ now: NOW })).entries;
    const items = (
      JSON.parse(place.text("dist/feed.json")) as { readonly items: readonly { readonly title: string }[] }
    ).items;
    expect(items.map(({ title }) => title)).toEqual(["The n20", "The n21", "The n22"]);
    expect(withdrawn.length).toBeGreaterThan(LIMIT);
  });

  test("one that lies under another name is known again, however old it is", async () => {
    const place = forty();
    await place.build({ now: NOW });
    const oldest = recorded(place).at(-1) ?? "";
    renameSync(join(place.folder, "data", oldest), join(place.folder, "data/renamed.md"));
    await pause(60);
    const report = await place.build({ now: NOW });
    expect([report.entries.withdrawn, report.entries.new]).toEqual([[], []]);
    expect(recorded(place)).toContain("renamed.md");
  });

  test("one to which a newer one leads is read, so that the link leads to its page", async () => {
    const place = forty();
    place.put({ "data/n0.md": article("n0", 0, "", "As [told before](n35.md).") });
    place.put({ "data/n35.md": article("n35", 175, "", "As [told before that](n39.md).") });
    await place.build({ now: NOW });
    expect(place.text("dist/feed.json")).toContain('href=\\"https://gazette.example/2025/12/08/n35/\\"');
    expect(recorded(place)).toEqual(expect.arrayContaining(["n35.md", "n39.md"]));
    const before = place.bytes();
    await place.build({ now: NOW });
    expect(place.bytes()).toEqual(before);
  });

  test("all are read where too many of the newest are refused", async () => {
    const place = forty();
    for (const [name, daysAgo] of FORTY.slice(0, 30))
      place.put({ [`data/${name}.md`]: article(name, daysAgo, "image: missing.png\n") });
    const report = (await place.build({ now: NOW })).entries;
    expect([report.refused.length, report.new.length, report.olderCount]).toEqual([30, 10, 0]);
  });

  test.for([
    ["pages: false", "pages: true", "pages"],
    ["hosting: false", "hosting: true", "a sitemap"],
    ["archives: none", "archives: main", "an archive"],
    ["tags: false", "tags: true", "feeds of tags"],
    ["tags: false", "tags: [quay]", "a feed of one tag"],
    [`limit: ${LIMIT}`, `limit: ${LIMIT}\nprofiles: [google-news]`, "a news sitemap"],
  ] as const)("%s, then %s: where there are %s, all are read", async ([before, after]) => {
    const place = forty(undefined, PUBLICATION.replace(before, after));
    expect((await place.build({ now: NOW })).entries).toMatchObject({ olderCount: 0, unchangedCount: 0 });
    expect(recorded(place)).toHaveLength(40);
  });
});

test.for([
  ["date: 2026-05-01", "2026-05-01", "a day"],
  ["title: The ferry\ndate: 2026-05-01T23:30:00-10:00", "2026-05-01", "a moment, by the day that it is written with"],
  ["published: 2026-05-01 10:00", "2026-05-01", "by another name"],
  ["date: 1 May 2026", undefined, "no words: they depend on the language"],
  ["date: 2026-02-30", undefined, "no day that there is not"],
  ["title: The ferry", undefined, "no date"],
  ["date: 2026-05-01\nid: ferry", undefined, "nothing that has an id of its own"],
  ["date: 2026-05-01\ndraft: true", undefined, "no draft"],
  ["date: 2026-05-01\nstatus: private", undefined, "by whatever word"],
  ["date: 2026-05-01\npublished: false", undefined, "or flag"],
  ["date: 2026-05-01\ndraft: false", "2026-05-01", "but what says that it is none"],
  ["date: 2026-05-01\nexpires: 2026-06-01", undefined, "nothing that expires"],
  ["date: 2026-05-01\npermalink: /ferry/", undefined, "nothing with an address of its own"],
  ["date: 2026-05-01\nslug: ferry", undefined, "nor with a slug"],
  ["date: 2026-05-01\ntitle: |\n  The ferry", undefined, "nothing for which a parser is needed"],
] as const)("front matter %j dates by %s: %s", ([matter, day]) => {
  expect(dayOf(`---\n${matter}\n---\n`, "a.md")).toBe(day === undefined ? undefined : Date.parse(day));
});

const which = fc.nat({ max: 50 });
const step = fc.oneof(
  fc.record({ what: fc.constant("add" as const), daysAgo: fc.integer({ min: -2, max: 220 }) }),
  fc.record({ what: fc.constant("edit" as const), which, words: fc.lorem({ maxCount: 3 }) }),
  fc.record({ what: fc.constant("rename" as const), which }),
  fc.record({ what: fc.constant("remove" as const), which, count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ what: fc.constant("rest" as const) }),
);
const REST = { what: "rest" } as const;
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What lies in the data folder: of each article its days and words. */
type Files = Map<string, { readonly daysAgo: number; readonly words?: string }>;

/** The files after a step, which is the `at`th. */
function after(files: Files, one: Step, at: number): Files {
  const next: Files = new Map(files);
  if (one.what === "add") next.set(`added${at}`, { daysAgo: one.daysAgo });
  const names = [...files.keys()].sort();
  const from = "which" in one ? one.which % names.length : 0;
  const [name = ""] = names.slice(from);
  const known = files.get(name) ?? { daysAgo: 0 };
  if (one.what === "edit") next.set(name, { ...known, words: one.words });
  if (one.what === "rename") next.set(`again${at}`, known);
  if (one.what === "rename") next.delete(name);
  if (one.what === "remove") for (const gone of names.slice(from, from + one.count)) next.delete(gone);
  return next;
}

/** Puts into a place what it does not have, and takes away what is no more. */
function lay(place: Site, before: Files, now: Files, author?: string): void {
  for (const [name, file] of now)
    if (before.get(name) !== file)
      place.put({ [`data/${name}.md`]: article(`story ${file.daysAgo}`, file.daysAgo, "", file.words, author) });
  for (const name of before.keys()) if (!now.has(name)) place.remove(`data/${name}.md`);
}

/** Takes away what builds remember to save time. */
function forget(place: Site): void {
  for (const name of place.list("data/.dateline")) if (name !== "written.json") place.remove(`data/.dateline/${name}`);
}

/** Publications that are written and built alike: one reads everything, one forgets what builds remember. */
interface Places {
  readonly quick: Site;
  readonly forgetful: Site;
  readonly slow: Site;
}

/** Builds them so many minutes after noon, and compares what they have published. */
async function compare({ quick, forgetful, slow }: Places, minutes: number): Promise<void> {
  if (minutes > 0) forget(forgetful);
  await pause(60);
  const now = new Date(NOW.getTime() + minutes * 60_000);
  const [said, again] = await Promise.all([quick, forgetful, slow].map((place) => place.build({ now })));
  expect(quick.bytes()).toEqual(forgetful.bytes());
  // Beside them, feeds tell of what was withdrawn, where it had been read.
  expect(entries(quick)).toEqual(entries(slow));
  expect(said?.entries.olderCount).toEqual(again?.entries.olderCount);
}

test("whatever happens, the feeds are those that come of reading everything, with and without what is remembered", {
  timeout: NIGHT ? 7_200_000 : 180_000,
}, async () => {
  const empty = (): Site => site({ "data/publication.yaml": PUBLICATION });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const places: Places = { quick: empty(), forgetful: empty(), slow: empty() };
      let files: Files = new Map();
      let next: Files = new Map(FORTY.map(([name, daysAgo]) => [name, { daysAgo }]));
      for (const [at, one] of [...steps, REST].entries()) {
        for (const [name, place] of Object.entries(places)) lay(place, files, next, name === "slow" ? ODD : undefined);
        await compare(places, at);
        files = next;
        next = after(files, one, at);
      }
    }),
    tries(12, 500),
  );
});
