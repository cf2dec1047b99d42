import { utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { FilesAtHand } from "../../src/build/files-at-hand.ts";
import { type Index, readIndex } from "../../src/build/store/index-file.ts";
import { recalled } from "../../src/build/store/recall.ts";
import type { Source } from "../../src/build/store/stored-story.ts";
import { type Site, site } from "../support/site.ts";

const PUBLICATION = "title: Gazette\nurl: https://gazette.example/\n";
const ARTICLE = (words: string): string =>
  `---\ndate: 2026-05-01\n---\n\n# The ${words}\n\nBy Jane Doe\n\nAll there is to say of ${words}.\n`;
/** Longer than a change may go unnoticed. */
const A_WHILE = 60;
const NOTHING_READ: Source = {
  facts: () => expect.fail("facts were read"),
  words: () => expect.fail("words were read"),
  put: () => expect.fail("a text was put away"),
};

function indexOf(place: Site): Index {
  return readIndex(join(place.folder, "data/.dateline")) ?? expect.fail("there is no index");
}

const BRIDGE = "data/june/bridge.md";

/** When an article was written last. */
function date(place: Site, path: string, at: Date): void {
  utimesSync(join(place.folder, path), at, at);
}

/** Articles in two folders and beside them, one of which may be changed within the same tick: as if it were written tomorrow. */
async function built(): Promise<Site> {
  const place = site({
    "data/publication.yaml": PUBLICATION,
    "data/front.md": ARTICLE("ferry"),
    "data/may/quay.md": ARTICLE("quay"),
    "data/may/crane.md": ARTICLE("crane"),
    "data/june/storm.md": ARTICLE("storm"),
  });
  await pause(A_WHILE);
  place.put({ [BRIDGE]: ARTICLE("bridge") });
  date(place, BRIDGE, new Date(Date.now() + 86_400_000));
  await place.build();
  return place;
}

test("a folder has a digest if every article in it shows its next change", async () => {
  const place = await built();
  const states = (): object =>
    Object.fromEntries(
      [...indexOf(place).folders].map(([path, { digest, articles }]) => [path, [digest !== "", articles]]),
    );
  expect(states()).toEqual({ "": [true, 1], "may/": [true, 2], "june/": [false, 2] });
  date(place, BRIDGE, new Date("2026-05-01T10:00:00Z"));
  await pause(A_WHILE);
  await place.build();
  expect(states()).toEqual({ "": [true, 1], "may/": [true, 2], "june/": [true, 2] });
});

test("of a folder that is as it was no file is looked at", async () => {
  const place = await built();
  const looked: string[] = [];
  const at: FilesAtHand = {
    count: 5,
    unreadable: [],
    findings: [],
    filesBut: (isLeftOut) => ["front.md", "june/bridge.md", "june/new.md"].filter((file) => !isLeftOut(folder(file))),
    isSame: (path, digest) => digest !== "" && path !== "june/",
    folders: () => new Map(),
    versionOf: (file, known) => {
      looked.push(file);
      return known;
    },
    mediaVersionOf: () => "",
  };
  const folder = (file: string): string => file.slice(0, file.lastIndexOf("/") + 1);
  const { recorded, others } = recalled(indexOf(place), at, NOTHING_READ, true);
  expect(looked.sort()).toEqual(["june/bridge.md", "june/storm.md"]);
  expect(recorded.map(({ row }) => row.file).sort()).toEqual([
    "front.md",
    "june/storm.md",
    "may/crane.md",
    "may/quay.md",
  ]);
  expect(others).toEqual(["june/bridge.md", "june/new.md"]);
});
