import { describe, expect, test } from "vitest";
import { planSite } from "../../src/build/plan.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { topicSlug } from "../../src/edition/topics.ts";
import type { Entry } from "../../src/ledger/entry.ts";
import type { FeedsWanted, Person, Publication } from "../../src/publication/publication.ts";
import { entry, recorded } from "../support/entries.ts";
import { PUBLICATION } from "../support/story.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const NOTHING: FeedsWanted = { ...PUBLICATION.feeds, sections: false, authors: false, languages: false };
const person = (name: string): Person => ({ name, kind: "person" });

function editions(
  entries: readonly Entry[],
  feeds: Partial<FeedsWanted>,
  rest: Partial<Publication> = {},
): readonly string[] {
  const publication = { ...PUBLICATION, ...rest, feeds: { ...NOTHING, ...feeds } };
  return planSite(publication, recorded(entries), NOW).site.editions.map(
    ({ path, title, entries: theirs }) => `${path} ${title} ${theirs.map(({ file }) => file.slice(1, -3)).join()}`,
  );
}

describe("which feeds there are", () => {
  const WORLD = entry(1, { section: "World", people: [person("Jane Doe")], tags: ["ships"] });
  const SPORT = entry(2, { section: "Sport", people: [person("Jane Doe"), person("Max")], tags: ["ships", "sea"] });
  const FRENCH = entry(3, { language: "fr", people: [] });
  const ALL = [WORLD, SPORT, FRENCH];
  const MAIN = " The Harbour Gazette 3,2,1";

  test.for<readonly [Partial<FeedsWanted>, string[], string]>([
    [{}, [], "none but the main ones"],
    [
      { sections: true },
      ["sections/sport/ The Harbour Gazette: Sport 2", "sections/world/ The Harbour Gazette: World 1"],
      "each section",
    ],
    [{ sections: ["world"] }, ["sections/world/ The Harbour Gazette: World 1"], "a section by name, however written"],
    [
      { authors: true },
      ["authors/jane-doe/ The Harbour Gazette: Jane Doe 2,1", "authors/max/ The Harbour Gazette: Max 2"],
      "each author",
    ],
    [
      { tags: true },
      ["tags/sea/ The Harbour Gazette: sea 2", "tags/ships/ The Harbour Gazette: ships 2,1"],
      "each tag",
    ],
    [
      { languages: true },
      ["languages/en/ The Harbour Gazette: English 2,1", "languages/fr/ The Harbour Gazette: français 3"],
      "each language",
    ],
    [
      { own: [{ name: "Jane's sport", complete: false, sections: ["sport"], authors: ["Jane Doe"] }] },
      ["editions/janes-sport/ The Harbour Gazette: Jane's sport 2"],
      "a filter of two conditions",
    ],
    [
      { own: [{ name: "sea", title: "Ahoy", complete: false, tags: ["sea", "storm"], languages: ["en"] }] },
      ["editions/sea/ Ahoy 2"],
      "a filter with a title of its own",
    ],
  ])("%j", ([feeds, others]) => {
    expect(editions(ALL, feeds)).toEqual([MAIN, ...others]);
  });

  test("a publication in one language has no feeds of languages", () => {
    expect(editions([WORLD, SPORT], { languages: true })).toHaveLength(1);
  });

  test("a language's feed is called what the publication calls it", () => {
    const named = editions(ALL, { languages: ["fr"] }, { languages: { fr: { title: "La Gazette" } } });
    expect(named).toContain("languages/fr/ La Gazette 3");
  });
});

describe("addresses of topics", () => {
  test.for<readonly [string, string, string]>([
    ["World News", "world-news", "blanks"],
    ["Økonomi & Co.", "okonomi-and-co", "Latin letters beyond ASCII"],
    ["Политика", "politika", "Cyrillic, which has a usual form"],
    ["国际", "国际", "Chinese, which has none: as it is"],
    ["日本・経済", "日本-経済", "signs between"],
    ["../..", "2e-2e-2f-2e-2e", "nothing but signs: never a path"],
    ["🚢", "1f6a2", "an emoji"],
  ])("%s is %s (%s)", ([name, slug]) => {
    expect(topicSlug(name)).toBe(slug);
  });

  test("of two names that come to the same word, the older one keeps it", () => {
    const older = entry(1, { section: "C++" });
    const newer = entry(2, { section: "C" });
    expect(editions([older, newer], { sections: true }).slice(1)).toEqual([
      "sections/c-2/ The Harbour Gazette: C 2",
      "sections/c/ The Harbour Gazette: C++ 1",
    ]);
  });
});

test("each feed has its own id, title, addresses and date", () => {
  const entries = [entry(1, { section: "World" }), entry(2)];
  const publication = { ...PUBLICATION, feeds: { ...NOTHING, sections: true } };
  const { editions: all } = planSite(publication, recorded(entries), NOW).site;
  const options = all.map(({ feed }) => feed.options);
  expect(options).toMatchObject([
    { id: "https://gazette.example/", feedLinks: { rss: "https://gazette.example/rss.xml" }, updated: entry(2).date },
    {
      id: "https://gazette.example/sections/world/",
      title: "The Harbour Gazette: World",
      feedLinks: {
        rss: "https://gazette.example/sections/world/rss.xml",
        atom: "https://gazette.example/sections/world/atom.xml",
        json: "https://gazette.example/sections/world/feed.json",
      },
      updated: entry(1).date,
    },
  ]);
});

test("an entry says its language only where it is not the feed's", () => {
  const entries = [entry(1, { language: "fr" }), entry(2)];
  const publication = { ...PUBLICATION, feeds: { ...NOTHING, languages: true } };
  const [main, english, french] = planSite(publication, recorded(entries), NOW).site.editions;
  const languages = (one: Edition | undefined) => one?.feed.items.map((item) => (item as Entry).language);
  const said = [main, english, french].map(languages);
  expect(said).toEqual([[undefined, "fr"], [undefined], [undefined]]);
  expect([main?.feed.options.language, french?.feed.options.language]).toEqual(["en", "fr"]);
});
