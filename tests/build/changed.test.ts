import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { png } from "../support/pictures.ts";
import { NIGHT, tries } from "../support/runs.ts";
import { type Site, site } from "../support/site.ts";

const PUBLICATION = "title: Gazette\nurl: https://gazette.example/\nfeeds:\n  archiveSize: 2\n  tags: true\n";
const FILES = ["a.md", "b.txt", "sub/c.md", "sub/d.md"] as const;
const NOW = new Date("2026-06-01T10:00:00Z");
const ARTICLE = (words: string): string =>
  `The ${words}\n\nBy Jane Doe\n\nAll there is to say of ${words}, on Friday.\n`;

/** What somebody does between two builds, and tells of. */
const step = fc.oneof(
  fc.record({ what: fc.constant("write" as const), file: fc.constantFrom(...FILES), words: fc.lorem({ maxCount: 4 }) }),
  fc.record({ what: fc.constant("remove" as const), file: fc.constantFrom(...FILES) }),
  fc.record({ what: fc.constant("rename" as const), file: fc.constantFrom(...FILES) }),
  fc.record({ what: fc.constant("move folder" as const) }),
  fc.record({ what: fc.constant("show" as const), file: fc.constantFrom("a.md", "sub/c.md") }),
  fc.record({ what: fc.constant("redraw" as const), side: fc.constantFrom(80, 90) }),
  fc.record({ what: fc.constant("configure" as const), zone: fc.constantFrom("UTC", "Asia/Tokyo") }),
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Does it; returns the paths, below the publication's folder, that have changed. */
function done(one: Step, place: Site): readonly string[] {
  const has = (path: string): boolean =>
    place.list("data").some((file) => file === path || file.startsWith(`${path}/`));
  const move = (from: string, to: string): readonly string[] => {
    if (!has(from) || has(to)) return [];
    renameSync(join(place.folder, "data", from), join(place.folder, "data", to));
    return [`data/${from}`, `data/${to}`];
  };
  if (one.what === "configure") {
    place.put({ "data/publication.yaml": `${PUBLICATION}timezone: ${one.zone}\n` });
    return ["data/publication.yaml"];
  }
  if (one.what === "move folder") return [...move("sub", "other"), ...move("other", "sub")].slice(0, 2);
  if (one.what === "redraw") {
    place.put({ "data/pictures/quay.png": png(one.side, one.side) });
    return ["data/pictures"];
  }
  if (one.what === "show") place.put({ [`data/${one.file}`]: `${ARTICLE("quay")}\n![A quay](/pictures/quay.png)\n` });
  if (one.what === "write") place.put({ [`data/${one.file}`]: ARTICLE(one.words) });
  if (one.what === "remove" && has(one.file)) place.remove(`data/${one.file}`);
  if (one.what === "rename") return move(one.file, one.file.replace(/\w\.(?=\w+$)/, "new."));
  return [`data/${one.file}`];
}

async function reported(place: Site, options: object): Promise<object> {
  const { milliseconds: _, ...report } = await place.build({ now: NOW, ...options });
  return JSON.parse(JSON.stringify(report).replaceAll(place.folder, "")) as object;
}

test("a build that is told what has changed publishes what one that looks at everything would", {
  timeout: NIGHT ? 7_200_000 : 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), fc.boolean(), async (steps, areMany) => {
      const few = { "data/publication.yaml": PUBLICATION, "data/first.md": ARTICLE("first ferry") };
      const many = Array.from({ length: 20 }, (_, day) => [`data/2026/day-${day}.md`, ARTICLE(`ferry of day ${day}`)]);
      const first = areMany ? { ...few, ...Object.fromEntries(many) } : few;
      const [told, looking] = [site(first), site(first)];
      for (const place of [told, looking]) await place.build({ now: NOW });
      for (const one of steps) {
        const paths = done(one, told);
        done(one, looking);
        await pause(60);
        const changed = paths.map((path) => join(told.folder, path));
        expect(await reported(told, { changed })).toEqual(await reported(looking, {}));
        expect(told.bytes()).toEqual(looking.bytes());
      }
    }),
    tries(15, 500),
  );
});

describe("a build that is told what has changed", () => {
  const built = async (): Promise<Site> => {
    const place = site({
      "data/publication.yaml": PUBLICATION,
      "data/a.md": ARTICLE("ferry"),
      "data/b.md": ARTICLE("crane"),
    });
    await pause(80);
    await place.build({ now: NOW });
    return place;
  };
  const at = (place: Site, ...files: readonly string[]) => files.map((file) => join(place.folder, "data", file));

  test("looks at nothing else", async () => {
    const place = await built();
    place.put({
      "data/a.md": ARTICLE("ferry again"),
      "data/b.md": ARTICLE("crane again"),
      "data/c.md": ARTICLE("quay"),
    });
    const { entries } = await place.build({ now: NOW, changed: at(place, "a.md") });
    expect([entries.updated.map(({ file }) => file), entries.new, entries.unchangedCount]).toEqual([["a.md"], [], 1]);
    const next = await place.build({ now: NOW });
    expect([next.entries.updated.map(({ file }) => file), next.entries.new.map(({ file }) => file)]).toEqual([
      ["b.md"],
      ["c.md"],
    ]);
  });

  test("looks at everything where that is not all that there is to know", async () => {
    const place = await built();
    place.put({ "data/c.md": ARTICLE("quay") });
    place.remove("data/.dateline/stories");
    expect((await place.build({ now: NOW, changed: at(place, "a.md") })).entries.new).toHaveLength(1);
    place.put({ "data/d.md": ARTICLE("bridge") });
    expect((await place.build({ now: NOW, changed: [place.folder] })).entries.new).toHaveLength(1);
  });

  test("looks at everything where a build before did not come to its end", async () => {
    const place = await built();
    const index = join(place.folder, "data/.dateline/stories");
    const before = readFileSync(index);
    place.put({ "data/a.md": ARTICLE("ferry again") });
    await place.build({ now: NOW, changed: at(place, "a.md") });
    // Killed before it had remembered what it had published.
    writeFileSync(index, before);
    place.put({ "data/b.md": ARTICLE("crane again") });
    const { entries } = await place.build({ now: NOW, changed: at(place, "b.md") });
    expect([entries.updated.map(({ file }) => file), entries.unchangedCount]).toEqual([["b.md"], 1]);
    expect(place.text("dist/rss.xml")).toContain("ferry again");
  });

  test("from the command line", async () => {
    const place = await built();
    place.dateline(["build", "--now", NOW.toISOString()]);
    place.put({ "data/a.md": ARTICLE("ferry again"), "data/c.md": ARTICLE("quay") });
    const run = place.dateline(["build", "--changed", "data/a.md", "data/gone.md", "--now", NOW.toISOString()]);
    expect(run.stdout).toContain("2 entries (1 updated, 1 unchanged)");
    expect(run.code).toBe(0);
  });
});
