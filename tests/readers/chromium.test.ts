import { describe, expect, test } from "vitest";
import { launch, NO_BROWSER } from "../support/browser.ts";
import { openGazette } from "./gazette.ts";

describe.skipIf(NO_BROWSER)("Chromium", { timeout: 60_000 }, () => {
  test.for(["rss.xml", "atom.xml"])("shows %s as something to read", async (feed) => {
    const { url } = await openGazette();
    const page = await (await launch()).newPage();
    const response = await page.goto(`${url}${feed}`);
    expect(response?.headers()["content-type"]).toBe("application/xml; charset=utf-8");
    await expect.poll(() => page.evaluate("document.documentElement.textContent")).toContain("The ferry story");
  });

  test("whoever subscribes by a page's address finds the feeds, each of which is one", async () => {
    const { url } = await openGazette();
    const page = await (await launch()).newPage();
    for (const path of ["", "articles/ferry/"]) {
      await page.goto(`${url}${path}`);
      const found = (await page.evaluate(
        "[...document.querySelectorAll('link[rel~=alternate][type]')].map(({ type, href }) => [type, href])",
      )) as [string, string][];
      expect(found.map(([type]) => type)).toEqual(
        expect.arrayContaining(["application/rss+xml", "application/atom+xml", "application/feed+json"]),
      );
      for (const [type, href] of found) {
        const response = await fetch(href);
        expect([href, response.status, response.headers.get("content-type")]).toEqual([
          href,
          200,
          `${type}; charset=utf-8`,
        ]);
        expect(await response.text()).toContain("The ferry story");
      }
    }
  });

  test("follows the pages' links from the front page to an article, and asks for nothing that is not there", async () => {
    const { url, asked } = await openGazette();
    const page = await (await launch()).newPage();
    await page.goto(url);
    await page.getByRole("link", { name: "The ferry story" }).first().click();
    await expect.poll(() => page.url()).toBe(`${url}articles/ferry/`);
    expect(await page.locator("main").innerText()).toContain("All there is to say of the ferry");
    expect(asked().filter(({ status, target }) => status >= 400 && target !== "/favicon.ico")).toEqual([]);
  });
});
