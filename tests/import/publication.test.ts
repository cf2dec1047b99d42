import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { Feed } from "feed";
import { describe, expect, onTestFinished, test } from "vitest";
import { readFeed } from "../../src/import/feed.ts";
import { merged } from "../../src/import/merge.ts";
import { copiesOf, subscriptions } from "../../src/import/opml.ts";
import { run } from "../cli/run.ts";
import { RUNS } from "../support/runs.ts";
import { type Site, site } from "../support/site.ts";

const HOME = "https://old.example/";
const NEW = { "data/publication.yaml": "title: New\nurl: https://new.example/\n" };

/** What another program publishes, in its formats. */
function oldFeeds(
  names: readonly string[],
  id = (name: string) => `${HOME}${name}`,
): Readonly<Record<"rss.xml" | "atom.xml" | "feed.json", string>> {
  const feed = new Feed({ id: HOME, link: HOME, title: "Old", copyright: "" });
  for (const [index, name] of names.entries())
    feed.addItem({
      id: id(name),
      title: `The ${name}`,
      link: `${HOME}${name}`,
      date: new Date(Date.UTC(2020, 4, index + 1, 8)),
      published: new Date(Date.UTC(2020, 4, index + 1, 8)),
      content: `<p>All there is to say of the ${name}: ${name.repeat(9)}.</p>`,
      author: [{ name: "Jane Doe", email: "jane@old.example" }],
    });
  return { "rss.xml": feed.rss2(), "atom.xml": feed.atom1(), "feed.json": feed.json1() };
}

function placed(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

async function imports(place: Site, from: string, ...more: readonly string[]) {
  return run([
    "import",
    from.includes("://") ? from : `${place.folder}/${from}`,
    "--data",
    `${place.folder}/data`,
    ...more,
  ]);
}

/** What readers know entries by. */
const known = (text: string): readonly string[] => (readFeed(text)?.entries ?? []).map(({ id }) => id);

async function published(place: Site): Promise<readonly string[]> {
  await place.build({ now: new Date("2026-06-01T00:00:00Z") });
  return known(place.text("dist/feed.json")).toSorted();
}

describe("a folder of a publication's feeds", () => {
  test("gives each article once, under the id that subscribers of all formats know", async () => {
    const place = site({ ...NEW, ...placed("old", oldFeeds(["ferry", "crane", "storm"])) });
    const ran = await imports(place, "old");
    expect(ran).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/^3 articles written below /) });
    await published(place);
    for (const [file, old] of Object.entries(oldFeeds(["ferry", "crane", "storm"])))
      expect([file, known(place.text(`dist/${file}`)).toSorted()]).toEqual([file, known(old).toSorted()]);
  });

  test("may hold more than feeds, and feeds of sections, in folders", async () => {
    const place = site({
      ...NEW,
      ...placed("old", oldFeeds(["ferry", "crane"])),
      ...placed("old/harbour", oldFeeds(["ferry"])),
      ...placed("old/archive", oldFeeds(["storm"])),
      "old/sitemap.xml": "<urlset/>",
      "old/feeds.json": "[]",
      "old/index.html": "<title>Old</title>",
    });
    expect((await imports(place, "old")).stdout).toMatch(/^3 articles written/);
    expect(await published(place)).toEqual(["crane", "ferry", "storm"].map((name) => `${HOME}${name}`));
  });

  test("of formats with other ids says so, and keeps those of RSS", async () => {
    const atom = oldFeeds(["ferry", "crane"], (name) => `urn:isbn:${name.length}${name}`)["atom.xml"];
    const place = site({ ...NEW, ...placed("old", { ...oldFeeds(["ferry"]), "atom.xml": atom }) });
    const { code, stderr } = await imports(place, "old");
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^warning: 1 have other ids in other formats; those of RSS stay/),
    ]);
    expect(await published(place)).toEqual([`${HOME}ferry`, "urn:isbn:5crane"]);
  });

  test.for([
    [{}, "nothing"],
    [{ "old/a.xml": "<urlset/>", "old/b.json": "{}", "old/c.txt": "words" }, "no feed"],
  ] as const)("%#: of which none is one is refused (%s)", async ([files]) => {
    const place = site({ ...NEW, "old/.keep": "", ...files });
    const { code, stderr } = await imports(place, "old");
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: .*old is no RSS, Atom or JSON feed/)]);
  });
});

describe("what several feeds say of one article", () => {
  const rss = (item: string): string =>
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item>${item}</item></channel></rss>`;
  const item = (more: string): string => `<guid>${HOME}1</guid><link>${HOME}1</link>${more}`;
  const DAY = "<pubDate>Fri, 01 May 2020 08:00:00 GMT</pubDate>";

  test.for([
    [
      `<title>A</title>${DAY}<description>&lt;p&gt;Long words&lt;/p&gt;</description>`,
      `<title>B</title>${DAY}<description>Short</description>`,
      { title: "A", body: "<p>Long words</p>" },
      "the longest body, with its title",
    ],
    [
      `<category>x</category>${DAY}`,
      `<category>y</category><category>x</category>${DAY}`,
      { tags: ["x", "y"] },
      "all tags",
    ],
    [
      DAY,
      "<pubDate>Thu, 30 Apr 2020 08:00:00 GMT</pubDate>",
      { published: new Date("2020-04-30T08:00:00Z") },
      "the earliest date",
    ],
    [
      `${DAY}<atom:updated>2020-06-01T00:00:00Z</atom:updated>`,
      `${DAY}<atom:updated>2020-07-01T00:00:00Z</atom:updated>`,
      { updated: new Date("2020-07-01T00:00:00Z") },
      "the latest change",
    ],
    [DAY, `${DAY}<dc:creator>Jane Doe</dc:creator>`, { authors: ["Jane Doe"] }, "whoever is named"],
  ] as const)("%#: %s", ([first, second, kept]) => {
    const feeds = [first, second].flatMap((more) => readFeed(rss(item(more))) ?? []);
    for (const order of [feeds, feeds.toReversed()]) {
      const { entries } = merged(order);
      expect(entries).toHaveLength(1);
      expect({ ...entries[0], tags: [...(entries[0]?.tags ?? [])].sort() }).toMatchObject(kept);
    }
  });

  test("an address that several entries of a feed share is none of theirs", () => {
    const two = ["1", "2"].map((id) => `<item><guid>${HOME}${id}</guid><link>${HOME}</link>${DAY}</item>`).join("");
    const feed = readFeed(`<rss version="2.0"><channel>${two}</channel></rss>`);
    expect(merged(feed === undefined ? [] : [feed]).entries).toHaveLength(2);
  });

  test("an entry that one of them can't date is left out only if no other does", () => {
    const feeds = [item(DAY), item(""), "<title>B</title>"].flatMap(
      (one) => readFeed(rss(`<title>A</title>${one}`)) ?? [],
    );
    expect(merged(feeds)).toMatchObject({ entries: [{ title: "A" }], left: [] });
    expect(merged(feeds.slice(1)).left).toEqual(["A"]);
  });

  test("however the articles are spread over feeds, each comes once", () => {
    const names = ["ferry", "crane", "storm", "quay", "buoy"];
    fc.assert(
      fc.property(fc.array(fc.subarray(names), { maxLength: 4 }), (spread) => {
        const feeds = spread.flatMap((some) => Object.values(oldFeeds(some)).flatMap((text) => readFeed(text) ?? []));
        const { entries, divided } = merged(feeds);
        expect(entries.map(({ title }) => title).sort()).toEqual(
          [...new Set(spread.flat())].map((name) => `The ${name}`).sort(),
        );
        expect(divided).toBe(0);
      }),
      RUNS,
    );
  });
});

describe("a list of a publication's feeds (OPML)", () => {
  const opml = (...addresses: readonly string[]): string =>
    `<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="All">${addresses
      .map((address) => `<outline type="rss" text="A" xmlUrl="${address}"/>`)
      .join("")}</outline></body></opml>`;

  test.for([
    ["https://old.example/a/rss.xml?x=1", ["a/rss.xml", "rss.xml"], "an address"],
    ["feeds/rss.xml", ["feeds/rss.xml", "rss.xml"], "a path"],
    ["../../etc/rss.xml", ["etc/rss.xml", "rss.xml"], "nothing outside of the list's folder"],
    ["https://old.example/%2e%2e/%2e%2e/rss.xml", ["rss.xml"], "nor in disguise"],
    ["https://old.example/%E0%A4%A", ["%E0%A4%A"], "half a character"],
    ["https://old.example/", [], "no name at all"],
  ] as const)("%s has its copy at %j (%s)", ([address, paths]) => {
    expect(copiesOf(address)).toEqual(paths);
  });

  test("lists each feed once, in whatever groups", () => {
    expect(subscriptions(opml("a", "b", "a"))).toEqual(["a", "b"]);
    expect(subscriptions("<rss/>")).toBeUndefined();
  });

  test("is read with the copies that lie beside it", async () => {
    const place = site({
      ...NEW,
      "old/list.opml": opml(`${HOME}rss.xml`, `${HOME}harbour/atom.xml`, "storm.json"),
      "old/rss.xml": oldFeeds(["ferry"])["rss.xml"],
      "old/harbour/atom.xml": oldFeeds(["crane", "ferry"])["atom.xml"],
      "old/storm.json": oldFeeds(["storm"])["feed.json"],
    });
    expect(await imports(place, "old/list.opml")).toMatchObject({ code: 0, stderr: "" });
    expect(await published(place)).toEqual(["crane", "ferry", "storm"].map((name) => `${HOME}${name}`));
  });

  test("asks nobody on the web, and says what it lacks", async () => {
    const place = site({ ...NEW, "list.opml": opml(`${HOME}rss.xml`, "b.xml", "c.xml"), "c.xml": "<urlset/>" });
    const { code, stderr } = await imports(place, "list.opml");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^warning: There is no copy of https:\/\/old\.example\/rss\.xml beside the list; --fetch gets/,
    );
    expect(stderr).toMatch(/no copy of b\.xml .*\nwarning: .*c\.xml is no feed\./);
  });

  test("with --fetch is read from the web", async () => {
    const { url } = await oldSite({ "/rss.xml": oldFeeds(["ferry"])["rss.xml"] });
    const place = site({ ...NEW, "list.opml": opml(`${url}rss.xml`, `${url}gone.xml`) });
    const { code, stderr } = await imports(place, "list.opml", "--fetch");
    expect([code, stderr]).toEqual([1, `warning: This cannot be had: ${url}gone.xml: the server answers 404.\n`]);
    expect(await published(place)).toEqual([`${HOME}ferry`]);
  });
});

/** Somebody's site, until the test is done. */
async function oldSite(files: Readonly<Record<string, string>>): Promise<{ readonly url: string }> {
  const server = createServer((request, response) => {
    const text = files[request.url ?? ""];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

describe("an address", () => {
  test.for([
    [
      "rss.xml",
      "/old.xml",
      (text: string, to: string) =>
        text.replace("</channel>", `<atom:link rel="prev-archive" href="${to}"/></channel>`),
      "RSS",
    ],
    [
      "atom.xml",
      "old.xml",
      (text: string, to: string) => text.replace("</feed>", `<link rel="next" href="${to}"/></feed>`),
      "Atom",
    ],
    [
      "feed.json",
      "/old.xml",
      (text: string, to: string) => JSON.stringify({ ...JSON.parse(text), next_url: to }),
      "JSON Feed",
    ],
  ] as const)("%s: is followed back to the first entry, by %s (%s)", async ([file, older, linked]) => {
    const { url } = await oldSite({
      "/feed": linked(oldFeeds(["storm"])[file], older),
      "/old.xml": linked(oldFeeds(["crane", "ferry"])[file], "/feed"),
    });
    const place = site(NEW);
    expect(await imports(place, `${url}feed`)).toMatchObject({ code: 0, stderr: "" });
    expect(await published(place)).toEqual(["crane", "ferry", "storm"].map((name) => `${HOME}${name}`));
  });

  test.for([
    ["/page", 2, /This cannot be had: .*\/page: it is no feed\./, "a page"],
    ["/gone", 2, /This cannot be had: .*\/gone: the server answers 404\./, "nothing"],
    [
      "/half",
      1,
      /This cannot be had: .*\/gone: the server answers 404\./,
      "an archive with a part missing: the rest is taken",
    ],
  ] as const)("%s: %i (%s)", async ([path, code, words]) => {
    const rss = oldFeeds(["ferry"])["rss.xml"];
    const { url } = await oldSite({
      "/page": "<html></html>",
      "/half": rss.replace("</channel>", '<atom:link rel="prev-archive" href="/gone"/></channel>'),
    });
    const place = site(NEW);
    const ran = await imports(place, url.slice(0, -1) + path);
    expect(ran.code).toBe(code);
    expect(ran.stderr).toMatch(words);
  });

  test("where nobody answers", async () => {
    const { code, stderr } = await imports(site(NEW), "http://127.0.0.1:1/rss.xml");
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^warning: This cannot be had: http:\/\/127\.0\.0\.1:1\//),
    ]);
  });
});
