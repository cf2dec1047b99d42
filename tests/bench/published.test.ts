import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkEntries } from "./published.mjs";

/** What is read of a file at once. */
const READ = 65_536;

/** RSS files with so many entries each; the first entry's end tag lies across two readings. */
function feeds(...counts: readonly number[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "dateline-published-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return counts.map((count, index) => {
    const file = join(folder, `rss-${index}.xml`);
    const start = "<rss>".padEnd(READ - "<item></it".length);
    writeFileSync(file, `${start}${"<item></item>".repeat(count)}</rss>`);
    return file;
  });
}

test("a feed and its archives hold all entries together", async () => {
  await expect(checkEntries("dateline", feeds(50, 500, 450), "all", 1000)).resolves.toBeUndefined();
});

test("of the newest there are 50, or as many as there are articles", async () => {
  await expect(checkEntries("hugo", feeds(50), "newest", 1000)).resolves.toBeUndefined();
  await expect(checkEntries("hugo", feeds(20), "newest", 20)).resolves.toBeUndefined();
});

test.for([999, 1001])("%d entries of 1000 are told of", async (count) => {
  await expect(checkEntries("hugo", feeds(count), "all", 1000)).rejects.toThrow(
    `hugo published ${count} of 1000 entries`,
  );
});
