import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rssErrors } from "../render/rss-grammar.ts";
import { childrenOf, type Element, parseXml, textOf } from "../render/strict-xml.ts";
import { type Site, site } from "../support/site.ts";
import { MAIN_FEEDS_ONLY } from "../support/story.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const SNF = "http://www.smartnews.be/snf";
const MEDIA = "http://search.yahoo.com/mrss/";
const CONTENT = "http://purl.org/rss/1.0/modules/content/";
const DC = "http://purl.org/dc/elements/1.1/";

const article = (title: string, day: string, more = "", words = `All of <b>${title}</b>.`): string =>
  `---\ntitle: ${title}\ndate: ${day}\nauthors: [Jane Doe, John Roe]\n${more}---\n\n${words}\n`;

function gazette(about: string): Site {
  return site({
    "data/publication.yaml": `title: A & B\nurl: https://a.example/\ndescription: News of A\n${MAIN_FEEDS_ONLY}${about}`,
    "data/one.md": article("One", "2026-05-01", "section: World\nimage: https://cdn.example/1.png\n"),
    "data/two.md": article("Two", "2026-05-02"),
    "data/deux.md": article("Deux", "2026-05-03", "language: fr\n"),
  });
}

function channelOf({ text }: Site): Element {
  const xml = text("dist/smartnews.xml");
  expect(rssErrors(xml)).toEqual([]);
  const [channel] = childrenOf(parseXml(xml).root, "channel");
  if (channel === undefined) throw new Error("no channel");
  return channel;
}

const titles = (channel: Element): readonly (string | undefined)[] =>
  childrenOf(channel, "item").map((item) => textOf(item, "title"));

const logo = (channel: Element, name: string): string | undefined => {
  const [found] = childrenOf(channel, name, SNF);
  return found && textOf(found, "url", "");
};

describe("smartnews.xml", () => {
  test("is not written unless it is asked for", async () => {
    const made = gazette("profiles: [feedly]\n");
    await made.build({ now: NOW });
    expect(made.list("dist")).not.toContain("smartnews.xml");
  });

  test("says of the publication what SmartFormat requires, its own words before the publication's", async () => {
    const made = gazette(
      "profiles: smartnews\ncopyright: © A\nlogo: /l.png\nsmartnews: { description: A's news, darkModeLogo: /d.png }\n",
    );
    await made.build({ now: NOW });
    const channel = channelOf(made);
    expect(
      ["title", "link", "description", "pubDate", "language", "copyright", "ttl"].map((name) => textOf(channel, name)),
    ).toEqual(["A & B", "https://a.example/", "A's news", "Sat, 02 May 2026 12:00:00 GMT", "en", "© A", "15"]);
    expect([logo(channel, "logo"), logo(channel, "darkModeLogo")]).toEqual([
      "https://a.example/l.png",
      "https://a.example/d.png",
    ]);
    expect(made.text("dist/rss.xml")).not.toContain(SNF);
    expect(made.text("dist/_headers")).toContain("/smartnews.xml\n  Content-Type: application/rss+xml; charset=utf-8");
  });

  test("has whole articles in the publication's language, one line of authors, and what counts readers", async () => {
    const made = gazette('content: summary\nsmartnews: { analytics: "<script>count()</script>" }\n');
    await made.build({ now: NOW });
    const channel = channelOf(made);
    expect(titles(channel)).toEqual(["Two", "One"]);
    const one = childrenOf(channel, "item")[1];
    expect(one && textOf(one, "encoded", CONTENT)).toBe("<p>All of <b>One</b>.</p>");
    expect(one && textOf(one, "creator", DC)).toBe("Jane Doe, John Roe");
    expect(one && textOf(one, "category")).toBe("World");
    expect(one && childrenOf(one, "thumbnail", MEDIA)[0]?.attributes.url).toBe("https://cdn.example/1.png");
    expect(one && textOf(one, "analytics", SNF)).toBe("<script>count()</script>");
  });

  test("names the hub, as all feeds do", async () => {
    const made = gazette("smartnews: { limit: 2 }\nhub: https://hub.example/\n");
    await made.build({ now: NOW });
    const links = childrenOf(channelOf(made), "link", "http://www.w3.org/2005/Atom").map(({ attributes }) => [
      attributes.rel,
      attributes.href,
    ]);
    expect(links).toEqual([
      ["self", "https://a.example/smartnews.xml"],
      ["hub", "https://hub.example/"],
    ]);
  });

  test("brings an article's film, and the publication's own advertisements", async () => {
    const made = gazette(
      'smartnews:\n  advertisement: "<script>show()</script>"\n  sponsored:\n    - { link: /support/, advertiser: A & B, title: Support us, thumbnail: /s.png }\n    - { link: /book/, advertiser: A }\n',
    );
    made.put({
      "data/three.md": article(
        "Three",
        "2026-05-04",
        "video: { url: https://cdn.example/3.mp4?a=1&b=2, caption: The quay }\n",
      ),
    });
    const { findings } = await made.build({ now: NOW });
    expect(findings).toEqual([]);
    const [three, two] = childrenOf(channelOf(made), "item");
    const [film] = three === undefined ? [] : childrenOf(three, "video", SNF);
    expect(film?.attributes).toMatchObject({ url: "https://cdn.example/3.mp4?a=1&b=2", caption: "The quay" });
    expect(two && childrenOf(two, "video", SNF)).toEqual([]);
    const [ads] = two === undefined ? [] : childrenOf(two, "advertisement", SNF);
    expect(ads && textOf(ads, "adcontent", SNF)).toBe("<script>show()</script>");
    expect(ads && childrenOf(ads, "sponsoredLink", SNF).map(({ attributes }) => attributes)).toMatchObject([
      {
        link: "https://a.example/support/",
        advertiser: "A & B",
        title: "Support us",
        thumbnail: "https://a.example/s.png",
      },
      { link: "https://a.example/book/", advertiser: "A" },
    ]);
  });

  test.for([
    ["[{ link: /a/ }]", "an advertisement that is nobody's"],
    ["[{ advertiser: A }]", "a link that leads nowhere"],
    ["[{ link: 'mailto:a@b.example', advertiser: A }]", "no address of a page"],
    ["[{ link: /a/, advertiser: A, url: /b/ }]", "a field that there is not"],
    ["[1, 2, 3]", "no links"],
    [
      "[{ link: /1/, advertiser: A }, { link: /2/, advertiser: A }, { link: /3/, advertiser: A }]",
      "more than SmartNews takes",
    ],
  ] as const)("sponsored: %s is said to be wrong (%s)", async ([stated]) => {
    const { findings, publication } = await gazette(`smartnews: { sponsored: ${stated} }\n`).build({ now: NOW });
    expect(publication).toBeUndefined();
    expect(findings.map(({ code }) => code.split("/")[0])).toContain("publication");
  });

  test("tells what was withdrawn, so that SmartNews takes it down", async () => {
    const made = gazette("profiles: smartnews\n");
    await made.build({ now: NOW });
    made.remove("data/two.md");
    await made.build({ now: NOW });
    const items = childrenOf(channelOf(made), "item").map((item) => [
      textOf(item, "link"),
      childrenOf(item, "status", MEDIA)[0]?.attributes.state,
    ]);
    expect(items).toEqual([
      ["https://a.example/2026/05/01/one/", undefined],
      ["https://a.example/2026/05/02/two/", "deleted"],
    ]);
  });

  test("holds no more than its limit, nor than the budget, but something", async () => {
    const limited = gazette("smartnews: { limit: 1 }\n");
    await limited.build({ now: NOW });
    expect(titles(channelOf(limited))).toEqual(["Two"]);
    const long = gazette("smartnews: {}\nbudget: 10000\n");
    const words = "Words of a long report. ";
    long.put({ "data/two.md": article("Two", "2026-05-02", "", words.repeat(400)) });
    await long.build({ now: NOW });
    expect(titles(channelOf(long))).toEqual(["Two"]);
    long.put({ "data/two.md": article("Two", "2026-05-02", "", words.repeat(300)) });
    await long.build({ now: NOW });
    expect(titles(channelOf(long))).toEqual(["Two", "One"]);
  });
});

test("an article that its headline says in full has it for a description, too: never a body alone", async () => {
  const place = gazette("profiles: smartnews\n");
  writeFileSync(join(place.folder, "data/rule.md"), article("The rule sails", "2026-05-04", "", "The rule sails."));
  await place.build({ now: NOW });
  const items = childrenOf(channelOf(place), "item");
  expect(items.filter((item) => textOf(item, "description") === undefined)).toEqual([]);
  expect(items.map((item) => textOf(item, "description"))).toContain("The rule sails");
});
