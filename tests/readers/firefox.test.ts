import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openGazette } from "./gazette.ts";
import { isThere, ran } from "./support.ts";

const FIREFOX = "firefox-esr";

describe.runIf(isThere(FIREFOX, "--version"))("Firefox", { timeout: 60_000 }, () => {
  test.for(["rss.xml", "atom.xml"])("shows %s with its style, and does not save it to the disk", async (feed) => {
    const { place, url, asked } = await openGazette();
    const shot = join(place.folder, "shot.png");
    // Of what it saves to the disk it never makes a picture: it waits, and the test fails by its time.
    await ran(FIREFOX, ["--headless", "--profile", place.folder, "--screenshot", shot, `${url}${feed}`], place.folder);
    expect(existsSync(shot)).toBe(true);
    const seen = asked().map(({ target, status }) => `${status} ${target}`);
    expect(seen).toEqual(expect.arrayContaining([`200 /${feed}`, "200 /feed.css"]));
  });
});
