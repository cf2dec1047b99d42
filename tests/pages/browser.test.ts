import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { NO_BROWSER, picture, visit } from "../support/browser.ts";
import { site } from "../support/site.ts";
import { HOME, hosted, SAMPLE } from "./sample.ts";

const NOW = new Date("2026-03-04T00:00:00Z");

/** Every kind of page. */
const KINDS: readonly (readonly [string, string, string])[] = [
  ["", "front", "the front page"],
  ["articles/storm/", "article", "headings, a table, code, a picture in the body"],
  ["articles/fog/", "article-with-picture", "a picture above it, two authors, letters that mean something in HTML"],
  ["articles/arabic/", "article-arabic", "from right to left"],
  ["articles/chinese/", "article-chinese", "Chinese"],
  ["articles/mongolian/", "article-mongolian", "a language that the pages have no words of"],
  ["sections/world/", "section", "a section"],
  ["authors/jane-doe/", "author", "an author with a face"],
  ["tags/storm/", "tag", "a tag"],
  ["languages/ar/", "language", "a language"],
  ["subscribe/", "subscribe", "the feeds"],
  ["404.html", "missing", "no page"],
  ["articles/crane/", "withdrawn", "an article that was withdrawn"],
];

async function published(options?: Parameters<typeof visit>[2]): Promise<Awaited<ReturnType<typeof visit>>> {
  const gazette = site(SAMPLE);
  await gazette.build({ now: NOW });
  gazette.remove("data/crane.md");
  await gazette.build({ now: NOW });
  return visit(HOME, hosted(gazette), options);
}

/** What axe-core finds on a page, in words. */
async function faults(page: Page): Promise<readonly string[]> {
  // Told to the browser from outside the page, as its own policy lets no stranger's script in.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.skipIf(NO_BROWSER)("in Chromium", { timeout: 120_000 }, () => {
  test.for(["light", "dark"] as const)("every page can be read by everybody (%s)", async (colorScheme) => {
    const { open, troubles } = await published({ colorScheme });
    for (const [path, name, why] of KINDS) {
      const page = await open(path);
      expect({ why, faults: await faults(page) }).toEqual({ why, faults: [] });
      await picture(page, `${name}-${colorScheme}`);
      await page.close();
    }
    expect(troubles).toEqual([]);
  });

  test("a narrow screen shows all of every page", async () => {
    const { open } = await published({ viewport: { width: 320, height: 600 } });
    for (const [path, name] of KINDS) {
      const page = await open(path);
      const width = await page.evaluate<number>("document.documentElement.scrollWidth");
      expect({ name, width }).toEqual({ name, width: 320 });
      await picture(page, `${name}-narrow`);
      await page.close();
    }
  });

  test("Arabic runs from right to left, and what is English on the page does not", async () => {
    const { open } = await published();
    const page = await open("articles/arabic/");
    const side = (selector: string): Promise<string> =>
      page.evaluate<string>(`getComputedStyle(document.querySelector("${selector}")).direction`);
    expect(await side("h1")).toBe("rtl");
    expect(await side(".body p")).toBe("rtl");
    expect(await side(".name")).toBe("ltr");
    // Its words run to the right, and yet it stands where the page begins; so does an address, with its slash at its end.
    const edges = (selector: string): Promise<readonly [number, number]> =>
      page.evaluate<[number, number]>(`(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector("${selector}"));
        const { left, right } = range.getBoundingClientRect();
        return [left, document.querySelector("main").getBoundingClientRect().right - right];
      })()`);
    const [left, right] = await edges(".name a");
    expect([right < 2, left > 100]).toEqual([true, true]);
    expect(await side("a[rel=license] bdi")).toBe("ltr");
  });

  test("a teaser of an Arabic article stands on the right of an English page, whole", async () => {
    const { open } = await published();
    const page = await open("");
    const aligned = await page.evaluate<string[]>(`(() => {
      const teaser = document.querySelector(".teasers article[lang=ar]");
      return [...teaser.querySelectorAll("h3, p")].map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const gap = teaser.getBoundingClientRect().right - range.getBoundingClientRect().right;
        return gap < 2 ? "right" : "left";
      });
    })()`);
    expect(aligned).toEqual(["right", "right", "right"]);
  });

  test.for([
    ["zh", "港口", "渡轮*终于*恢复`code(x);`航行。", { emphasis: "under", height: 1.4 }],
    ["ja", "港", "渡し船は*ようやく*`code(x);`再開する。", { emphasis: "over", height: 1.4 }],
    ["ko", "항구", "나룻배가 *마침내* `code(x);` 다시 뜬다.", { emphasis: "over", height: 1.4 }],
    ["ar", "الميناء", "تعود *العبّارة* إلى `code(x);` الإبحار.", { emphasis: "none", height: 1.5 }],
    ["he", "הנמל", "המעבורת *חוזרת* `code(x);` להפליג.", { emphasis: "none", height: 1.25 }],
  ] as const)("%s is set as its readers are used to", async ([language, title, body, { emphasis, height }]) => {
    const gazette = site({
      "data/publication.yaml": `title: ${title}\nurl: ${HOME}\nlanguage: ${language}\n`,
      "data/ferry.md": `---\ntitle: ${title}\ndate: 2026-03-01\n---\n\n${body}\n`,
    });
    await gazette.build({ now: NOW });
    const { open } = await visit(HOME, hosted(gazette));
    const page = await open("articles/ferry/");
    await picture(page, `script-${language}`);
    const seen = await page.evaluate<Record<string, unknown>>(`(() => {
      const style = (selector) => getComputedStyle(document.querySelector(selector));
      const { fontStyle, textEmphasisStyle, textEmphasisPosition } = style("em");
      const { lineHeight, fontSize } = style("h1");
      return {
        slanted: fontStyle,
        emphasis: textEmphasisStyle === "none" ? "none" : textEmphasisPosition.split(" ")[0],
        code: [style("code").direction, style("code").fontFamily.includes("monospace")],
        height: Math.round((parseFloat(lineHeight) / parseFloat(fontSize)) * 100) / 100,
      };
    })()`);
    expect(seen).toEqual({ slanted: "normal", emphasis, code: ["ltr", true], height });
  });

  test("a list of feeds in Arabic begins on the right, whatever script their names are in", async () => {
    const gazette = site({
      "data/publication.yaml": `title: الميناء\nurl: ${HOME}\nlanguage: ar\n`,
      "data/ferry.md": "---\ntitle: العبّارة\ndate: 2026-03-01\n---\n\nتعود العبّارة إلى الإبحار.\n",
    });
    await gazette.build({ now: NOW });
    const { open } = await visit(HOME, hosted(gazette));
    const page = await open("");
    const edges = await page.evaluate<number[]>(
      `[...document.querySelectorAll(".follow a")].map((one) => one.getBoundingClientRect().left)`,
    );
    expect(edges.length).toBeGreaterThan(2);
    expect(edges).toEqual(edges.toSorted((a, b) => b - a));
  });

  test("nothing is lost without script", async () => {
    const { open } = await published({ javaScriptEnabled: false });
    const page = await open("subscribe/");
    expect(await page.locator("button:visible").count()).toBe(0);
    expect(await page.locator("code").first().innerText()).toBe(`${HOME}rss.xml`);
    const article = await open("articles/storm/");
    expect(await article.locator("h1").innerText()).toBe("Storm closes the harbour");
  });

  test("a button copies a feed's address and says so", async () => {
    const { open, context, troubles } = await published();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await open("subscribe/");
    const feed = page.locator("#sections-world");
    await feed.getByRole("button").click();
    await feed.getByText("Copied").waitFor();
    expect(await page.evaluate<string>("navigator.clipboard.readText()")).toBe(`${HOME}sections/world/rss.xml`);
    expect(troubles).toEqual([]);
  });

  test("on paper there is the article, and where its links to elsewhere lead", async () => {
    const { open } = await published();
    const page = await open("articles/storm/");
    await page.emulateMedia({ media: "print" });
    await picture(page, "article-print");
    expect(await page.locator("nav").isVisible()).toBe(false);
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(
      await page.evaluate<string>(`getComputedStyle(document.querySelector('.body a[href^=http]'), '::after').content`),
    ).toContain("(https://schema.org/House)");
  });

  test.for([
    ["rss.xml", "ltr", "This is a feed"],
    ["atom.xml", "ltr", "This is a feed"],
    ["sections/world/rss.xml", "ltr", "This is a feed"],
    ["languages/ar/atom.xml", "rtl", "هذه خلاصة"],
  ] as const)("%s looks like a page that a person understands", async ([path, direction, words]) => {
    const { open, troubles } = await published();
    const page = await open(path);
    await picture(page, `feed-${path.replaceAll("/", "-")}`);
    const said = await page.evaluate<{ note: string; direction: string; seen: string[]; unseen: string[] }>(`(() => {
      const all = [...document.querySelectorAll("*")].filter((one) => one.children.length === 0);
      const texts = (shown) => all
        .filter((one) => one.checkVisibility() === shown)
        .map((one) => one.localName);
      const root = getComputedStyle(document.documentElement);
      return {
        note: getComputedStyle(document.documentElement, "::before").content,
        direction: root.direction,
        seen: [...new Set(texts(true))],
        unseen: [...new Set(texts(false))],
      };
    })()`);
    expect(said.note).toContain(words);
    expect(said.note).toContain(`${HOME}subscribe/`);
    expect(said.direction).toBe(direction);
    expect(said.seen).toEqual(expect.arrayContaining(["title", "link"]));
    expect(said.unseen).toEqual(expect.arrayContaining(["generator"]));
    expect(troubles).toEqual([]);
  });
});
