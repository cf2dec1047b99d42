import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planSite } from "../../src/build/plan.ts";
import type { Moved, Site } from "../../src/edition/edition.ts";
import { POLICY } from "../../src/hosting/headers.ts";
import { hostingFiles } from "../../src/hosting/hosting.ts";
import type { Publication } from "../../src/publication/publication.ts";
import { entry, recorded } from "../support/entries.ts";
import { RUNS } from "../support/runs.ts";
import { ROOT } from "../support/site.ts";
import { PUBLICATION } from "../support/story.ts";

const AT = "https://gazette.example/";
const DAY = new Date("2020-02-01T00:00:00Z");

function siteOf(about: Partial<Publication> = {}, sections: readonly string[] = ["World"]): Site {
  const entries = sections.map((section, index) => entry(index, { section, link: `${AT}articles/${index}/` }));
  return planSite({ ...PUBLICATION, pages: true, ...about }, recorded(entries), DAY).site;
}

function files(site: Site): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(hostingFiles(site), ({ path, content }) => [path, content.toString()]));
}

/** `_headers` as hosts read it: a line without indent is a path, those below it are its headers. */
function rules(text = ""): readonly (readonly [string, readonly string[]])[] {
  return text
    .split(/\n(?=\/)/)
    .map((rule) => rule.trim().split(/\n\s+/))
    .map(([path = "", ...headers]) => [path, headers]);
}

test("nothing is told to the hosts of a site that another program makes", () => {
  expect(files(siteOf({ hosting: false }))).toEqual({});
});

const gone = (link: string): Site["withdrawn"][number] => ({
  id: link,
  title: "Gone",
  link,
  published: DAY,
  withdrawn: DAY,
});

test.for<readonly [readonly Moved[], readonly string[], Readonly<Record<string, string>>, string]>([
  [
    [],
    [],
    { _redirects: "", "hosting/nginx-moved.map": "", "hosting/nginx-gone.map": "", "hosting/caddy.conf": "" },
    "files are there to be named, also when there is nothing to tell",
  ],
  [
    [{ from: `${AT}a/`, to: `${AT}articles/0/` }],
    [`${AT}b/`],
    {
      _redirects: "/a/ /articles/0/ 301!\n/a/ /articles/0/ 301\n/b/ /b/ 410!\n",
      "hosting/nginx-moved.map": '"/a/" "/articles/0/";\n',
      "hosting/nginx-gone.map": '"/b/" 1;\n',
      "hosting/caddy.conf": 'redir "/a/" "/articles/0/" 301\n@gone path "/b/"\nerror @gone 410\n',
    },
    "one of each",
  ],
  [
    [{ from: `${AT}%D8%B4/`, to: "https://other.example/new" }],
    [`${AT}%D9%85/`],
    {
      _redirects:
        "/%D8%B4/ https://other.example/new 301!\n/%D8%B4/ https://other.example/new 301\n/%D9%85/ /%D9%85/ 410!\n",
      "hosting/nginx-moved.map": '"/ش/" "https://other.example/new";\n',
      "hosting/nginx-gone.map": '"/م/" 1;\n',
    },
    "hosts see encoded paths, servers decoded ones; a move may lead elsewhere",
  ],
  [
    [{ from: `${AT}a/`, to: `${AT}articles/0/` }],
    [`${AT}a/`],
    { "hosting/nginx-gone.map": "" },
    "what has moved is not gone",
  ],
  [
    [{ from: `${AT}articles/0/`, to: `${AT}x/` }],
    [`${AT}articles/0/`],
    { _redirects: "", "hosting/nginx-gone.map": "" },
    "where another article stands now, nothing is gone",
  ],
  [
    [{ from: "https://old.example/a/", to: `${AT}articles/0/` }],
    ["https://old.example/b/"],
    { _redirects: "", "hosting/nginx-gone.map": "" },
    "what another host has to tell",
  ],
  [
    [{ from: `${AT}a"; evil {/`, to: `${AT}x/` }],
    [`${AT}%22%0Ab/`, `${AT}%FF/`],
    { _redirects: "", "hosting/nginx-moved.map": "", "hosting/nginx-gone.map": "" },
    "nothing that could be taken for configuration",
  ],
  [
    [],
    [`${AT}${"long/".repeat(300)}`],
    { _redirects: "", "hosting/nginx-gone.map": "" },
    "a path that nginx would not start with",
  ],
  [
    [{ from: `${AT}a/`, to: `${AT}x/$uri/{path}` }],
    [],
    { "hosting/nginx-moved.map": '"/a/" "/x/%24uri/%7Bpath%7D";\n' },
    "an address is no variable",
  ],
])("%j, gone %j", ([moved, withdrawn, expected]) => {
  expect(files({ ...siteOf(), moved, withdrawn: withdrawn.map(gone) })).toMatchObject(expected);
});

describe("Cloudflare Pages, which knows no 410 in _redirects,", () => {
  const routes = (withdrawn: readonly string[]): readonly string[] => {
    const all = files({ ...siteOf(), withdrawn: withdrawn.map(gone) });
    const { include } = JSON.parse(all["hosting/cloudflare/_routes.json"] ?? "") as { include: readonly string[] };
    return include;
  };

  test("asks a program for what was withdrawn, and for nothing that stands", () => {
    expect(routes([`${AT}b/`, `${AT}%D9%85/`, `${AT}articles/0/`])).toEqual(["/hosting/*", "/%D9%85/", "/b/"]);
    expect(routes([])).toEqual(["/hosting/*"]);
  });

  test("reads 100 rules of 100 characters: where there are more, folders take the place of their pages", () => {
    const many = (count: number, folder: string): readonly string[] =>
      Array.from({ length: count }, (_, index) => `${AT}${folder}${index}/`);
    expect(routes(many(99, "news/"))).toHaveLength(100);
    expect(routes([...many(100, "news/"), `${AT}old/a/`, `${AT}b/`])).toEqual([
      "/hosting/*",
      "/news/*",
      "/b/",
      "/old/a/",
    ]);
    expect(routes([...many(60, "2024/05/"), ...many(70, "2024/06/")]).filter((rule) => rule.endsWith("*"))).toEqual([
      "/hosting/*",
      "/2024/06/*",
    ]);
    expect(routes(many(100, ""))).toEqual(["/*"]);
    expect(routes([`${AT}old/${"long".repeat(30)}/`, `${AT}old/a/`])).toEqual(["/hosting/*", "/old/*"]);
  });

  test("takes no rules of which one says what another does, whatever was withdrawn", () => {
    const name = fc.constantFrom("a", "b", "hosting", "articles", "x".repeat(60));
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `${AT}${names.join("/")}/`);
    fc.assert(
      fc.property(fc.array(path, { maxLength: 300 }), (withdrawn) => {
        const include = routes(withdrawn);
        const ends = include.filter((rule) => rule.endsWith("*")).map((rule) => rule.slice(0, -1));
        expect(include.length).toBeLessThanOrEqual(100);
        expect(include.filter((rule) => rule.length > 100)).toEqual([]);
        for (const end of ends) expect(include.filter((rule) => rule.startsWith(end))).toEqual([`${end}*`]);
        for (const link of withdrawn) expect(include.some((rule) => matches(rule, new URL(link).pathname))).toBe(true);
      }),
      RUNS,
    );
  });

  const WITHDRAWN = [`${AT}b/`, `${AT}%D9%85/`, `${AT}old.html`, `${AT}c/index.html`];

  test.for([
    ["b/", 200, 410, "the page that stands there says so"],
    ["%d9%85/?from=mail", 200, 410, "spelt otherwise, and with a question"],
    ["old", 200, 410, "the name that Cloudflare gives a file"],
    ["c/", 200, 410, "the name that it gives a folder's file"],
    ["a/", 200, 200, "a page that stands beside them"],
    ["b", 308, 308, "an address without its slash"],
    ["b/", 404, 404, "no page"],
  ] as const)("asked for %s, gets %i from its files, answers %i (%s)", async ([path, status, answered]) => {
    const all = files({ ...siteOf(), withdrawn: WITHDRAWN.map(gone) });
    const program = all["hosting/cloudflare/_worker.js"] ?? "";
    const worker = (await import(`data:text/javascript,${encodeURIComponent(program)}`)) as {
      default: { fetch: (request: Request, env: unknown) => Promise<Response> };
    };
    const page = new Response("It was withdrawn.", { status, headers: { "X-Own": "1" } });
    const answer = await worker.default.fetch(new Request(`${AT}${path}`), { ASSETS: { fetch: async () => page } });
    expect([answer.status, answer.headers.get("X-Own"), await answer.text()]).toEqual([
      answered,
      "1",
      "It was withdrawn.",
    ]);
  });

  test("has every one that was withdrawn in its program, however many", async () => {
    const many = Array.from({ length: 5000 }, (_, index) => `${AT}articles/w-${index}/`);
    const program = files({ ...siteOf(), withdrawn: many.map(gone) })["hosting/cloudflare/_worker.js"] ?? "";
    expect(many.filter((link) => !program.includes(JSON.stringify(new URL(link).pathname)))).toEqual([]);
  });
});

test("without pages there is nothing to be gone", () => {
  expect(files({ ...siteOf({ pages: false }), withdrawn: [gone(`${AT}b/`)] })["hosting/nginx-gone.map"]).toBe("");
});

test("no path gets a header twice: hosts would join the two", () => {
  const site = siteOf({ hub: "https://hub.example/" }, ["World", "世界"]);
  const all = rules(files(site)._headers);
  const asked = [
    "/rss.xml",
    "/sections/world/atom.xml",
    "/sections/%E4%B8%96%E7%95%8C/feed.json",
    "/archives/rss-1.xml",
    "/media/a.png",
    "/",
  ];
  for (const path of asked) {
    const names = all
      .filter(([rule]) => matches(rule, path))
      .flatMap(([, headers]) => headers.map((one) => one.split(":")[0]));
    expect({ path, names: names.toSorted() }).toEqual({ path, names: [...new Set(names)].sort() });
  }
});

/** As Netlify and Cloudflare Pages match. */
function matches(rule: string, path: string): boolean {
  const pattern = rule.replace(/[.]/g, "\\.").replace(/:\w+/g, "[^/]+").replace(/\*$/, ".*");
  return new RegExp(`^${pattern}$`).test(path);
}

test("RSS by other names is said to be RSS", () => {
  const podcasts = {
    World: { category: "News", image: `${AT}a.png`, author: "A", explicit: false, type: "episodic", locked: false },
  } as const;
  const all = new Map(rules(files(siteOf({ smartnews: { limit: 20, sponsored: [] }, podcasts }))._headers));
  for (const path of ["/smartnews.xml", "/:kind/:name/podcast.xml"])
    expect(all.get(path), path).toContain("Content-Type: application/rss+xml; charset=utf-8");
  expect([...new Map(rules(files(siteOf())._headers)).keys()].join()).not.toMatch(/smartnews|podcast/);
});

test("a hub is named with each feed's own address", () => {
  const [, ...all] = rules(files(siteOf({ hub: "https://hub.example/" }))._headers);
  expect(new Map(all).get("/sections/world/atom.xml")).toContain(
    'Link: <https://hub.example/>; rel="hub", <https://gazette.example/sections/world/atom.xml>; rel="self"',
  );
});

test("hosts read at most 100 rules, however many feeds there are", () => {
  const many = Array.from({ length: 60 }, (_, index) => `Section ${index}`);
  const all = rules(files(siteOf({ hub: "https://hub.example/" }, many))._headers);
  expect(all.length).toBeLessThan(100);
  expect(new Map(all).get("/:kind/:name/rss.xml")).toContain("Content-Type: application/rss+xml; charset=utf-8");
  expect(new Map(all).get("/rss.xml")?.join()).toContain('rel="hub"');
});

test("the list of feeds at /.well-known/feeds, which has no ending, is said to be OPML", () => {
  expect(new Map(rules(files(siteOf())._headers)).get("/.well-known/feeds")).toEqual([
    "Content-Type: text/x-opml; charset=utf-8",
  ]);
  const below = rules(files(siteOf({ url: `${AT}news/` }))._headers);
  expect(below.filter(([path]) => path.includes(".well-known"))).toEqual([]);
});

test("a publication below a path says so", () => {
  const site = planSite({ ...PUBLICATION, url: "https://city.example/news/" }, recorded([entry(1)]), DAY).site;
  expect(rules(files(site)._headers).every(([path]) => path.startsWith("/news/"))).toBe(true);
});

test("the documentation holds pages to the same policy", () => {
  const page = readFileSync(join(ROOT, "docs/hosting.md"), "utf8");
  expect(page.split(POLICY)).toHaveLength(3);
});
