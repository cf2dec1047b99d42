import { describe, expect, test } from "vitest";
import { NO_BROWSER, picture, type Visit, visit } from "../support/browser.ts";
import { site } from "../support/site.ts";
import { HOME, hosted, SAMPLE } from "./sample.ts";

const NOW = new Date("2026-03-04T00:00:00Z");

async function published(
  options?: Parameters<typeof visit>[2],
): Promise<Visit & { files: ReadonlyMap<string, Uint8Array> }> {
  const gazette = site(SAMPLE);
  await gazette.build({ now: NOW });
  const files = hosted(gazette);
  return { ...(await visit(HOME, files, options)), files };
}

describe.skipIf(NO_BROWSER)("in Chromium", { timeout: 60_000 }, () => {
  test.for([
    ["rss.xml"],
    ["atom.xml"],
    ["subscribe/"],
    ["articles/arabic/"],
    ["articles/chinese/"],
    ["articles/storm/"],
    ["articles/fog/"],
    [""],
    ["404.html"],
    ["feed.json"],
  ])("%s", async ([path = ""]) => {
    const { open, troubles } = await published();
    const page = await open(path);
    await picture(page, path.replaceAll("/", "-") || "front");
    expect(troubles).toEqual([]);
  });
});
