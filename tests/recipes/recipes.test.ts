import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { isThere } from "../readers/support.ts";
import { ROOT, type Site, site } from "../support/site.ts";

const guide = readFileSync(join(ROOT, "docs/recipes.md"), "utf8");
const require = createRequire(import.meta.url);
const HUGO = "hugo";

/** A file of the guide, by the mark before it. */
function file(name: string): string {
  const [, text] = guide.split(`<!-- ${name} -->\n`)[1]?.match(/^```\w+\n(.*?)^```$/ms) ?? [];
  if (text === undefined) throw new Error(`docs/recipes.md has no ${name}`);
  return text;
}

const files = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, file(name)]));

/** The command of a recipe that Dateline runs, as the guide has it. */
function feedsOf(place: Site, generator: string): ReturnType<Site["dateline"]> {
  const command = new RegExp(`^${generator} && npx dateline (.*)$`, "m").exec(guide)?.[1] ?? "nothing";
  return place.dateline([...command.split(" "), "--now", "2026-06-01"]);
}

const POSTS = {
  "ferry.md":
    "---\ntitle: The ferry sails again\ndate: 2026-05-01T08:00:00Z\ntags: [post, Harbour]\nauthor: Jane Doe\nauthors: [Jane Doe]\n---\nThe ferry sails **again**, [says](/about/) the harbour.\n",
  "crane.md":
    "---\ntitle: A crane\ndate: 2026-05-02\ndescription: It turns.\ntags: [post]\nauthors: [Joe Bloggs]\nauthor: Joe Bloggs\n---\nThe crane turns.\n",
} as const;

const postsIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(POSTS).map(([name, text]) => [`${folder}/${name}`, text]));

function expectFeeds(place: Site, out: string, before: readonly string[], tags: readonly string[]): void {
  const { items } = JSON.parse(place.text(`${out}/feed.json`));
  expect(items).toMatchObject([
    {
      id: "https://gazette.example/posts/crane/",
      url: "https://gazette.example/posts/crane/",
      date_published: expect.stringContaining("2026-05-02T"),
      summary: "It turns.",
      authors: [{ name: "Joe Bloggs" }],
    },
    {
      id: "https://gazette.example/posts/ferry/",
      title: "The ferry sails again",
      date_published: "2026-05-01T08:00:00Z",
      tags,
      authors: [{ name: "Jane Doe" }],
      content_html:
        '<p>The ferry sails <strong>again</strong>, <a href="https://gazette.example/about/">says</a> the harbour.</p>',
    },
  ]);
  for (const feed of ["rss.xml", "atom.xml"]) expect(place.text(`${out}/${feed}`)).toContain("The ferry sails again");
  // What the generator made is as it was, and nothing of Dateline's stands among it but feeds.
  const added = place.list(out).filter((path) => !before.includes(path));
  expect(added.filter((path) => !/(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json)$/.test(path))).toEqual([
    "feed.css",
    "feeds.json",
    "feeds.opml",
  ]);
}

describe("the recipes' sites have their feeds:", { timeout: 60_000 }, () => {
  test("Eleventy", () => {
    const place = site({ ...files("feeds/publication.yaml", "articles.11ty.js"), ...postsIn("posts") });
    place.put({ "package.json": '{ "type": "module" }', "about.md": "About us.\n" });
    const eleventy = join(dirname(require.resolve("@11ty/eleventy")), "../cmd.cjs");
    expect(spawnSync(process.execPath, [eleventy, "--quiet"], { cwd: place.folder }).status).toBe(0);
    const before = place.list("_site");
    expect(feedsOf(place, "npx @11ty/eleventy")).toMatchObject({ code: 0, stderr: "" });
    expectFeeds(place, "_site", before, ["Harbour"]);
  });

  test.runIf(isThere(HUGO, "version"))("Hugo", () => {
    const place = site({
      ...files("feeds/publication.yaml", "hugo.toml", "layouts/index.articles.json"),
      ...postsIn("content/posts"),
      "layouts/index.html": "<title>{{ .Site.Title }}</title>",
      "layouts/_default/list.html": "<title>{{ .Title }}</title>",
      "layouts/_default/single.html": "<title>{{ .Title }}</title>{{ .Content }}",
    });
    const { status, stderr } = spawnSync(HUGO, ["--quiet"], { cwd: place.folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    const before = place.list("public");
    expect(before).toContain("sitemap.xml");
    expect(feedsOf(place, "hugo")).toMatchObject({ code: 0, stderr: "" });
    expectFeeds(place, "public", before, ["post", "Harbour"]);
  });

  test("Astro, as far as its endpoint goes", async () => {
    const place = site({ ...files("feeds/publication.yaml"), "dist/index.html": "<title>G</title>" });
    const endpoint = file("src/pages/articles.json.js");
    // What Astro 5.18 hands over of a Markdown file: front matter with dates as such, and a component that renders it.
    // Not `rendered.html`, in which a picture beside the article has no address.
    place.put({
      "content.mjs": `const posts = [
  { id: "ferry", data: { title: "The ferry sails again", date: new Date("2026-05-01T08:00:00Z"), tags: ["Harbour"], author: "Jane Doe" },
    html: '<p>The ferry sails <strong>again</strong>, <a href="/about/">says</a> the harbour.</p>' },
  { id: "crane", data: { title: "A crane", date: new Date("2026-05-02T00:00:00Z"), description: "It turns.", author: "Joe Bloggs" },
    html: "<p>The crane turns.</p>" },
  { id: "sketch", data: { title: "A sketch", date: new Date("2026-05-03T00:00:00Z"), draft: true } },
];
export const getCollection = async (name, wanted) => (name === "posts" ? posts.filter(wanted) : []);
export const render = async ({ html }) => ({ Content: async () => html });`,
      "container.mjs": `export class experimental_AstroContainer {
  static create = async () => new experimental_AstroContainer();
  renderToString = (component) => component();
}`,
      "articles.json.mjs": endpoint
        .replace('"astro:content"', '"./content.mjs"')
        .replace('"astro/container"', '"./container.mjs"'),
      "run.mjs": `import { GET } from "./articles.json.mjs";
process.stdout.write(await (await GET({ site: new URL("https://gazette.example") })).text());`,
    });
    const { stdout } = spawnSync(process.execPath, ["run.mjs"], { cwd: place.folder, encoding: "utf8" });
    place.put({ "dist/articles.json": stdout });
    expect(feedsOf(place, "npx astro build")).toMatchObject({ code: 0, stderr: "" });
    expectFeeds(place, "dist", ["articles.json", "index.html"], ["Harbour"]);
  });
});
