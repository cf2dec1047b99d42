import { expect, test } from "vitest";
import { fileFor } from "../support/browser.ts";
import { site } from "../support/site.ts";
import { readPage } from "./read-page.ts";
import { HOME, hosted, SAMPLE } from "./sample.ts";

/** Hosts that the pages lead to: readers, and what the articles and their licence name. */
const ELSEWHERE = [
  "feedbin.com",
  "feedly.com",
  "www.inoreader.com",
  "www.newsblur.com",
  "theoldreader.com",
  "schema.org",
  "creativecommons.org",
];

/** Every address that a page names, with its page. */
function addresses(files: ReadonlyMap<string, Buffer>): readonly (readonly [string, string])[] {
  return [...files]
    .filter(([path]) => path.endsWith(".html"))
    .flatMap(([path, bytes]) => {
      const base = HOME + encodeURI(path.replace(/index\.html$/, ""));
      return readPage(bytes.toString()).elements.flatMap(({ attributes: { href, src } }) =>
        [href, src].flatMap((one) => (one === undefined ? [] : [[path, new URL(one, base).href] as const])),
      );
    });
}

test("every link leads somewhere, down to the part of the page that it names", async () => {
  const gazette = site(SAMPLE);
  await gazette.build({ now: new Date("2026-03-04T00:00:00Z") });
  const files = hosted(gazette);
  const ids = new Map(
    [...files]
      .filter(([path]) => path.endsWith(".html"))
      .map(([path, bytes]) => [path, new Set(readPage(bytes.toString()).elements.map((one) => one.attributes.id))]),
  );
  const all = addresses(files);
  const dead = all.filter(([, address]) => {
    const { host, protocol, hash, pathname } = new URL(address);
    if (protocol === "feed:") return !address.startsWith(`feed:${HOME}`);
    if (!address.startsWith(HOME)) return !ELSEWHERE.includes(host);
    const file = fileFor(decodeURIComponent(pathname.slice(1)), files);
    return file === undefined || (hash !== "" && ids.get(file)?.has(decodeURIComponent(hash.slice(1))) !== true);
  });
  expect(dead).toEqual([]);
  expect(all.length).toBeGreaterThan(500);
});
