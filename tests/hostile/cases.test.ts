import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NO_BROWSER } from "../support/browser.ts";
import { CASES } from "./cases/all.ts";
import { FILES } from "./cases/media.ts";
import { filesOf, outcomesOf, type Published, publishAll } from "./publish.ts";
import { contents, HOME, shown, siteFiles, watched } from "./watch.ts";

const PUBLICATION =
  "title: The Hostile Gazette\nurl: https://h.example/\ntimezone: Europe/Berlin\nlimit: 10000\nbudget: 100000000\nfeeds: { tags: true }\n";
const CONTROL = "# A quiet day\n\nBy Jane Doe\n\nPublished May 3, 2024\n\nThe control says zzcontrolzz.\n";
const LONG = 300_000;

let published: Published | undefined;

beforeAll(async () => {
  published = await publishAll({ "publication.yaml": PUBLICATION, "control.md": CONTROL, ...FILES, ...filesOf(CASES) });
}, LONG);

afterAll(() => published?.remove());

function built(): Published {
  if (published === undefined) throw new Error("nothing was built");
  return published;
}

test("there are two hundred cases and more, each with a name of its own", () => {
  expect(CASES.length).toBeGreaterThan(200);
  expect(new Set(CASES.map(([file]) => file)).size).toBe(CASES.length);
});

describe("each is published clean, or with a warning, or refused with its place", () => {
  test.for(CASES)("%j: $2 ($3)", ([file, , outcome], { skip }) => {
    if (built().impossible.has(file)) skip("this disk has no such file");
    expect(outcomesOf(built(), file)).toContain(outcome);
  });
});

test("an ordinary article beside them is published", () => {
  expect(outcomesOf(built(), "control.md")).toEqual(["clean"]);
  expect(readFileSync(join(built().folder, "dist/index.html"), "utf8")).toContain("The Hostile Gazette");
});

/** So many documents are shown at once. */
const AT_ONCE = 60;

function* batches<One>(all: readonly One[]): Generator<readonly One[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}

describe.skipIf(NO_BROWSER)("nothing runs, asks or opens", { timeout: LONG }, () => {
  test.for([
    ["<img src=x onerror=alert(1)>", "alert", "img[onerror=alert(1)]"],
    ["<p onclick=fetch('x')>a</p>", "fetch", "p[onclick=fetch('x')]"],
    ["<iframe src=https://evil.example/></iframe>", "document https://evil.example/", "iframe"],
    ["<p>a<style>@import 'https://evil.example/x.css'</style>", "stylesheet https://evil.example/x.css", "style"],
    ["<details open ontoggle=confirm(1)>a</details>", "confirm", "details[ontoggle=confirm(1)]"],
    ["<script src=https://evil.example/x.js></script><p>a", "script https://evil.example/x.js", undefined],
  ] as const)("the watch would hear of %s", async ([html, deed, active]) => {
    const { context, deeds } = await watched(new Map());
    const found = await shown(await context.newPage(), [html], true);
    if (active !== undefined) expect(found).toContain(active);
    expect(deeds.join("\n")).toContain(deed);
  });

  test("in any page", async () => {
    const files = siteFiles(built());
    const { context, deeds } = await watched(files);
    const page = await context.newPage();
    await page.goto(HOME);
    const pages = [...files].filter(([file]) => file.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(500);
    for (const some of batches(pages))
      expect(
        await shown(
          page,
          some.map(([, bytes]) => Buffer.from(bytes).toString()),
          false,
        ),
      ).toEqual([]);
    expect(deeds).toEqual([]);
  });

  test("in what a reader shows of any feed", async () => {
    const { context, deeds } = await watched(new Map());
    const page = await context.newPage();
    for (const [where, documents] of contents(siteFiles(built()))) {
      expect(documents.length, where).toBeGreaterThan(400);
      for (const some of batches(documents)) expect(await shown(page, some, true), where).toEqual([]);
    }
    expect(deeds).toEqual([]);
  });
});
