import { describe, expect, test } from "vitest";
import type { Story } from "../../src/compose/story.ts";
import { finding } from "../../src/finding.ts";
import type { RecordContext, Recorded } from "../../src/ledger/desk.ts";
import type { Entry } from "../../src/ledger/entry.ts";
import { EMPTY_LEDGER, type Ledger, parseLedger } from "../../src/ledger/ledger.ts";
import { ledgerText } from "../../src/ledger/pieces.ts";
import { record } from "../../src/ledger/record.ts";
import { PUBLICATION, prose, story } from "../support/story.ts";

const NOW = new Date("2026-06-01T09:30:00Z");
const LATER = new Date("2026-06-02T10:00:00Z");

function recorded(ledger: Ledger, stories: readonly Story[], given: Partial<RecordContext> = {}): Recorded {
  return record(ledger, stories, {
    publication: PUBLICATION,
    now: NOW,
    strict: false,
    silent: new Set(),
    standing: () => undefined,
    committed: () => undefined,
    ...given,
  });
}

/** Publishes the first stories, then the second ones a day later, with the ledger read back from its text in between. */
function history(first: readonly Story[], second: readonly Story[], given: Partial<RecordContext> = {}) {
  const before = recorded(EMPTY_LEDGER, first);
  const { ledger } = parseLedger(ledgerText(before.ledger), "ledger.jsonl");
  const standing = new Map(before.entries.map((entry) => [entry.id, entry]));
  const after = recorded(ledger, second, { now: LATER, standing: ({ id }) => standing.get(id), ...given });
  return { before, after };
}

const ids = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id);
const dated = ({ published }: Story): Partial<Story> => (published === undefined ? {} : { published });
const A = story("a.txt");
const B = story("b.txt", { date: "2026-05-02T08:00:00Z" });

describe("identity", () => {
  test("an id is a tag URI of domain, day and slug, minted once", () => {
    expect(ids(recorded(EMPTY_LEDGER, [A, B]).entries)).toEqual([
      "tag:gazette.example,2026-05-02:b",
      "tag:gazette.example,2026-05-01:a",
    ]);
  });

  test.for([
    ["2026-05-01-river-rises.md", "Whatever", "river-rises", "a date before the name is no part of it"],
    ["news/index.md", "Whatever", "news", "an index is named after its folder"],
    ["article.txt", "Storm over Kiel", "storm-over-kiel", "a generic name says less than the title"],
    ["Ärger im Hafen.txt", "Whatever", "aerger-im-hafen", "letters become Latin ones"],
    ["港口.txt", "港口", /^[0-9a-f]{12}$/, "what has no Latin form is a hash"],
  ] as const)("%s (%s) is called %s: %s", ([file, title, slug]) => {
    const [entry] = recorded(EMPTY_LEDGER, [story(file, { title })]).entries;
    expect(entry?.id.split(":").at(-1)).toEqual(typeof slug === "string" ? slug : expect.stringMatching(slug));
  });

  test("two articles of one name and day are told apart", () => {
    const twins = [story("x/report.txt"), story("y/report.txt")];
    const { entries } = recorded(EMPTY_LEDGER, twins);
    expect(new Set(ids(entries)).size).toBe(2);
    expect(new Set(entries.map(({ link }) => link)).size).toBe(2);
  });

  test("two articles of one name on different days don't share a link where the pattern has no date", () => {
    const twins = [story("x/report.txt"), story("y/report.txt", { date: "2026-04-01T08:00:00Z" })];
    const publication = { ...PUBLICATION, permalink: "/{slug}/" };
    const { entries } = recorded(EMPTY_LEDGER, twins, { publication });
    expect(new Set(entries.map(({ link }) => link)).size).toBe(2);
  });

  test("a stated URI is the id; another stated name is put into a tag URI and known again", () => {
    const stated = [story("a.txt", { id: "urn:x:1" }), story("b.txt", { id: "42" })];
    const { before, after } = history(stated, [story("c.txt", { id: "42", title: "New", body: prose("new") })]);
    expect(ids(before.entries)).toEqual(["tag:gazette.example,2026-05-01:42", "urn:x:1"]);
    expect(ids(after.entries)).toEqual(["tag:gazette.example,2026-05-01:42"]);
  });

  test("two articles can't share an id: both are named, neither is published", () => {
    const { entries, refused, findings } = recorded(EMPTY_LEDGER, [
      story("a.txt", { id: "urn:x:1" }),
      story("b.txt", { id: "urn:x:1" }),
      story("c.txt"),
    ]);
    expect(entries.map(({ file }) => file)).toEqual(["c.txt"]);
    expect(refused.map(({ file }) => file)).toEqual(["a.txt", "b.txt"]);
    expect(findings.map(({ code, place }) => [code, place.file])).toEqual([
      ["ledger/duplicate-id", "b.txt"],
      ["ledger/duplicate-id", "a.txt"],
    ]);
  });

  test.for([
    [{ rssId: "1" }, { rssId: "1" }, "two that readers of RSS would take for one"],
    [{ rssId: "urn:x:1" }, { id: "urn:x:1" }, "one's id for them that is the other's for all"],
  ] as const)("%# %s", ([one, other]) => {
    const { refused } = recorded(EMPTY_LEDGER, [story("a.txt", one), story("b.txt", other), story("c.txt")]);
    expect(refused.map(({ file }) => file)).toEqual(["a.txt", "b.txt"]);
  });

  test("what one article states is minted for no other", () => {
    const taken = "tag:gazette.example,2026-05-01:a";
    const { entries } = recorded(EMPTY_LEDGER, [story("a.txt"), story("z.txt", { id: taken })]);
    expect(entries.map(({ file, id }) => [file, id === taken]).sort()).toEqual([
      ["a.txt", false],
      ["z.txt", true],
    ]);
  });
});

const EDITED = prose("a.txt").replace("harbour", "port").split(" ").slice(5).join(" ");

describe("what an entry's history does to its id and its update", () => {
  test.for([
    ["nothing", [A, B], "unchanged", "the usual case"],
    ["renamed", [story("z.txt", { ...A, file: "z.txt" }), B], "unchanged", "the words are the same"],
    ["moved", [story("old/a.txt", { ...A, file: "old/a.txt" }), B], "unchanged", "the words are the same"],
    ["edited", [{ ...A, body: `<p>${EDITED}</p>` }, B], "updated", "readers see other words"],
    [
      "renamed and edited",
      [{ ...A, file: "z.txt", body: `<p>${EDITED}</p>` }, B],
      "updated",
      "most words are the same",
    ],
    ["retitled", [{ ...A, title: "Another title" }, B], "updated", "readers see the title"],
    ["evidence moved", [{ ...A, evidence: [] }, B], "unchanged", "readers don't see where a fact stood"],
    ["rewritten from scratch", [{ ...A, body: `<p>${prose("other")}</p>` }, B], "updated", "same file, title and date"],
  ] as const)("%s", ([, second, fate]) => {
    const { before, after } = history([A, B], second);
    expect(new Set(ids(after.entries))).toEqual(new Set(ids(before.entries)));
    expect(after[fate].map(({ id }) => id)).toContain("tag:gazette.example,2026-05-01:a");
    expect([after.fresh, after.withdrawn]).toEqual([[], []]);
  });

  test("an update is dated by the build that saw it; publication stays", () => {
    const { after } = history([A], [{ ...A, body: `<p>${EDITED}</p>` }]);
    expect(after.entries.map(({ published, date }) => [published, date])).toEqual([
      [new Date("2026-05-01T12:00:00Z"), LATER],
    ]);
  });

  test("a stated update is taken where it moves forward", () => {
    const updated = { at: new Date("2026-06-01T20:00:00Z"), precision: "minute", from: "front-matter" } as const;
    const { after } = history([A], [{ ...A, updated }]);
    expect(after.updated.map(({ date }) => date)).toEqual([updated.at]);
  });

  test("two files that swap their names swap nothing else", () => {
    const { before, after } = history(
      [A, B],
      [
        { ...B, file: "a.txt" },
        { ...A, file: "b.txt" },
      ],
    );
    const titles = (all: readonly Entry[]) => Object.fromEntries(all.map(({ id, title }) => [id, title]));
    expect(titles(after.entries)).toEqual(titles(before.entries));
    expect(after.unchanged).toHaveLength(2);
  });

  test.for<[string, Partial<Story>]>([
    ["an embargoed one", dated(story("c.txt", { date: "2026-07-01T08:00:00Z" }))],
    ["one whose time is over", { expires: new Date("2026-05-20T00:00:00Z") }],
    ["one whose time is over, of the same day", { expires: new Date("2026-05-20T00:00:00Z"), ...dated(A) }],
    ["a refused one", { findings: [finding("article/empty", { file: "c.txt" }, {})] }],
    ["a draft", { draft: true }],
  ])("an article that swaps its file with %s keeps its id", ([, more]) => {
    const other = { ...story("c.txt", { title: "The crane", body: prose("crane") }), ...more };
    const { before, after } = history(
      [A, other],
      [
        { ...A, file: "c.txt" },
        { ...other, file: "a.txt" },
      ],
    );
    expect(ids(before.entries)).toEqual(["tag:gazette.example,2026-05-01:a"]);
    expect(after.entries.map(({ id, title, file }) => [id, title, file])).toEqual([
      ["tag:gazette.example,2026-05-01:a", A.title, "c.txt"],
    ]);
    expect(after.withdrawn).toEqual([]);
  });

  test("an article whose time is over is followed, however it is rewritten and renamed, until it comes back", () => {
    const over = { expires: new Date("2026-05-20T00:00:00Z") };
    const before = recorded(EMPTY_LEDGER, [A]);
    const [two, three] = [prose("two"), prose("three")];
    let { ledger } = before;
    for (const stage of [{}, { body: two }, { body: two, file: "c.txt" }, { body: three, file: "c.txt" }])
      ({ ledger } = recorded(ledger, [{ ...A, ...over, ...stage }], { now: LATER }));
    const after = recorded(ledger, [{ ...A, body: three, file: "d.txt" }], { now: LATER });
    expect(ids(after.entries)).toEqual(ids(before.entries));
    expect(after.updated).toHaveLength(1);
  });

  test("so is one that has become a draft again", () => {
    const before = recorded(EMPTY_LEDGER, [A, B]);
    const [two, three] = [prose("two"), prose("three")];
    let { ledger } = before;
    for (const stage of [{}, { body: two }, { body: two, file: "c.txt" }, { body: three, file: "c.txt" }])
      ({ ledger } = recorded(ledger, [{ ...A, draft: true, ...stage }, B], { now: LATER }));
    const after = recorded(ledger, [{ ...A, body: three, file: "d.txt" }, B], { now: LATER });
    expect(ids(after.entries)).toEqual(ids(before.entries));
  });

  test("a draft that is a copy takes nothing from the article that is published", () => {
    const { before, after } = history([A, B], [{ ...A, file: "0.txt", draft: true }, { ...A, file: "z.txt" }, B]);
    expect(after.entries.map(({ id, file }) => [id, file])).toEqual([
      [before.entries[0]?.id, "b.txt"],
      [before.entries[1]?.id, "z.txt"],
    ]);
    expect(after.withdrawn).toEqual([]);
  });

  test("a copy is a new entry, and the original keeps its own", () => {
    const { after } = history([A], [A, { ...A, file: "copy.txt" }]);
    expect(after.unchanged.map(({ file }) => file)).toEqual(["a.txt"]);
    expect(after.fresh.map(({ file }) => file)).toEqual(["copy.txt"]);
  });

  test("a file that was given to another article is another entry", () => {
    const other = story("a.txt", { title: "Quite another", date: "2026-05-20T12:00:00Z", body: prose("another") });
    const { after } = history([A], [other]);
    expect(after.fresh.map(({ title }) => title)).toEqual(["Quite another"]);
    expect(after.withdrawn.map(({ title }) => title)).toEqual(["Title of a.txt"]);
  });

  test("yesterday's report that is written over with today's is another entry, though most words are the same", () => {
    const daily = (day: string) =>
      story(`weather-${day}.txt`, {
        title: `Weather of ${day}`,
        date: `2026-05-${day}T06:00:00Z`,
        body: prose("weather").replaceAll("tide", `tide${day}`),
      });
    const { after } = history([daily("10")], [daily("12")]);
    expect(after.fresh.map(({ title }) => title)).toEqual(["Weather of 12"]);
    expect(after.withdrawn.map(({ title }) => title)).toEqual(["Weather of 10"]);
  });

  test("a deleted article is withdrawn, and comes back under its id", () => {
    const { before, after } = history([A, B], [B]);
    expect(after.tombstones).toEqual([
      {
        id: before.entries[1]?.id,
        title: A.title,
        published: new Date("2026-05-01T12:00:00Z"),
        withdrawn: LATER,
        about: { people: [{ name: "Jane Doe" }], tags: [] },
        link: before.entries[1]?.link,
      },
    ]);
    const back = recorded(after.ledger, [A, B]);
    expect(ids(back.entries)).toEqual(ids(before.entries));
    expect(back.tombstones).toEqual([]);
    expect(back.findings.map(({ code }) => code)).toEqual(["ledger/returned"]);
  });

  test("what the front matter says later doesn't re-date what was published, and its writer is told", () => {
    const { before, after } = history([A], [story("a.txt", { date: "2026-05-09T12:00:00Z" })]);
    expect(after.entries[0]?.published).toEqual(before.entries[0]?.published);
    expect(after.findings.map(({ code }) => code)).toEqual(["ledger/date-stays"]);
  });

  test("a line without `published` is dated anew under its id", () => {
    const before = recorded(EMPTY_LEDGER, [A]);
    const text = ledgerText(before.ledger).replace('"published":"2026-05-01T12:00:00Z",', "");
    const after = recorded(parseLedger(text, "ledger.jsonl").ledger, [
      story("a.txt", { date: "2026-05-09T12:00:00Z" }),
    ]);
    expect(after.entries.map(({ id, published }) => [id, published])).toEqual([
      ["tag:gazette.example,2026-05-01:a", new Date("2026-05-09T12:00:00Z")],
    ]);
  });
});

describe("dates", () => {
  test("an article that says nothing is dated by its commit, else by this build, with a warning", () => {
    const undated = [story("a.txt", { date: undefined }), story("b.txt", { date: undefined })];
    const committed = (file: string) => (file === "a.txt" ? new Date("2026-01-05T07:00:00Z") : undefined);
    const { entries, findings } = recorded(EMPTY_LEDGER, undated, { committed });
    expect(entries.map(({ file, published }) => [file, published])).toEqual([
      ["b.txt", NOW],
      ["a.txt", new Date("2026-01-05T07:00:00Z")],
    ]);
    expect(findings.map(({ code }) => code)).toEqual(["date/commit", "date/first-seen"]);
    expect(entries[0]?.evidence).toEqual([
      { field: "published", value: "2026-06-01T09:30:00Z", from: "first-seen", words: "", sure: "weak" },
    ]);
  });

  test("no two entries share an instant, and none is later than now", () => {
    const undated = ["a", "b", "c"].map((name) => story(`${name}.txt`, { date: undefined }));
    const sameDay = ["d", "e"].map((name) => story(`${name}.txt`, { date: "2026-05-01T12:00:00Z" }));
    const instants = recorded(EMPTY_LEDGER, [...undated, ...sameDay]).entries.map(({ published }) => published);
    expect(new Set(instants.map(Number)).size).toBe(5);
    expect(Math.max(...instants.map(Number))).toBe(NOW.getTime());
  });

  test.for([
    ["2026-06-01T12:00:00Z", "day", "published", "today, though its noon is still to come"],
    ["2026-06-02T12:00:00Z", "day", "held back", "tomorrow"],
    ["2026-06-01T09:31:00Z", "minute", "held back", "in a minute"],
    ["2026-06-01T09:30:00Z", "minute", "published", "now"],
  ] as const)("%s (%s) is %s: %s", ([date, precision, fate]) => {
    const at = new Date(date);
    const one = story("a.txt", { published: { at, precision, from: "front-matter" } });
    const { entries, embargoed } = recorded(EMPTY_LEDGER, [one]);
    expect([entries.length, embargoed.length]).toEqual(fate === "published" ? [1, 0] : [0, 1]);
    for (const { published } of entries) expect(published.getTime()).toBeLessThanOrEqual(NOW.getTime());
  });
});

describe("refusals", () => {
  const bad: Story = {
    ...A,
    title: "Broken",
    findings: [finding("date/impossible", { file: "a.txt" }, { words: "30 February" }, "error")],
  };

  test("a refused newcomer is not published", () => {
    const { entries, refused } = recorded(EMPTY_LEDGER, [bad, B]);
    expect([entries.map(({ file }) => file), refused]).toEqual([["b.txt"], [{ file: "a.txt", kept: false }]]);
  });

  test("what a refused article had published stays as it was, also when the feeds are gone by then", () => {
    const { before, after } = history([A, B], [bad, B]);
    expect(after.entries).toEqual(before.entries);
    expect(after.withdrawn).toEqual([]);
    const again = recorded(parseLedger(ledgerText(after.ledger), "ledger.jsonl").ledger, [bad, B]);
    expect(again.entries).toEqual(before.entries);
    expect(again.findings.map(({ code }) => code)).toEqual(["ledger/kept"]);
  });

  test("mended, it goes on as if nothing had been", () => {
    const { before, after } = history([A, B], [bad, B]);
    const mended = recorded(after.ledger, [A, B]);
    expect(mended.unchanged).toHaveLength(2);
    expect(ledgerText(mended.ledger)).toBe(ledgerText(before.ledger));
  });

  test("a file that can't be read withdraws nothing", () => {
    const { before, after } = history([A, B], [B], { silent: new Set(["a.txt"]) });
    expect(after.entries).toEqual(before.entries);
    expect(after.refused).toEqual([{ file: "a.txt", kept: true }]);
  });

  test("--strict refuses what carries a warning", () => {
    const { entries, refused } = recorded(EMPTY_LEDGER, [story("a.txt", { date: undefined }), B], { strict: true });
    expect([entries.map(({ file }) => file), refused]).toEqual([["b.txt"], [{ file: "a.txt", kept: false }]]);
  });

  test("a draft is no entry, and withdraws what it had published", () => {
    const { after } = history([A, B], [{ ...A, draft: true }, B]);
    expect([after.drafts, after.withdrawn.map(({ file }) => file)]).toEqual([["a.txt"], ["a.txt"]]);
  });
});
