import { expect, test } from "vitest";
import { type Site, site } from "../support/site.ts";

const PUBLICATION = `title: Gazette
url: https://gazette.example/
limit: 2
feeds:
  archives: main
  archiveSize: 3
  tags: true
  own: [{ name: ferries, tags: [ferry] }]
`;
const NOW = new Date("2026-06-01T10:00:00Z");
const LATER = new Date("2026-06-02T10:00:00Z");
const DAYS = 9;

/** An article of a day in May, in one of two sections, by one of two authors, in one of two languages. */
function article(day: number, more = ""): string {
  const odd = day % 2 === 1;
  return `---
title: The ferry of day ${day}
date: 2026-05-0${day}
section: ${odd ? "World" : "Sport"}
author: ${odd ? "Jane Doe" : "John Roe"}
tags: [${odd ? "ferry" : "race"}]
language: ${odd ? "en" : "de"}
${more}---

It sailed on day ${day}.
`;
}

async function published(): Promise<Site> {
  const days = Array.from({ length: DAYS }, (_, index) => index + 1);
  const articles = days.map((day) => [`data/day-${day}.md`, article(day)]);
  const place = site({ "data/publication.yaml": PUBLICATION, ...Object.fromEntries(articles) });
  await place.build({ now: NOW });
  return place;
}

/** In which feeds a withdrawn article is told of. */
function tellingOf(place: Site, day: number): readonly string[] {
  const ref = `ref="tag:gazette.example,2026-05-0${day}:day-${day}"`;
  const feeds = place.list("dist").filter((path) => path.endsWith("atom.xml"));
  return feeds.filter((path) => place.text(`dist/${path}`).includes(`<at:deleted-entry ${ref}`));
}

const WORLD = [
  "atom.xml",
  "authors/jane-doe/atom.xml",
  "editions/ferries/atom.xml",
  "languages/en/atom.xml",
  "sections/world/atom.xml",
  "tags/ferry/atom.xml",
];
const SPORT = [
  "atom.xml",
  "authors/john-roe/atom.xml",
  "languages/de/atom.xml",
  "sections/sport/atom.xml",
  "tags/race/atom.xml",
];

test.for([
  ["in the window", 9, WORLD],
  ["in the archive document that is being filled", 7, WORLD],
  ["in a full one", 2, SPORT],
] as const)("every feed that had it tells of an article that is withdrawn: %s", async ([, day, feeds]) => {
  const place = await published();
  expect(tellingOf(place, day)).toEqual([]);
  place.remove(`data/day-${day}.md`);
  await place.build({ now: LATER });
  expect(tellingOf(place, day)).toEqual(feeds);
  const before = place.bytes();
  expect((await place.build({ now: LATER })).files.written).toEqual([]);
  expect(place.bytes()).toEqual(before);
  await place.build({ now: new Date("2027-06-01T00:00:00Z") });
  expect(tellingOf(place, day)).toEqual([]);
});

test("one whose time is over is told of as well", async () => {
  const place = await published();
  place.put({ "data/day-2.md": article(2, "expires: 2026-06-02\n") });
  await place.build({ now: LATER });
  expect(tellingOf(place, 2)).toEqual(SPORT);
});

test("where the output folder is gone the main feed alone can tell", async () => {
  const place = await published();
  place.remove("dist");
  place.remove("data/day-2.md");
  await place.build({ now: LATER });
  expect(tellingOf(place, 2)).toEqual(["atom.xml"]);
});

test("one that comes back is withdrawn no more", async () => {
  const place = await published();
  place.remove("data/day-2.md");
  await place.build({ now: LATER });
  place.put({ "data/day-2.md": article(2) });
  await place.build({ now: LATER });
  expect(tellingOf(place, 2)).toEqual([]);
  expect(place.text("data/ledger.jsonl")).not.toContain('"about"');
});

test("what an old article had published stays in the archive while it is refused", async () => {
  const place = await published();
  const archives = (): readonly string[] =>
    place.list("dist/archives").map((path) => place.text(`dist/archives/${path}`));
  const before = archives();
  place.put({ "data/day-2.md": article(2, "image: nowhere.png\n") });
  const { entries, findings } = await place.build({ now: LATER });
  expect(entries.refused).toEqual([{ file: "day-2.md", kept: true }]);
  expect(findings.map(({ code }) => code)).toEqual(["ledger/kept", "media/missing"]);
  expect(archives()).toEqual(before);
});

test.for([
  ["words", '"World"'],
  ["a list", "[]"],
  ["an author that is none", '{"authors":[1]}'],
] as const)("a ledger that says something else of it is refused: %s", async ([, about]) => {
  const place = await published();
  place.remove("data/day-2.md");
  await place.build({ now: LATER });
  const ledger = place.text("data/ledger.jsonl").replace(/"about":\{.*?\}/, `"about":${about}`);
  place.put({ "data/ledger.jsonl": ledger });
  expect((await place.build({ now: LATER })).findings.map(({ code }) => code)).toEqual(["ledger/syntax"]);
});
