import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tries } from "../support/runs.ts";
import { ROOT, site } from "../support/site.ts";

/** The sample publication without its ledger or feeds, as a writer would start. */
function sample() {
  const folder = mkdtempSync(join(tmpdir(), "dateline-sample-"));
  cpSync(join(ROOT, "data"), join(folder, "data"), { recursive: true });
  const copy = site(folder);
  rmSync(folder, { recursive: true });
  return copy;
}

/** Every file below a folder, sorted. */
const below = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const committed = (path: string): string => readFileSync(join(ROOT, path), "utf8");

describe("the sample publication", () => {
  test("builds to exactly what lies in dist/, ledger and all", async () => {
    const copy = sample();
    await copy.build();
    for (const [path, text] of Object.entries(copy.bytes())) expect(text, path).toBe(committed(path));
    expect(copy.list("dist")).toEqual(below(join(ROOT, "dist")));
  });

  test("builds to the same without its ledger: nothing in it depends on the day it was built", async () => {
    const copy = sample();
    copy.remove("data/ledger.jsonl");
    await copy.build({ now: new Date("2029-03-04T05:06:07Z") });
    for (const [path, text] of Object.entries(copy.bytes())) expect(text, path).toBe(committed(path));
  });

  test.for([
    [{ TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" }, "far east, German"],
    [{ TZ: "Pacific/Pago_Pago", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }, "far west, Turkish (dotless i)"],
    [
      { TZ: "Asia/Kathmandu", LANG: "C", LC_ALL: "C", SOURCE_DATE_EPOCH: "1893456000" },
      "odd offset, no locale, the first second of 2030",
    ],
  ] as const)("builds to the same with %j (%s)", ([env]) => {
    const copy = sample();
    copy.remove("data/ledger.jsonl");
    expect(copy.dateline(["build"], env)).toMatchObject({ code: 0 });
    for (const [path, text] of Object.entries(copy.bytes())) expect(text, path).toBe(committed(path));
  });
});

/** Articles whose names and dates are drawn, so that the disk lists them in any order. */
const ARTICLES = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z]{1,8}$/),
    day: fc.integer({ min: 1, max: 28 }),
    words: fc.lorem({ maxCount: 30 }),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 6 },
);

test("the order in which files were made changes no byte", async () => {
  await fc.assert(
    fc.asyncProperty(ARTICLES, async (articles) => {
      const now = new Date("2026-06-01T00:00:00Z");
      const file = ({ name, day, words }: (typeof articles)[number]) =>
        [
          `data/${name}.md`,
          `---\ntitle: On ${name}\ndate: 2026-04-${String(day).padStart(2, "0")}\n---\n${words}.\n`,
        ] as const;
      const one = site(Object.fromEntries(articles.map(file)));
      const other = site(Object.fromEntries(articles.toReversed().map(file)));
      await one.build({ now });
      await other.build({ now });
      expect(digest(other.bytes())).toBe(digest(one.bytes()));
    }),
    tries(25),
  );
});

function digest(bytes: Readonly<Record<string, string>>): string {
  return createHash("sha256").update(JSON.stringify(bytes)).digest("hex");
}
