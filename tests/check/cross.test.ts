import { expect, test } from "vitest";
import { crossCheck } from "../../src/check/cross.ts";

interface Item {
  readonly id: string;
  readonly title?: string;
  readonly url?: string;
  readonly author?: string;
}

const ITEM: Item = { id: "courier-1", title: "Bridge opens", url: "https://courier.example/1", author: "Ada Moss" };

function rss(self: string, items: readonly Item[], more = ""): string {
  const all = items.map(
    ({ id, title = "A", url = "", author = "" }) =>
      `<item><title>${title}</title><link>${url}</link><guid isPermaLink="false">${id}</guid><dc:creator>${author}</dc:creator></item>`,
  );
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Courier</title><atom:link rel="self" href="${self}"/>${more}${all.join("")}</channel></rss>`;
}

function atom(self: string, items: readonly Item[], links = ""): string {
  const all = items.map(
    ({ id, title = "A", url = "", author = "" }) =>
      `<entry><id>${id}</id><title>${title}</title><link href="${url}"/><author><name>${author}</name></author></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><link rel="self" href="${self}"/>${links}${all.join("")}</feed>`;
}

function json(self: string, items: readonly Item[]): string {
  const all = items.map(({ id, title, url, author }) => ({ id, title, url, authors: [{ name: author }] }));
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Courier", feed_url: self, items: all });
}

const AT = "https://courier.example/";
const ARCHIVE = '<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>';

function link(rel: string, file: string): string {
  return `<link rel="${rel}" href="${AT}${file}"/>`;
}

test.for<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    "three formats that say the same owe each other nothing",
    {
      "rss.xml": rss(`${AT}rss.xml`, [ITEM]),
      "atom.xml": atom(`${AT}atom.xml`, [ITEM]),
      "feed.json": json(`${AT}feed.json`, [ITEM]),
    },
    [],
  ],
  [
    "a title that is HTML in one format and words in the other",
    {
      "atom.xml": atom(`${AT}atom.xml`, [
        { ...ITEM, title: "Fish &amp;amp; &amp;lt;i&amp;gt; &amp;#39;chips&amp;#x27;" },
      ]),
      "feed.json": json(`${AT}feed.json`, [{ ...ITEM, title: "Fish & <i> 'chips'" }]),
    },
    [],
  ],
  [
    "an article that one format lacks",
    { "rss.xml": rss(`${AT}rss.xml`, [ITEM]), "atom.xml": atom(`${AT}atom.xml`, []) },
    ["rss.xml cross/twin-item"],
  ],
  [
    "a feed of the same title that is made for somebody who wants fewer",
    {
      "atom.xml": atom(`${AT}atom.xml`, [ITEM, { ...ITEM, id: "courier-2", url: `${AT}2` }]),
      "few.xml": rss(`${AT}few.xml`, [ITEM]),
      "rss.xml": rss(`${AT}rss.xml`, [ITEM, { ...ITEM, id: "courier-2", url: `${AT}2` }]),
    },
    [],
  ],
  [
    "or that also names what is no more",
    {
      "atom.xml": atom(`${AT}atom.xml`, [ITEM]),
      "more.xml": rss(`${AT}more.xml`, [ITEM, { ...ITEM, id: "courier-0", url: `${AT}0` }]),
      "rss.xml": rss(`${AT}rss.xml`, [ITEM]),
    },
    [],
  ],
  [
    "another byline in another format",
    {
      "atom.xml": atom(`${AT}atom.xml`, [ITEM]),
      "feed.json": json(`${AT}feed.json`, [{ ...ITEM, author: "The Courier" }]),
    },
    ["atom.xml cross/twin-fact"],
  ],
  [
    "a short feed for one directory is no twin",
    {
      "atom.xml": atom(`${AT}atom.xml`, [ITEM]),
      "few.xml": rss(`${AT}few.xml`, []),
      "rss.xml": rss(`${AT}rss.xml`, [ITEM]),
    },
    [],
  ],
  [
    "letters that are percent-encoded in addresses, not on the disk",
    { "rss.xml": rss(`${AT}rss.xml`, []), "größe/rss.xml": rss(`${AT}gr%C3%B6%C3%9Fe/rss.xml`, []) },
    [],
  ],
  [
    "two files with one address",
    { "rss.xml": rss(`${AT}rss.xml`, []), "atom.xml": atom(`${AT}rss.xml`, []) },
    ["atom.xml cross/self-shared"],
  ],
  [
    "a file that is elsewhere",
    {
      "rss.xml": rss(`${AT}rss.xml`, []),
      "atom.xml": atom(`${AT}atom.xml`, []),
      "news/rss.xml": rss(`${AT}old/rss.xml`, []),
    },
    ["news/rss.xml cross/self-elsewhere"],
  ],
  [
    "a feed of another folder is no twin",
    { "rss.xml": rss(`${AT}rss.xml`, [ITEM]), "news/atom.xml": atom(`${AT}news/atom.xml`, []) },
    [],
  ],
  [
    "an id that means two articles",
    { "rss.xml": rss(`${AT}rss.xml`, [ITEM]), "news/rss.xml": rss(`${AT}news/rss.xml`, [{ ...ITEM, url: `${AT}2` }]) },
    ["news/rss.xml cross/id-of-two"],
  ],
  [
    "an archive that is missing",
    { "atom.xml": atom(`${AT}atom.xml`, [], link("prev-archive", "2025.xml")) },
    ["atom.xml cross/broken-link"],
  ],
  [
    "archives that name each other",
    {
      "atom.xml": atom(`${AT}atom.xml`, [], link("prev-archive", "2025.xml")),
      "2025.xml": atom(`${AT}2025.xml`, [], ARCHIVE + link("current", "atom.xml") + link("prev-archive", "2024.xml")),
      "2024.xml": atom(`${AT}2024.xml`, [], ARCHIVE + link("current", "atom.xml") + link("next-archive", "2025.xml")),
    },
    [],
  ],
  [
    "an archive that leads past the one after it",
    {
      "atom.xml": atom(`${AT}atom.xml`, [], link("prev-archive", "2025.xml")),
      "2025.xml": atom(`${AT}2025.xml`, [], ARCHIVE + link("prev-archive", "2024.xml")),
      "2024.xml": atom(`${AT}2024.xml`, [], ARCHIVE + link("next-archive", "atom.xml")),
    },
    ["2025.xml cross/archive-chain"],
  ],
  [
    "a list that names a feed which is not there",
    {
      "rss.xml": rss(`${AT}rss.xml`, []),
      "feeds.opml": `<opml version="2.0"><head/><body><outline text="A" type="rss" xmlUrl="${AT}rss.xml"/><outline text="B" type="rss" xmlUrl="${AT}b.xml"/><outline text="C" type="rss" xmlUrl="https://other.example/rss.xml"/></body></opml>`,
    },
    ["feeds.opml cross/broken-link"],
  ],
  [
    "a page that offers a feed which is not there",
    {
      "rss.xml": rss(`${AT}rss.xml`, []),
      "index.html":
        '<link rel="alternate" type="application/rss+xml" href="rss.xml"><link rel="alternate" type="application/atom+xml" href="/atom.xml"><link rel="stylesheet" href="/style.css">',
    },
    ["index.html cross/discovery"],
  ],
])("%s", ([, files, expected]) => {
  const members = Object.entries(files).map(([file, text]) => ({
    file,
    path: file,
    bytes: new TextEncoder().encode(text),
  }));
  const isPage = ({ file }: { file: string }): boolean => file.endsWith(".html");
  const found = crossCheck(
    members.filter((member) => !isPage(member)),
    members.filter(isPage),
  );
  expect(found.map(({ file, rule }) => `${file} ${rule}`)).toEqual(expected);
});
