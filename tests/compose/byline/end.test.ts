import { describe, expect, test } from "vitest";
import { head, LEAD, MORE, names, read, tail } from "./read.ts";

describe("bios", () => {
  test("of two authors are one bio, and both leave the body", async () => {
    const bios = ["Jane Doe is a reporter at the Buna Times.", "John Smith covers the harbour."] as const;
    const { bio, spent } = await read(`${head("By Jane Doe and John Smith")}\n${bios.join("\n\n")}\n`);
    expect([bio, spent.length]).toEqual([bios.join("\n"), 3]);
  });

  test.for([
    ["Peggy Birdsong is the director of the museum.", [], "somebody in the news is none"],
    ["Ada King is a critic at The Daily Wren.", ["Ada King"], "of whom the report does not speak"],
  ] as const)("%s → %j: %s", async ([line, expected]) => {
    const news = "The museum's Peggy Birdsong was the first on board, and she brought cake for everyone.";
    const text = ["Ferry returns", LEAD, MORE, news, MORE, MORE, LEAD, line].join("\n\n");
    expect(names(await read(text))).toEqual(expected);
  });

  test("somebody else than the byline names is in the news, and stays in the body", async () => {
    const text = `${head("By Jane Doe")}\nPeggy Birdsong is a reporter at the Buna Times.\n`;
    const { authors, bio, spent } = await read(text);
    expect([authors.map(({ name }) => name), bio, spent.length]).toEqual([["Jane Doe"], undefined, 1]);
  });

  test.for([
    ["Jane Doe is the author of The Tide Kitchen.", undefined, "a book is no outlet"],
    ["Jane Doe is editor of The Daily Wren.", "The Daily Wren", "what she edits is"],
    ["Jane Doe is a reporter for the Buna Times.", "Buna Times", "whom she writes for"],
  ] as const)("%s → outlet %s: %s", async ([line, outlet]) => {
    expect((await read(tail(line))).outlet).toBe(outlet);
  });

  test("気象庁は… speaks of an office that holds a press conference", async () => {
    const text = tail("気象庁は１３日夜に記者会見を開き、注意を呼びかけた。");
    expect(names(await read(text, { language: "ja" }))).toEqual([]);
  });
});

describe("signatures", () => {
  test.for([
    [["“Proud of my town.”", "— Jane Doe", MORE], [], "below a saying stands who said it"],
    [[MORE, "— Jane Doe"], ["Jane Doe"], "the last word is the author's"],
    [["— Jane Q. Doe"], ["Jane Q. Doe"], "an initial"],
    [["— 松村太郎"], ["松村太郎"], "a script without capitals"],
    [["(JANE DOE)"], ["Jane Doe"], "in brackets"],
    [["Jane Doe"], ["Jane Doe"], "bare, as the very last line"],
    [["The cook Peggy Birdsong has bought new pots for the galley.", "Read More"], [], "a button is none"],
    [["— Jane Doe (@janedoe) November 19, 2019"], [], "a post from elsewhere"],
  ] as const)("%j → %j: %s", async ([lines, expected]) => {
    expect(names(await read(tail(...lines)))).toEqual(expected);
  });

  test("Contributing: names helpers", async () => {
    const { contributors } = await read(`${head("By Jane Doe")}\nContributing: Ada King\n`);
    expect(contributors).toEqual([{ name: "Ada King", kind: "person" }]);
  });
});

describe("what a line of its own states", () => {
  test("section and outlet, and it leaves the body", async () => {
    const { section, outlet, spent } = await read(head("Section: world", "Outlet: Selby Times", "By Jane Doe"));
    expect([section, outlet, spent.length]).toEqual(["World", "Selby Times", 3]);
  });

  test("a section's label comes before the folder", async () => {
    const { section, evidence } = await read(head("Rubrik: Kultur"), { file: "sport/a.txt", language: "de" });
    expect([section, evidence.find(({ field }) => field === "section")?.from]).toEqual(["Kultur", "label"]);
  });
});

describe("agencies", () => {
  test("in the dateline are the credit, with the dateline as its words", async () => {
    const { credit, evidence } = await read(`Ferry returns\n\nOXLEY (AP) — ${LEAD}\n\n${MORE}\n\n${MORE}\n`);
    expect([credit, evidence.find(({ field }) => field === "credit")]).toMatchObject([
      "AP",
      { from: "dateline", words: "OXLEY (AP) —", line: 3 },
    ]);
  });

  test("a local station in a dateline is none", async () => {
    expect((await read(`Ferry returns\n\nOXLEY (KTVN) — ${LEAD}\n\n${MORE}\n\n${MORE}\n`)).credit).toBeUndefined();
  });
});

test.for([
  ["Follow Jane Doe on Twitter at @janedoe", 2, "her handle"],
  ["Email: jane@buna.example", 2, "her address"],
  ["Contact the harbour office for tickets", 1, "not what readers are told to do"],
] as const)("%s: %i lines leave the body, %s", async ([line, spent]) => {
  expect((await read(`${head("By Jane Doe")}\n${line}\n`)).spent).toHaveLength(spent);
});
