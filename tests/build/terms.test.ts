import { describe, expect, test } from "vitest";
import { childrenOf, parseXml, textOf } from "../render/strict-xml.ts";
import { site } from "../support/site.ts";
import { MAIN_FEEDS_ONLY } from "../support/story.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const PUBLICATION = `title: A\nurl: https://a.example/\npermalink: /{year}/{month}/{day}/{slug}/\n${MAIN_FEEDS_ONLY}`;
const article = (title: string, day: string, more = "", words = `About ${title}.`): string =>
  `---\ntitle: ${title}\ndate: ${day}\n${more}---\n\n${words}\n`;

const CC = "http://backend.userland.com/creativeCommonsRssModule";
const RSL = "https://rslstandard.org/rsl";

describe("rights", () => {
  const RIGHTS = "license: CC BY 4.0\nrsl: { permits: search, prohibits: [ai-train, ai-input] }\n";
  const built = async () => {
    const made = site({
      "data/publication.yaml": `${PUBLICATION}${RIGHTS}`,
      "data/free.md": article("Free", "2026-05-01", "license: CC0\npermits: all\n"),
      "data/usual.md": article("Usual", "2026-05-02"),
    });
    await made.build({ now: NOW });
    return made;
  };

  test("RSS names the licence once, and an article's own, and says what machines may do", async () => {
    const { text } = await built();
    const [channel] = childrenOf(parseXml(text("dist/rss.xml")).root, "channel");
    if (channel === undefined) throw new Error("no channel");
    expect(textOf(channel, "license", CC)).toBe("https://creativecommons.org/licenses/by/4.0/");
    const terms = childrenOf(channel, "item").map((item) => {
      const [content] = childrenOf(item, "content", RSL);
      const [license] = content === undefined ? [] : childrenOf(content, "license", RSL);
      const uses = license?.children.map(({ name, text: uses }) => `${name} ${uses}`);
      return [textOf(item, "license", CC), content?.attributes.url, uses];
    });
    expect(terms).toEqual([
      [undefined, "https://a.example/2026/05/02/usual/", ["permits search", "prohibits ai-train,ai-input"]],
      ["https://creativecommons.org/publicdomain/zero/1.0/", "https://a.example/2026/05/01/free/", ["permits all"]],
    ]);
  });

  test("Atom links to it (RFC 4946), JSON Feed says it in the extension", async () => {
    const { text } = await built();
    const { root } = parseXml(text("dist/atom.xml"));
    const licences = [root, ...childrenOf(root, "entry")].map(
      (one) => childrenOf(one, "link").find(({ attributes }) => attributes.rel === "license")?.attributes.href,
    );
    expect(licences).toEqual([
      "https://creativecommons.org/licenses/by/4.0/",
      undefined,
      "https://creativecommons.org/publicdomain/zero/1.0/",
    ]);
    expect(JSON.parse(text("dist/feed.json"))).toMatchObject({
      items: [{}, { _dateline: { license: "https://creativecommons.org/publicdomain/zero/1.0/" } }],
    });
  });
});

describe("a feed's budget", () => {
  const LONG = `${"Words of a long report. ".repeat(400)}\n\n${"And more of it. ".repeat(400)}`;
  const reports = Object.fromEntries(
    [1, 2, 3, 4].map((day) => [`data/r${day}.md`, article(`Report ${day}`, `2026-05-0${day}`, "", LONG)]),
  );

  test("is kept by shortening the oldest bodies, in all formats alike, and that is said", async () => {
    const { build, text } = site({ "data/publication.yaml": `${PUBLICATION}budget: 50000\n`, ...reports });
    const { findings } = await build({ now: NOW });
    expect(findings).toMatchObject([{ code: "edition/shortened", facts: { count: 2, budget: 50_000 } }]);
    for (const file of ["rss.xml", "atom.xml", "feed.json"])
      expect(Buffer.byteLength(text(`dist/${file}`)), file).toBeLessThanOrEqual(50_000);
    const { items } = JSON.parse(text("dist/feed.json")) as { items: { content_html?: string }[] };
    expect(items.map(({ content_html: html }) => html !== undefined)).toEqual([true, true, false, false]);
    expect(text("dist/rss.xml").match(/<content:encoded>/g)).toHaveLength(2);
    expect(text("dist/atom.xml").match(/<content /g)).toHaveLength(2);
  });

  test("leaves a feed alone that is within it", async () => {
    const { build, text } = site({ "data/publication.yaml": PUBLICATION, ...reports });
    const { findings } = await build({ now: NOW });
    expect(findings).toEqual([]);
    expect(text("dist/rss.xml").match(/<content:encoded>/g)).toHaveLength(4);
  });
});

describe("withdrawals", () => {
  test("are told for as many days as the publication says", async () => {
    const { build, text, remove } = site({
      "data/publication.yaml": `${PUBLICATION}tombstones: 10\n`,
      "data/a.md": article("One", "2026-05-01"),
      "data/b.md": article("Two", "2026-05-02"),
    });
    await build({ now: NOW });
    remove("data/b.md");
    const { due } = await build({ now: new Date("2026-06-02T00:00:00Z") });
    expect(text("dist/atom.xml")).toContain("at:deleted-entry");
    expect(due).toEqual({ at: new Date("2026-06-12T00:00:00Z"), what: "tombstone", file: "b.md" });
    await build({ now: new Date("2026-06-12T00:00:00Z") });
    expect(text("dist/atom.xml")).not.toContain("at:deleted-entry");
  });
});

test("an article that has left the feed long ago and is withdrawn now is told of: readers keep what they had", async () => {
  const { build, text, remove } = site({
    "data/publication.yaml": `${PUBLICATION}limit: 1\n`,
    "data/old.md": article("Old", "2026-01-01"),
    "data/new.md": article("New", "2026-05-02"),
  });
  await build({ now: NOW });
  expect(text("dist/atom.xml")).not.toContain("<title>Old</title>");
  remove("data/old.md");
  await build({ now: new Date("2026-06-02T00:00:00Z") });
  expect(text("dist/atom.xml")).toMatch(/<at:deleted-entry ref="tag:[^"]*:old" when="2026-06-02T00:00:00Z"/);
});

test("translations are linked, and a build says what is due", async () => {
  const { build, text, dateline } = site({
    "data/publication.yaml": PUBLICATION,
    "data/en.md": article("The ferry", "2026-05-01", "translation: ferry\nexpires: 2099-01-01\n"),
    "data/fr.md": article("Le bac", "2026-05-02", "translation: ferry\nlanguage: fr\n"),
  });
  await build({ now: NOW });
  const alternates = childrenOf(parseXml(text("dist/atom.xml")).root, "entry").map((entry) =>
    childrenOf(entry, "link")
      .filter(({ attributes }) => attributes.rel === "alternate")
      .map(({ attributes }) => `${attributes.hreflang} ${attributes.href}`),
  );
  expect(alternates).toEqual([
    ["fr https://a.example/2026/05/02/fr/", "en https://a.example/2026/05/01/en/"],
    ["en https://a.example/2026/05/01/en/", "fr https://a.example/2026/05/02/fr/"],
  ]);
  const now = "2026-06-01T00:00:00Z";
  expect(dateline(["build", "--now", now]).stdout).toContain(
    "Next: en.md is to leave the feeds at 2099-01-01T00:00:00Z.",
  );
  expect(JSON.parse(dateline(["build", "--now", now, "--json"]).stdout)).toMatchObject({
    due: { at: "2099-01-01T00:00:00Z", what: "expiry", file: "en.md" },
  });
});

describe("a correction", () => {
  const NOTE = "<strong>Correction (2026-06-01):</strong> It is 90 m.";
  const FILES = ["dist/rss.xml", "dist/atom.xml", "dist/feed.json", "dist/articles/ferry/index.html"];

  test.for([
    ["", "an article of words alone"],
    ["image: https://b.example/quay.jpg\n", "an article with a picture"],
  ] as const)("with %j stands below the body in every format and on the page, in each build (%s)", async ([more]) => {
    const { build, put, text } = site({
      "data/publication.yaml": "title: A\nurl: https://a.example/\n",
      "data/ferry.md": article("Ferry", "2026-05-01", more),
    });
    await build({ now: new Date("2026-05-20T00:00:00Z") });
    put({ "data/ferry.md": article("Ferry", "2026-05-01", `${more}correction: It is 90 m.\n`) });
    await build({ now: NOW });
    // The next knows the article by what the last has put away; the one after that knows nothing of it.
    put({ "data/other.md": article("Other", "2026-05-02") });
    await build({ now: new Date("2026-06-02T00:00:00Z") });
    const after = FILES.map(text);
    for (const shown of after) expect(shown.replaceAll("\\u003c", "<")).toContain(NOTE);
  });
});
