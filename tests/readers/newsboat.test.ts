import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LIFE, openGazette } from "./gazette.ts";
import { isThere, ran } from "./support.ts";

describe.runIf(isThere("newsboat", "--version"))("newsboat", () => {
  test.for(["rss.xml", "atom.xml"])(
    "%s: each entry once, whatever happens, and a poll in vain costs a 304",
    async (feed) => {
      const { place, url, asked, publish } = await openGazette();
      place.put({ "reader/urls": `${url}${feed}\n`, "reader/config": "" });
      const files = ["-u", "urls", "-c", "cache.db", "-C", "config"];
      const unread = async (): Promise<number> => {
        const printed = await ran("newsboat", [...files, "-x", "reload", "print-unread"], join(place.folder, "reader"));
        return Number(/^(\d+) unread/.exec(printed)?.[1] ?? `nothing: ${printed}`);
      };
      expect(await unread()).toBe(2);
      expect(asked()).toEqual([{ target: `/${feed}`, status: 200 }]);
      let seen = 2;
      for (const [index, { what, change, appear }] of LIFE.entries()) {
        change(place);
        await publish(index + 2);
        seen += appear.length;
        expect([what, await unread()]).toEqual([what, seen]);
        // It remembers validators from its second visit on.
        if (what !== "nothing") continue;
        asked();
        expect(await unread()).toBe(seen);
        expect(asked()).toEqual([{ target: `/${feed}`, status: 304 }]);
      }
    },
  );
});
