import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LIFE, openGazette } from "./gazette.ts";
import { isThere, ran } from "./support.ts";

/** Keeps the mails that it is to send. */
const SENDMAIL =
  '#!/bin/sh\nfile="$(dirname "$0")/mails/$$.$(date +%N)"\nmkdir -p "$(dirname "$file")"\ncat > "$file"\n';
const CONFIG = (folder: string): string =>
  `[DEFAULT]\nfrom = gazette@gazette.example\nto = reader@reader.example\nemail-protocol = sendmail\nsendmail = ${folder}/sendmail\n`;

describe.runIf(isThere("r2e", "--version"))("rss2email", () => {
  test.for(["rss.xml", "atom.xml"])("%s: a mail for each entry and no second one", async (feed) => {
    const { place, url, asked, publish } = await openGazette();
    const reader = join(place.folder, "reader");
    place.put({ "reader/sendmail": SENDMAIL, "reader/config": CONFIG(reader), "reader/mails/.keep": "" });
    chmodSync(join(reader, "sendmail"), 0o755);
    const r2e = (...args: string[]): Promise<string> =>
      ran("r2e", ["-c", "config", "-d", "feeds.json", ...args], reader);
    const mails = async (): Promise<string[]> => {
      await r2e("run");
      const texts = place.list("reader/mails").map((name) => place.text(`reader/mails/${name}`));
      return texts.flatMap((text) => /^Subject: The (\w+) story$/m.exec(text)?.[1] ?? []).sort();
    };
    await r2e("add", "gazette", `${url}${feed}`);
    expect(await mails()).toEqual(["crane", "ferry"]);
    asked();
    const sent = ["crane", "ferry"];
    for (const [index, { what, change, appear }] of LIFE.entries()) {
      change(place);
      await publish(index + 2);
      sent.push(...appear);
      expect([what, await mails()]).toEqual([what, sent.toSorted()]);
      if (what === "nothing") expect(asked()).toEqual([{ target: `/${feed}`, status: 304 }]);
    }
  });
});
