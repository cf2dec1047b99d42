import { describe, expect, test } from "vitest";
import { readFeed } from "../../src/import/feed.ts";
import { run } from "../cli/run.ts";
import { site } from "../support/site.ts";

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old</title>
<item><title>Ferry &amp; crane</title><link>https://old.example/ferry</link><guid isPermaLink="false">https://old.example/?p=12</guid><pubDate>Fri, 01 May 2020 08:00:00 +0200</pubDate><dc:creator>Jane Doe</dc:creator><category>Harbour</category><description>In short.</description><content:encoded><![CDATA[<p>The ferry <b>sails</b>.</p>]]></content:encoded></item>
<item><title>Crane</title><link>https://old.example/crane</link><pubDate>Sat, 02 May 2020 08:00:00 GMT</pubDate><description>&lt;p&gt;The crane turns.&lt;/p&gt;</description></item>
</channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Old</title><entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title>Ferry</title><link href="https://old.example/ferry"/><published>2020-05-01T08:00:00Z</published><updated>2020-05-03T08:00:00Z</updated><author><name>Jane Doe</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It sails.</p></div></content></entry></feed>`;
const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  items: [
    {
      id: "https://old.example/1",
      url: "https://old.example/1",
      title: "Ferry",
      date_published: "2020-05-01T08:00:00Z",
      authors: [{ name: "Jane Doe" }],
      tags: ["Harbour"],
      content_text: "It sails & sails.",
    },
  ],
});
/** What a reader remembers of a feed. */
const remembered = (text: string): readonly (readonly [string, string, string])[] =>
  (readFeed(text)?.entries ?? []).map(({ id, published, link = "" }) => [id, published.toISOString(), link] as const);

describe("moving to Dateline shows no subscriber an old article as new", () => {
  test.for([
    ["rss.xml", RSS],
    ["atom.xml", ATOM],
    ["feed.json", JSON_FEED],
  ] as const)("from %s: ids, dates and addresses stay, in every format", async ([, old]) => {
    const place = site({ "data/publication.yaml": "title: New\nurl: https://new.example/\n", "old.feed": old });
    const args = ["import", `${place.folder}/old.feed`, "--data", `${place.folder}/data`];
    expect((await run(args)).code).toBe(0);
    await place.build({ now: new Date("2026-06-01T00:00:00Z") });
    const sorted = (text: string) => [...remembered(text)].sort();
    for (const file of ["rss.xml", "atom.xml", "feed.json"])
      expect([file, sorted(place.text(`dist/${file}`))]).toEqual([file, sorted(old)]);
    const before = place.list("data");
    const again = await run(args);
    expect([again.code, place.list("data")]).toEqual([0, before]);
    expect(again.stdout).toMatch(/^0 articles written .*\n(?:1 was|\d were) there already/);
  });

  test("one article is not called several", async () => {
    const place = site({ "old.feed": ATOM });
    const args = ["import", `${place.folder}/old.feed`, "--data", `${place.folder}/data`];
    expect((await run(args)).stdout).toMatch(/^1 article written below /);
    expect((await run(args)).stdout).toMatch(/\n1 was there already, and was left as it is\.\n$/);
  });

  test("words, names and tags come along", async () => {
    const place = site({ "data/publication.yaml": "title: New\nurl: https://new.example/\n", "old.feed": RSS });
    await run(["import", `${place.folder}/old.feed`, "--data", `${place.folder}/data`]);
    await place.build({ now: new Date("2026-06-01T00:00:00Z") });
    const { items } = JSON.parse(place.text("dist/feed.json"));
    expect(items[1]).toMatchObject({
      title: "Ferry & crane",
      authors: [{ name: "Jane Doe" }],
      summary: "In short.",
      content_html: "<p>The ferry <b>sails</b>.</p>",
      tags: ["Harbour"],
    });
  });
});

describe("ids that are no addresses, as many programs write them,", () => {
  const IDS = [
    "5ddc9063c35e7d0f4a4b0f3c",
    "12 at https://old.example",
    "53e3b5:53e3b6:53e3b7",
    "HTTPS://Old.example/%7eferry",
  ];
  const old = (id: string): string =>
    `<rss version="2.0"><channel><title>Old</title><item><title>Ferry</title><link>https://old.example/ferry</link><guid isPermaLink="false">${id}</guid><pubDate>Fri, 01 May 2020 08:00:00 GMT</pubDate><description>It sails.</description></item></channel></rss>`;

  test.for(IDS)("%j stays with those who read RSS, whatever becomes of the article", async (id) => {
    const place = site({ "data/publication.yaml": "title: New\nurl: https://new.example/\n", "old.xml": old(id) });
    expect((await run(["import", `${place.folder}/old.xml`, "--data", `${place.folder}/data`])).stderr).toMatch(
      /^warning: 1 have ids that are no addresses, which only RSS can keep/,
    );
    const guid = (): string[] => remembered(place.text("dist/rss.xml")).map(([name]) => name);
    const [file = ""] = place.list("data").filter((path) => path.endsWith(".html"));
    const article = place.text(`data/${file}`);
    await place.build({ now: new Date("2026-06-01T00:00:00Z") });
    expect(guid()).toEqual([id]);
    expect(place.text("dist/atom.xml")).toMatch(/<id>(?:tag:new\.example|https:\/\/old\.example)[^<]*<\/id>\s*<title/);
    place.put({ [`data/${file}`]: article.replace("It sails.", "It sails again.").replace(/^rssId: .*\n/m, "") });
    await place.build({ now: new Date("2026-06-02T00:00:00Z") });
    expect(guid()).toEqual([id]);
    place.put({ [`data/${file}`]: article.replace(/^date: .*$/m, "date: 2026-02-30") });
    await place.build({ now: new Date("2026-06-03T00:00:00Z") });
    expect(guid()).toEqual([id]);
  });
});

describe("what is not taken over", () => {
  test.for([
    [RSS.replace(/<pubDate>Sat.*?<\/pubDate>/, ""), 1, /"Crane" was left out: it has no date/, "no date"],
    [
      RSS.replace("https://old.example/?p=12", "urn:uuid:1"),
      1,
      /1 have ids that are no addresses, which only RSS/,
      "no sound address",
    ],
    [
      RSS.replace("https://old.example/?p=12", "12"),
      1,
      /1 have ids that are no addresses, which only RSS/,
      "an id that is no address",
    ],
    ["<html>", 2, /is no RSS, Atom or JSON feed/, "a page"],
    ['{"version":1}', 2, /is no RSS, Atom or JSON feed/, "other JSON"],
    ["", 2, /is no RSS, Atom or JSON feed/, "nothing"],
    ['<rss version="2.0"><channel/></rss>', 2, /^$/, "an empty feed"],
  ] as const)("%#: said so", async ([old, code, words]) => {
    const place = site({ "data/publication.yaml": "title: New\n", "old.feed": old });
    const ran = await run(["import", `${place.folder}/old.feed`, "--data", `${place.folder}/data`]);
    expect(ran.code).toBe(code);
    expect(ran.stderr).toMatch(words);
  });

  test("a file that is not there", async () => {
    const { code, stderr } = await run(["import", "/nowhere.xml"]);
    expect([code, stderr]).toEqual([2, "error: /nowhere.xml cannot be read or written: there is no such file.\n"]);
  });
});
