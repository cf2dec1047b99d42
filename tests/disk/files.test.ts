import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { putInPlace } from "../../src/files/in-place.ts";
import { listArticles } from "../../src/listing.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-files-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), "words");
  }
}

test.for([
  ["a.txt", true, "plain text"],
  ["b.md", true, "Markdown"],
  ["c.markdown", true, "Markdown's long ending"],
  ["d.html", true, "HTML"],
  ["E.HTM", true, "capitals"],
  ["deep/er/f.txt", true, "any depth"],
  ["name with blanks #1?.txt", true, "any name"],
  ["g.docx", false, "no format of ours"],
  ["publication.yaml", false, "the publication itself"],
  [".hidden.txt", false, "hidden"],
  [".git/h.txt", false, "hidden folder"],
  ["_drafts/i.md", false, "drafts"],
  ["deep/_drafts/j.md", false, "drafts, at any depth"],
] as const)("%s is an article: %s (%s)", async ([path, listed]) => {
  put(path);
  expect((await listArticles(folder)).files).toEqual(listed ? [path] : []);
});

test("symbolic links are followed inside the folder, once, and never out of it", async () => {
  put("real/a.txt");
  const outside = mkdtempSync(join(tmpdir(), "dateline-outside-"));
  writeFileSync(join(outside, "secret.txt"), "secret");
  symlinkSync(join(folder, "real"), join(folder, "again"));
  symlinkSync(folder, join(folder, "real", "loop"));
  symlinkSync(outside, join(folder, "out"));
  symlinkSync(join(outside, "secret.txt"), join(folder, "secret.txt"));
  const { files, unreadable } = await listArticles(folder);
  expect([files, unreadable]).toEqual([["again/a.txt"], ["secret.txt"]]);
  rmSync(outside, { recursive: true });
});

test("a link that leads nowhere is named", async () => {
  symlinkSync(join(folder, "gone.txt"), join(folder, "a.txt"));
  const { unreadable, findings } = await listArticles(folder);
  expect([unreadable, findings.map(({ code }) => code)]).toEqual([["a.txt"], ["read/unreadable"]]);
});

test("a directory named like an article is a folder", async () => {
  put("x.md/a.txt");
  expect((await listArticles(folder)).files).toEqual(["x.md/a.txt"]);
});

test("a file with the same bytes is not touched, another is replaced whole", () => {
  const path = join(folder, "deep", "feed.xml");
  expect(putInPlace([[path, "one"]])).toEqual({ written: [path], unchanged: [] });
  const before = statSync(path);
  expect(putInPlace([[path, "one"]])).toEqual({ written: [], unchanged: [path] });
  expect(statSync(path)).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
  expect(putInPlace([[path, "two"]])).toEqual({ written: [path], unchanged: [] });
  expect(readFileSync(path, "utf8")).toBe("two");
  expect(readdirSync(dirname(path))).toEqual(["feed.xml"]);
});

test("where one file can't be made, none is replaced and no temporary file stays", () => {
  put("a.xml", "folder");
  const files = [
    [join(folder, "a.xml"), "new"],
    [join(folder, "folder", "b.xml"), "new"],
  ] as const;
  expect(() => putInPlace(files)).toThrow(/ENOTDIR|EEXIST/);
  expect(readdirSync(folder)).toEqual(["a.xml", "folder"]);
  expect(readFileSync(join(folder, "a.xml"), "utf8")).toBe("words");
});

test.skipIf(!existsSync("/proc/self"))(
  "a place where no folder can be made is trouble, not a build without end",
  () => {
    expect(() => putInPlace([["/proc/nowhere/deep/rss.xml", "<rss/>"]])).toThrow("ENOENT");
  },
);
