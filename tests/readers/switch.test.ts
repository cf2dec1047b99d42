import { join } from "node:path";
import { Feed } from "feed";
import { describe, expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { openGazette } from "./gazette.ts";
import { isThere, ran } from "./support.ts";

/** How the program that is left names articles, and what it hands over. */
const MOVES = [
  ["rss.xml", "addresses", (url: string, index: number) => `${url}?p=${index}`, "rss.xml"],
  ["rss.xml", "ids that are no addresses", (url: string, index: number) => `${index} at ${url}`, "rss.xml"],
  ["rss.xml", "addresses, by a WordPress export", (url: string, index: number) => `${url}?p=${index}`, "export.xml"],
  ["atom.xml", "addresses", (url: string, index: number) => `${url}?p=${index}`, "atom.xml"],
] as const;

describe.runIf(isThere("newsboat", "--version"))("newsboat, over a move to Dateline", () => {
  test.for(MOVES)("%s with %s: no old article is new, and the next one is", async ([feed, , idOf, handed]) => {
    const { place, url, publish } = await openGazette();
    place.remove("data/ferry.md");
    place.remove("data/crane.md");
    place.remove("data/ledger.jsonl");
    const old = new Feed({ id: url, link: url, title: "Gazette", copyright: "" });
    for (const [index, name] of ["quay", "buoy", "mole"].entries())
      old.addItem({
        id: idOf(url, index),
        title: `The ${name}`,
        link: `${url}${name}.html`,
        date: new Date(Date.UTC(2020, 4, index + 1)),
        content: `<p>All there is to say of the ${name}.</p>`,
      });
    const text = feed === "rss.xml" ? old.rss2() : old.atom1();
    place.put({ [`dist/${feed}`]: text });
    // An export is the feed with more in it: what is said of a post's kind, and posts that nobody has read.
    const post = (status: string): string => `<wp:post_type>post</wp:post_type><wp:status>${status}</wp:status></item>`;
    const draft = "<item><title>A draft</title><guid>x</guid><pubDate>Fri, 01 May 2020 08:00:00 GMT</pubDate>";
    const wxr = text.replaceAll("</item>", post("publish")).replace("</channel>", `${draft}${post("draft")}</channel>`);
    place.put({ [`old/${handed}`]: handed === "export.xml" ? wxr : text });
    place.put({ "reader/urls": `${url}${feed}\n`, "reader/config": "" });
    const unread = async (): Promise<string> => {
      const files = ["-u", "urls", "-c", "cache.db", "-C", "config"];
      return ran("newsboat", [...files, "-x", "reload", "print-unread"], join(place.folder, "reader"));
    };
    expect(await unread()).toMatch(/^3 unread/);

    const imported = await run(["import", join(place.folder, "old"), "--data", join(place.folder, "data")]);
    expect(imported.stdout).toMatch(/^3 articles written /);
    await publish(1);
    expect(place.text(`dist/${feed}`)).toContain("Dateline");
    expect(await unread()).toMatch(/^3 unread/);

    place.put({ "data/storm.md": "---\ntitle: The storm\ndate: 2026-05-03\nauthor: Jane Doe\n---\nIt blows.\n" });
    await publish(2);
    expect(await unread()).toMatch(/^4 unread/);
  });
});
