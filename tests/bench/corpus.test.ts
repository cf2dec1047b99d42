import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeArticles } from "./articles.mjs";
import { corpus, newsroom } from "./corpus.mjs";

const SIZE = 24;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "dateline-corpus-"));
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

/** Every article below a folder, by path. */
function articles(root: string): Readonly<Record<string, string>> {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

function room() {
  const place = folder();
  const kept = join(place, "kept");
  writeArticles(kept, SIZE);
  const copy = join(place, "copy");
  return { kept, copy, newsroom: newsroom(kept, copy) };
}

test("a corpus is made once, of as many articles as are asked for", () => {
  const place = folder();
  const made = corpus(place, SIZE);
  expect(Object.keys(articles(made))).toHaveLength(SIZE);
  rmSync(join(made, Object.keys(articles(made))[0] ?? ""));
  expect(corpus(place, SIZE)).toBe(made);
  expect(Object.keys(articles(made))).toHaveLength(SIZE - 1);
  expect(readdirSync(place)).toHaveLength(1);
});

test("an edit changes one article, each time in another way, and leaves the corpus as it is", () => {
  const { kept, copy, newsroom: desk } = room();
  const before = articles(kept);
  const seen = [before];
  for (let edit = 0; edit < 3; edit += 1) {
    const [file = "", ...others] = desk.edit("one");
    expect(others).toEqual([]);
    const now = articles(copy);
    const changed = Object.keys(before).filter((path) => now[path] !== seen.at(-1)?.[path]);
    expect(changed).toEqual([file]);
    seen.push(now);
  }
  expect(articles(kept)).toEqual(before);
});

test("three edits change, add and remove one each, so that there are always as many", () => {
  const { kept, copy, newsroom: desk } = room();
  for (let edit = 0; edit < 5; edit += 1) {
    const before = articles(copy);
    const [changed = "", added = "", removed = ""] = desk.edit("three");
    const now = articles(copy);
    expect(now[changed]).not.toBe(before[changed]);
    expect(before).not.toHaveProperty([added]);
    expect(now).not.toHaveProperty([removed]);
    expect(Object.keys(now)).toHaveLength(SIZE);
  }
  expect(Object.keys(articles(kept))).toHaveLength(SIZE);
});

test("an added article is newer than all, and has words of its own", () => {
  const { copy, newsroom: desk } = room();
  const before = Object.values(articles(copy)).map((text) => text.split("---\n")[2]?.trim());
  const [, added = ""] = desk.edit("three");
  const text = articles(copy)[added] ?? "";
  expect(text).toMatch(/^---\ntitle: "Added: story 1"\ndate: 2025-01-01T00:01:00.000Z\n/);
  expect(before).not.toContain(text.split("---\n")[2]?.trim());
});
