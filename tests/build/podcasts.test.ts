import { describe, expect, test } from "vitest";
import { childrenOf, type Element, parseXml, textOf } from "../render/strict-xml.ts";
import { wav } from "../support/pictures.ts";
import { site } from "../support/site.ts";
import { MAIN_FEEDS_ONLY } from "../support/story.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
const PODCAST = "https://podcastindex.org/namespace/1.0";
const PUBLICATION = `title: Gazette
url: https://gazette.example/
description: News
${MAIN_FEEDS_ONLY.replace("sections: false", "sections: true")}podcasts:
  Talks:
    image: /talks.jpg
    category: Daily News
    owner: { name: The desk, email: desk@gazette.example }
    type: serial
    funding: { url: /support/, text: Support us }
`;
const episode = (number: number, more = ""): string =>
  `---\ntitle: Talk ${number}\ndate: 2026-05-0${number}\nauthor: Jane Doe\nsection: Talks\nepisode: ${number}\n${more}---\n\nAbout talk ${number}.\n`;
const FILES = {
  "data/publication.yaml": PUBLICATION,
  "data/one.md": episode(1, "audio: one.wav\nseason: 2\nepisodeType: bonus\nexplicit: yes\ntranscript: one.vtt\n"),
  "data/one.wav": wav(65),
  "data/one.vtt": "WEBVTT\n",
  "data/two.md": episode(
    2,
    "audio:\n  url: https://cdn.example/two.mp3\n  length: 99\n  duration: 3700\nchapters: /c.json\n",
  ),
  "data/words.md": episode(3),
};

async function built(files: Readonly<Record<string, string | Uint8Array>> = FILES) {
  const place = site(files);
  const built = await place.build({ now: NOW });
  // The sounds that tests make are of a kind that Apple does not play; of that others tell.
  const report = { ...built, findings: built.findings.filter(({ code }) => code !== "podcast/type") };
  const channel = (): Element => {
    const [first] = childrenOf(parseXml(place.text("dist/sections/talks/podcast.xml")).root, "channel");
    if (first === undefined) throw new Error("no channel");
    return first;
  };
  return { ...place, report, channel };
}

const all = (parent: Element, name: string, namespace: string): string[] =>
  childrenOf(parent, name, namespace).map(({ text }) => text);

describe("a section that is a podcast", () => {
  test("has a feed of its own with what Apple requires of a show", async () => {
    const { channel, report } = await built();
    expect(report.findings).toEqual([]);
    const show = channel();
    expect(childrenOf(show, "image", ITUNES)[0]?.attributes.href).toBe("https://gazette.example/talks.jpg");
    const [category] = childrenOf(show, "category", ITUNES);
    expect([category?.attributes.text, category?.children[0]?.attributes.text]).toEqual(["News", "Daily News"]);
    const [owner] = childrenOf(show, "owner", ITUNES);
    expect(owner?.children.map(({ name, text }) => [name, text])).toEqual([
      ["email", "desk@gazette.example"],
      ["name", "The desk"],
    ]);
    expect(["author", "explicit", "type"].map((name) => textOf(show, name, ITUNES))).toEqual([
      "Gazette",
      "false",
      "serial",
    ]);
    expect([textOf(show, "title"), textOf(show, "link"), textOf(show, "language")]).toEqual([
      "Gazette: Talks",
      "https://gazette.example/sections/talks/",
      "en",
    ]);
  });

  test("and the essentials of Podcasting 2.0", async () => {
    const { channel } = await built();
    // UUID version 5 of gazette.example/sections/talks/podcast.xml in the namespace of podcasts.
    expect(all(channel(), "guid", PODCAST)).toEqual([
      expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab]/),
    ]);
    const [locked] = childrenOf(channel(), "locked", PODCAST);
    expect([locked?.text, locked?.attributes.owner]).toEqual(["yes", "desk@gazette.example"]);
    const [funding] = childrenOf(channel(), "funding", PODCAST);
    expect([funding?.text, funding?.attributes.url]).toEqual(["Support us", "https://gazette.example/support/"]);
  });

  test("its episodes are the articles with a sound, each with its enclosure", async () => {
    const { channel } = await built();
    const items = childrenOf(channel(), "item");
    expect(items.map((item) => textOf(item, "title"))).toEqual(["Talk 2", "Talk 1"]);
    const enclosures = items.map((item) => childrenOf(item, "enclosure")[0]?.attributes);
    expect(enclosures).toEqual([
      { url: "https://cdn.example/two.mp3", length: "99", type: "audio/mpeg" },
      {
        url: expect.stringMatching(/^https:\/\/gazette\.example\/media\/\w+\.wav$/),
        length: "520044",
        type: "audio/wav",
      },
    ]);
    expect(items.map((item) => textOf(item, "duration", ITUNES))).toEqual(["1:01:40", "01:05"]);
  });

  test("an episode says its number, season and kind, its transcript, chapters and who speaks", async () => {
    const { channel } = await built();
    const [two, one] = childrenOf(channel(), "item");
    if (one === undefined || two === undefined) throw new Error("episodes are missing");
    expect(["episode", "season", "episodeType", "explicit"].map((name) => textOf(one, name, ITUNES))).toEqual([
      "1",
      "2",
      "bonus",
      "true",
    ]);
    expect(childrenOf(one, "transcript", PODCAST)[0]?.attributes).toEqual({
      url: expect.stringMatching(/^https:\/\/gazette\.example\/media\/\w+\.vtt$/),
      type: "text/vtt",
    });
    expect(childrenOf(two, "chapters", PODCAST)[0]?.attributes).toEqual({
      url: "https://gazette.example/c.json",
      type: "application/json+chapters",
    });
    expect(all(one, "person", PODCAST)).toEqual(["Jane Doe"]);
  });

  test("other feeds are none of it", async () => {
    const { text } = await built();
    for (const file of ["rss.xml", "atom.xml", "sections/talks/rss.xml"])
      expect(text(`dist/${file}`), file).not.toMatch(/itunes:|podcast:/);
  });

  test("keeps an identity that is stated, whatever its address", async () => {
    const guid = "9b024349-ccf0-5f69-a609-6b82873eab3c";
    const { channel } = await built({ ...FILES, "data/publication.yaml": `${PUBLICATION}    guid: ${guid}\n` });
    expect(all(channel(), "guid", PODCAST)).toEqual([guid]);
  });
});

describe("what directories will miss is told", () => {
  test.for([
    [PUBLICATION.replace(/ {4}owner.*\n/, ""), FILES, "podcast/no-owner", "nobody to write to"],
    [PUBLICATION.replace("Talks:", "Talk:"), FILES, "podcast/no-section", "another section's name"],
    [PUBLICATION, { "data/words.md": episode(3) }, "podcast/no-episode", "nothing to hear"],
  ] as const)("%#: %s", async ([publication, files, code]) => {
    const { report } = await built({ ...files, "data/publication.yaml": publication });
    expect(report.findings).toMatchObject([{ code, severity: "warning" }]);
  });

  test.for([
    ["episode: zero\n", "no number"],
    ["episodeType: pilot\n", "no kind"],
  ])("front matter with %s is refused (%s)", async ([more = ""]) => {
    const { report } = await built({ ...FILES, "data/four.md": episode(4, more).replace("episode: 4\n", "") });
    expect(report.findings).toMatchObject([{ code: "matter/ill-typed", severity: "error" }]);
  });
});

test("a podcast's feed keeps to the budget, and says so", async () => {
  const long = "Words of a talk that goes on. ".repeat(300);
  const talks = Object.fromEntries(
    [1, 2, 3, 4].map((number) => [
      `data/talk-${number}.md`,
      `${episode(number, "audio: { url: https://cdn.example/t.mp3, length: 9 }\n")}\n${long}\n`,
    ]),
  );
  const { channel, report, text } = await built({
    "data/publication.yaml": `${PUBLICATION}budget: 30000\nlimit: 1\n`,
    ...talks,
  });
  expect(Buffer.byteLength(text("dist/sections/talks/podcast.xml"))).toBeLessThanOrEqual(30_000);
  const CONTENT = "http://purl.org/rss/1.0/modules/content/";
  const whole = childrenOf(channel(), "item").map((item) => childrenOf(item, "encoded", CONTENT).length);
  expect(whole).toHaveLength(4);
  expect([whole[0], whole[3]]).toEqual([1, 0]);
  expect(report.findings.filter(({ code }) => code === "edition/shortened")).toMatchObject([
    { place: { file: expect.stringMatching(/talks\/podcast\.xml$/) }, facts: { budget: 30_000 } },
  ]);
});
