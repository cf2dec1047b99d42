import { rmSync, symlinkSync, utimesSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { png } from "../support/pictures.ts";
import { type Site, site } from "../support/site.ts";

const NOW = new Date("2026-06-01T10:00:00Z");
const PUBLICATION = "title: Gazette\nurl: https://gazette.example/\nfeeds:\n  tags: true\n";
const ARTICLE = (title: string, more = ""): string =>
  `---\ntitle: ${title}\ndate: 2026-05-01\n${more}---\n\nAll there is to say of the ${title}.\n`;

async function built(files: Readonly<Record<string, string | Uint8Array>>): Promise<Site> {
  const place = site({ "data/publication.yaml": PUBLICATION, "data/crane.md": ARTICLE("crane"), ...files });
  await place.build({ now: NOW });
  return place;
}

/** What a build removes, from the output folder on. */
async function removed(place: Site, options: Parameters<Site["build"]>[0] = {}): Promise<readonly string[]> {
  await pause(80);
  const { files } = await place.build({ now: NOW, ...options });
  return files.removed.map((path) => relative(join(place.folder, "dist"), path)).sort();
}

const TAG = ["atom.xml", "feed.json", "index.html", "rss.xml"].map((name) => `tags/harbour/${name}`);

describe("what nothing leads to any more is removed", () => {
  test("the feeds and the page of a tag that no article has, with their folders", async () => {
    const place = await built({ "data/ferry.md": ARTICLE("ferry", "tags: [harbour]\n") });
    expect(place.list("dist")).toEqual(expect.arrayContaining(TAG));
    place.put({ "data/ferry.md": ARTICLE("ferry") });
    expect(await removed(place)).toEqual(TAG);
    expect(place.list("dist").filter((path) => path.startsWith("tags"))).toEqual([]);
    expect(await removed(place)).toEqual([]);
  });

  test("files that builds have written anew since the first, and those that they left alone", async () => {
    const place = await built({ "data/ferry.md": ARTICLE("ferry", "tags: [harbour]\n") });
    place.put({ "data/ferry.md": `${ARTICLE("ferry", "tags: [harbour]\n")}\nIt sails on Monday.\n` });
    expect(await removed(place)).toEqual([]);
    place.put({ "data/crane.md": `${ARTICLE("crane")}\nIt stands.\n` });
    expect(await removed(place)).toEqual([]);
    place.put({ "data/ferry.md": ARTICLE("ferry") });
    expect(await removed(place)).toEqual(TAG);
  });

  test("a picture that was replaced, and one whose article was withdrawn", async () => {
    const place = await built({
      "data/ferry.md": ARTICLE("ferry", "image: quay.png\n"),
      "data/quay.png": png(640, 400),
    });
    const pictures = (): readonly string[] => place.list("dist").filter((path) => path.startsWith("media/"));
    const first = pictures();
    place.put({ "data/quay.png": png(800, 400) });
    expect(await removed(place)).toEqual(first);
    const second = pictures();
    expect(second).toHaveLength(1);
    place.remove("data/ferry.md");
    expect(await removed(place)).toEqual(expect.arrayContaining([...second]));
    expect(pictures()).toEqual([]);
  });

  test("every page, where pages are no longer wanted", async () => {
    const place = await built({});
    place.put({ "data/publication.yaml": `${PUBLICATION}pages: false\n` });
    expect(await removed(place)).toEqual(expect.arrayContaining(["articles/crane/index.html", "index.html"]));
    expect(place.list("dist").filter((path) => path.endsWith(".html"))).toEqual([]);
    expect(place.list("dist")).toContain("rss.xml");
  });

  test("however the output folder is named", async () => {
    const place = await built({ "data/ferry.md": ARTICLE("ferry", "tags: [harbour]\n") });
    place.put({ "data/ferry.md": ARTICLE("ferry") });
    const before = place.list("dist");
    await pause(80);
    expect(place.dateline(["build", "--now", NOW.toISOString()])).toMatchObject({ code: 0, stderr: "" });
    expect(place.list("dist")).toEqual(before.filter((path) => !TAG.includes(path)));
    expect(place.dateline(["build", "--now", NOW.toISOString(), "--out", join(place.folder, "dist")])).toMatchObject({
      code: 0,
    });
    expect(place.list("dist")).toEqual(before.filter((path) => !TAG.includes(path)));
  });
});

describe("what stays", () => {
  const harbour = {
    "data/ferry.md": ARTICLE("ferry", "tags: [harbour]\nimage: quay.png\n"),
    "data/quay.png": png(8, 8),
  };

  test("whatever a refused article had published", async () => {
    const place = await built(harbour);
    const before = place.list("dist");
    place.put({ "data/ferry.md": ARTICLE("ferry", "tags: [harbour]\nimage: gone.png\n") });
    expect(await removed(place)).toEqual([]);
    expect(place.list("dist")).toEqual(before);
  });

  test("what somebody else put there, or changed", async () => {
    const place = await built(harbour);
    place.put({
      "dist/CNAME": "gazette.example\n",
      "dist/tags/harbour/rss.xml": "mine",
      "data/ferry.md": ARTICLE("f"),
    });
    const gone = await removed(place);
    expect(gone).toContain("tags/harbour/atom.xml");
    expect(gone).not.toContain("tags/harbour/rss.xml");
    expect(place.text("dist/tags/harbour/rss.xml")).toBe("mine");
    expect(place.text("dist/CNAME")).toBe("gazette.example\n");
  });

  test("everything, where nothing is published or nothing is to be written", async () => {
    const place = await built(harbour);
    const before = place.bytes();
    place.put({ "data/ferry.md": ARTICLE("ferry") });
    expect(await removed(place, { dryRun: true })).toEqual([]);
    place.put({ "data/publication.yaml": "title: [" });
    expect(await removed(place)).toEqual([]);
    expect(place.bytes()).toEqual(before);
  });

  test("what lies in another output folder", async () => {
    const place = await built(harbour);
    const before = place.list("dist");
    place.put({ "data/ferry.md": ARTICLE("ferry") });
    await pause(80);
    const { files } = await place.build({ now: NOW, out: join(place.folder, "elsewhere") });
    expect(files.removed).toEqual([]);
    expect(place.list("dist")).toEqual(before);
    expect(await removed(place)).toEqual(expect.arrayContaining(TAG));
  });
});

describe("where nothing is remembered", () => {
  test("the list of feeds that stands there tells which are ours", async () => {
    const place = await built({ "data/ferry.md": ARTICLE("ferry", "tags: [harbour]\n") });
    rmSync(join(place.folder, "data/.dateline"), { recursive: true });
    place.put({ "data/ferry.md": ARTICLE("ferry") });
    expect(await removed(place)).toEqual(TAG.filter((path) => !path.endsWith(".html")));
  });

  test.for([
    ["no list", undefined],
    ["not JSON", "{"],
    ["another's", '{"feeds":[{"rss":"https://gazette.example/../../x.xml"}]}'],
    ["one that leads out", '{"url":"https://gazette.example/","feeds":[{"rss":"https://gazette.example/../own.xml"}]}'],
  ] as const)("nothing is removed with %s", async ([, list]) => {
    const place = await built({ "data/ferry.md": ARTICLE("ferry", "tags: [harbour]\n"), "own.xml": "mine" });
    rmSync(join(place.folder, "data/.dateline"), { recursive: true });
    if (list === undefined) place.remove("dist/feeds.json");
    else place.put({ "dist/feeds.json": list });
    place.put({ "data/ferry.md": ARTICLE("ferry") });
    expect(await removed(place)).toEqual([]);
    expect(place.text("own.xml")).toBe("mine");
  });

  test.for(["", "[]", "{", '{"x":1}'])("a memory that holds %j is as none", async (memory) => {
    const place = await built({ "data/ferry.md": ARTICLE("ferry", "tags: [harbour]\n") });
    place.put({ "data/.dateline/written.json": memory, "data/ferry.md": ARTICLE("ferry") });
    expect(await removed(place)).toEqual(TAG.filter((path) => !path.endsWith(".html")));
  });
});

test("a file that was touched since is not ours to remove, nor is what a link leads to", async () => {
  const place = await built({ "data/ferry.md": ARTICLE("ferry", "tags: [harbour]\n"), "elsewhere/keep.xml": "mine" });
  utimesSync(join(place.folder, "dist/tags/harbour/rss.xml"), NOW, NOW);
  place.remove("dist/tags/harbour/atom.xml");
  symlinkSync(join(place.folder, "elsewhere/keep.xml"), join(place.folder, "dist/tags/harbour/atom.xml"));
  place.put({ "data/ferry.md": ARTICLE("ferry") });
  expect(await removed(place)).toEqual(["tags/harbour/feed.json", "tags/harbour/index.html"]);
  expect(place.text("elsewhere/keep.xml")).toBe("mine");
});
