import { describe, expect, test } from "vitest";
import type { BuildReport } from "../../src/build.ts";
import { site } from "../support/site.ts";
import { MAIN_FEEDS_ONLY, MAIN_FILES } from "../support/story.ts";

const PUBLICATION = `title: The Harbour Gazette\nurl: https://gazette.example/\ndescription: News of the harbour\n${MAIN_FEEDS_ONLY}`;
const FERRY = `---
title: Ferry returns to service
date: 2026-05-01T08:00:00Z
author: Jane Doe
---

The ferry across the bay sails again from Monday, its owners said after eleven weeks in dry dock.

Tickets cost as much as before.
`;
const CRANE = FERRY.replace("Ferry returns to service", "New crane for the north quay")
  .replace("05-01T08", "05-02T09")
  .replace(
    /The ferry[\s\S]*/,
    "The port authority has ordered a crane that lifts ninety tons.\n\nIt arrives in spring.\n",
  );
const NOW = new Date("2026-06-01T09:30:00Z");
const LATER = new Date("2026-06-02T10:00:00Z");

const gazette = () => site({ "data/publication.yaml": PUBLICATION, "data/ferry.md": FERRY, "data/crane.md": CRANE });

/** How many entries of each fate. */
function tally({ entries }: BuildReport): Readonly<Record<string, number>> {
  const { newCount, unchangedCount, olderCount: _, ...lists } = entries;
  const counts = Object.fromEntries(Object.entries(lists).map(([fate, list]) => [fate, list.length]));
  expect([newCount, unchangedCount]).toEqual([counts.new, counts.unchanged]);
  return counts;
}

const NONE = { new: 0, updated: 0, unchanged: 0, withdrawn: 0, refused: 0, embargoed: 0, drafts: 0 };

describe("a build", () => {
  test("writes three feeds, their lists, what hosts are told and the ledger, and nothing else", async () => {
    const { build, list } = gazette();
    const report = await build({ now: NOW });
    expect(tally(report)).toEqual({ ...NONE, new: 2 });
    expect(report.findings).toEqual([]);
    expect(list("dist")).toEqual(MAIN_FILES);
    const own = list("data").filter((file) => !file.startsWith(".dateline/"));
    expect(own).toEqual(["crane.md", "ferry.md", "ledger.jsonl", "publication.yaml"]);
  });

  test("again, changes nothing and touches nothing", async () => {
    const { build, bytes } = gazette();
    await build({ now: NOW });
    const before = bytes();
    const report = await build({ now: LATER });
    expect(tally(report)).toEqual({ ...NONE, unchanged: 2 });
    expect(report.files.written).toEqual([]);
    expect(bytes()).toEqual(before);
  });

  test("without the feeds or with another clock gives the same bytes", async () => {
    const { build, bytes, remove } = gazette();
    await build({ now: NOW });
    const before = bytes();
    remove("dist");
    await build({ now: LATER });
    expect(bytes()).toEqual(before);
  });

  test("a renamed file is nothing new to subscribers", async () => {
    const { build, put, remove, text } = gazette();
    await build({ now: NOW });
    const before = text("dist/rss.xml");
    remove("data/ferry.md");
    put({ "data/harbour/2026/ferry-again.md": FERRY });
    const report = await build({ now: LATER });
    expect(report.entries.new).toEqual([]);
    expect(report.subscribers).toMatchObject({ appear: [], vanish: [], returnAsNew: [] });
    expect(text("dist/rss.xml").match(/<guid[^>]*>[^<]*/g)).toEqual(before.match(/<guid[^>]*>[^<]*/g));
  });

  test("one bad article is refused and named; the rest is published", async () => {
    const { build, put } = gazette();
    put({ "data/bad.md": FERRY.replace("2026-05-01T08:00:00Z", "2026-02-30") });
    const report = await build({ now: NOW });
    expect(tally(report)).toEqual({ ...NONE, new: 2, refused: 1 });
    expect(report.findings).toMatchObject([
      { code: "date/impossible", severity: "error", place: { file: expect.stringMatching(/data\/bad\.md$/), line: 3 } },
    ]);
  });

  test("an article refused today stays published as it was", async () => {
    const { build, put, text } = gazette();
    await build({ now: NOW });
    const before = text("dist/feed.json");
    put({ "data/ferry.md": FERRY.replace("2026-05-01T08:00:00Z", "2026-02-30").replace("Tickets", "No tickets") });
    const report = await build({ now: LATER });
    expect(tally(report)).toEqual({ ...NONE, unchanged: 1, refused: 1 });
    expect(report.entries.refused).toEqual([{ file: "ferry.md", kept: true }]);
    expect(text("dist/feed.json")).toBe(before);
  });

  test("an article of tomorrow is held back, then published", async () => {
    const { build, put } = gazette();
    put({ "data/soon.md": CRANE.replace("2026-05-02T09", "2026-06-02T09").replace("New crane", "Old crane") });
    const today = await build({ now: NOW });
    expect(today.entries.embargoed).toMatchObject([{ file: "soon.md", until: new Date("2026-06-02T09:00:00Z") }]);
    expect(tally(await build({ now: LATER }))).toEqual({ ...NONE, new: 1, unchanged: 2 });
  });

  test("a dry run writes nothing and says what subscribers will see", async () => {
    const { build, put, remove, bytes } = gazette();
    await build({ now: NOW });
    const before = bytes();
    remove("data/ferry.md");
    put({
      "data/crane.md": CRANE.replace("spring", "autumn"),
      "data/third.md": CRANE.replace("New crane", "Third story")
        .replace("T09", "T10")
        .replace("port authority", "pilots' guild"),
    });
    const report = await build({ now: LATER, dryRun: true });
    expect(report.subscribers).toEqual({
      appear: ["Third story for the north quay"],
      change: ["New crane for the north quay"],
      vanish: ["Ferry returns to service"],
      returnAsNew: [],
    });
    expect(bytes()).toEqual(before);
  });

  test("a publication without a name is named after the outlet of its bylines", async () => {
    const { build, put, remove } = gazette();
    remove("data/publication.yaml");
    put({
      "data/visit.txt":
        "A minister visits the port\nBy John Smith, Buna Times\nPublished May 3, 2026\n\nThe minister came by train and left by boat, her office said on Sunday.\n",
    });
    const report = await build({ now: NOW });
    expect(report.publication).toBe("Buna Times");
    expect(report.findings.map(({ code }) => code)).toContain("publication/no-url");
  });
});

describe("nothing is built, and nothing overwritten,", () => {
  test.for([
    ["disk/no-data", {}, "there is no data folder"],
    ["disk/no-articles", { "data/publication.yaml": PUBLICATION }, "there is no article"],
    [
      "publication/unknown-field",
      { "data/publication.yaml": `${PUBLICATION}colour: red\n`, "data/a.md": FERRY },
      "the publication has an error",
    ],
    ["ledger/syntax", { "data/ledger.jsonl": "{\n", "data/a.md": FERRY }, "the ledger can't be understood"],
    ["disk/trouble", { dist: "a file where the folder should be", "data/a.md": FERRY }, "the output can't be written"],
  ] as const)("%s", async ([code, files]) => {
    const place = site(files);
    const report = await place.build({ now: NOW });
    expect(report.findings.map((one) => one.code)).toContain(code);
    expect(tally(report)).toEqual(NONE);
    expect(report.files.written).toEqual([]);
    for (const [path, content] of Object.entries(files)) expect(place.text(path)).toBe(content);
  });

  test("while another build is at work", async () => {
    const { build } = gazette();
    const both = await Promise.all([build({ now: NOW }), build({ now: NOW })]);
    expect(both.map(({ findings }) => findings.map(({ code }) => code))).toEqual([[], ["disk/locked"]]);
  });
});

test("the last article withdrawn leaves feeds without entries, not feeds that still show it", async () => {
  const { build, put, text } = site({ "data/publication.yaml": PUBLICATION, "data/ferry.md": FERRY });
  await build({ now: NOW });
  put({ "data/ferry.md": FERRY.replace("title:", "draft: true\ntitle:") });
  const report = await build({ now: LATER });
  expect(tally(report)).toEqual({ ...NONE, withdrawn: 1, drafts: 1 });
  expect(JSON.parse(text("dist/feed.json"))).toMatchObject({ items: [] });
  expect(text("dist/rss.xml")).not.toContain("<item>");
  expect(text("dist/atom.xml")).toContain("deleted-entry");
});
