import { describe, expect, test } from "vitest";
import { launch, NO_BROWSER } from "../support/browser.ts";
import { serveSite } from "../support/serving.ts";
import { site } from "../support/site.ts";

const PUBLICATION = "title: Gazette\nurl: https://gazette.example/\n";
const ARTICLE = "---\ntitle: The ferry\ndate: 2026-05-01T08:00:00Z\nauthor: Jane\n---\nThe ferry sails.\n";

describe.skipIf(NO_BROWSER)("a page that is open while somebody writes", () => {
  test("is shown anew after a build, and says what is refused until it is mended", async () => {
    const place = site({ "data/publication.yaml": PUBLICATION, "data/ferry.md": ARTICLE });
    const { url } = await serveSite(place, ["--watch"]);
    const page = await (await launch()).newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(url);
    expect(await page.title()).toBe("Gazette");
    const version = (): Promise<string | null> => page.locator("script[data-version]").getAttribute("data-version");
    const before = await version();
    place.put({ "data/ferry.md": ARTICLE.replace("sails", "sails again") });
    await expect.poll(version).not.toBe(before);
    expect(await page.locator("main").innerText()).toContain("The ferry sails again.");
    place.put({ "data/bad.md": "---\ndate: 2026-02-30\n---\nWords <script>alert(1)</script>.\n" });
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(
      /data\/bad\.md:2:7\n+"2026-02-30" is no day of the calendar\.\n+2 \| date: 2026-02-30\n +\^+/,
    );
    await page.keyboard.press("Escape");
    expect(await alert.count()).toBe(0);
    await page.reload();
    await alert.waitFor();
    place.remove("data/bad.md");
    await expect.poll(() => alert.count()).toBe(0);
    expect(errors).toEqual([]);
  });
});
