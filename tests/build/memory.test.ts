import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openMemory } from "../../src/build/memory.ts";
import type { BuildOptions } from "../../src/build.ts";
import { PATIENCE, tries } from "../support/runs.ts";
import { type Site, site } from "../support/site.ts";

const PUBLICATION = "title: Gazette\nurl: https://gazette.example/\n";
const FILES = ["a.md", "b.txt", "sub/c.md"] as const;
const ARTICLE = (words: string): string =>
  `The ${words}\n\nBy Jane Doe\n\nAll there is to say of ${words}, on Friday.\n`;
const PICTURED = (words: string): string =>
  `---\ndate: 2026-05-01\n---\n# The ${words}\n\n![The ferry](/ferry.png)\n\nAll there is to say of ${words}.\n`;
const NOW = new Date("2026-06-01T00:00:00Z");

/** What somebody does between two builds. */
const step = fc.oneof(
  fc.record({
    what: fc.constant("write" as const),
    file: fc.constantFrom(...FILES),
    words: fc.lorem({ maxCount: 4 }),
    article: fc.constantFrom(ARTICLE, PICTURED),
  }),
  fc.record({ what: fc.constant("draw" as const), picture: fc.lorem({ maxCount: 2 }) }),
  fc.record({ what: fc.constant("remove" as const), file: fc.constantFrom(...FILES) }),
  fc.record({ what: fc.constant("configure" as const), zone: fc.constantFrom("UTC", "Asia/Tokyo", "America/Lima") }),
  fc.record({ what: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 400 }) }),
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

function apply(one: Step, place: Site): void {
  if (one.what === "write") place.put({ [`data/${one.file}`]: one.article(one.words) });
  if (one.what === "draw") place.put({ "data/ferry.png": one.picture });
  if (one.what === "configure") place.put({ "data/publication.yaml": `${PUBLICATION}timezone: ${one.zone}\n` });
  if (one.what === "remove" && place.list("data").includes(one.file)) place.remove(`data/${one.file}`);
}

/** All that a preview says and shows. */
async function previewed(place: Site, options: Partial<BuildOptions>): Promise<object> {
  const shown: Record<string, unknown> = {};
  const preview: BuildOptions["preview"] = (files) => {
    for (const { path, content } of files) shown[path] = content;
  };
  const { milliseconds: _, ...said } = await place.build({ ...options, preview });
  return { said, shown };
}

test("a build that remembers publishes what one that does not would", PATIENCE, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const place = site({
        "data/publication.yaml": PUBLICATION,
        "data/ferry.png": "the ferry",
        "data/first.md": ARTICLE("first ferry"),
        "data/second.md": PICTURED("second ferry"),
        "data/third.md": PICTURED("third ferry"),
      });
      const memory = openMemory();
      let now = NOW;
      for (const one of steps) {
        apply(one, place);
        if (one.what === "wait") now = new Date(now.getTime() + one.days * 86_400_000);
        const quick = await previewed(place, { now, memory });
        const slow = await previewed(place, { now });
        expect(quick).toEqual(slow);
      }
    }),
    tries(40),
  );
});

test("what nothing was published of yet can be previewed, and built dry, with pictures in several articles", async () => {
  const place = site({
    "data/publication.yaml": PUBLICATION,
    "data/ferry.png": "the ferry",
    ...Object.fromEntries(["a", "b", "c"].map((name) => [`data/${name}.md`, PICTURED(`${name} ferry`)])),
  });
  // One that was just put there may be another at once, and is not remembered.
  await sleep(100);
  for (const options of [{ dryRun: true }, { memory: openMemory(), preview: () => undefined }])
    expect((await place.build({ ...options, now: NOW })).entries.new).toHaveLength(3);
});

test("a preview leaves ledger and feeds alone, also while a build holds the lock", async () => {
  const place = site({ "data/publication.yaml": PUBLICATION, "data/first.md": ARTICLE("first ferry") });
  await place.build({ now: NOW });
  const before = place.bytes();
  place.put({ "data/second.md": ARTICLE("second ferry"), "data/.dateline/lock": '{"pid":1,"host":"elsewhere"}' });
  expect(await previewed(place, { now: NOW })).toMatchObject({
    said: { subscribers: { appear: ["The second ferry"] }, files: { written: [] } },
    shown: { "rss.xml": expect.stringContaining("The second ferry") },
  });
  expect(place.bytes()).toEqual(before);
});
