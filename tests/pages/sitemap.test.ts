import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planSite } from "../../src/build/plan.ts";
import type { Entry } from "../../src/ledger/entry.ts";
import { sitemaps } from "../../src/pages/sitemap.ts";
import type { Publication } from "../../src/publication/publication.ts";
import { childrenOf, parseXml, textOf } from "../render/strict-xml.ts";
import { entry, recorded } from "../support/entries.ts";
import { RUNS } from "../support/runs.ts";
import { PUBLICATION } from "../support/story.ts";
import { sitemapErrors } from "./sitemap-grammar.ts";

const NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
const LARGE = 1_000_000;
const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
/** Entry number 100 is published 100 hours after this. */
const FIRST = Date.UTC(2020, 0, 1, 12);
const at = (hours: number): Date => new Date(FIRST + hours * 3_600_000);

function files(entries: readonly Entry[], now: Date, about: Partial<Publication> = {}): ReadonlyMap<string, string> {
  const { site } = planSite({ ...PUBLICATION, ...about }, recorded(entries), now);
  const made = new Map(Array.from(sitemaps(site), ({ path, content }) => [path, content as string]));
  for (const [path, text] of made) if (text.length <= LARGE) expect(sitemapErrors(text), path).toEqual([]);
  return made;
}

const FIRST_ENTRY = entry(0);

/** So many entries, an hour apart, each as `entry` makes it, but for the words. */
const numbered = (count: number): Entry[] =>
  Array.from({ length: count }, (_, number): Entry => {
    const published = at(number);
    const link = `https://gazette.example/e${number}/`;
    return { ...FIRST_ENTRY, id: `tag:gazette.example,2020-01-01:e${number}`, link, published, date: published };
  });

function locations(text = ""): readonly string[] {
  // Tens of thousands of addresses are all made alike, and take long to parse.
  if (text.length > LARGE) return Array.from(text.matchAll(/<loc>([^<]*)<\/loc>/g), ([, loc = ""]) => loc);
  const { root } = parseXml(text);
  expect(root.namespace).toBe(SITEMAP);
  return root.children.map((one) => textOf(one, "loc") ?? "");
}

describe("sitemap.xml", () => {
  test("names every article below the publication's address, newest first, with its last change", () => {
    const elsewhere = { ...entry(3), link: "https://elsewhere.example/3/" };
    const made = files([entry(1), entry(2), elsewhere], at(9)).get("sitemap.xml");
    expect(locations(made)).toEqual(["https://gazette.example/e2/", "https://gazette.example/e1/"]);
    const [newest] = parseXml(made ?? "").root.children;
    expect(newest && textOf(newest, "lastmod")).toBe("2020-01-01T14:00:00Z");
  });

  test("and where pages are written, those that list them, by addresses that hold in XML", () => {
    const made = files([entry(1, { section: "Q & A", people: [] })], at(9), { pages: true });
    expect(locations(made.get("sitemap.xml"))).toEqual([
      "https://gazette.example/",
      "https://gazette.example/sections/q-and-a/",
      "https://gazette.example/subscribe/",
      "https://gazette.example/e1/",
    ]);
  });

  test("leaves out addresses that are too long for it, and names the front page where none is left", () => {
    const long = { ...entry(1), link: `https://gazette.example/${"x".repeat(2048)}/` };
    expect(locations(files([long, entry(2)], at(9)).get("sitemap.xml"))).toEqual(["https://gazette.example/e2/"]);
    expect(locations(files([long], at(9)).get("sitemap.xml"))).toEqual(["https://gazette.example/"]);
  });

  test("is an index of parts beyond 50,000 addresses; full parts stay as they are", () => {
    const before = files(numbered(50_001), at(60_000));
    expect(locations(before.get("sitemap.xml"))).toEqual([
      "https://gazette.example/sitemaps/1.xml",
      "https://gazette.example/sitemaps/2.xml",
    ]);
    expect([locations(before.get("sitemaps/1.xml")).length, locations(before.get("sitemaps/2.xml")).length]).toEqual([
      50_000, 1,
    ]);
    const after = files(numbered(50_003), at(60_000));
    expect(after.get("sitemaps/1.xml")).toBe(before.get("sitemaps/1.xml"));
  });
});

describe("news-sitemap.xml", () => {
  const news = (count: number, now: Date, about: Partial<Publication> = {}) =>
    files(numbered(count), now, { profiles: ["google-news"], ...about });

  test("is written only where it is asked for", () => {
    expect([...files(numbered(3), at(9)).keys()]).toEqual(["sitemap.xml"]);
  });

  test("is all that is written where another program makes the site", () => {
    expect([...news(3, at(9), { hosting: false }).keys()]).toEqual(["news-sitemap.xml"]);
  });

  test("names the articles of the last 48 hours", () => {
    expect(locations(news(100, at(99)).get("news-sitemap.xml"))).toHaveLength(48);
  });

  test("names the front page where there is no news, since the schema demands an address", () => {
    expect(locations(news(100, at(99 + 48)).get("news-sitemap.xml"))).toEqual(["https://gazette.example/"]);
  });

  test("says what Google asks: publication without its bracket, language, date, title", () => {
    const titled = entry(1, { title: "Fish & <chips>", language: "zh-Hant" });
    const made = files([titled], at(2), { profiles: ["google-news"], title: "Gazette (Harbour)" });
    const [url] = parseXml(made.get("news-sitemap.xml") ?? "").root.children;
    const [item] = url === undefined ? [] : childrenOf(url, "news", NEWS);
    const [publication] = item === undefined ? [] : childrenOf(item, "publication");
    expect([publication && textOf(publication, "name"), publication && textOf(publication, "language")]).toEqual([
      "Gazette",
      "zh-tw",
    ]);
    expect([item && textOf(item, "title"), item && textOf(item, "publication_date")]).toEqual([
      "Fish & <chips>",
      "2020-01-01T13:00:00Z",
    ]);
  });

  test("is an index of files of at most 1,000 articles where there are more", () => {
    const close = Array.from({ length: 1_001 }, (_, number) => entry(number / 100));
    const made = files(close, at(11), { profiles: ["google-news"] });
    expect([...made].map(([path, text]) => [path, locations(text).length])).toEqual([
      ["sitemap.xml", 1_001],
      ["sitemaps/news-1.xml", 1_000],
      ["sitemaps/news-2.xml", 1],
      ["news-sitemap.xml", 2],
    ]);
    expect(locations(made.get("news-sitemap.xml"))).toEqual([
      "https://gazette.example/sitemaps/news-1.xml",
      "https://gazette.example/sitemaps/news-2.xml",
    ]);
    const all = ["sitemaps/news-1.xml", "sitemaps/news-2.xml"].flatMap((path) => locations(made.get(path)));
    expect(new Set(all)).toEqual(new Set(close.map(({ link }) => link)));
  });
});

test("both hold whatever titles, languages and addresses say", () => {
  const words = fc.string({ unit: "binary", minLength: 1, maxLength: 30 });
  const language = fc.constantFrom("en", "pt-BR", "zh", "zh-Hant-HK", "zh-Hans", "fil", "ckb", "en-GB-oxendict");
  const path = fc.webPath();
  fc.assert(
    fc.property(fc.array(fc.record({ title: words, language, path }), { maxLength: 5 }), words, (given, title) => {
      const entries = given.map(({ path: own, ...rest }, number) =>
        entry(number, { ...rest, link: new URL(`https://gazette.example/a${own}/${number}/?a=1&b='2'`).href }),
      );
      files(entries, at(9), { profiles: ["google-news"], title: `A ${title.replaceAll(/[()]/g, "")}` });
    }),
    RUNS,
  );
});
