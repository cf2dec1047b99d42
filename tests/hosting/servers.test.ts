import { utimesSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outFiles } from "../../src/build/out-files.ts";
import { planSite } from "../../src/build/plan.ts";
import type { Site } from "../../src/edition/edition.ts";
import { POLICY } from "../../src/hosting/headers.ts";
import { entry, recorded } from "../support/entries.ts";
import { type Site as Folder, site as folderOf } from "../support/site.ts";
import { PUBLICATION } from "../support/story.ts";
import { caddy, datelineServe, has, nginx } from "./servers.ts";

const AT = "https://gazette.example/";
const PUBLISHED = new Date("2020-02-01T00:00:00Z");

/** A publication of which one article has moved and one was withdrawn, and another with a name in Arabic letters. */
function publication(): Site {
  const entries = [
    entry(1, { link: `${AT}articles/ferry/`, section: "世界", content: `<p>${"The ferry sails. ".repeat(200)}</p>` }),
    entry(2, { link: `${AT}articles/%D9%85%D9%8A%D9%86%D8%A7%D8%A1/` }),
  ];
  const about = { ...PUBLICATION, pages: true, hub: "https://hub.example/", smartnews: { limit: 20, sponsored: [] } };
  const { site } = planSite(about, recorded(entries), PUBLISHED);
  return {
    ...site,
    moved: [
      { from: `${AT}articles/boat/`, to: `${AT}articles/ferry/` },
      { from: `${AT}articles/%D8%B4/`, to: `${AT}articles/%D9%85%D9%8A%D9%86%D8%A7%D8%A1/` },
    ],
    withdrawn: [
      {
        id: "tag:gazette.example,2020:crane",
        title: "The crane",
        link: `${AT}articles/crane/`,
        published: PUBLISHED,
        withdrawn: PUBLISHED,
      },
    ],
  };
}

/** It as it lies on a disk, with files that articles and podcasts bring. */
function standing(): Folder {
  const place = folderOf();
  for (const { path, content } of outFiles(publication()))
    if (typeof content === "string") place.put({ [`dist/${path}`]: content });
  place.put({ "dist/media/a-1.png": "PNG", "dist/sections/a/podcast.xml": place.text("dist/rss.xml") });
  // Of what has just been written the time says nothing, and is not told: it counts in seconds.
  for (const path of place.list("dist")) utimesSync(join(place.folder, "dist", path), PUBLISHED, PUBLISHED);
  return place;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Asks a server for a path as clients do that name the publication's host. */
function ask(address: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(`${address}${path}`, {
      headers: { Host: `gazette.example:${new URL(address).port}`, ...headers },
    });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const said = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(", ")]);
        resolve({
          status: response.statusCode,
          headers: Object.fromEntries(said),
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
  });
}

const SERVERS = [
  ["nginx", nginx, "-v", "a host"],
  ["caddy", caddy, "version", "a host"],
  ["dateline", datelineServe, "--version", "a preview"],
] as const;

describe.for(SERVERS)("%s, run as documented", ([name, start, flag, kind]) => {
  test.runIf(has(name, flag))("answers as a good host does", { timeout: 30_000 }, async () => {
    const address = await start(standing().folder);

    const types = [
      ["/rss.xml", "application/rss+xml; charset=utf-8"],
      ["/atom.xml", "application/atom+xml; charset=utf-8"],
      ["/feed.json", "application/feed+json; charset=utf-8"],
      ["/sections/%E4%B8%96%E7%95%8C/rss.xml", "application/rss+xml; charset=utf-8"],
      ["/smartnews.xml", "application/rss+xml; charset=utf-8"],
      ["/sections/a/podcast.xml", "application/rss+xml; charset=utf-8"],
      ["/sitemap.xml", expect.stringMatching(/^(?:text|application)\/xml/)],
      ["/", "text/html; charset=utf-8"],
      ["/articles/ferry/", "text/html; charset=utf-8"],
      ["/articles/%D9%85%D9%8A%D9%86%D8%A7%D8%A1/", "text/html; charset=utf-8"],
      ["/style.css", "text/css; charset=utf-8"],
      ["/feed.css", "text/css; charset=utf-8"],
      ["/feeds.opml", "text/x-opml; charset=utf-8"],
      ["/.well-known/feeds", "text/x-opml; charset=utf-8"],
      ["/media/a-1.png", "image/png"],
    ];
    for (const [path = "", type] of types) {
      const { status, headers } = await ask(address, path);
      expect({ path, status, type: headers["content-type"] }).toEqual({ path, status: 200, type });
    }

    const feed = await ask(address, "/sections/%E4%B8%96%E7%95%8C/rss.xml?from=here");
    expect(feed.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "cache-control": expect.stringMatching(/^public, max-age=300(?:$|, )/),
      etag: expect.any(String),
      "last-modified": expect.any(String),
    });
    expect(feed.headers.link?.split(", ").sort()).toEqual([
      '<https://gazette.example/sections/%E4%B8%96%E7%95%8C/rss.xml>; rel="self"',
      '<https://hub.example/>; rel="hub"',
    ]);
    expect(
      await ask(address, "/rss.xml", { "If-None-Match": (await ask(address, "/rss.xml")).headers.etag ?? "" }),
    ).toMatchObject({
      status: 304,
    });
    expect((await ask(address, "/rss.xml", { "Accept-Encoding": "gzip" })).headers).toMatchObject({
      "content-encoding": "gzip",
      vary: expect.stringContaining("Accept-Encoding"),
    });
    const { headers: media } = await ask(address, "/media/a-1.png");
    expect(media["cache-control"]).toMatch(/^public, max-age=(?:86400|31536000, immutable)$/);
    for (const path of ["/rss.xml", "/sections/%E4%B8%96%E7%95%8C/atom.xml"])
      expect(await ask(address, path, { "Sec-Fetch-Dest": "document" })).toMatchObject({
        status: 200,
        headers: {
          "content-type": "application/xml; charset=utf-8",
          vary: expect.stringContaining("Sec-Fetch-Dest"),
          link: expect.stringContaining(`<https://gazette.example${path}>; rel="self"`),
        },
        body: (await ask(address, path)).body,
      });
    const page = await ask(address, "/articles/ferry/");
    expect(page.headers).toMatchObject({
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
    expect(page.headers).not.toHaveProperty("access-control-allow-origin");
    expect(await ask(address, "/media/a-1.png", { Range: "bytes=1-1" })).toMatchObject({
      status: 206,
      headers: { "content-range": "bytes 1-1/3" },
      body: "N",
    });
    expect(await ask(address, "/..%2f..%2fetc/passwd")).toMatchObject({
      status: expect.toSatisfy((one) => one >= 400),
    });
    expect(await ask(address, "/articles/ferry")).toMatchObject({
      headers: { location: expect.stringMatching(/articles\/ferry\/$|^ferry\/$/) },
    });
    expect(await ask(address, "/nowhere/at/all")).toMatchObject({
      status: 404,
      body: expect.stringContaining("Page not found"),
    });
    // What was published before, elsewhere, and what browsers may do there, is a host's to say.
    if (kind !== "a host") return;

    expect(media["cache-control"]).toMatch(/immutable$/);
    for (const { headers } of [feed, page]) expect(headers).toMatchObject({ "content-security-policy": POLICY });
    expect(feed.headers["cache-control"]).toBe("public, max-age=300, stale-while-revalidate=3600");
    expect(await ask(address, "/articles/boat/")).toMatchObject({
      status: 301,
      headers: { location: expect.stringMatching(/\/articles\/ferry\/$/) },
    });
    expect(await ask(address, "/articles/%D8%B4/")).toMatchObject({
      status: 301,
      headers: { location: expect.stringMatching(/\/articles\/%D9%85%D9%8A%D9%86%D8%A7%D8%A1\/$/) },
    });
    expect(await ask(address, "/articles/crane/")).toMatchObject({
      status: 410,
      body: expect.stringContaining("This article was withdrawn"),
    });
  });
});
