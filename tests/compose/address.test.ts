import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import type { Finding } from "../../src/finding.ts";
import type { Publication } from "../../src/publication/publication.ts";
import { readArticle } from "../../src/read/read.ts";
import { PUBLICATION } from "../support/story.ts";

const { url } = PUBLICATION;

async function told(permalink: string, about: Partial<Publication> = {}): Promise<readonly Finding[]> {
  const text = `---\ntitle: The ferry\ndate: 2026-05-01\npermalink: ${permalink}\n---\n\nThe ferry sails again on Monday.\n`;
  const article = await readArticle(new TextEncoder().encode(text), "ferry.md");
  const publication = { ...PUBLICATION, pages: true, hosting: true, ...about };
  const { findings } = await compose(article, { publication, now: new Date("2026-06-01T00:00:00Z") });
  return findings.filter(({ code }) => code === "article/taken-address");
}

describe("an article's own address", () => {
  test.for([
    ["/rss.xml", "feed"],
    ["/rss.xml?from=mail", "feed"],
    ["/sections/world/archives/feed-12.json", "feed"],
    ["/sections/talks/podcast.xml", "feed"],
    ["/feeds.opml", "file"],
    ["/_redirects", "file"],
  ] as const)("%s is the address of a %s", async ([permalink, by]) => {
    expect(await told(permalink)).toMatchObject([
      { severity: "error", place: { file: "ferry.md", line: 4 }, facts: { by, address: new URL(permalink, url).href } },
    ]);
  });

  test.for([
    "/news/rss.xml",
    "/rss/",
    "/feed/",
    "/articles/feed.json.html",
    "/media/ferry/",
    "/hosting/a-web-site/",
    "/?p=12",
    "/",
    "/subscribe/",
    "/#ferry",
    "https://elsewhere.example/rss.xml",
  ])("%s is free", async (permalink) => {
    expect(await told(permalink)).toEqual([]);
  });

  test("may be a page's or a sitemap's where another program makes the site, but no feed's", async () => {
    const elsewhere = { pages: false, hosting: false };
    expect(await told("/", elsewhere)).toEqual([]);
    expect(await told("/sitemap.xml", elsewhere)).toEqual([]);
    expect(await told("/rss.xml", elsewhere)).toHaveLength(1);
  });

  test("is that of no file of the sample publication which is no page", async () => {
    const dist = join(import.meta.dirname, "../../dist");
    const files = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".html"))
      .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1));
    const free = [];
    for (const file of files) if ((await told(`/${file}`)).length === 0) free.push(file);
    expect(free).toEqual([]);
  });
});
