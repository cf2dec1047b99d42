import fc from "fast-check";
import { expect, test } from "vitest";
import { openMemory } from "../../src/build/memory.ts";
import type { BuildOptions } from "../../src/build.ts";
import { type Site, site } from "../support/site.ts";

const PUBLICATION = "title: Gazette\nurl: https://gazette.example/\n";
const FILES = ["a.md", "b.txt", "sub/c.md"] as const;
const ARTICLE = (words: string): string =>
  `The ${words}\n\nBy Jane Doe\n\nAll there is to say of ${words}, on Friday.\n`;
const NOW = new Date("2026-06-01T00:00:00Z");

/** What somebody does between two builds. */
const step = fc.oneof(
  fc.record({ what: fc.constant("write" as const), file: fc.constantFrom(...FILES), words: fc.lorem({ maxCount: 4 }) }),
  fc.record({ what: fc.constant("remove" as const), file: fc.constantFrom(...FILES) }),
  fc.record({ what: fc.constant("configure" as const), zone: fc.constantFrom("UTC", "Asia/Tokyo", "America/Lima") }),
  fc.record({ what: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 400 }) }),
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

function apply(one: Step, place: Site): void {
  if (one.what === "write") place.put({ [`data/${one.file}`]: ARTICLE(one.words) });
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

test("a build that remembers publishes what one that does not would", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const place = site({ "data/publication.yaml": PUBLICATION, "data/first.md": ARTICLE("first ferry") });
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
    { numRuns: 40 },
  );
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
