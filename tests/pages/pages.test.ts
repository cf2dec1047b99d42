import { describe, expect, test } from "vitest";
import { planSite } from "../../src/build/plan.ts";
import type { Site } from "../../src/edition/edition.ts";
import type { Entry } from "../../src/ledger/entry.ts";
import { pagesOf } from "../../src/pages/pages.ts";
import type { Person, Publication } from "../../src/publication/publication.ts";
import { entry, recorded } from "../support/entries.ts";
import { PUBLICATION } from "../support/story.ts";
import { type ReadPage, readPage } from "./read-page.ts";

const AT = "https://gazette.example/";
const NOW = new Date("2026-06-01T00:00:00Z");
const person = (name: string, more: Partial<Person> = {}): Person => ({ name, kind: "person", ...more });

function article(number: number, given: Partial<Entry> = {}): Entry {
  return entry(number, { link: `${AT}articles/e${number}/`, ...given });
}

function siteOf(entries: readonly Entry[], about: Partial<Publication> = {}): Site {
  return planSite({ ...PUBLICATION, pages: true, ...about }, recorded(entries), NOW).site;
}

function pages(site: Site): ReadonlyMap<string, string> {
  return new Map(Array.from(pagesOf(site), ({ path, content }) => [path, content.toString()]));
}

function pageOf(given: Partial<Entry>, about: Partial<Publication> = {}): ReadPage {
  return readPage(pages(siteOf([article(1, given)], about)).get("articles/e1/index.html") ?? "");
}

const FIXED = ["404.html", "copy.js", "index.html", "style.css", "subscribe/index.html"];

describe("which pages there are", () => {
  test.for<readonly [readonly Entry[], Partial<Publication>, readonly string[], string]>([
    [[article(1, { people: [] })], {}, ["articles/e1/index.html"], "of each article"],
    [
      [article(1, { people: [person("Jane Doe")], section: "World", tags: ["sea"] })],
      {},
      ["articles/e1/index.html", "authors/jane-doe/index.html", "sections/world/index.html", "tags/sea/index.html"],
      "of each section, author and tag, also where it has no feed",
    ],
    [[article(1, { people: [], link: "https://other.example/a/" })], {}, [], "none of what lies elsewhere"],
    [
      [article(1, { people: [], link: AT }), article(2, { people: [], link: `${AT}subscribe/` })],
      {},
      [],
      "none where another page stands",
    ],
    [
      [article(1, { people: [], link: `${AT}same/` }), article(2, { people: [], link: `${AT}same/` })],
      {},
      ["same/index.html"],
      "one at one address",
    ],
    [
      [article(1, { people: [], language: "fr" }), article(2, { people: [] })],
      {},
      ["articles/e1/index.html", "articles/e2/index.html", "languages/en/index.html", "languages/fr/index.html"],
      "of each language",
    ],
  ])("%#", ([entries, about, expected]) => {
    expect([...pages(siteOf(entries, about)).keys()].sort()).toEqual([...expected, ...FIXED].sort());
  });

  test("none where none are wanted", () => {
    expect([...pagesOf(siteOf([article(1)], { pages: false }))]).toEqual([]);
  });

  test("a page is made when it is asked for", () => {
    const [style, script, first] = pagesOf(siteOf(Array.from({ length: 3 }, (_, number) => article(number))));
    expect([style?.path, script?.path, first?.path]).toEqual(["style.css", "copy.js", "articles/e2/index.html"]);
  });
});

describe("the page of an article", () => {
  test("says who, what, when, and where it belongs", () => {
    const { all, text } = pageOf({
      title: "The ferry & the storm",
      people: [person("Jane Doe"), person("Max <Q>")],
      helpers: [person("Ann")],
      section: "World",
      tags: ["sea"],
      bio: "Jane writes.",
      credit: "Reuters",
      license: "https://creativecommons.org/licenses/by/4.0/",
    });
    expect(all("h1").map((one) => one.text)).toEqual(["The ferry & the storm"]);
    expect(text).toContain("By Jane Doe and Max <Q>");
    expect(text).toContain("With Ann");
    expect(text).toContain("1 January 2020, 13:00");
    for (const words of ["World", "sea", "Jane writes.", "Source: Reuters", "Words of 1."])
      expect(text).toContain(words);
    expect(all("a").find((one) => one.attributes.rel === "license")?.text).toContain("by/4.0");
    expect(
      all("a")
        .filter((one) => one.attributes.rel === "author")
        .map((one) => one.attributes.href),
    ).toEqual(["../../authors/jane-doe/", "../../authors/max-q/"]);
  });

  test("tells readers of its feeds, the main ones first", () => {
    const { all } = pageOf({ section: "World", people: [person("Jane Doe")] });
    const feeds = all("link").filter((one) => one.attributes.rel === "alternate");
    expect(feeds.map(({ attributes: { type, title, href } }) => `${type} ${title} ${href}`)).toEqual(
      ["", "sections/world/", "authors/jane-doe/"].flatMap((path, index) => {
        const title = ["The Harbour Gazette", "The Harbour Gazette: World", "The Harbour Gazette: Jane Doe"][index];
        return [
          `application/rss+xml ${title} (RSS) ${AT}${path}rss.xml`,
          `application/atom+xml ${title} (Atom) ${AT}${path}atom.xml`,
          `application/feed+json ${title} (JSON Feed) ${AT}${path}feed.json`,
        ];
      }),
    );
  });

  test("tells machines what it is", () => {
    const image = {
      url: `${AT}media/a.jpg`,
      width: 1200,
      height: 675,
      alt: "A ferry",
      caption: "The ferry",
      credit: "Ann",
    };
    const { all } = pageOf({
      title: "</script><b>",
      people: [person("Jane Doe", { uri: `${AT}jane` }), { name: "Desk", kind: "organisation" }],
      section: "World",
      description: "It sails.",
      image,
      date: new Date("2020-01-02T00:00:00Z"),
    });
    const data: unknown = JSON.parse(all("script")[0]?.text ?? "");
    expect(data).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      mainEntityOfPage: `${AT}articles/e1/`,
      url: `${AT}articles/e1/`,
      headline: "</script><b>",
      description: "It sails.",
      datePublished: "2020-01-01T13:00:00Z",
      dateModified: "2020-01-02T00:00:00Z",
      inLanguage: "en",
      author: [
        { "@type": "Person", name: "Jane Doe", url: `${AT}jane` },
        { "@type": "Organization", name: "Desk" },
      ],
      publisher: { "@type": "NewsMediaOrganization", name: "The Harbour Gazette", url: AT },
      image: [
        { "@type": "ImageObject", url: image.url, width: 1200, height: 675, caption: "The ferry", creditText: "Ann" },
      ],
      articleSection: "World",
    });
    const properties = new Map(
      all("meta").map(({ attributes }) => [attributes.property ?? attributes.name, attributes.content]),
    );
    expect(Object.fromEntries(properties)).toMatchObject({
      description: "It sails.",
      "og:type": "article",
      "og:title": "</script><b>",
      "og:url": `${AT}articles/e1/`,
      "og:site_name": "The Harbour Gazette",
      "og:image": image.url,
      "og:image:width": "1200",
      "og:image:alt": "A ferry",
      "article:published_time": "2020-01-01T13:00:00Z",
      "article:modified_time": "2020-01-02T00:00:00Z",
    });
    expect(all("link").find((one) => one.attributes.rel === "canonical")?.attributes.href).toBe(`${AT}articles/e1/`);
  });

  test("shows its picture once", () => {
    const image = { url: `${AT}media/a.jpg?b&c`, alt: "A ferry" };
    expect(
      pageOf({ image })
        .all("img")
        .map((one) => one.attributes),
    ).toEqual([{ src: "../../media/a.jpg?b&c", alt: "A ferry" }]);
    const content = `<p><img src="${AT}media/a.jpg?b&amp;c" alt="x"></p>`;
    expect(
      pageOf({ image, content })
        .all("img")
        .map((one) => one.attributes.alt),
    ).toEqual(["x"]);
  });

  test("names what is its own from where it stands, what is another's in full, and words as they are", () => {
    const content = `<p><a href="${AT}">home</a> <a href="${AT}articles/e2/">e2</a> <a href="https://else.example/">else</a> x="${AT}"</p>`;
    const { all, text } = pageOf({ content });
    const links = all("a").filter((one) => ["home", "e2", "else"].includes(one.text));
    expect(links.map((one) => one.attributes.href)).toEqual(["../../", "../../articles/e2/", "https://else.example/"]);
    expect(text).toContain(`x="${AT}"`);
  });

  test("lets sound, film and files be asked for", () => {
    const { all } = pageOf({
      audio: `${AT}media/a.mp3`,
      video: { url: `${AT}media/b.mp4` },
      attachments: [{ url: `${AT}media/c%20d.pdf` }, { url: "javascript:alert(1)" }, { url: `${AT}media/a.mp3` }],
    });
    expect([...all("audio"), ...all("video")].map(({ attributes: { src, preload } }) => [src, preload])).toEqual([
      ["../../media/a.mp3", "none"],
      ["../../media/b.mp4", "none"],
    ]);
    const files = all("a").filter(({ attributes }) => attributes.href?.includes("media/"));
    expect(files.map((one) => one.text)).toEqual(["c d.pdf"]);
    expect(all("a").some(({ attributes }) => attributes.href?.startsWith("javascript"))).toBe(false);
  });

  test.for<readonly [string, readonly string[], string]>([
    ["<h1>a</h1><h2>b</h2>", ["h1", "h2", "h3"], "below the page's own"],
    ["<h3>a</h3><h5>b</h5><h3>c</h3>", ["h1", "h2", "h3", "h2"], "none is passed over"],
    ["<h3>a</h3><h2>b</h2>", ["h1", "h2", "h2"], "none begins too deep"],
    [
      "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>",
      ["h1", "h2", "h3", "h4", "h5", "h6", "h6"],
      "there is nothing below the sixth",
    ],
    ["<p>&lt;h1&gt;</p>", ["h1"], "words are no headings"],
  ])("headings of the body stand in order: %s", ([content, names]) => {
    const { elements } = pageOf({ content, title: "T" });
    expect(elements.map(({ name }) => name).filter((name) => /^h\d$/.test(name))).toEqual(names);
  });

  test.for<readonly [string, string, string, string | undefined, string | undefined, string]>([
    ["en", "en", "ltr", undefined, undefined, "in the publication's language nothing is said twice"],
    ["ar", "ar", "rtl", undefined, undefined, "a page in Arabic is Arabic as a whole"],
    ["zh-TW", "zh-TW", "ltr", undefined, undefined, "of a region, too"],
    [
      "mn",
      "en",
      "ltr",
      "mn",
      undefined,
      "without words in Mongolian the page is English, and what is Mongolian says so",
    ],
    ["ckb", "en", "ltr", "ckb", "rtl", "and from where it is to be read"],
    ["az-Arab", "en", "ltr", "az-Arab", "rtl", "a script tells more than a language"],
  ])("%s", ([language, page, direction, words, wordsDirection]) => {
    const { all } = pageOf({ language });
    expect(all("html")[0]?.attributes).toEqual({ lang: page, dir: direction });
    const { lang, dir } = all("h1")[0]?.attributes ?? {};
    expect([lang, dir]).toEqual([words, wordsDirection]);
  });

  test("leads to the same in other languages", () => {
    const { all } = pageOf({ translations: [{ language: "fr", link: `${AT}articles/le-bac/`, title: "Le bac" }] });
    const links = all("link").filter((one) => one.attributes.hreflang !== undefined);
    expect(links.map(({ attributes: { hreflang, href } }) => `${hreflang} ${href}`)).toEqual([
      `en ${AT}articles/e1/`,
      `fr ${AT}articles/le-bac/`,
    ]);
    expect(all("a").find((one) => one.attributes.hreflang === "fr")?.text).toBe("Le bac");
  });
});

describe("the pages of a rubric", () => {
  const MANY = siteOf(Array.from({ length: 173 }, (_, number) => article(number, { section: "World", people: [] })));

  test.for(["", "sections/world/"])("lead through every article, newest first (%s)", (start) => {
    const all = pages(MANY);
    const seen: string[] = [];
    for (let path: string | undefined = start; path !== undefined; ) {
      const page = readPage(all.get(`${path}index.html`) ?? "");
      seen.push(...page.all("h3").map((one) => one.text));
      const older = page.all("a").find((one) => one.text === "Older articles")?.attributes.href;
      path = older === undefined ? undefined : new URL(older, AT + path).href.slice(AT.length);
    }
    const titles = MANY.entries.map(({ title }) => title);
    expect([...new Set(seen)]).toEqual(titles);
  });

  test("a page of older articles that is full stays as it is", () => {
    const more = siteOf([...MANY.entries, article(999, { section: "World", people: [] })]);
    expect(pages(more).get("sections/world/page/1/index.html")).toBe(
      pages(MANY).get("sections/world/page/1/index.html"),
    );
  });

  test("an author's tells who they are", () => {
    const jane = person("Jane Doe", { bio: "Writes of the sea.", avatar: `${AT}jane.png` });
    const page = readPage(pages(siteOf([article(1, { people: [jane] })])).get("authors/jane-doe/index.html") ?? "");
    expect(page.text).toContain("Writes of the sea.");
    expect(page.all("img")[0]?.attributes.src).toBe("../../jane.png");
  });

  test("the front pages of languages are each other's counterparts", () => {
    const site = siteOf([article(1), article(2, { language: "fr" })]);
    const { all } = readPage(pages(site).get("index.html") ?? "");
    const links = all("link").filter((one) => one.attributes.hreflang !== undefined);
    expect(links.map(({ attributes: { hreflang, href } }) => `${hreflang} ${href}`)).toEqual([
      `en ${AT}languages/en/`,
      `fr ${AT}languages/fr/`,
      `x-default ${AT}`,
    ]);
  });
});

describe("what is not there", () => {
  const gone = { id: "x", title: "The <crane>", published: NOW, withdrawn: NOW, link: `${AT}articles/crane/` };
  const moved = { from: `${AT}old/ferry`, to: `${AT}articles/e1/` };
  const all = pages({
    ...siteOf([article(1)]),
    withdrawn: [gone, { ...gone, link: `${AT}articles/e1/` }],
    moved: [moved],
  });
  const read = (path: string): ReadPage => readPage(all.get(path) ?? "");

  test("a withdrawn article's page says so, and when, and asks to be forgotten", () => {
    const { text, all: elements } = read("articles/crane/index.html");
    expect(text).toContain("The <crane>");
    expect(text).toContain("It was published on 1 June 2026 and withdrawn on 1 June 2026.");
    expect(elements("meta").some(({ attributes }) => attributes.content === "noindex")).toBe(true);
    expect(elements("link").some(({ attributes }) => attributes.rel === "canonical")).toBe(false);
  });

  test("where another article stands now, that one is shown", () => {
    expect(read("articles/e1/index.html").text).toContain("Words of 1.");
  });

  test("a moved article's old page leads to the new one", () => {
    const { all: elements } = read("old/ferry.html");
    expect(elements("meta").map(({ attributes }) => attributes.content)).toContain(`0; url=${moved.to}`);
    expect(elements("link").find(({ attributes }) => attributes.rel === "canonical")?.attributes.href).toBe(moved.to);
  });

  test("the page of what was never there works at any depth", () => {
    const { all: elements } = read("404.html");
    const addresses = [...elements("a"), ...elements("link")].flatMap(({ attributes }) => attributes.href ?? []);
    expect(addresses.filter((one) => !/^(?:\/|#|https:)/.test(one))).toEqual([]);
  });
});

test("feeds open in the common readers", () => {
  const { all } = readPage(pages(siteOf([article(1)])).get("subscribe/index.html") ?? "");
  const addresses = all("a").map(({ attributes }) => attributes.href);
  expect(addresses).toEqual(
    expect.arrayContaining([
      "https://feedly.com/i/subscription/feed%2Fhttps%3A%2F%2Fgazette.example%2Frss.xml",
      "https://www.inoreader.com/?add_feed=https%3A%2F%2Fgazette.example%2Frss.xml",
      "feed:https://gazette.example/rss.xml",
    ]),
  );
});
