import { describe, expect, test } from "vitest";
import { outFiles } from "../../src/build/out-files.ts";
import { planSite } from "../../src/build/plan.ts";
import type { Entry } from "../../src/ledger/entry.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { FeedsWanted, Publication } from "../../src/publication/publication.ts";
import { atomErrors } from "../render/atom-grammar.ts";
import { jsonFeedErrors } from "../render/json-feed-grammar.ts";
import { rssErrors } from "../render/rss-grammar.ts";
import { entry, recorded } from "../support/entries.ts";
import { site } from "../support/site.ts";
import { PUBLICATION } from "../support/story.ts";
import { FIRST, linkOf, walk } from "../support/walk.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const FORMATS = ["rss", "atom", "json"] as const;
const URL_BASE = "https://gazette.example/";

interface Press {
  readonly files: ReadonlyMap<string, string>;
  readonly ledger: Ledger;
}

/** Everything that a build writes of these entries. */
function press(entries: readonly Entry[], feeds: Partial<FeedsWanted> = {}, before?: Ledger): Press {
  const publication: Publication = { ...PUBLICATION, feeds: { ...PUBLICATION.feeds, authors: false, ...feeds } };
  const { site: planned, ledger } = planSite(publication, recorded(entries, before), NOW);
  const files = new Map([...outFiles(planned)].map(({ path, content }) => [path, content as string]));
  return { files, ledger };
}

const fetchFrom =
  ({ files }: Press) =>
  (url: string): string => {
    const text = files.get(url.slice(URL_BASE.length));
    if (text === undefined) throw new Error(`${url} leads nowhere`);
    return text;
  };

const numbered = (count: number): Entry[] => Array.from({ length: count }, (_, number) => entry(number));

describe("from the subscription document back to the first entry", () => {
  test.for(FORMATS)("%s: every one of 10,000 entries exactly once, newest first", (format) => {
    const entries = numbered(10_000);
    const ids = walk(fetchFrom(press(entries)), `${URL_BASE}${FIRST[format]}`, format);
    expect(ids).toEqual(entries.map(({ id }) => id).toReversed());
  });

  test.for(FORMATS)("%s: a section's too, where all archives are wanted", (format) => {
    const entries = numbered(230).map((one, index) => (index % 2 === 0 ? { ...one, section: "World" } : one));
    const ids = walk(
      fetchFrom(press(entries, { archives: "all", archiveSize: 10 })),
      `${URL_BASE}sections/world/${FIRST[format]}`,
      format,
    );
    expect(ids).toEqual(entries.flatMap(({ id, section }) => (section === "World" ? [id] : [])).toReversed());
  });

  test("documents link forward, back and to the one to subscribe to, and all links lead somewhere", () => {
    const made = press(numbered(75), { archiveSize: 10 });
    for (const format of ["rss", "atom"] as const) {
      const name = (number: number): string => `${URL_BASE}archives/${format}-${number}.xml`;
      const first = fetchFrom(made)(name(1));
      const second = fetchFrom(made)(name(2));
      const last = fetchFrom(made)(name(3));
      expect(linkOf(first, format, "prev-archive")).toBeUndefined();
      expect(linkOf(first, format, "next-archive")).toBe(name(2));
      expect(linkOf(second, format, "prev-archive")).toBe(name(1));
      expect(linkOf(last, format, "next-archive")).toBeUndefined();
      expect(linkOf(last, format, "current")).toBe(`${URL_BASE}${FIRST[format]}`);
      expect(linkOf(last, format, "self")).toBe(name(3));
      expect(first).toContain("<fh:archive/>");
      expect(fetchFrom(made)(`${URL_BASE}${FIRST[format]}`)).not.toContain("<fh:");
    }
  });

  test("every document is right", () => {
    const { files } = press(numbered(75), { archiveSize: 10, own: [{ name: "all", complete: true }] });
    for (const [path, text] of files) {
      if (/(?:^|\/)rss[^/]*$/.test(path)) expect(rssErrors(text), path).toEqual([]);
      if (/(?:^|\/)atom[^/]*$/.test(path)) expect(atomErrors(text), path).toEqual([]);
      if (/(?:^|\/)feed(?:-\d+)?\.json$/.test(path)) expect(jsonFeedErrors(text), path).toEqual([]);
    }
  });
});

describe("a full document keeps its bytes", () => {
  const before = press(numbered(75), { archiveSize: 10 });
  const full = [1, 2].flatMap((number) => [
    `archives/rss-${number}.xml`,
    `archives/atom-${number}.xml`,
    `archives/feed-${number}.json`,
  ]);
  const changed = (entries: readonly Entry[]): readonly string[] => {
    const after = press(entries, { archiveSize: 10 }, before.ledger);
    return full.filter((path) => after.files.get(path) !== before.files.get(path));
  };

  test.for<readonly [Entry[], readonly string[], string]>([
    [[...numbered(75), entry(80), entry(81)], [], "new entries"],
    [numbered(200), [], "many new entries"],
    [[...numbered(75), entry(0.5)], [], "a back-dated entry"],
    [numbered(75).filter((_, index) => index !== 70), [], "a withdrawal elsewhere"],
    [numbered(75).filter((_, index) => index !== 15), full.slice(3), "one of its own withdrawn"],
    [
      numbered(75).map((one, index) => (index === 3 ? { ...one, title: "Corrected" } : one)),
      full.slice(0, 3),
      "one of its own corrected",
    ],
  ])("%#", ([entries, expected]) => {
    expect(changed(entries)).toEqual(expected);
  });
});

test("a feed that is all there is says so, and has no archive", () => {
  const { files } = press(numbered(75), { complete: true });
  expect(files.get("atom.xml")?.match(/<entry/g)).toHaveLength(75);
  expect(files.get("rss.xml")).toContain("<fh:complete/>");
  expect([...files.keys()].filter((path) => path.includes("archive"))).toEqual([]);
});

test("the ledger remembers what a full document holds, so that a fresh clone builds the same", async () => {
  const articles = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `data/a${index}.md`,
      `---\ntitle: Report number ${index}\ndate: 2026-03-${10 + index}\n---\n\nWords of report ${index}, which differ.\n`,
    ]),
  );
  const feeds = "limit: 3\nfeeds: { archiveSize: 4, sections: false, authors: false }\npages: false\n";
  const { build, bytes, text, remove, list } = site({
    "data/publication.yaml": `title: A\nurl: https://a.example/\n${feeds}`,
    ...articles,
  });
  await build({ now: NOW });
  expect(text("data/ledger.jsonl").match(/"archives":\{"main":\d\}/g)).toHaveLength(8);
  const before = bytes();
  remove("dist");
  await build({ now: NOW });
  expect(bytes()).toEqual(before);
  expect(list("dist").filter((path) => path.startsWith("archives/atom"))).toEqual([
    "archives/atom-1.xml",
    "archives/atom-2.xml",
    "archives/atom-3.xml",
  ]);
});
