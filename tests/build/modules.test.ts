import { describe, expect, test } from "vitest";
import { rssErrors } from "../render/rss-grammar.ts";
import { childrenOf, type Element, parseXml, textOf } from "../render/strict-xml.ts";
import { site } from "../support/site.ts";
import { MAIN_FEEDS_ONLY } from "../support/story.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const WEBFEEDS = "http://webfeeds.org/rss/1.0";
const SOURCE = "http://source.scripting.com/";
const SLASH = "http://purl.org/rss/1.0/modules/slash/";
const SYNDICATION = "http://purl.org/rss/1.0/modules/syndication/";
const TERMS = "http://purl.org/dc/terms/";

const ARTICLES = {
  "data/a.md":
    "---\ntitle: The ferry\ndate: 2026-05-01\nupdated: 2026-05-02T10:00:00Z\nsection: World\n---\n\nIt *sails* again.\n",
  "data/b.txt": "The storm\n\nBy Jane Doe\n3 May 2026\n\nIt is over.\n",
};

async function feeds(about: string) {
  const made = site({
    "data/publication.yaml": `title: A\nurl: https://a.example/\nicon: /icon.png\n${MAIN_FEEDS_ONLY}${about}`,
    ...ARTICLES,
  });
  const { findings } = await made.build({ now: NOW });
  const rss = made.text("dist/rss.xml");
  const [channel] = childrenOf(parseXml(rss).root, "channel");
  if (channel === undefined) throw new Error("no channel");
  expect(rssErrors(rss)).toEqual([]);
  return { rss, channel, feed: parseXml(made.text("dist/atom.xml")).root, atom: made.text("dist/atom.xml"), findings };
}

const elements = (parent: Element, namespace: string): readonly string[] =>
  parent.children
    .filter((one) => one.namespace === namespace)
    .map(({ name, text, attributes }) => [name, ...Object.values(attributes), text].filter(Boolean).join(" "));

describe("elements that only some readers know", () => {
  test("stand in no feed that isn't asked for them", async () => {
    const { rss, atom } = await feeds("");
    for (const namespace of [WEBFEEDS, SOURCE, SLASH, SYNDICATION, TERMS]) {
      expect(rss).not.toContain(namespace);
      expect(atom).not.toContain(namespace);
    }
  });

  test("Feedly's profile brings the publication's pictures, in RSS and Atom", async () => {
    const { channel, feed } = await feeds("profiles: feedly\n");
    const expected = ["icon https://a.example/icon.png", "related card browser"];
    expect(elements(channel, WEBFEEDS)).toEqual(expected);
    expect(elements(feed, WEBFEEDS)).toEqual(expected);
  });

  test("and the group whatever it says", async () => {
    const { channel, findings } = await feeds(
      'webfeeds: { cover: "/c&c.png", icon: /i.svg, logo: https://cdn.example/l.svg, accentColor: "#0b6e4f", related: false, analytics: G-1 }\n',
    );
    expect(elements(channel, WEBFEEDS)).toEqual([
      "cover https://a.example/c&c.png",
      "icon https://a.example/i.svg",
      "logo https://cdn.example/l.svg",
      "accentColor 0B6E4F",
      "analytics G-1 GoogleAnalytics",
    ]);
    expect(findings).toEqual([]);
  });

  test("RSS says how often it changes, and whose it is elsewhere", async () => {
    const { channel, atom } = await feeds(
      "modules: { updatePeriod: hourly, updateFrequency: 2, accounts: { mastodon: harbour, Bluesky: a.example } }\n",
    );
    expect(elements(channel, SYNDICATION)).toEqual(["updatePeriod hourly", "updateFrequency 2"]);
    expect(elements(channel, SOURCE)).toEqual(["account mastodon harbour", "account Bluesky a.example"]);
    expect(atom).not.toContain(SOURCE);
  });

  test("and of its items when they changed, their section and their Markdown", async () => {
    const { channel } = await feeds("modules: { modified: true, slash: true, markdown: true }\n");
    const items = childrenOf(channel, "item").map((item) => [
      textOf(item, "title"),
      textOf(item, "modified", TERMS),
      textOf(item, "section", SLASH),
      textOf(item, "markdown", SOURCE),
    ]);
    expect(items).toEqual([
      ["The storm", undefined, undefined, undefined],
      ["The ferry", "2026-05-02T10:00:00Z", "World", "It *sails* again."],
    ]);
  });

  test("and how many comments they have, which is no update, and leaves archives as they are", async () => {
    const made = site({
      "data/publication.yaml":
        "title: A\nurl: https://a.example/\npages: false\nlimit: 1\nfeeds: { sections: false, authors: false, archiveSize: 1 }\nmodules: { slash: true }\n",
    });
    const day = (number: number, comments: string): void =>
      made.put({
        [`data/${number}.md`]: `---\ntitle: Day ${number}\ndate: 2026-05-0${number}\ncomments: true\n${comments}---\nIt is day ${number}.\n`,
      });
    const counted = (file: string): readonly string[] =>
      Array.from(made.text(file).matchAll(/<slash:comments>(\d+)</g), ([, count = ""]) => count);
    for (const number of [1, 2, 3]) day(number, "commentCount: 0\n");
    await made.build({ now: NOW });
    const archive = made.text("dist/archives/rss-1.xml");
    expect([counted("dist/rss.xml"), counted("dist/archives/rss-1.xml")]).toEqual([["0"], []]);
    for (const number of [1, 2, 3]) day(number, `commentCount: ${number * 10}\n`);
    const { entries } = await made.build({ now: NOW });
    expect([counted("dist/rss.xml"), entries.updated]).toEqual([["30"], []]);
    expect(made.text("dist/archives/rss-1.xml")).toBe(archive);
  });

  test("a feed of summaries has no Markdown of bodies, nor has an entry with a correction", async () => {
    const summaries = await feeds("content: summary\nmodules: { markdown: true }\n");
    expect(summaries.rss).not.toContain("source:markdown");
    const made = site({
      "data/publication.yaml": `title: A\nurl: https://a.example/\n${MAIN_FEEDS_ONLY}modules: { markdown: true }\n`,
      "data/a.md": "---\ntitle: The ferry\ndate: 2026-05-01\ncorrection: It has sailed.\n---\n\nIt *sails* again.\n",
    });
    await made.build({ now: NOW });
    expect(made.text("dist/rss.xml")).not.toContain("source:markdown");
  });
});
