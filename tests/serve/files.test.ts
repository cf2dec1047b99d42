import { createHash } from "node:crypto";
import { mkdirSync, renameSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { site } from "../support/site.ts";
import { get, raw, serving } from "./http.ts";

const WORDS = "All there is to say of the ferry. ".repeat(60);
const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>G</title>
<atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="https://gazette.example/rss.xml"/>
<item><description>${WORDS}</description></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>G</title><entry><summary>${WORDS}</summary></entry></feed>`;
const JSON_FEED = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "G", items: [], words: WORDS });
const PICTURE = Buffer.from("the picture of a boat");
const TIDES = "day,height\n2026-05-01,2.4\n";
/** As a build names media. */
const named = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex").slice(0, 20);
const FILES = {
  "dist/rss.xml": RSS,
  "dist/atom.xml": ATOM,
  "dist/feed.json": JSON_FEED,
  "dist/index.html": `<!doctype html><title>G</title>${WORDS}`,
  "dist/articles/ferry/index.html": "<!doctype html><title>Ferry</title>",
  "dist/about.html": "<!doctype html><title>About</title>",
  "dist/archive/2026-05.xml": ATOM,
  "dist/sections/world/main.json": JSON_FEED,
  "dist/feeds.json": "[]",
  "dist/sitemap.xml": "<urlset/>",
  "dist/feeds.opml": "<opml/>",
  "dist/.well-known/feeds": "<opml/>",
  "dist/broken/rss.xml": "not a feed at all",
  "dist/media/boat.jpg": Buffer.from("0123456789".repeat(10)),
  "dist/media/talk.mp3": Buffer.from("0123456789".repeat(10)),
  [`dist/media/${named(PICTURE)}.png`]: PICTURE,
  [`dist/media/${named(TIDES)}.csv`]: TIDES,
  [`dist/media/${named("another")}.png`]: PICTURE,
  "dist/media/0123456789.png": PICTURE,
  "dist/style.css": `body { color: red } ${WORDS}`,
  "dist/naïve café.txt": "résumé",
  "dist/_headers": "/rss.xml\n",
  "dist/.secret": "hidden",
  "dist/.well-known/security.txt": "Contact: mailto:a@b.example",
  "secret.txt": "outside",
} as const;
const LONG_AGO = new Date("2020-05-01T08:00:00Z");
const asked = async () => {
  const place = site(FILES);
  for (const file of Object.keys(FILES)) utimesSync(join(place.folder, file), LONG_AGO, LONG_AGO);
  const { url, forget } = await serving(join(place.folder, "dist"));
  return { place, forget, ask: (target: string, how = {}) => get(url, target, how), url };
};

describe("each file comes with its type", () => {
  test.for([
    ["/rss.xml", "application/rss+xml; charset=utf-8", "by its content, and name"],
    ["/atom.xml", "application/atom+xml; charset=utf-8", "the same"],
    ["/feed.json", "application/feed+json; charset=utf-8", "the same"],
    ["/archive/2026-05.xml", "application/atom+xml; charset=utf-8", "an archive document, by its content"],
    ["/sections/world/main.json", "application/feed+json; charset=utf-8", "an unnamed JSON Feed"],
    ["/broken/rss.xml", "application/rss+xml; charset=utf-8", "a broken feed, by its name"],
    ["/feeds.json", "application/json; charset=utf-8", "JSON that is no feed"],
    ["/sitemap.xml", "application/xml; charset=utf-8", "XML that is no feed"],
    ["/feeds.opml", "text/x-opml; charset=utf-8", "OPML"],
    ["/.well-known/feeds", "text/x-opml; charset=utf-8", "OPML without its ending"],
    ["/", "text/html; charset=utf-8", "the front page"],
    ["/articles/ferry/", "text/html; charset=utf-8", "a folder's page"],
    ["/about", "text/html; charset=utf-8", "a page without its ending, as hosts have it"],
    ["/style.css?v=3", "text/css; charset=utf-8", "with a query, which means nothing"],
    ["/media/boat.jpg", "image/jpeg", "a picture has no charset"],
    ["/media/talk.mp3", "audio/mpeg", "sound"],
    ["/na%C3%AFve%20caf%C3%A9.txt", "text/plain; charset=utf-8", "a name beyond ASCII"],
    ["/.well-known/security.txt", "text/plain; charset=utf-8", "the one hidden folder that is for everybody"],
    ["http://gazette.example/feeds.json", "application/json; charset=utf-8", "as proxies ask"],
  ] as const)("%s: %s (%s)", async ([target, type]) => {
    const { ask } = await asked();
    const { status, headers } = await ask(target);
    expect({ status, type: headers["content-type"], sniff: headers["x-content-type-options"] }).toEqual({
      status: 200,
      type,
      sniff: "nosniff",
    });
  });
});

describe("a feed that a browser opens is sent as what every browser shows", () => {
  const shown = "application/xml; charset=utf-8";
  test.for([
    ["/rss.xml", "document", shown, "Accept-Encoding, Sec-Fetch-Dest", "somebody opens it"],
    ["/archive/2026-05.xml", "document", shown, "Accept-Encoding, Sec-Fetch-Dest", "an archive document"],
    ["/rss.xml", "empty", "application/rss+xml; charset=utf-8", "Accept-Encoding, Sec-Fetch-Dest", "a page's script"],
    ["/broken/rss.xml", "document", shown, "Sec-Fetch-Dest", "too small to be compressed"],
    ["/feed.json", "document", "application/feed+json; charset=utf-8", "Accept-Encoding", "shown as it is by browsers"],
    ["/feeds.opml", "document", "text/x-opml; charset=utf-8", undefined, "no feed"],
    ["/", "document", "text/html; charset=utf-8", "Accept-Encoding", "a page"],
  ] as const)("%s for %s: %s, Vary: %s (%s)", async ([target, destination, type, vary]) => {
    const { ask } = await asked();
    const { headers, body } = await ask(target, { headers: { "sec-fetch-dest": destination } });
    expect([headers["content-type"], headers.vary]).toEqual([type, vary]);
    const reader = await ask(target);
    expect([reader.body, reader.headers.etag, reader.headers.vary]).toEqual([body, headers.etag, vary]);
    const again = await ask(target, {
      headers: { "sec-fetch-dest": destination, "if-none-match": headers.etag ?? "" },
    });
    expect([again.status, again.headers.vary]).toEqual([304, vary]);
  });
});

describe("what is not for readers is refused:", () => {
  test.for([
    ["/../secret.txt", 400, "out of the folder"],
    ["/%2e%2e/secret.txt", 400, "the same in disguise"],
    ["/articles/..%2f..%2fsecret.txt", 400, "a separator in disguise"],
    ["/..%5csecret.txt", 400, "another system's separator"],
    ["/%252e%252e/secret.txt", 404, "encoded twice is a name like any other"],
    ["/rss.xml%00.html", 400, "a byte that ends names elsewhere"],
    ["/%E0%A4%A", 400, "half a character"],
    ["/.secret", 404, "a hidden file"],
    ["/%2esecret", 404, "the same in disguise"],
    ["/.git/config", 404, "a hidden folder"],
    ["/_headers", 404, "what tells hosts what to do"],
    ["//etc/passwd", 404, "a path that looks like a host"],
    ["/rss.xml/", 404, "a file is no folder"],
    [`/${"a".repeat(300)}`, 404, "a name that no disk takes"],
    ["/link.txt", 404, "a symbolic link that leads out"],
    ["*", 400, "no path at all"],
  ] as const)("%s → %i (%s)", async ([target, code]) => {
    const { ask, place } = await asked();
    symlinkSync(join(place.folder, "secret.txt"), join(place.folder, "dist/link.txt"));
    const { status, body } = await ask(target);
    expect(status).toBe(code);
    expect(body).not.toContain("outside");
  });

  test("a request that is none gets a 400, and the next is answered", async () => {
    const { ask, url } = await asked();
    expect(await raw(url, "GET / HTTP/1.1\r\nbroken\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
    expect((await ask("/rss.xml")).status).toBe(200);
  });

  test("the publication's own 404.html is shown with its status", async () => {
    const { ask, place } = await asked();
    place.put({ "dist/404.html": "<title>Not in this paper</title>" });
    expect(await ask("/nowhere")).toMatchObject({ status: 404, body: "<title>Not in this paper</title>" });
  });

  test("a folder without its slash is sent on, not for ever", async () => {
    const { ask } = await asked();
    expect(await ask("/articles/ferry")).toMatchObject({ status: 302, headers: { location: "/articles/ferry/" } });
  });
});

describe("methods", () => {
  test.for(["/rss.xml", "/", "/media/talk.mp3"])("HEAD %s says what GET says, without a body", async (target) => {
    const { ask } = await asked();
    const { date: _, ...got } = (await ask(target)).headers;
    const head = await ask(target, { method: "HEAD" });
    const { date: __, ...said } = head.headers;
    expect(said).toEqual(got);
    expect(head.body).toBe("");
  });

  test.for(["POST", "PUT", "DELETE", "PATCH"])("%s is not understood", async (method) => {
    const { ask } = await asked();
    expect(await ask("/rss.xml", { method })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD, OPTIONS" } });
  });

  test("OPTIONS lets pages of other sites ask whether a feed has changed", async () => {
    const { ask } = await asked();
    const { status, headers } = await ask("/feed.json", { method: "OPTIONS" });
    expect(status).toBe(204);
    expect(headers["access-control-allow-headers"]).toContain("If-None-Match");
  });
});

describe("caching", () => {
  test.for([
    ["/rss.xml", "public, max-age=300", "*", "a feed"],
    ["/media/boat.jpg", "public, max-age=86400", "*", "a picture"],
    [`/media/${named(PICTURE)}.png`, "public, max-age=31536000, immutable", "*", "one that is named by its content"],
    [`/media/${named(TIDES)}.csv`, "public, max-age=31536000, immutable", "*", "a table that is"],
    [`/media/${named("another")}.png`, "public, max-age=86400", "*", "one that only looks like it"],
    ["/media/0123456789.png", "public, max-age=86400", "*", "a number"],
    ["/", "no-cache", undefined, "a page, which other sites don't read"],
  ] as const)("%s: %s, for %s (%s)", async ([target, caching, origin]) => {
    const { ask } = await asked();
    const { headers } = await ask(target);
    expect([headers["cache-control"], headers["access-control-allow-origin"]]).toEqual([caching, origin]);
    expect(headers.etag).toMatch(/^"[\w-]{22}"$/);
  });

  test("a link that leads to such a file may lead to another tomorrow", async () => {
    const { ask, place } = await asked();
    symlinkSync(join(place.folder, `dist/media/${named(PICTURE)}.png`), join(place.folder, "dist/media/latest.png"));
    expect((await ask("/media/latest.png")).headers["cache-control"]).toBe("public, max-age=86400");
  });

  test.for([
    ["if-none-match", (etag: string) => etag, 304, "the same"],
    ["if-none-match", (etag: string) => `W/${etag}`, 304, "weakened by a proxy"],
    ["if-none-match", (etag: string) => `"other", ${etag}`, 304, "one of several"],
    ["if-none-match", () => "*", 304, "anything"],
    ["if-none-match", () => '"other"', 200, "another"],
    ["if-modified-since", (_: string, modified: string) => modified, 304, "by date"],
    ["if-modified-since", () => "Mon, 01 Jan 2001 00:00:00 GMT", 200, "changed since"],
    ["if-modified-since", () => "yesterday", 200, "no date"],
    ["if-match", () => '"other"', 412, "only if it is another"],
    ["if-match", (etag: string) => etag, 200, "only if it is this"],
  ] as const)("%s: %s → %i (%s)", async ([name, made, status]) => {
    const { ask } = await asked();
    const { etag = "", "last-modified": modified = "" } = (await ask("/rss.xml")).headers;
    const again = await ask("/rss.xml", { headers: { [name]: made(etag, modified) } });
    expect(again.status).toBe(status);
    if (status !== 304) return;
    expect(again.body).toBe("");
    expect(again.headers).toMatchObject({
      etag,
      "cache-control": "public, max-age=300",
      vary: "Accept-Encoding, Sec-Fetch-Dest",
    });
  });

  test.for(["if-none-match", "if-modified-since"])("%s is answered to programs that use fetch, too", async (name) => {
    const { ask, url } = await asked();
    const { etag = "", "last-modified": modified = "" } = (await ask("/rss.xml")).headers;
    // With each condition it says "Cache-Control: no-cache", which is for the caches on the way.
    const headers = { "accept-encoding": "identity", [name]: name === "if-none-match" ? etag : modified };
    expect((await fetch(`${url}rss.xml`, { headers })).status).toBe(304);
    expect((await ask("/rss.xml", { headers: { ...headers, "cache-control": "no-cache" } })).status).toBe(304);
  });

  test("the ETag is of the bytes: a touched file keeps its own, a changed one gets another", async () => {
    const { ask, place, forget } = await asked();
    const before = (await ask("/rss.xml")).headers;
    utimesSync(join(place.folder, "dist/rss.xml"), new Date(0), new Date(0));
    forget();
    const touched = (await ask("/rss.xml")).headers;
    expect([touched.etag, touched["last-modified"]]).toEqual([before.etag, "Thu, 01 Jan 1970 00:00:00 GMT"]);
    // As a build puts files in place: renamed, here with the same length and time.
    place.put({ "dist/.part": RSS.replace("All there", "Not there") });
    utimesSync(join(place.folder, "dist/.part"), new Date(0), new Date(0));
    renameSync(join(place.folder, "dist/.part"), join(place.folder, "dist/rss.xml"));
    forget();
    const changed = await ask("/rss.xml", { headers: { "if-none-match": before.etag ?? "" } });
    expect(changed.status).toBe(200);
    expect(changed.body).toContain("Not there");
  });

  test.for([
    [0, undefined, "a moment ago: another version may follow within the second"],
    [10, "time", "a while ago"],
  ] as const)("a file that is %i seconds old says its %s (%s)", async ([age, said]) => {
    const { ask, place } = await asked();
    const at = new Date(Date.now() - age * 1000);
    utimesSync(join(place.folder, "dist/rss.xml"), at, at);
    const expected = said === undefined ? undefined : at.toUTCString();
    expect((await ask("/rss.xml")).headers["last-modified"]).toBe(expected);
    expect((await ask("/rss.xml", { headers: { range: "bytes=0-9" } })).headers["last-modified"]).toBe(expected);
  });

  test("a file that is written while it is served is never half the old and half the new", async () => {
    const { place, ask } = await asked();
    const version = (letter: string): string => letter.repeat(100_000);
    const answers: Promise<{ body: string }>[] = [];
    for (const letter of "abcdefghij") {
      place.put({ "dist/.part": version(letter) });
      renameSync(join(place.folder, "dist/.part"), join(place.folder, "dist/style.css"));
      answers.push(...[1, 2, 3].map(() => ask("/style.css", { headers: { "accept-encoding": "gzip" } })));
      await Promise.all(answers.slice(-1));
    }
    const bodies = (await Promise.all(answers)).map(({ body }) => [...new Set(body)].join(""));
    expect(bodies.every((letters) => /^[a-j]$/.test(letters))).toBe(true);
  });
});

describe("compression", () => {
  test.for([
    ["gzip, deflate, br", "br", "what browsers say"],
    ["gzip", "gzip", "what readers say"],
    ["br;q=0.5, gzip", "gzip", "what is liked better"],
    ["identity", undefined, "as it is"],
    ["gzip;q=0", undefined, "anything but"],
    ["*", "br", "anything"],
    ["zstd", undefined, "what we don't speak"],
  ] as const)("%s → %s (%s)", async ([accept, encoding]) => {
    const { ask } = await asked();
    const { headers, body } = await ask("/rss.xml", { headers: { "accept-encoding": accept } });
    expect([headers["content-encoding"], headers.vary]).toEqual([encoding, "Accept-Encoding, Sec-Fetch-Dest"]);
    expect(body).toBe(RSS);
  });

  test("each encoding has a strong ETag of its own, by which it is asked for again", async () => {
    const { ask } = await asked();
    const etags = await Promise.all(
      ["identity", "gzip", "br"].map(async (accept) => {
        const { etag = "" } = (await ask("/rss.xml", { headers: { "accept-encoding": accept } })).headers;
        const again = await ask("/rss.xml", { headers: { "accept-encoding": accept, "if-none-match": etag } });
        expect([again.status, again.headers.etag]).toEqual([304, etag]);
        return etag;
      }),
    );
    expect(new Set(etags).size).toBe(3);
  });

  test.for([
    ["/media/boat.jpg", "is compressed already"],
    ["/feeds.json", "is too small to gain by it"],
  ] as const)("%s comes as it is: it %s", async ([target]) => {
    const { ask } = await asked();
    const { headers } = await ask(target, { headers: { "accept-encoding": "gzip" } });
    expect([headers["content-encoding"], headers.vary]).toEqual([undefined, undefined]);
  });
});

describe("parts of media", () => {
  test.for([
    ["bytes=0-9", 206, "bytes 0-9/100", "0123456789", "the first"],
    ["bytes=95-", 206, "bytes 95-99/100", "56789", "to the end"],
    ["bytes=-3", 206, "bytes 97-99/100", "789", "the last"],
    ["bytes=90-500", 206, "bytes 90-99/100", "0123456789", "beyond the end"],
    ["bytes=100-", 416, "bytes */100", undefined, "behind the end"],
    ["bytes=5-1", 416, "bytes */100", undefined, "backwards"],
    ["lines=1-2", 200, undefined, undefined, "in another unit"],
  ] as const)("%s → %i %s %s (%s)", async ([range, status, part, body]) => {
    const { ask } = await asked();
    const got = await ask("/media/talk.mp3", { headers: { range } });
    expect([got.status, got.headers["content-range"]]).toEqual([status, part]);
    if (body !== undefined) expect(got.body).toBe(body);
    if (status !== 416) expect(got.headers["accept-ranges"]).toBe("bytes");
  });

  test.for([
    [(etag: string) => etag, 206, "the same file"],
    [() => '"other"', 200, "another file: all of it"],
  ] as const)("if-range: %s → %i (%s)", async ([made, status]) => {
    const { ask } = await asked();
    const { etag = "" } = (await ask("/media/talk.mp3")).headers;
    const headers = { range: "bytes=0-9", "if-range": made(etag) };
    expect((await ask("/media/talk.mp3", { headers })).status).toBe(status);
  });

  test("a large file is not held in memory, and comes whole", async () => {
    const { ask, place } = await asked();
    const path = join(place.folder, "dist/media/film.mp4");
    writeFileSync(path, "begin");
    truncateSync(path, 80 * 1024 * 1024);
    const head = await ask("/media/film.mp4", { method: "HEAD" });
    expect([head.status, head.headers["content-length"]]).toEqual([200, String(80 * 1024 * 1024)]);
    expect((await ask("/media/film.mp4", { headers: { range: "bytes=0-4" } })).body).toBe("begin");
  });
});

describe("WebSub discovery", () => {
  test("a feed's headers name its hub and its own address", async () => {
    const { ask } = await asked();
    expect((await ask("/rss.xml")).headers.link).toBe(
      '<https://hub.example/>; rel="hub", <https://gazette.example/rss.xml>; rel="self"',
    );
    expect((await ask("/atom.xml")).headers.link).toBeUndefined();
  });
});

test("a folder in a hidden folder is served all the same", async () => {
  const { folder } = site();
  mkdirSync(join(folder, ".site/dist"), { recursive: true });
  writeFileSync(join(folder, ".site/dist/a.mp3"), "0123456789");
  const { url } = await serving(join(folder, ".site/dist"));
  expect((await get(url, "/a.mp3", { headers: { range: "bytes=0-2" } })).body).toBe("012");
});
