import { join } from "node:path";
import { Feed } from "feed";
import { describe, expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { openGazette } from "./gazette.ts";
import { isThere, ran } from "./support.ts";

describe.runIf(isThere("newsboat", "--version"))("newsboat, over a move to Dateline", () => {
  test.for(["rss.xml", "atom.xml"])("%s: no old article is new, and the next one is", async (feed) => {
    const { place, url, publish } = await openGazette();
    place.remove("data/ferry.md");
    place.remove("data/crane.md");
    place.remove("data/ledger.jsonl");
    const old = new Feed({ id: url, link: url, title: "Gazette", copyright: "" });
    for (const [index, name] of ["quay", "buoy", "mole"].entries())
      old.addItem({
        id: `${url}?p=${index}`,
        title: `The ${name}`,
        link: `${url}${name}.html`,
        date: new Date(Date.UTC(2020, 4, index + 1)),
        content: `<p>All there is to say of the ${name}.</p>`,
      });
    for (const folder of ["dist", "old"])
      place.put({ [`${folder}/rss.xml`]: old.rss2(), [`${folder}/atom.xml`]: old.atom1() });
    place.put({ "reader/urls": `${url}${feed}\n`, "reader/config": "" });
    const unread = async (): Promise<string> => {
      const files = ["-u", "urls", "-c", "cache.db", "-C", "config"];
      return ran("newsboat", [...files, "-x", "reload", "print-unread"], join(place.folder, "reader"));
    };
    expect(await unread()).toMatch(/^3 unread/);

    const imported = await run(["import", join(place.folder, "old"), "--data", join(place.folder, "data")]);
    expect(imported).toMatchObject({ code: 0, stderr: "" });
    await publish(1);
    expect(place.text(`dist/${feed}`)).toContain("Dateline");
    expect(await unread()).toMatch(/^3 unread/);

    place.put({ "data/storm.md": "---\ntitle: The storm\ndate: 2026-05-03\nauthor: Jane Doe\n---\nIt blows.\n" });
    await publish(2);
    expect(await unread()).toMatch(/^4 unread/);
  });
});
