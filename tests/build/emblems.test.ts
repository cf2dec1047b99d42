import { describe, expect, test } from "vitest";
import { png, wav } from "../support/pictures.ts";
import { site } from "../support/site.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const ARTICLE =
  "---\ntitle: The ferry\ndate: 2026-05-01\nauthor: Jane Doe\nsection: Talks\naudio: talk.mp3\n---\n\nIt sails.\n";
const ALL = `icon: icon.png
logo: /img/logo.png
profiles: [feedly, smartnews]
webfeeds: { cover: cover.png }
smartnews: { darkModeLogo: https://gazette.example/img/dark.png }
podcasts:
  Talks:
    image: /cover.png
    category: Daily News
    owner: { name: The desk, email: desk@gazette.example }
`;
const FILES = {
  "data/ferry.md": ARTICLE,
  "data/talk.mp3": wav(2),
  "data/icon.png": png(64, 64, 1),
  "data/img/logo.png": png(200, 100, 2),
  "data/img/dark.png": png(200, 100, 3),
  "data/cover.png": png(1400, 1400, 4),
  "data/faces/jane.png": png(96, 96, 5),
  "data/authors/jane.yaml": "name: Jane Doe\navatar: /faces/jane.png\n",
};

async function built(more: string, files: Readonly<Record<string, string | Uint8Array>> = FILES, url = "/") {
  const about = `title: Gazette\nurl: https://gazette.example${url}\ndescription: News\n${more}`;
  const place = site({ "data/publication.yaml": about, ...files });
  const report = await place.build({ now: NOW });
  const said = report.findings.filter(({ code }) => !code.startsWith("profile/"));
  return { ...place, report, said };
}

const PUBLISHED = /https:\/\/gazette\.example\/media\/[0-9a-f]{20}\.png/;
/** The address between two words of a file. */
const between = (text: string, before: string, after: string): string | undefined =>
  text.split(before)[1]?.split(after)[0];

describe("a picture that a publication shows of itself", () => {
  test("is published from the data folder, wherever it is shown", async () => {
    const { text, list, said } = await built(ALL);
    const [atom, rss, podcast] = ["atom.xml", "rss.xml", "sections/talks/podcast.xml"].map((file) =>
      text(`dist/${file}`),
    ) as [string, string, string];
    const smartnews = text("dist/smartnews.xml");
    const page = text("dist/authors/jane-doe/index.html");
    const { icon } = JSON.parse(text("dist/feed.json")) as { icon: string };
    const shown = {
      icon,
      "Atom's icon": between(atom, "<icon>", "<"),
      "Atom's logo": between(atom, "<logo>", "<"),
      "RSS's image": between(rss, "<url>", "<"),
      "Feedly's cover": between(rss, 'cover image="', '"'),
      "a podcast's cover": between(podcast, '<itunes:image href="', '"'),
      "SmartNews' logo in the dark": between(smartnews.split("darkModeLogo>")[1] ?? "", "<url>", "<"),
      "an author's face": between(page, '"face" src="', '"'),
      favicon: between(page, '<link rel="icon" href="', '"'),
    };
    // Pages work under any host.
    const place = "https://gazette.example/authors/jane-doe/";
    const whole = Object.entries(shown).map(([what, address = ""]) => [what, new URL(address, place).href] as const);
    expect(whole).toEqual(whole.map(([what]) => [what, expect.stringMatching(PUBLISHED)]));
    const files = new Set(whole.map(([, address]) => address.split("/media/")[1]));
    expect(files.size).toBe(5);
    expect(list("dist/media").filter((file) => file.endsWith(".png"))).toEqual([...files].sort());
    expect(said).toEqual([]);
  });

  test.for([
    ["icon.png", "news/icon.png", "as the addresses of the publication begin"],
    ["/icon.png", "icon.png", "as links from the root do"],
    ["https://gazette.example/news/icon.png", "icon.png", "below the publication"],
  ] as const)("%s is %s in the data folder of a publication below a path (%s)", async ([icon, file]) => {
    const files = { "data/ferry.md": ARTICLE, "data/talk.mp3": wav(2), [`data/${file}`]: png(9, 9) };
    const { text } = await built(`icon: ${icon}\n`, files, "/news/");
    expect(text("dist/atom.xml")).toMatch(/<icon>https:\/\/gazette\.example\/news\/media\/[0-9a-f]{20}\.png<\/icon>/);
  });

  test.for([
    ["https://cdn.example/icon.png", "/", [], "stands elsewhere"],
    ["/icon.png", "/", ["publication/no-picture"], "is not there: nobody else publishes it"],
    ["/icon.png", "/news/", [], "may be another program's"],
  ] as const)("%s of %s keeps its address where it is not there: %j (%s)", async ([icon, url, codes]) => {
    const files = { "data/ferry.md": ARTICLE, "data/talk.mp3": wav(2) };
    const { text, report } = await built(`icon: ${icon}\n`, files, url);
    expect(text("dist/atom.xml")).toContain(`<icon>${new URL(icon, "https://gazette.example/").href}</icon>`);
    expect(report.findings.map(({ code, severity }) => [code, severity])).toEqual(codes.map((code) => [code, "note"]));
  });

  test("one that was replaced has another address, and the old one is removed", async () => {
    const { build, put, list, text } = await built("icon: /icon.png\n");
    const before = between(text("dist/atom.xml"), "<icon>", "<");
    put({ "data/icon.png": png(64, 64, 99) });
    const { entries } = await build({ now: NOW });
    const after = between(text("dist/atom.xml"), "<icon>", "<");
    expect(after).not.toBe(before);
    expect(list("dist/media")).not.toContain(before?.split("/media/")[1]);
    expect([entries.updated, entries.unchanged.length]).toEqual([[], 1]);
  });
});

describe("what Apple Podcasts refuses is said:", () => {
  test.for([
    [1400, 1400, [], "the smallest cover"],
    [3000, 3000, [], "the largest"],
    [1399, 1399, [{ code: "podcast/cover", facts: { width: 1399, height: 1399 } }], "too small"],
    [3001, 3001, [{ code: "podcast/cover" }], "too large"],
    [1400, 1500, [{ code: "podcast/cover", severity: "warning" }], "not square"],
  ] as const)("a cover of %i × %i: %j (%s)", async ([width, height, expected]) => {
    const { said } = await built(ALL, { ...FILES, "data/cover.png": png(width, height) });
    expect(said).toMatchObject(expected);
  });

  test.for([
    ["talk.mp3", []],
    ["talk.m4a", []],
    ["talk.ogg", [{ code: "podcast/type", severity: "warning", facts: { type: "audio/ogg" } }]],
    ["talk.wav", [{ code: "podcast/type", facts: { type: "audio/wav" } }]],
    ["https://cdn.example/talk", []],
  ] as const)("an episode %s: %j", async ([file, expected]) => {
    const { said } = await built(ALL, {
      ...FILES,
      "data/ferry.md": ARTICLE.replace("talk.mp3", file),
      "data/talk.m4a": wav(1),
      "data/talk.ogg": wav(1),
      "data/talk.wav": wav(1),
    });
    expect(said).toMatchObject(expected);
  });
});
