import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Site, site } from "../support/site.ts";

const present = spawnSync("newsboat", ["--version"]).status === 0;
// On CI the reader is installed, and a test that did not run proves nothing.
const needed = present || process.env.CI !== undefined;

const ARTICLE = (name: string, day: string): string =>
  `---\ntitle: The ${name} story\ndate: 2026-05-${day}T08:00:00Z\nauthor: Jane Doe\n---\nAll there is to say of the ${name}, in words that no other story has: ${name.repeat(9)}.\n`;

/** Subscribes to a feed of the site, or polls it again; how many unread articles the reader then shows. */
function poll(place: Site, feed: string): number {
  place.put({ "reader/urls": `file://${join(place.folder, "dist", feed)}\n`, "reader/config": "" });
  const files = ["-u", "urls", "-c", `${feed}.db`, "-C", "config"];
  const cwd = join(place.folder, "reader");
  const { stdout, stderr } = spawnSync("newsboat", [...files, "-x", "reload", "print-unread"], {
    cwd,
    encoding: "utf8",
  });
  return Number(/^(\d+) unread/.exec(stdout)?.[1] ?? `nothing: ${stdout} ${stderr}`);
}

describe.runIf(needed)("newsboat", () => {
  test.for(["rss.xml", "atom.xml"])("%s: every entry once, through edits, renames and moves", async (feed) => {
    const place = site({
      "data/publication.yaml": "title: Gazette\nurl: https://gazette.example/\n",
      "data/ferry.md": ARTICLE("ferry", "01"),
      "data/crane.md": ARTICLE("crane", "02"),
    });
    await place.build({ now: new Date("2026-06-01T00:00:00Z") });
    expect(poll(place, feed)).toBe(2);
    place.remove("data/ferry.md");
    place.put({ "data/moved/boat.md": `${ARTICLE("ferry", "01")}\nWith a correction.\n` });
    await place.build({ now: new Date("2026-06-02T00:00:00Z") });
    expect(poll(place, feed)).toBe(2);
    place.put({ "data/storm.md": ARTICLE("storm", "03") });
    await place.build({ now: new Date("2026-06-03T00:00:00Z") });
    expect(poll(place, feed)).toBe(3);
  });
});
