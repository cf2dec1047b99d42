import axe from "axe-core";
import { describe, expect, test } from "vitest";
import { get } from "../serve/http.ts";
import { launch, NO_BROWSER } from "../support/browser.ts";
import { serveSite } from "../support/serving.ts";
import { type Site, site } from "../support/site.ts";

const NOW = ["--now", "2026-06-01T00:00:00Z"];
const FILES = {
  "data/publication.yaml": "title: Gazette\nurl: https://gazette.example/\n",
  "data/quiet.md": "---\ntitle: A quiet day\ndate: 2026-05-01\nauthor: Jane Doe\n---\nNothing happened.\n",
  "data/bad.md": "---\ntitle: The thirtieth\ndate: 2026-02-30\n---\nA story of the thirtieth.\n",
  "data/later.md": "---\ntitle: Not before July\ndate: 2026-07-01T08:00:00Z\nauthor: Jane Doe\n---\nLater.\n",
  "data/sketch.md": "---\ntitle: A sketch\ndraft: true\n---\nNot yet.\n",
  "data/evil.md":
    "---\ntitle: <script>alert(1)</script>\ndate: 2026-05-03\nauthor: Mallory\n---\nWords <img src=https://a.example/x onerror=\"document.title='owned'\"> and <script>document.title='owned'</script>.\n",
};

async function opened(more = ""): Promise<{ readonly place: Site; readonly url: string }> {
  const place = site({ ...FILES, "data/publication.yaml": `${FILES["data/publication.yaml"]}${more}` });
  await place.build({ now: new Date("2026-05-20T00:00:00Z") });
  place.put({
    "data/new.md": "---\ntitle: A new one\ndate: 2026-05-21\nauthor: Jane Doe\n---\nIt is new.\n",
    "data/doubt.txt": "Ferry sails\n\nBy Jane Doe, Harbour Gazette\n\nThe ferry sails & sails <b>again</b>.\n",
  });
  const { url } = await serveSite(place, ["--watch", ...NOW]);
  return { place, url };
}

describe("the desk", () => {
  test("is for those at this machine, and nowhere but in the preview", async () => {
    const { place, url } = await opened();
    expect((await get(url, "/_desk")).status).toBe(200);
    expect((await get(url, "/_desk", { headers: { host: "gazette.example" } })).status).toBe(403);
    expect(place.list("dist").filter((file) => file.includes("desk"))).toEqual([]);
    const published = await serveSite(place);
    expect((await get(published.url, "/_desk")).status).toBe(404);
  });

  test.for([
    ["nowhere.md", "no such article"],
    ["../secret.txt", "out of the folder"],
    ["publication.yaml", "no article"],
    ["", "nothing asked for"],
  ] as const)("shows no file %j: %s", async ([file]) => {
    const { url } = await opened();
    const { status, body } = await get(url, `/_desk/article?file=${encodeURIComponent(file)}`);
    expect(status).toBe(404);
    expect(body).not.toContain("gazette.example");
  });
});

describe.skipIf(NO_BROWSER)("the desk in Chromium", { timeout: 60_000 }, () => {
  test("lists what needs a human first, then what is about to be published", async () => {
    const { url } = await opened();
    const page = await (await launch()).newPage();
    await page.goto(`${url}_desk`);
    const rows = await page
      .locator("tbody tr")
      .allInnerTexts()
      .then((all) => all.map((text) => text.split("\t")));
    expect(rows.map(([fate, title]) => `${fate}: ${title?.split(" ").slice(0, 3).join(" ")}`)).toEqual([
      "refused: bad.md",
      "new: Ferry sails doubt.txt",
      "new: A new one",
      "held back: Not before July",
      "draft: sketch.md",
      "unchanged: <script>alert(1)</script> evil.md",
      "unchanged: A quiet day",
    ]);
    expect(rows[0]?.[3]).toBe("1 error");
    expect(rows[1]?.[3]).toBe("1 warning");
    expect(rows[3]?.[2]).toBe("until 2026-07-01 08:00 UTC");
  });

  test("shows an article with the words marked that gave its facts, all by the keyboard", async () => {
    const { url } = await opened();
    const page = await (await launch()).newPage();
    await page.goto(`${url}_desk`);
    for (const key of ["j", "j", "j", "k", "Enter"]) await page.keyboard.press(key);
    await page.waitForURL("**/_desk/article?file=doubt.txt");
    expect(await page.locator("h1").innerText()).toBe("Ferry sails");
    const marks = await page.locator("mark").allInnerTexts();
    expect(marks).toEqual(
      expect.arrayContaining(["Ferry sailstitle", "By Jane Doe, authors", "Harbour Gazetteauthors, outlet"]),
    );
    expect(await page.locator(".findings").innerText()).toMatch(/^warning .*2026-06-01/);
    expect(await page.locator("#L5").innerText()).toContain("The ferry sails & sails <b>again</b>.");
    expect(await page.getByRole("rowheader", { name: "authors" }).count()).toBe(1);
    await page.keyboard.press("j");
    await page.waitForURL("**/_desk/article?file=new.md");
    await page.keyboard.press("k");
    await page.waitForURL("**/_desk/article?file=doubt.txt");
    await page.keyboard.press("u");
    await page.waitForURL("**/_desk");
  });

  test("shows the entry as each format writes it and as a reader shows it, and runs nothing of it", async () => {
    const { url } = await opened();
    const page = await (await launch()).newPage();
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(`${url}_desk/article?file=evil.md`);
    const texts = await page.locator("details pre").evaluateAll((all) => all.map(({ textContent }) => textContent));
    expect(texts.map((text) => text?.slice(0, 7))).toEqual(["<item>\n", "<entry>", '{\n  "id']);
    expect(texts[0]).toMatch(/<\/item>$/);
    expect(texts[1]).toMatch(/<\/entry>$/);
    expect(JSON.parse(texts[2] ?? "")).toMatchObject({
      title: "<script>alert(1)</script>",
      url: "https://gazette.example/articles/evil/",
    });
    const reader = page.frameLocator("iframe");
    expect(await reader.locator("h1").innerText()).toBe("<script>alert(1)</script>");
    expect(await reader.locator("body").innerText()).toContain("Mallory · 2026-05-03 12:00 UTC · Gazette");
    expect(await page.title()).toBe("<script>alert(1)</script> – the desk");
    expect(dialogs).toEqual([]);
    await page.goto(`${url}_desk/article?file=later.md`);
    expect(await page.locator("main").innerText()).toContain("It would not stand in them.");
  });

  test("says which aggregators the publication is ready for, and what the others would miss", async () => {
    const { place, url } = await opened();
    const page = await (await launch()).newPage();
    await page.goto(`${url}_desk`);
    expect(await page.getByText("Ready for aggregators").count()).toBe(0);
    place.put({
      "data/publication.yaml": `${FILES["data/publication.yaml"]}language: en-GB\nprofiles: [apple-news, flipboard, msn]\n`,
      "data/quiet.md": FILES["data/quiet.md"].replace("A quiet day", "A quiet day in the harbour of the town"),
    });
    await expect.poll(() => page.getByText("Ready for aggregators").count()).toBe(1);
    const said = await page.locator("dl").innerText();
    expect(said).toMatch(/Apple News\nready\n/);
    expect(said).toMatch(/Flipboard\n.*?The publication .*description/s);
    await page.locator("dt:text-is('MSN') ~ dd summary").click();
    await page.locator("dt:text-is('MSN') ~ dd").getByRole("link", { name: "A quiet day" }).click();
    await page.waitForURL("**/_desk/article?file=quiet.md#advice");
    const advice = await page.locator("section", { has: page.locator("#advice") }).innerText();
    expect(advice).toMatch(/The article has no picture, which (?:Flipboard and )?MSN/);
  });

  test("is shown anew when an article is mended", async () => {
    const { place, url } = await opened();
    const page = await (await launch()).newPage();
    await page.goto(`${url}_desk`);
    place.put({ "data/bad.md": FILES["data/bad.md"].replace("02-30", "02-28") });
    await expect.poll(() => page.locator("tbody").innerText()).toContain("new\tThe thirtieth");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test.for(["_desk", "_desk/article?file=doubt.txt", "_desk/article?file=bad.md"])(
    "%s is for everybody's eyes",
    async (path) => {
      const { url } = await opened("profiles: [flipboard, msn]\n");
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await (await launch()).newPage({ colorScheme, bypassCSP: true });
        await page.goto(`${url}${path}`);
        await page.evaluate("document.querySelector('dateline-refusals')?.remove()");
        await page.evaluate(axe.source);
        const { violations } = (await page.evaluate("axe.run({ iframes: false })")) as {
          violations: { id: string; nodes: { html: string }[] }[];
        };
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      }
    },
  );
});
