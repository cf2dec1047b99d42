import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/build.ts";
import { get } from "../serve/http.ts";
import { HOSTS, type Host } from "./hosts.ts";

const ARTICLE = (name: string): string =>
  `---\ntitle: The ${name} story\ndate: 2020-05-01T08:00:00Z\nauthor: Jane Doe\nsection: World\n---\n${`All there is to say of the ${name}. `.repeat(60)}\n`;
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "data/publication.yaml":
    "title: Gazette\nurl: https://gazette.example/\nlimit: 5\nfeeds: { archives: main, archiveSize: 10 }\n",
  ...Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`data/${index}.md`, ARTICLE(`ferry${index}`)])),
  "dist/media/boat.jpg": Buffer.from("0123456789".repeat(10)),
  "dist/media/talk.mp3": Buffer.from("0123456789".repeat(10)),
  "dist/_headers": "/rss.xml\n",
  "dist/.secret": "hidden",
  "dist/.well-known/security.txt": "Contact: mailto:a@b.example\n",
  "secret.txt": "outside",
};

const folder = mkdtempSync(join(tmpdir(), "dateline-hosted-"));

beforeAll(async () => {
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  await build({ data: join(folder, "data"), out: join(folder, "dist"), now: new Date("2026-06-01T00:00:00Z") });
  cpSync(join(folder, "dist/media/boat.jpg"), join(folder, "dist/media/BOAT.JPG"));
  const long = new Date("2026-06-01T00:00:00Z");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755);
    else utimesSync(join(entry.parentPath, entry.name), long, new Date(Date.now() - 60_000));
  }
  chmodSync(folder, 0o755);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const strong = (etag = ""): string => etag.replace(/^W\//, "");

describe.for(HOSTS)("%s", ([, start]) => {
  let host: Host;
  beforeAll(async () => {
    host = await start(join(folder, "dist"));
  });
  afterAll(() => host.stop());
  const ask = (target: string, headers: Readonly<Record<string, string>> = {}, method = "GET") =>
    get(host.url, target, { method, headers });

  test.for([
    ["/", /^text\/html; ?charset=utf-8$/i, "no-cache", undefined],
    ["/articles/ferry0-story/", /^text\/html; ?charset=utf-8$/i, "no-cache", undefined],
    ["/rss.xml", /^application\/rss\+xml; ?charset=utf-8$/i, "public, max-age=300", "*"],
    ["/atom.xml", /^application\/atom\+xml; ?charset=utf-8$/i, "public, max-age=300", "*"],
    ["/feed.json", /^application\/feed\+json; ?charset=utf-8$/i, "public, max-age=300", "*"],
    ["/sections/world/rss.xml", /^application\/rss\+xml/, "public, max-age=300", "*"],
    ["/archives/atom-1.xml", /^application\/atom\+xml/, "public, max-age=300", "*"],
    ["/archives/feed-1.json", /^application\/feed\+json/, "public, max-age=300", "*"],
    ["/feeds.opml", /^text\/x-opml/, "public, max-age=300", "*"],
    ["/media/boat.jpg", /^image\/jpeg$/, "public, max-age=86400", "*"],
    ["/.well-known/security.txt", /^text\/plain/, undefined, undefined],
  ] as const)("%s: type, caching, and who may read it", async ([target, type, caching, origin]) => {
    const paths = readdirSync(join(folder, "dist/articles")).sort();
    const path = target === "/articles/ferry0-story/" ? `/articles/${paths[0]}/` : target;
    const { status, headers } = await ask(path);
    expect([path, status]).toEqual([path, 200]);
    expect(headers["content-type"]).toMatch(type);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    if (caching !== undefined) expect(headers["cache-control"]).toBe(caching);
    if (target !== "/.well-known/security.txt") expect(headers["access-control-allow-origin"]).toBe(origin);
  });

  test.for(["/rss.xml", "/atom.xml", "/feed.json", "/"])(
    "%s: a poll in vain costs a 304, by ETag or by date",
    async (target) => {
      for (const accept of ["identity", "gzip"]) {
        const { headers } = await ask(target, { "accept-encoding": accept });
        const { etag = "", "last-modified": modified = "" } = headers;
        expect([etag !== "", modified !== ""]).toEqual([true, true]);
        const byTag = await ask(target, { "accept-encoding": accept, "if-none-match": etag });
        // Whoever compresses on the way weakens it, and says so in some answers only.
        expect([byTag.status, byTag.body, strong(byTag.headers.etag)]).toEqual([304, "", strong(etag)]);
        expect((await ask(target, { "accept-encoding": accept, "if-modified-since": modified })).status).toBe(304);
        expect((await ask(target, { "accept-encoding": accept, "if-none-match": '"other"' })).status).toBe(200);
      }
    },
  );

  test("feeds come compressed to those who like that, and whole to the others", async () => {
    const plain = await ask("/rss.xml");
    const small = await ask("/rss.xml", { "accept-encoding": "gzip" });
    expect([plain.headers["content-encoding"], small.headers["content-encoding"]]).toEqual([undefined, "gzip"]);
    expect(small.headers.vary).toMatch(/accept-encoding/i);
    expect(small.body).toBe(plain.body);
    expect((await ask("/media/boat.jpg", { "accept-encoding": "gzip" })).headers["content-encoding"]).toBeUndefined();
  });

  test("HEAD says what GET says", async () => {
    const head = await ask("/atom.xml", {}, "HEAD");
    const { headers } = await ask("/atom.xml");
    for (const name of ["content-type", "content-length", "etag", "last-modified"])
      expect([name, head.headers[name]]).toEqual([name, headers[name]]);
    expect([head.status, head.body]).toEqual([200, ""]);
  });

  test("media come in parts", async () => {
    const { status, headers, body } = await ask("/media/talk.mp3", { range: "bytes=10-14" });
    expect([status, headers["content-range"], body]).toEqual([206, "bytes 10-14/100", "01234"]);
    expect((await ask("/media/talk.mp3", { range: "bytes=500-" })).status).toBe(416);
  });

  test("what is not there is a 404 with the publication's own page", async () => {
    for (const target of ["/nowhere", "/nowhere/rss.xml"]) {
      const { status, body } = await ask(target);
      expect([target, status]).toEqual([target, 404]);
      expect(body).toContain("Gazette");
    }
  });

  test.for([
    "/.secret",
    "/_headers",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/media/..%2f..%2fsecret.txt",
    "/.git/config",
  ])("%s is for nobody", async (target) => {
    const { status, body } = await ask(target);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).not.toMatch(/hidden|outside/);
  });

  test("a folder without its slash leads to the page", async () => {
    const { status, headers } = await ask("/subscribe");
    if (status === 200) return;
    expect([301, 302, 307, 308]).toContain(status);
    expect(new URL(headers.location ?? "", host.url).pathname).toBe("/subscribe/");
  });
});
