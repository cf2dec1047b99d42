import { Readable } from "node:stream";
import { parseFeed as parseRowan } from "@rowanmanning/feed-parser";
import FeedParser from "feedparser";
import { parseFeed as parseFeedsmith } from "feedsmith";
import Parser from "rss-parser";
import { describe, expect, test } from "vitest";
import { LIFE, openGazette } from "./gazette.ts";

type Titles = (url: string) => Promise<readonly (string | null | undefined)[]>;

const textOf = async (url: string): Promise<string> => (await fetch(url)).text();

async function streamed(url: string): Promise<string[]> {
  const parser = new FeedParser({});
  Readable.from([Buffer.from(await textOf(url))]).pipe(parser);
  const titles: string[] = [];
  for await (const item of parser) titles.push((item as { title: string }).title);
  return titles;
}

const PARSERS: readonly (readonly [string, readonly string[], Titles])[] = [
  [
    "rss-parser",
    ["rss.xml", "atom.xml"],
    async (url) => (await new Parser().parseURL(url)).items.map(({ title }) => title),
  ],
  [
    "@rowanmanning/feed-parser",
    ["rss.xml", "atom.xml"],
    async (url) => parseRowan(await textOf(url)).items.map(({ title }) => title),
  ],
  ["feedparser", ["rss.xml", "atom.xml"], streamed],
  [
    "feedsmith",
    ["rss.xml", "atom.xml", "feed.json"],
    async (url) => {
      const parsed = parseFeedsmith(await textOf(url));
      const list = parsed.format === "atom" ? parsed.feed.entries : parsed.feed.items;
      return (list as readonly { readonly title?: unknown }[]).map(({ title }) =>
        typeof title === "string" ? title : (title as { value?: string } | undefined)?.value,
      );
    },
  ],
];

describe.for(PARSERS)("%s", ([, feeds, titles]) => {
  test.for(feeds)("reads %s from the server, each entry once, whatever happens", async (feed) => {
    const { place, url, publish } = await openGazette();
    for (const [index, { what, change, stand }] of LIFE.entries()) {
      const etag = (await fetch(`${url}${feed}`)).headers.get("etag") ?? "";
      change(place);
      await publish(index + 2);
      // None of these fetches with conditions by itself: whoever uses them does.
      const { status } = await fetch(`${url}${feed}`, { headers: { "If-None-Match": etag } });
      // feed.json names each article's file.
      const isSame = what === "nothing" || (what.includes("renamed") && feed !== "feed.json");
      expect([what, status]).toEqual([what, isSame ? 304 : 200]);
      expect([what, await titles(`${url}${feed}`)]).toEqual([what, stand.map((name) => `The ${name} story`)]);
    }
  });
});
