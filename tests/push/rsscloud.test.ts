import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { serving } from "../serve/http.ts";
import { site } from "../support/site.ts";
import { registerFor, startCloud } from "./cloud.ts";

const ARTICLE = (words = ""): string =>
  `---\ntitle: The ferry\ndate: 2026-05-01T08:00:00Z\nauthor: Jane Doe\n---\nThe ferry sails. ${words}\n`;

/** Another server than our own may be named: the address at which readers register, such as rssCloud Server's. */
const CLOUDS = [
  ["a server by the book", startCloud],
  ...(process.env.RSSCLOUD === undefined
    ? []
    : [["the server at RSSCLOUD", async () => process.env.RSSCLOUD ?? ""] as const]),
] as const;

describe.for(CLOUDS)("rssCloud: through %s", ([, start]) => {
  test("a reader that registered hears of rss.xml each time it changes", async () => {
    const place = site();
    mkdirSync(join(place.folder, "dist"));
    const { url } = await serving(join(place.folder, "dist"));
    place.put({
      "data/publication.yaml": `title: Gazette\nurl: ${url}\ncloud: ${await start()}\n`,
      "data/ferry.md": ARTICLE(),
    });
    await place.build({ now: new Date("2026-06-01T00:00:00Z") });
    const { isRegistered, told } = await registerFor(`${url}rss.xml`);
    expect(isRegistered).toBe(true);

    place.put({ "data/ferry.md": ARTICLE("It sails again.") });
    await place.build({ now: new Date("2026-06-02T00:00:00Z") });
    const push = () =>
      run(["push", "--data", `${place.folder}/data`, "--out", `${place.folder}/dist`], { folder: place.folder });
    const { code, stdout, stderr } = await push();
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(new RegExp(`^told \\S+/ping of ${url}rss\\.xml: 200 OK `, "m"));
    await expect.poll(told).toEqual([`${url}rss.xml`]);
    expect((await push()).stdout).toMatch(/^Nothing has changed/);
  });
});
