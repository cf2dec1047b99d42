import { chmodSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { parseFeed as parseRowan } from "@rowanmanning/feed-parser";
import FeedParser from "feedparser";
import { parseFeed as parseFeedsmith } from "feedsmith";
import Parser from "rss-parser";
import { describe, expect, test } from "vitest";
import { serveSite } from "../support/serving.ts";
import { ROOT, type Site, site } from "../support/site.ts";
import { isThere, ran } from "./support.ts";

const PYTHON = "/usr/bin/python3";
const COUNT = `
import feedparser, json, sys
first = feedparser.parse(sys.argv[1])
again = feedparser.parse(sys.argv[1], etag=first.etag, modified=first.get("modified"))
print(json.dumps([first.status, bool(first.bozo), [e.id for e in first.entries], again.status, len(again.entries)]))
`;

/** The sample publication as it is committed, shown by the command. */
async function served(): Promise<{ readonly place: Site; readonly url: string; readonly ids: readonly string[] }> {
  const place = site(join(ROOT, "dist"));
  const { url } = await serveSite(place, ["--out", "."]);
  const { items } = JSON.parse(place.text("feed.json")) as { items: { id: string }[] };
  const ids = items.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(20);
  return { place, url, ids };
}

async function streamed(text: string): Promise<unknown[]> {
  const ids: unknown[] = [];
  for await (const item of Readable.from([Buffer.from(text)]).pipe(new FeedParser({})))
    ids.push((item as { guid: string }).guid);
  return ids;
}

const PARSERS: Readonly<Record<string, (text: string) => Promise<readonly unknown[]> | readonly unknown[]>> = {
  "rss-parser": async (text) =>
    (await new Parser().parseString(text)).items.map(({ guid, id }: { guid?: string; id?: string }) => guid ?? id),
  "@rowanmanning/feed-parser": (text) => parseRowan(text).items.map(({ id }) => id),
  feedparser: streamed,
  feedsmith: (text) => {
    const parsed = parseFeedsmith(text);
    if (parsed.format === "rss") return parsed.feed.items?.map(({ guid }) => guid?.value) ?? [];
    const list = parsed.format === "atom" ? parsed.feed.entries : parsed.feed.items;
    return (list as readonly { readonly id?: string }[]).map(({ id }) => id);
  },
};

describe("of the sample publication, shown by dateline serve,", { timeout: 60_000 }, () => {
  describe.for(["rss.xml", "atom.xml"])("%s", (feed) => {
    test.runIf(isThere("newsboat", "--version"))("newsboat has each entry once", async () => {
      const { place, url, ids } = await served();
      place.put({ "reader/urls": `${url}${feed}\n`, "reader/config": "" });
      const files = ["-u", "urls", "-c", "cache.db", "-C", "config"];
      for (const _ of ["first", "again"])
        expect(await ran("newsboat", [...files, "-x", "reload", "print-unread"], join(place.folder, "reader"))).toMatch(
          new RegExp(`^${ids.length} unread`),
        );
    });

    test.runIf(isThere("r2e", "--version"))("rss2email sends each entry once", async () => {
      const { place, url, ids } = await served();
      const reader = join(place.folder, "reader");
      place.put({
        "reader/sendmail": '#!/bin/sh\ncat > "$(dirname "$0")/mails/$$"\n',
        "reader/config": `[DEFAULT]\nfrom = a@gazette.example\nto = b@gazette.example\nemail-protocol = sendmail\nsendmail = ${reader}/sendmail\n`,
        "reader/mails/.keep": "",
      });
      chmodSync(join(reader, "sendmail"), 0o755);
      const r2e = (...args: string[]): Promise<string> =>
        ran("r2e", ["-c", "config", "-d", "feeds.json", ...args], reader);
      await r2e("add", "sample", `${url}${feed}`);
      for (const _ of ["first", "again"]) {
        await r2e("run");
        expect(place.list("reader/mails")).toHaveLength(ids.length + 1);
      }
    });

    test.runIf(isThere(PYTHON, "-c", "import feedparser"))(
      "Python's feedparser has each entry once, and a 304 the second time",
      async () => {
        const { place, url, ids } = await served();
        expect(JSON.parse(await ran(PYTHON, ["-c", COUNT, `${url}${feed}`], place.folder))).toEqual([
          200,
          false,
          ids,
          304,
          0,
        ]);
      },
    );
  });

  test.for([
    ["rss-parser", "rss.xml"],
    ["rss-parser", "atom.xml"],
    ["@rowanmanning/feed-parser", "rss.xml"],
    ["@rowanmanning/feed-parser", "atom.xml"],
    ["feedparser", "rss.xml"],
    ["feedparser", "atom.xml"],
    ["feedsmith", "rss.xml"],
    ["feedsmith", "atom.xml"],
    ["feedsmith", "feed.json"],
  ] as const)("%s has each entry of %s once, and a 304 the second time", async ([parser, feed]) => {
    const { url, ids } = await served();
    const response = await fetch(`${url}${feed}`);
    expect(await PARSERS[parser]?.(await response.text())).toEqual(ids);
    const etag = response.headers.get("etag") ?? "";
    expect((await fetch(`${url}${feed}`, { headers: { "If-None-Match": etag } })).status).toBe(304);
  });
});
