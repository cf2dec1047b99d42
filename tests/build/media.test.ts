import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { childrenOf, parseXml, textOf } from "../render/strict-xml.ts";
import { png, wav } from "../support/pictures.ts";
import { site } from "../support/site.ts";
import { MAIN_FEEDS_ONLY } from "../support/story.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const PUBLICATION = `title: A\nurl: https://a.example/news/\n${MAIN_FEEDS_ONLY}`;
const MEDIA = "http://search.yahoo.com/mrss/";
const matter = (more: string, body = "It sails again."): string =>
  `---\ntitle: The ferry\ndate: 2026-05-01\n${more}---\n\n${body}\n`;

interface Item {
  readonly image?: string;
  readonly banner_image?: string;
  readonly content_html: string;
  readonly date_modified: string;
  readonly attachments?: readonly Readonly<Record<string, unknown>>[];
}

async function built(files: Readonly<Record<string, string | Uint8Array>>) {
  const place = site({ "data/publication.yaml": PUBLICATION, ...files });
  const report = await place.build({ now: NOW });
  const item = (): Item => {
    const { items } = JSON.parse(place.text("dist/feed.json")) as { items: Item[] };
    const [first] = items;
    if (first === undefined) throw new Error("nothing was published");
    return first;
  };
  const rss = () => {
    const [channel] = childrenOf(parseXml(place.text("dist/rss.xml")).root, "channel");
    const [first] = channel === undefined ? [] : childrenOf(channel, "item");
    if (first === undefined) throw new Error("nothing was published");
    return first;
  };
  return { ...place, report, item, rss };
}

const ADDRESS = /^https:\/\/a\.example\/news\/media\/[0-9a-f]{20}\.png$/;

describe("a picture that front matter names", () => {
  const PHOTO = "image:\n  url: quay.png\n  alt: The old quay\n  caption: The quay in 1950\n  credit: Jane Doe\n";
  const picture = png(640, 400);
  const files = { "data/news/ferry.md": matter(PHOTO), "data/news/quay.png": picture };

  test("is copied under a name made of its content", async () => {
    const { item, list, folder, text } = await built(files);
    expect(item().image).toMatch(ADDRESS);
    const name = item().image?.split("/").at(-1) ?? "";
    expect(list("dist").filter((path) => path.startsWith("media/"))).toEqual([`media/${name}`]);
    expect(Buffer.from(text(`dist/media/${name}`), "utf8")).toEqual(Buffer.from(picture.toString(), "utf8"));
    expect(folder).not.toBe("");
  });

  test("stands in RSS with its real size, and what is said of it", async () => {
    const { rss, item } = await built(files);
    const [enclosure] = childrenOf(rss(), "enclosure");
    expect(enclosure?.attributes).toEqual({
      url: item().image,
      length: String(picture.length),
      type: "image/png",
    });
    const [content] = childrenOf(rss(), "content", MEDIA);
    if (content === undefined) throw new Error("no media:content");
    expect(content.attributes).toEqual({
      url: item().image,
      fileSize: String(picture.length),
      type: "image/png",
      medium: "image",
      width: "640",
      height: "400",
    });
    expect(["title", "description", "credit"].map((name) => textOf(content, name))).toEqual([
      "The quay in 1950",
      "The old quay",
      "Jane Doe",
    ]);
    expect(childrenOf(content, "thumbnail")[0]?.attributes).toEqual({ url: item().image, width: "640", height: "400" });
  });

  test("stands in Atom as an enclosure, and in Media RSS", async () => {
    const { text, item } = await built(files);
    const [entry] = childrenOf(parseXml(text("dist/atom.xml")).root, "entry");
    if (entry === undefined) throw new Error("no entry");
    const links = childrenOf(entry, "link").filter(({ attributes }) => attributes.rel === "enclosure");
    expect(links.map(({ attributes }) => [attributes.href, attributes.length, attributes.type])).toEqual([
      [item().image, String(picture.length), "image/png"],
    ]);
    expect(childrenOf(entry, "content", MEDIA)[0]?.attributes.width).toBe("640");
  });

  test("another picture under the same name is an update, the same under another name is none", async () => {
    const { build, put, remove, item } = await built(files);
    const before = item();
    remove("data/news/quay.png");
    put({ "data/news/pier.png": picture, "data/news/ferry.md": matter(PHOTO.replace("quay.png", "pier.png")) });
    await build({ now: new Date("2026-06-02T00:00:00Z") });
    expect(item()).toEqual(before);
    put({ "data/news/pier.png": png(640, 400, 99) });
    await build({ now: new Date("2026-06-03T00:00:00Z") });
    expect(item().date_modified).toBe("2026-06-03T00:00:00Z");
    expect(item().image).not.toBe(before.image);
  });

  test.for([
    ["image: quay.png\n", "media/missing", "no such file"],
    ["image: ../../quay.png\n", "media/outside", "a path that leads out"],
    ["attachments: [report.pdf]\n", "media/missing", "an attachment"],
    ["audio: talk.mp3\n", "media/missing", "a sound"],
  ] as const)("%s is refused where it is not there: %s (%s)", async ([more, code]) => {
    const { report } = await built({ "data/news/ferry.md": matter(more), "data/other.md": matter("") });
    expect(report.entries.refused).toEqual([{ file: "news/ferry.md", kept: false }]);
    expect(report.findings).toMatchObject([
      { code, severity: "error", place: { file: expect.stringContaining("ferry.md") } },
    ]);
  });

  test("a link that leads out of the data folder is refused", async () => {
    const place = site({
      "data/publication.yaml": PUBLICATION,
      "data/ferry.md": matter("image: quay.png\n"),
      "secret.png": png(9, 9),
    });
    symlinkSync(join(place.folder, "secret.png"), join(place.folder, "data/quay.png"));
    const { entries, findings } = await place.build({ now: NOW });
    expect(entries.refused).toHaveLength(1);
    expect(findings).toMatchObject([{ code: "media/unreadable" }]);
  });
});

describe("pictures, sound and film of a body", () => {
  test("get their addresses and sizes; the first picture is the entry's own", async () => {
    const body =
      "![The quay](img/quay.png)\n\nIt sails again.\n\n<video src='/clip.mp4' poster='img/quay.png'></video>";
    const { item, rss } = await built({
      "data/ferry.md": matter("", body),
      "data/img/quay.png": png(300, 200),
      "data/clip.mp4": new Uint8Array([0, 0, 0, 24]),
    });
    const { content_html: html, image = "" } = item();
    expect(image).toMatch(ADDRESS);
    expect(html).toContain(`<img src="${image}" alt="The quay" width="300" height="200"`);
    expect(html).toMatch(
      /<video poster="https:\/\/a\.example\/news\/media\/\w+\.png" src="https:\/\/a\.example\/news\/media\/\w+\.mp4"/,
    );
    // The film is there to be played; the picture illustrates the text, and no reader shall show it again.
    expect(childrenOf(rss(), "enclosure").map(({ attributes }) => attributes.type)).toEqual(["video/mp4"]);
    expect(childrenOf(rss(), "content", MEDIA)[0]?.attributes).toMatchObject({ url: image, width: "300" });
  });

  test.for([
    ["![](img/quay.png)", "media/missing", "img/quay.png", "a picture"],
    ["<img src='https://b.example/a.png' srcset='quay@2x.png 2x'>", "media/missing", "quay@2x.png", "a candidate"],
    ["<video src='clip.mp4'></video>", "media/missing", "clip.mp4", "a film"],
    ["<audio><source src='talk.mp3'></audio>", "media/missing", "talk.mp3", "a source of sound"],
    ["![](../../quay.png)", "media/outside", undefined, "a path that leads out"],
  ] as const)("%s is refused where the file is not there: %s, %s (%s)", async ([body, code, path]) => {
    const { report } = await built({ "data/ferry.md": matter("", body), "data/other.md": matter("") });
    expect(report.entries.refused).toEqual([{ file: "ferry.md", kept: false }]);
    const facts = path === undefined ? {} : { path };
    expect(report.findings).toMatchObject([
      { code, severity: "error", place: { file: expect.stringContaining("ferry.md") }, facts },
    ]);
  });

  describe("leave a warning, and the link that they had, where the body was written for another page:", () => {
    const ELSEWHERE = "canonical: https://b.example/old/ferry/\n";
    test.for([
      ["", "![](img/quay.png) [The pier](pier.html)", "/news/2026/05/01/ferry/img/quay.png", "a link leads nowhere"],
      ["", "![](img/quay.png) [The pier](../pier.html)", "/news/2026/05/01/ferry/img/quay.png", "a link leads out"],
    ] as const)("%j %s has %s (%s)", async ([more, body, link]) => {
      const { item, report } = await built({ "data/ferry.md": matter(more, body) });
      expect(report.findings).toMatchObject([{ code: "media/missing", severity: "warning" }]);
      expect(item().content_html).toContain(`src="https://a.example${link}"`);
    });

    test("the article says itself where that stands", async () => {
      const { item, report } = await built({ "data/ferry.md": matter(ELSEWHERE, "![](img/quay.png)") });
      expect(report.findings).toMatchObject([{ code: "media/missing", severity: "warning" }]);
      expect(item().content_html).toContain('src="https://b.example/old/ferry/img/quay.png"');
    });

    test("but not for a link to a file beside the article", async () => {
      const body = "![](img/quay.png) [The pier](pier.md) [Above](#top) [All](../) [Home](/home)";
      const { report } = await built({ "data/ferry.md": matter("", body), "data/pier.md": matter("") });
      expect(report.entries.refused).toHaveLength(1);
    });
  });

  describe("by a path from the root that nothing in the data folder answers to", () => {
    const WHOLE = "title: A\nurl: https://a.example/\n";
    test.for([
      [WHOLE, "", "warning", "the publication has its host for itself, but somebody may have put the file there"],
      [WHOLE, "image: /logo.png\n", "error", "front matter names it"],
      [PUBLICATION, "", undefined, "another program may have it"],
      [`${WHOLE}hosting: false\n`, "image: /logo.png\n", undefined, "another program makes the site"],
    ] as const)("%j with %j: %s (%s)", async ([publication, more, severity]) => {
      const { report } = await built({
        "data/publication.yaml": publication,
        "data/ferry.md": matter(more, "![](/logo.png)"),
        "data/other.md": matter(""),
      });
      expect(report.findings.map((one) => [one.code, one.severity])).toEqual(
        severity === undefined ? [] : [["media/missing", severity]],
      );
    });
  });

  test("a picture of a CMS's item stands where the CMS has it", async () => {
    const place = site({
      "data/publication.yaml": "title: A\nurl: https://a.example/\n",
      "items.json": JSON.stringify([
        { id: "1", title: "The ferry", date: "2026-05-01", image: "/up/a.png", content_html: "<p>A.<img src='b.png'>" },
      ]),
    });
    const { entries } = await place.build({ now: NOW, articles: join(place.folder, "items.json") });
    expect(entries.refused).toEqual([]);
  });

  test("every candidate of a srcset has its address", async () => {
    const html = '<p>A.</p><img src="s.png" srcset="s.png 1x, m.png 2x, https://b.example/l.png 3x" alt="">';
    const { item } = await built({
      "data/a.html": `<h1>The ferry</h1><p>Published May 1, 2026</p>${html}`,
      "data/s.png": png(99, 99),
      "data/m.png": png(198, 198),
    });
    expect(item().content_html).toMatch(
      /srcset="https:\/\/a\.example\/news\/media\/\w+\.png 1x, https:\/\/a\.example\/news\/media\/\w+\.png 2x, https:\/\/b\.example\/l\.png 3x"/,
    );
  });

  test("a picture elsewhere has a thumbnail, too, though nothing is known of it", async () => {
    const { rss, text } = await built({ "data/a.md": matter("image: https://b.example/quay.jpg\n") });
    const entry = childrenOf(parseXml(text("dist/atom.xml")).root, "entry")[0];
    for (const item of [rss(), entry]) {
      const content = item && childrenOf(item, "content", MEDIA)[0];
      expect(content?.attributes).toEqual({ url: "https://b.example/quay.jpg", type: "image/jpeg", medium: "image" });
      expect(content && childrenOf(content, "thumbnail")[0]?.attributes).toEqual({ url: "https://b.example/quay.jpg" });
    }
  });

  test.for([
    ['<img src="https://b.example/pixel.gif" width="1" height="1">', undefined, "a counter"],
    ['<img src="https://b.example/quay.jpg" alt="A &amp; B">', "https://b.example/quay.jpg", "a picture elsewhere"],
  ] as const)("%s gives %s (%s)", async ([html, image]) => {
    const { item } = await built({ "data/a.md": matter("", html) });
    expect(item().image).toBe(image);
  });
});

describe("a sound or film that only the body plays is the entry's", () => {
  const OURS = expect.stringMatching(/^https:\/\/a\.example\/news\/media\/[0-9a-f]{20}\.wav$/);
  const FILM = "https://b.example/quay.mp4?a=1&b=2";

  test.for([
    ['<audio src="talk.wav"></audio>', "audio/wav", OURS, "3", "a file beside the article, with its real size"],
    ['<p>A.</p><audio controls><source src="talk.wav" type="audio/x-wav"></audio>', "audio/wav", OURS, "3", "a source"],
    ['<video src="https://b.example/quay.mp4?a=1&amp;b=2"></video>', "video/mp4", FILM, undefined, "a film elsewhere"],
    [
      '<video><track src="quay.vtt"><source src="https://b.example/quay.mp4?a=1&amp;b=2" type="video/mp4"></video>',
      "video/mp4",
      FILM,
      undefined,
      "subtitles are no film",
    ],
  ] as const)("%s (%5$s)", async ([html, type, url, seconds]) => {
    const { item, rss, text } = await built({
      "data/a.md": matter("", html),
      "data/talk.wav": wav(3),
      "data/quay.vtt": "WEBVTT\n",
    });
    const [file] = item().attachments ?? [];
    expect(file).toMatchObject({ url, mime_type: type });
    expect(file?.duration_in_seconds?.toString()).toBe(seconds);
    const [enclosure] = childrenOf(rss(), "enclosure");
    expect(enclosure?.attributes).toMatchObject({ url, type });
    expect(text("dist/atom.xml")).toContain('rel="enclosure"');
  });

  test("unless front matter names another", async () => {
    const { item } = await built({
      "data/a.md": matter("audio: https://b.example/other.mp3\n", '<audio src="https://b.example/talk.mp3"></audio>'),
    });
    expect(item().attachments?.map(({ url }) => url)).toEqual(["https://b.example/other.mp3"]);
  });

  test("nothing is made of an element without a file", async () => {
    const { item } = await built({
      "data/a.md": matter("", "Words. <audio></audio> <img src='https://b.example/a.png'>"),
    });
    expect(item().attachments).toBeUndefined();
  });
});

describe("sound and other files", () => {
  const FILES = "audio: talk.wav\nimage: quay.png\nattachments:\n  - url: report.pdf\n    title: The report\n";
  const files = {
    "data/ferry.md": matter(`${FILES}banner: wide.png\n`),
    "data/talk.wav": wav(3),
    "data/quay.png": png(640, 400),
    "data/wide.png": png(1200, 300),
    "data/report.pdf": "%PDF-1.4\n",
  };

  test("JSON Feed names them with their sizes and the length of the sound", async () => {
    const { item } = await built(files);
    expect(item()).toMatchObject({
      image: expect.stringMatching(ADDRESS),
      banner_image: expect.stringMatching(ADDRESS),
    });
    const known = item().attachments?.map(({ mime_type: type, size_in_bytes: size, duration_in_seconds: seconds }) => [
      type,
      size,
      seconds,
    ]);
    expect(known).toEqual([
      ["application/pdf", 9, undefined],
      ["audio/wav", 24_044, 3],
    ]);
  });

  test("RSS takes the sound as its one enclosure, and describes the rest", async () => {
    const { rss } = await built(files);
    expect(childrenOf(rss(), "enclosure").map(({ attributes }) => attributes.type)).toEqual(["audio/wav"]);
    expect(childrenOf(rss(), "content", MEDIA).map(({ attributes }) => attributes.type)).toEqual([
      "application/pdf",
      "image/png",
    ]);
  });

  test("Atom links to each", async () => {
    const { text } = await built(files);
    const [entry] = childrenOf(parseXml(text("dist/atom.xml")).root, "entry");
    const links = entry === undefined ? [] : childrenOf(entry, "link");
    const types = links
      .filter(({ attributes }) => attributes.rel === "enclosure")
      .map(({ attributes }) => attributes.type);
    expect(types).toEqual(["application/pdf", "audio/wav", "image/png"]);
  });

  test("what a person said of a file's size gives way to the truth", async () => {
    const { item } = await built({
      ...files,
      "data/ferry.md": matter("audio:\n  url: talk.wav\n  length: 5\n  duration: 99\n"),
    });
    expect(item().attachments).toMatchObject([{ size_in_bytes: 24_044, duration_in_seconds: 3 }]);
  });
});

test("a publication that moves below another path updates no article, illustrated or not", async () => {
  const { item, put, build, text } = await built({
    "data/ferry.md": matter("image: quay.png\n", "It sails again.\n\n![The quay](quay.png)"),
    "data/quay.png": png(64, 48),
  });
  const before = item().date_modified;
  put({ "data/publication.yaml": PUBLICATION.replace("/news/", "/paper/") });
  const report = await build({ now: new Date("2026-06-02T00:00:00Z") });
  expect(text("dist/feed.json")).toContain("https://a.example/paper/media/");
  expect([item().date_modified, report.entries.updated]).toEqual([before, []]);
});
