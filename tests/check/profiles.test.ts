import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { documentation } from "../../src/check/document-rules.ts";
import { faults } from "../../src/check/faults.ts";
import { PROFILES, profileAnswer } from "../../src/check/profiles.ts";
import { RULES, SURROUNDING_RULES } from "../../src/check/rulebook.ts";

const WORDS = "The bridge over the river is open again after three years. ".repeat(12);
const NAMESPACES =
  'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:snf="http://www.smartnews.be/snf"';

function item(n: number): string {
  return `<item><title>The bridge is open again</title><link>https://courier.example/${n}</link><guid>https://courier.example/${n}</guid><pubDate>Fri, 02 Jan 2026 03:04:05 GMT</pubDate><dc:creator>Ada Moss</dc:creator><description>Open.</description><content:encoded>&lt;img src="https://courier.example/a.jpg"&gt;${WORDS}</content:encoded><enclosure url="https://courier.example/a.mp3" length="1" type="audio/mpeg"/></item>`;
}

const CHANNEL = `<title>The Courier</title><link>https://courier.example/</link><description>News</description><language>en</language><image><url>https://courier.example/a.png</url></image><itunes:image href="https://courier.example/a.png"/><itunes:category text="News"/><itunes:explicit>false</itunes:explicit><snf:logo><url>https://courier.example/l.png</url></snf:logo>`;
const FULL = `<rss version="2.0" ${NAMESPACES}><channel>${CHANNEL}${Array.from({ length: 20 }, (_, n) => item(n)).join("")}</channel></rss>`;
const BARE = '<rss version="2.0"><channel><item><description>Open.</description></item></channel></rss>';

function answered(name: string, text: string): ReturnType<typeof profileAnswer> {
  const profile = PROFILES.find((one) => one.name === name);
  if (profile === undefined) throw new Error(`no profile ${name}`);
  return profileAnswer(profile, { file: "rss.xml", path: "rss.xml", bytes: new TextEncoder().encode(text) });
}

describe.for(PROFILES.map(({ name }) => name))("%s", (name) => {
  test("is content with a full feed", () => {
    expect(answered(name, FULL).line).toBe(`${name}: rss.xml: ready`);
  });

  test("says what a bare one lacks", () => {
    const { line, findings } = answered(name, BARE);
    expect(line).toMatch(/: not ready: /);
    expect(findings.some(({ rule, severity }) => rule.startsWith(`profile/${name}/`) && severity === "error")).toBe(
      true,
    );
  });

  test("refuses what is no feed", () => {
    expect(answered(name, "<p>").line).toContain("not ready");
  });
});

describe("what is asked for to the letter", () => {
  const title = (words: string): string => FULL.replaceAll("The bridge is open again", words);
  const found = (name: string, text: string): readonly string[] =>
    answered(name, text).findings.map(({ rule, severity }) => `${severity} ${rule.replace(`profile/${name}/`, "")}`);

  test.for([
    ["msn", title("T".repeat(20)), "error title-length", "more than 20 characters are asked for"],
    ["apple-news", title("T".repeat(61)), "advice title-length", "up to 60"],
    ["apple-news", FULL, "advice region", "a language with its country"],
    ["flipboard", FULL, "advice item-summary", "300 characters of excerpt"],
    [
      "smartnews",
      FULL.replace("<description>News<", `<description>${"D".repeat(31)}<`),
      "error description-length",
      "a description of up to 30 characters",
    ],
  ] as const)("%s: %#", ([name, text, expected]) => {
    expect(found(name, text)).toContain(expected);
  });

  test.for([
    ["msn", title("T".repeat(21)), "error title-length"],
    ["apple-news", FULL.replace("<language>en<", "<language>en-GB<"), "advice region"],
    ["apple-news", title("Open"), "advice title-length"],
    ["flipboard", FULL.replaceAll("<description>Open.<", `<description>${WORDS}<`), "advice item-summary"],
  ] as const)("%s has nothing more to ask: %#", ([name, text, not]) => {
    expect(found(name, text)).not.toContain(not);
  });
});

test("each profile names its source and the day on which it was looked up", () => {
  for (const { source, lookedUp } of PROFILES) {
    expect(URL.canParse(source)).toBe(true);
    expect(lookedUp).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

describe("what is about to be published", () => {
  const now = new Date("2026-06-02T00:00:00Z");

  test.for([
    ["rss.xml", FULL.replace("<itunes:explicit>false", "<itunes:explicit>perhaps"), 1, "an error"],
    ["rss.xml", "<rss version='2.0'><channel>", 1, "a feed that breaks off"],
    ["feed.json", "{", 1, "JSON too"],
    ["archives/feed-12.json", "{", 1, "and the documents of its archive"],
    ["feeds.json", "{}", 0, "a list of our own is no JSON Feed"],
    ["index.html", "<p>", 0, "pages are none of the feeds"],
  ] as const)("%s has its faults told: %#", ([path, content, count]) => {
    expect(faults([{ path, content }], now).length >= count).toBe(true);
    expect(faults([{ path, content }], now).every(({ severity }) => severity === "error")).toBe(true);
    if (count === 0) expect(faults([{ path, content }], now)).toEqual([]);
  });
});

test("docs/rules.md is what the rules say (npm run rules writes it)", () => {
  const written = readFileSync(join(import.meta.dirname, "../../docs/rules.md"), "utf8");
  expect(written).toBe(documentation([...RULES, ...SURROUNDING_RULES]));
});
