import { describe, expect, test } from "vitest";
import { head, LEAD, MORE, names, read, tail } from "./read.ts";

describe("bylines under the headline", () => {
  test.for([
    ["By Jane Doe", "en", ["Jane Doe"], "the plain case"],
    ["by jane o'hara-smith", "en", [], "no capitals, no name"],
    ["BY JANE MCDONALD", "en", ["Jane McDonald"], "capitals are brought back for display"],
    ["BY ẞIGRID OẞWALD", "en", ["ßigrid Oßwald"], "each as one letter"],
    ["By: Jane Doe", "en", ["Jane Doe"], "as a label"],
    ["ByJane Doe", "en", ["Jane Doe"], "copied from a page whose style set the two apart"],
    ["By Jane Doe and John Q. Public", "en", ["Jane Doe", "John Q. Public"], "two people"],
    [
      "By Jane Doe, John Smith and Ada van der Berg",
      "en",
      ["Jane Doe", "John Smith", "Ada van der Berg"],
      "three people",
    ],
    ["By Jane Doe, Political Editor", "en", ["Jane Doe"], "a role is nobody"],
    [
      "By Jane Doe, reporter, John Smith, reporter, and Ada Lovelace",
      "en",
      ["Jane Doe", "John Smith", "Ada Lovelace"],
      "roles between names",
    ],
    ["By Jane Doe in Beirut and John Smith in The Hague", "en", ["Jane Doe", "John Smith"], "places are nobody"],
    ["By Jane Doe, New York", "en", ["Jane Doe"], "not even those of two words"],
    ["By Jane Doe, Buna Times", "en", ["Jane Doe"], "an outlet is nobody"],
    ["By Jane Doe | Buna Times | jane@buna.example", "en", ["Jane Doe"], "nor is an address"],
    ["By Jane Doe | August 30, 2024 5:40 pm", "en", ["Jane Doe"], "nor a date"],
    ["August 30, 2024 | By Jane Doe", "en", ["Jane Doe"], "the date first"],
    ["Posted by Jane Doe on August 30, 2024", "en", ["Jane Doe"], "blogs"],
    ["Jane Doe", "en", ["Jane Doe"], "the bare name"],
    ["Jane Doe, Staff Writer", "en", ["Jane Doe"], "with a role"],
    ["Perry Bascombe Jr.", "en", ["Perry Bascombe Jr."], "a full stop that ends no sentence"],
    ["Jane Doe @janedoe", "en", ["Jane Doe"], "with a handle"],
    [
      "Von Anna Martel und Lea Wagner, Nairobi",
      "de",
      ["Anna Martel", "Lea Wagner"],
      "German; a place is no third author",
    ],
    ["Kolumne von Carla Siebert - 28.04.2024 um 08:52 Uhr", "de", ["Carla Siebert"], "German columns"],
    ["Par Zoé Lefèvre", "fr", ["Zoé Lefèvre"], "French"],
    ["Por Inés García y Luis Peña", "es", ["Inés García", "Luis Peña"], "Spanish"],
    ["Di Chiara Bruni e Ugo Neri", "it", ["Chiara Bruni", "Ugo Neri"], "Italian"],
    ["Door Sanne de Wit", "nl", ["Sanne de Wit"], "Dutch"],
    ["Av Åsa Öberg och Nils Ek", "sv", ["Åsa Öberg", "Nils Ek"], "Swedish"],
    ["Автор: Иван Петров и Анна Серова", "ru", ["Иван Петров", "Анна Серова"], "Russian"],
    ["Текст: Ольга Коваль", "uk", ["Ольга Коваль"], "Ukrainian"],
    ["بقلم هشام حمدان", "ar", ["هشام حمدان"], "Arabic"],
    ["מאת נדב פרידמן", "he", ["נדב פרידמן"], "Hebrew"],
    ["记者 刘建国", "zh", ["刘建国"], "Chinese"],
    ["【山田由美】", "ja", ["山田由美"], "Japanese"],
    ["김민수 기자", "ko", ["김민수"], "Korean"],
    ["By 🚢 Jane Doe 🎉 and John Roe 👩‍🚀🇩🇪", "en", ["Jane Doe", "John Roe"], "pictures are in no name"],
    ["By Ja\u00adne\u200b Doe\u200e", "en", ["Jane Doe"], "nor is what nobody sees"],
    ["By Jane Doe <jane@buna.example>", "en", ["Jane Doe"], "an address in brackets"],
    ["By Staff", "en", ["Staff"], "the desk, as it calls itself"],
    ["بقلم هشام حمدان، نادية سالم", "ar", ["هشام حمدان", "نادية سالم"], "an Arabic comma"],
    ["Edited by Jane Doe", "en", [], "an editor is no author"],
    ["Photo: Jane Doe", "en", [], "nor is a photographer"],
    ["By Jane Doe/Getty Images", "en", [], "not even with a By"],
    ["By taking off just the top, you save nearly a hundred", "en", [], "a sentence that begins with By"],
    ["World News", "en", [], "a section"],
    ["New York", "en", [], "a place"],
    ["5 min read", "en", [], "a reading time"],
    ["August 30, 2024", "en", [], "a date"],
  ] as const)("%s (%s) → %j: %s", async ([byline, language, expected]) => {
    expect(names(await read(head(byline), { language }))).toEqual(expected);
  });
});

describe("credits at the end", () => {
  test.for([
    ["I am David Wyatt, a professional writer and journalist for Buna Times.", ["David Wyatt"], "in the first person"],
    ["I'm Jane Doe and I write about ships.", ["Jane Doe"], "a straight apostrophe"],
    ["We are Jane Doe and John Smith, critics at The Daily Wren.", ["Jane Doe", "John Smith"], "two of them"],
    ["I am a journalist, and I like it.", [], "a role is no name"],
    ["“I am David Wyatt, a professional writer,” he said.", [], "quoted speech is none"],
    ["Jane Doe is a reporter at the Buna Times.", ["Jane Doe"], "in the third person"],
    ["Jane Doe covers the harbour.", ["Jane Doe"], "her beat"],
    [
      "Reporting by Jane Doe in Oslo and John Smith; Editing by Ada Lovelace",
      ["Jane Doe", "John Smith"],
      "an agency's sign-off",
    ],
    ["— Jane Doe", ["Jane Doe"], "a signature"],
    ["— Rep. Jane Doe (@janedoe) November 19, 2019", [], "a post on a social network"],
    ["Text: Jane Doe", ["Jane Doe"], "a label"],
  ] as const)("%s → %j: %s", async ([line, expected]) => {
    expect(names(await read(tail(line)))).toEqual(expected);
  });

  test("the sample's bio gives author, outlet, section, and leaves the body; its credit stays", async () => {
    const bio =
      "I am David Wyatt, a professional writer and journalist for Buna Times. I specialize in the world section of news coverage.";
    const read_ = await read(`${LEAD}\n${MORE}\nSource: korrespondent\n\n${bio}\n`);
    expect(read_).toMatchObject({ outlet: "Buna Times", section: "World", credit: "korrespondent", bio });
    expect(read_.spent).toEqual([{ block: 3, line: 0 }]);
    expect(read_.evidence.find(({ field }) => field === "credit")).toMatchObject({
      words: "Source: korrespondent",
      line: 3,
    });
  });

  test.for([
    ["Jane Doe contributed to this report.", ["Jane Doe"], "helpers are no authors"],
    ["Additional reporting by Jane Doe", ["Jane Doe"], "nor are they here"],
    ["With files from Jane Doe", ["Jane Doe"], "nor here"],
  ] as const)("%s → contributors %j: %s", async ([line, expected]) => {
    const { authors, contributors } = await read(`${head("By Ada Lovelace")}\n${line}\n`);
    expect([authors.map(({ name }) => name), contributors.map(({ name }) => name)]).toEqual([
      ["Ada Lovelace"],
      expected,
    ]);
  });

  test.for([
    ["Source: Reuters", "Reuters"],
    ["Quelle: dpa", "dpa"],
    ["Источник: ТАСС", "ТАСС"],
    ["[via The Selby Examiner]", "The Selby Examiner"],
    ["Republished from The Selby Examiner under a Creative Commons licence.", "The Selby Examiner"],
    ["The boat sails on Monday, he said. (AFP/dpa)", "AFP/dpa"],
    ["The boat sails on Monday (weather permitting)", undefined],
    ["(AP)", "AP"],
    ["This article originally appeared on The Larkfield Courier.", "The Larkfield Courier"],
    ["Source: 03:08 - Source: CNN", undefined],
  ] as const)("%s → credit %s", async ([line, expected]) => {
    expect((await read(tail(line))).credit).toBe(expected);
  });
});

describe("which source counts", () => {
  test("front matter before the byline, and both leave the body", async () => {
    const { authors, spent } = await read(`---\nauthor: Ada Lovelace\n---\n${head("By Jane Doe")}`, { file: "a.md" });
    expect([authors.map(({ name }) => name), spent.length]).toEqual([["Ada Lovelace"], 1]);
  });

  test.for([
    ["author: By Jane Doe and John Smith, Buna Times", ["Jane Doe", "John Smith"], "a whole byline"],
    ["author: Jane Doe <jane@buna.example>", ["Jane Doe"], "with an address"],
    ["author: zed", ["zed"], "a pen name is what its writer says it is"],
    ["authors: [Jane Doe, John Smith]", ["Jane Doe", "John Smith"], "a list"],
  ] as const)("%s → %j: %s", async ([matter, expected]) => {
    expect(names(await read(`---\n${matter}\n---\n${LEAD}\n`, { file: "a.md" }))).toEqual(expected);
  });

  test.for([
    ["Reuters", [{ name: "Reuters", kind: "organisation" }], "an agency alone is the author"],
    ["By Buna Times Staff", [{ name: "Buna Times Staff", kind: "organisation" }], "so is a staff"],
    ["By Jane Doe and AP", [{ name: "Jane Doe", kind: "person" }], "beside a person it is a credit"],
  ] as const)("%s → %j: %s", async ([byline, expected]) => {
    expect((await read(head(byline))).authors).toEqual(expected);
  });

  test("a known person is known by any spelling", async () => {
    const jane = {
      name: "Jane Doe",
      kind: "person",
      email: "jane@buna.example",
      spellings: ["J. Doe", "JANE DOE"],
    } as const;
    const { authors } = await read(head("By J. Doe"), { publication: { people: [jane] } });
    expect(authors).toEqual([{ name: "Jane Doe", kind: "person", email: "jane@buna.example" }]);
  });

  test("nobody named: the publication's default, with weak evidence", async () => {
    const house = { name: "The Desk", kind: "organisation" } as const;
    const { authors, evidence } = await read(`${LEAD}\n\n${MORE}\n\n${MORE}\n`, { publication: { authors: [house] } });
    expect([authors, evidence.map(({ from, sure }) => [from, sure])]).toEqual([[house], [["publication", "weak"]]]);
  });
});

test.for([
  ["world/a.txt", "World", "the first folder"],
  ["2024/08/a.txt", undefined, "a year is no section"],
  ["posts/a.txt", undefined, "nor is what sites call all their articles"],
  ["middle-east/deep/a.txt", "Middle east", "words instead of hyphens"],
  ["intl/a.txt", "World", "by the publication's spellings"],
] as const)("%s → section %s: %s", async ([file, section]) => {
  const sections = { World: ["intl", "international"] };
  expect((await read(`${LEAD}\n\n${MORE}\n\n${MORE}\n`, { file, publication: { sections } })).section).toBe(section);
});

describe("a byline of many", () => {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const roll = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => `Ada B${letters.charAt(at % 26)}${letters.charAt(Math.floor(at / 26))}rk`);

  test.for([60, 200])("%d names are all authors", async (count) => {
    expect(names(await read(head(`By ${roll(count).join(", ")}`)))).toEqual(roll(count));
  });

  test("more than may be stated are none, and stay words", async () => {
    expect(names(await read(head(`By ${roll(201).join(", ")}`)))).toEqual([]);
  });
});

describe("names as front matter states them", () => {
  test.for([
    ["Doe, Jane", ["Doe, Jane"], "the last name first, or two of one word: nothing tells, and nobody is lost"],
    ["Marks and Spencer", ["Marks and Spencer"], "a house of two"],
    ["Jane Doe, Nairobi", ["Jane Doe"], "a place behind a name is nobody"],
    ["jane@buna.example (Jane Doe)", ["Jane Doe"], "as RSS has it"],
    ["'محمد علي، יוסי כהן'", ["محمد علي", "יוסי כהן"], "an Arabic comma"],
  ] as const)("%s → %j (%s)", async ([author, expected]) => {
    expect(names(await read(`---\nauthor: ${author}\n---\n${head()}`))).toEqual(expected);
  });
});
