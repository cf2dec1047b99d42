import { describe, expect, test } from "vitest";
import { head, LEAD, MORE, names, read } from "./read.ts";

const DEK =
  "Owners promise calm seas, a fuller timetable and the return of the dog that everybody has been asking about.";
const DATE = "30 August 2024";
const SMALL =
  "Owners of a small wooden boat like this one never had it easy, and the lost summer has made it no easier.";

describe("bare names are bylines for their place", () => {
  test.for([
    [["Jane Doe"], ["Jane Doe"], "between headline and report"],
    [[DEK, "Jane Doe", DATE], ["Jane Doe"], "below a long dek, above a date"],
    [[DATE, "Jane Doe"], ["Jane Doe"], "below a date"],
    [[DEK, DEK, MORE, "Jane Doe", DATE], ["Jane Doe"], "pushed down by summaries, but beside a date"],
    [[DEK, DEK, MORE, "By Jane Doe"], ["Jane Doe"], "pushed down, but behind a By"],
    [["Jane Doe", "John Smith", DATE], ["Jane Doe", "John Smith"], "one below the other"],
    [["Jane Doe", "Selby -", DATE], ["Jane Doe"], "a town between name and date"],
    [["Jane Doe 5 hours ago"], ["Jane Doe"], "with an age instead of a date"],
    [["Jane Doe", "| Published 3 hours ago"], ["Jane Doe"], "the age on the next line"],
    [["Jane Doe 27/09/2018 2 comments! Boats, Dogs and more"], ["Jane Doe"], "whatever follows the date"],
    [["30/08/2024 at 16:14 - Jane Doe - 91 comments"], ["Jane Doe"], "between date and counter"],
    [["Jane Doe", "Staff Writer"], ["Jane Doe"], "above a role"],
    [["5 min read", "Jane Doe"], ["Jane Doe"], "beside a reading time"],
    [["Tech Insider", "Jane Doe 1 day ago"], ["Jane Doe"], "the line that has the date itself"],
    [["By", "Jane Doe", "John Smith", "@janedoe", DATE], ["Jane Doe", "John Smith"], "below a lone By"],
    [["By", "Jane Doe", "Order Reprints", "Print Article"], ["Jane Doe"], "but not the buttons below them"],
    [["By Jane Doe", "Peggy Birdsong", DATE], ["Jane Doe"], "where one is led by By, the other is in a picture"],
    [["Jane Doe", "Photo: Ada Lovelace"], [], "above a picture's credit stands whom it shows"],
    [["Small Wooden Boat", DATE, SMALL], [], "words of the report are no name"],
    [
      ["Peggy Birdsong", LEAD, "The captain Peggy Birdsong said that she was ready, and so was the dog."],
      [],
      "nor is who is in the news",
    ],
    [["Key Points", DATE], [], "nor is a box's heading"],
    [["Whatsapp Facebook Email"], [], "nor are buttons"],
    [["Anna Maria Clara Luise", "Herr Koch"], [], "nor are four words with no comma, in English"],
    [["EU-Kommissarin Ada King", DATE], [], "nor is whoever has an office before the name"],
    [["Stadt der Superlative", DATE], [], "an article inside is no particle"],
    [["A Light Filled Loft", DATE], [], "an article in front is no initial"],
    [["Los Grandes Ligas en la Lidom", DATE], [], "nor is one word behind a particle a name"],
    [["Madrid. EFE/ Jane Doe"], [], "an agency's picture"],
    [["Jane Doe / AP"], [], "a picture's agency"],
    [["Audio 03:07 | 25.04.24 | Jane Doe"], [], "a recording's reporter"],
    [["Jane Doe/Getty Images"], [], "another picture's"],
  ] as const)("%j → %j: %s", async ([lines, expected]) => {
    expect(names(await read(head(...lines)))).toEqual(expected);
  });

  test("a name as the first line, where the title stands in the front matter", async () => {
    const text = `---\ntitle: Ferry returns\n---\n\nJane Doe\n\n${LEAD}\n\n${MORE}\n\n${MORE}\n`;
    expect(names(await read(text, { file: "a.md" }))).toEqual(["Jane Doe"]);
  });

  test("two words that come again in the report are a headline, even above a date", async () => {
    expect(names(await read(`Ferry Dog\n${DATE}\n\n${LEAD}\n\n${MORE}\n\n${MORE}\n`))).toEqual([]);
  });

  test("how sure a name is tells how it stands", async () => {
    const sure = async (...lines: readonly string[]) => (await read(head(...lines))).evidence[0]?.sure;
    expect([await sure("By Jane Doe"), await sure("Jane Doe", DATE), await sure("Jane Doe")]).toEqual([
      "certain",
      "strong",
      "weak",
    ]);
  });

  test("somebody whom the publication knows is believed under any name", async () => {
    const people = [{ name: "Zed", kind: "person", spellings: ["zed"] }] as const;
    expect(names(await read(head("By zed"), { publication: { people } }))).toEqual(["Zed"]);
  });
});

describe("scripts without capitals", () => {
  test.for([
    ["松岡大地", "ja", ["松岡大地"], "a surname's characters"],
    ["大渡 美咲", "ja", ["大渡 美咲"], "a blank inside"],
    ["【関連記事】", "ja", [], "a heading in brackets"],
    ["金融機関", "ja", [], "a word"],
    ["新規登録", "ja", [], "a button"],
    ["王小明", "zh", ["王小明"], "a surname"],
    ["小字号", "zh", [], "a button"],
    ["박준서 기자 외 1명", "ko", ["박준서"], "with the number of the others"],
    ["작성자 김민수", "ko", [], "two words, no role"],
  ] as const)("%s (%s) → %j: %s", async ([line, language, expected]) => {
    expect(names(await read(head(line, "2024-08-30 12:00"), { language }))).toEqual(expected);
  });
});
