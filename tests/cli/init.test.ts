import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { publicationText } from "../../src/cli/init/template.ts";
import { jsonSchemaText, publicationJsonSchema } from "../../src/publication/json-schema.ts";
import { readPublication } from "../../src/publication/load.ts";
import { PUBLICATION_FIELDS } from "../../src/publication/schema.ts";
import { run, temporaryFolder } from "./run.ts";

const NOW = { SOURCE_DATE_EPOCH: "1777593600" }; // 2026-05-01T00:00:00Z
const ALL = [
  ...["--title", "The Harbour Gazette: News", "--url", "https://gazette.example", "--author", "Jane #1 Doe"],
  ...["--language", "en-GB", "--timezone", "America/New_York", "--description", "News of the harbour"],
];

describe("init", () => {
  test("writes a publication as the options say, and a first article dated today", async () => {
    const folder = temporaryFolder();
    expect(await run(["init", folder, ...ALL], { folder, env: NOW })).toEqual({
      code: 0,
      stderr: "",
      stdout: `Wrote [DIR]/data/publication.yaml
Wrote [DIR]/data/publication.schema.json
Wrote [DIR]/data/first-article.txt
Publish it: cd [DIR] && dateline build
`,
    });
    const text = readFileSync(join(folder, "data/publication.yaml"), "utf8");
    const { publication, findings } = readPublication({ file: "publication.yaml", text }, []);
    expect(findings).toEqual([]);
    expect(publication).toMatchObject({
      title: "The Harbour Gazette: News",
      url: "https://gazette.example/",
      description: "News of the harbour",
      language: "en-GB",
      timezone: "America/New_York",
      authors: [{ name: "Jane #1 Doe", kind: "person" }],
    });
    expect(readFileSync(join(folder, "data/first-article.txt"), "utf8")).toMatch(
      /^How this .+\n\nBy Jane #1 Doe, The Harbour Gazette: News\nPublished April 30, 2026\n\n/,
    );
    expect(readFileSync(join(folder, "data/publication.schema.json"), "utf8")).toBe(
      jsonSchemaText(publicationJsonSchema()),
    );
  });

  test("without a word leaves the name open and makes nobody up", async () => {
    const folder = temporaryFolder();
    expect(await run(["init", folder], { folder, env: NOW })).toMatchObject({ code: 0, stderr: "" });
    const text = readFileSync(join(folder, "data/publication.yaml"), "utf8");
    const { publication, findings } = readPublication({ file: "publication.yaml", text }, []);
    expect([findings, publication.titleStated, publication.urlStated, publication.authors]).toEqual([
      [],
      false,
      false,
      [],
    ]);
    expect(readFileSync(join(folder, "data/first-article.txt"), "utf8")).not.toMatch(/^By /m);
  });

  test("shows every field, and every commented one holds once the # is gone", () => {
    const uncommented = publicationText({}).replace(/^# (?=[a-zA-Z]+:(?: |$)| {2})/gm, "");
    const { findings } = readPublication({ file: "publication.yaml", text: uncommented }, []);
    expect(findings).toEqual([]);
    expect(Object.keys(parse(uncommented)).sort()).toEqual([...PUBLICATION_FIELDS].sort());
  });

  test.for([
    ["data/publication.yaml", "a publication"],
    ["data/publication.yml", "a publication by its other name"],
    ["data/publication.schema.json", "a schema"],
  ])("overwrites nothing: %s stands there (%s)", async ([path = ""]) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, path), "mine");
    expect(await run(["init", folder, ...ALL], { folder })).toEqual({
      code: 2,
      stdout: "",
      stderr: `error: [DIR]/${path} is there already, and init overwrites nothing.\n`,
    });
    expect(readdirSync(join(folder, "data")).map((name) => `data/${name}`)).toEqual([path]);
    expect(readFileSync(join(folder, path), "utf8")).toBe("mine");
  });

  test("beside articles writes no first one", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "data/2026"), { recursive: true });
    writeFileSync(join(folder, "data/2026/ferry.md"), "# The ferry\n");
    expect(await run(["init", folder], { folder })).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, "data"))).toEqual(["2026", "publication.schema.json", "publication.yaml"]);
  });

  test.for([
    ["--url", "gazette.example", /--url "gazette.example": .*Did you mean "url: https:\/\/gazette.example\/"\?$/],
    ["--timezone", "Mars", /--timezone "Mars": .*Write a time zone of the IANA list/],
    ["--language", "German", /--language "German": .*Did you mean "language: de"\?$/],
    ["--title", "", /--title "": "title" should hold the publication's name/],
  ] as const)("%s %j is refused before anything is written", async ([option, value, line]) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await run(["init", folder, option, value], { folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.split("\n")).toEqual([expect.stringMatching(line), ""]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("where the disk refuses, says so in a line", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "data"), "a file");
    expect(await run(["init", folder], { folder })).toEqual({
      code: 2,
      stdout: "",
      stderr: "error: [DIR]/data/publication.yaml cannot be read or written: a part of the path is not a folder.\n",
    });
  });
});

describe("init on a terminal", () => {
  test("asks for what no option told, again where an answer can't be, and takes what stands in brackets", async () => {
    const folder = temporaryFolder();
    const types = ["Gazette", "gazette.example", "https://gazette.example", "Jane Doe", "", "Europe/Berlin"];
    const { code, stdout } = await run(["init", folder, "--description", "News"], {
      folder,
      types,
      tty: true,
      env: { ...NOW, NO_COLOR: "1" },
    });
    expect(code).toBe(0);
    expect(stdout.split("? ").length).toBe(7);
    expect(stdout).toContain('Did you mean "url: https://gazette.example/"?\nWhat is its address on the web?');
    const text = readFileSync(join(folder, "data/publication.yaml"), "utf8");
    expect(parse(text)).toMatchObject({
      title: "Gazette",
      url: "https://gazette.example",
      description: "News",
      authors: ["Jane Doe"],
      language: "en",
      timezone: "Europe/Berlin",
    });
  });

  test("writes nothing if the questions are broken off", async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await run(["init", folder], { folder, tty: true, types: ["Gazette", null] });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "\u001b[1m\u001b[31merror:\u001b[39m\u001b[22m The questions were broken off; nothing was written.\n",
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
