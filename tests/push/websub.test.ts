import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { serving } from "../serve/http.ts";
import { type Site, site } from "../support/site.ts";
import { startHub, subscribe } from "./hub.ts";

const ARTICLE = (name: string, words = ""): string =>
  `---\ntitle: The ${name} story\ndate: 2026-05-01T08:00:00Z\nauthor: Jane Doe\n---\nAll there is to say of the ${name}. ${words}\n`;

/**
 * Hubs of other people are tried by naming one: no package that we could depend on has a hub. rssCloud Server 4.0, which
 * is a WebSub hub too, runs on this machine with WEBSUB_FETCH_ALLOW_CIDRS and WEBSUB_CALLBACK_ALLOW_CIDRS 127.0.0.0/8.
 */
const HUBS = [
  ["a hub by the book", startHub],
  ...(process.env.WEBSUB_HUB === undefined
    ? []
    : [["the hub at WEBSUB_HUB", async () => process.env.WEBSUB_HUB ?? ""] as const]),
] as const;

/** A publication with a hub that is on the web, as far as this machine is the web. */
async function published(hub: string): Promise<{ readonly place: Site; readonly url: string }> {
  const place = site();
  mkdirSync(join(place.folder, "dist"));
  const { url } = await serving(join(place.folder, "dist"));
  place.put({
    "data/publication.yaml": `title: Gazette\nurl: ${url}\nhub: ${hub}\n`,
    "data/ferry.md": ARTICLE("ferry"),
  });
  await place.build({ now: new Date("2026-06-01T00:00:00Z") });
  return { place, url };
}

const push = ({ folder }: Site, ...args: string[]) =>
  run(["push", "--data", `${folder}/data`, "--out", `${folder}/dist`, ...args], { folder });

describe.for(HUBS)("through %s", ([, start]) => {
  test.for(["rss.xml", "atom.xml", "feed.json"])("subscribers of %s get it when it changes, signed", async (file) => {
    const { place, url } = await published(await start());
    const { isVerified, delivered } = await subscribe(`${url}${file}`);
    await expect.poll(isVerified).toBe(true);
    // Some hubs refuse feeds that nobody has subscribed to: only this one counts here.
    expect((await push(place)).stdout).toMatch(new RegExp(`of ${url}${file}: 20\\d `));
    place.put({ "data/ferry.md": ARTICLE("ferry", "It sails again.") });
    await place.build({ now: new Date("2026-06-02T00:00:00Z") });
    await push(place);
    // Whether the first push brought anything is the hub's affair: some have fetched the feed with the subscription.
    await expect.poll(() => delivered().at(-1)?.body).toContain("It sails again.");
    const type = (await fetch(`${url}${file}`)).headers.get("content-type");
    expect(delivered().at(-1)).toEqual({
      body: place.text(`dist/${file}`),
      type,
      isSigned: true,
      names: `${url}${file}`,
    });
    expect(delivered().every(({ isSigned }) => isSigned)).toBe(true);
  });
});

test("hubs are told of the feeds that changed since, and of no others", async () => {
  const { place, url } = await published(await startHub());
  const first = await push(place);
  expect([first.code, first.stderr]).toEqual([0, ""]);
  expect(await push(place)).toEqual({
    code: 0,
    stderr: "",
    stdout: "Nothing has changed since the hubs were told; --all tells all.\n",
  });
  place.put({ "dist/rss.xml": place.text("dist/rss.xml").replace("<ttl>60</ttl>", "<ttl>61</ttl>") });
  const { code, stdout } = await push(place);
  expect([code, stdout.split("\n").length]).toEqual([0, 2]);
  expect(stdout).toMatch(new RegExp(`^told \\S+ of ${url}rss\\.xml: 204 No Content \\d\\.\\d\\d s\n$`));
  expect((await push(place, "--all")).stdout.split("\n").length).toBe(first.stdout.split("\n").length);
});
