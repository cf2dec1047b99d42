import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { site } from "../support/site.ts";
import { MAIN_FEEDS_ONLY } from "../support/story.ts";
import { type Ran, run, type Terminal } from "./run.ts";

const PUBLICATION = `title: The Harbour Gazette\nurl: https://gazette.example/\n${MAIN_FEEDS_ONLY}`;
const FERRY = `---
title: The ferry sails again
date: 2026-05-01T08:00:00Z
author: Jane Doe
---

The ferry across the bay sails again from Monday, its owners said after eleven weeks in dry dock.
`;
const BAD = FERRY.replace("2026-05-01T08:00:00Z", "2026-02-30").replace("The ferry sails", "The crane turns");
const GAZETTE = { "data/publication.yaml": PUBLICATION, "data/ferry.md": FERRY };

/** Builds a site in this process. Times are blotted out. */
async function built(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  terminal: Terminal = {},
): Promise<Ran & ReturnType<typeof site>> {
  const place = site(files);
  const ran = await again(place, args, terminal);
  return { ...place, ...ran };
}

async function again(
  { folder }: Pick<ReturnType<typeof site>, "folder">,
  args: readonly string[] = [],
  terminal: Terminal = {},
): Promise<Ran> {
  const argv = [
    "build",
    "--data",
    join(folder, "data"),
    "--out",
    join(folder, "dist"),
    "--now",
    "2026-06-01T09:30:00Z",
  ];
  const { code, stdout, stderr } = await run([...argv, ...args], { folder, ...terminal });
  return { code, stderr, stdout: stdout.replace(/\d+\.\d\d s/, "0.00 s") };
}

describe("build", () => {
  test("says what it did", async () => {
    expect(await built(GAZETTE)).toMatchObject({
      code: 0,
      stderr: "",
      stdout: `The Harbour Gazette: 1 entry (1 new).
Wrote 16 files. 0.00 s
`,
    });
  });

  test("on a terminal names the entries, in colours", async () => {
    const { code, stdout } = await built(GAZETTE, [], { tty: true });
    expect(code).toBe(0);
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      "\u001b[1mThe Harbour Gazette\u001b[22m: 1 entry (1 new).",
      "  \u001b[32mnew\u001b[39m        The ferry sails again  ferry.md",
    ]);
  });

  test("publishes the good, names the bad, and tells scripts", async () => {
    expect(await built({ ...GAZETTE, "data/bad.md": BAD })).toMatchObject({
      code: 1,
      stderr: `[DIR]/data/bad.md:3:7 error date/impossible: "2026-02-30" is no day of the calendar.
3 | date: 2026-02-30
          ^^^^^^^^^^
  Correct the date, such as 2024-02-29.

`,
      stdout: `The Harbour Gazette: 1 entry (1 new), 1 refused.
  refused    bad.md
Wrote 16 files. 0.00 s
`,
    });
  });

  test("quietly says only what is wrong", async () => {
    const files = { ...GAZETTE, "data/publication.yaml": "title: The Harbour Gazette\n" };
    expect(await built(files, ["--quiet"])).toMatchObject({ code: 0, stdout: "", stderr: "" });
    const { stderr, stdout } = await built({ ...files, "data/bad.md": BAD }, ["--quiet"]);
    expect(stdout).toBe("");
    expect(stderr.match(/\b(error|warning|note) \w+\//g)).toEqual(["error date/"]);
  });

  test("dry, writes nothing and says what subscribers would see", async () => {
    const place = await built(GAZETTE);
    place.put({ "data/ferry.md": FERRY.replace("eleven", "twelve") });
    const before = place.bytes();
    expect(await again(place, ["--dry-run"])).toEqual({
      code: 0,
      stderr: "",
      stdout: `The Harbour Gazette: 1 entry (1 updated).
A dry run: nothing was written. Subscribers would see
  appear: none
  change: 1
    The ferry sails again
  vanish: none
  come back as new: none
`,
    });
    expect(place.bytes()).toEqual(before);
  });

  test("strictly, refuses what it would publish with a warning", async () => {
    const undated = {
      ...GAZETTE,
      "data/undated.md": FERRY.replace(/^date: .*\n/m, "").replace("ferry sails", "quay sinks"),
    };
    expect(await built(undated)).toMatchObject({ code: 0 });
    expect(await built(undated, ["--strict"])).toMatchObject({ code: 1 });
  });

  test("as JSON says the same as one document", async () => {
    const { code, stdout, stderr } = await built({ ...GAZETTE, "data/bad.md": BAD }, ["--json"]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 1,
      publication: "The Harbour Gazette",
      dryRun: false,
      entries: {
        new: [
          {
            id: "tag:gazette.example,2026-05-01:ferry",
            file: "ferry.md",
            published: "2026-05-01T08:00:00Z",
          },
        ],
        refused: [{ file: "bad.md", kept: false }],
      },
      files: { written: expect.arrayContaining(["[DIR]/dist/rss.xml"]) },
      findings: [{ severity: "error", code: "date/impossible", line: 3, column: 7 }],
    });
  });
});

describe("nothing is published, one clear line says why, and the exit code is 2:", () => {
  test.for([
    [{}, "[DIR]/data error disk/no-data: The folder of articles cannot be read: there is no such file.", "no folder"],
    [
      { data: "a file" },
      "[DIR]/data error disk/no-data: The folder of articles cannot be read: a part of the path is not a folder.",
      "a file for a folder",
    ],
    [
      { "data/publication.yaml": PUBLICATION },
      "[DIR]/data error disk/no-articles: There is no article in this folder, so nothing was published and nothing withdrawn.",
      "no article",
    ],
    [
      { ...GAZETTE, "data/publication.yaml": "titel: A\n" },
      '[DIR]/data/publication.yaml:1:1 error publication/unknown-field: There is no field "titel".',
      "configuration",
    ],
    [
      { ...GAZETTE, "data/ledger.jsonl": "{\n" },
      /^\[DIR\]\/data\/ledger\.jsonl:1 error ledger\/syntax: The ledger's line cannot be understood: /,
      "a broken ledger",
    ],
    [
      { ...GAZETTE, dist: "a file" },
      /^\[DIR\]\/dist.* error disk\/trouble: This cannot be read or written: /,
      "a file for the output",
    ],
    [{ ...GAZETTE, "data/ferry.md": BAD }, /error date\/impossible/, "every article refused"],
  ] as const)("%$: %s", async ([files, line]) => {
    const { code, stdout, stderr } = await built(files);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    const lines = stderr.split("\n");
    expect(lines[0]).toEqual(line instanceof RegExp ? expect.stringMatching(line) : line);
    expect(lines.at(-2)).toMatch(/^Nothing was published/);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  test("only drafts", async () => {
    const draft = { ...GAZETTE, "data/ferry.md": FERRY.replace("title:", "draft: true\ntitle:") };
    expect(await built(draft)).toMatchObject({ code: 2, stdout: "", stderr: "Nothing was published (1 draft).\n" });
  });

  test("but a file that cannot be read is named, and the rest is published", async () => {
    const place = site(GAZETTE);
    symlinkSync("loop.md", join(place.folder, "data/loop.md"));
    const { code, stderr } = await again(place);
    expect({ code, stderr: stderr.split("\n")[0] }).toEqual({
      code: 1,
      stderr: "[DIR]/data/loop.md error read/unreadable: This cannot be read: symbolic links lead in a circle.",
    });
  });
});

describe("explain", () => {
  const explained = (place: ReturnType<typeof site>, args: readonly string[]): Promise<Ran> =>
    run(["explain", "--data", join(place.folder, "data"), "--now", "2026-06-01T09:30:00Z", ...args], {
      folder: place.folder,
    });

  test("shows an article with its facts", async () => {
    const place = site(GAZETTE);
    const { code, stdout, stderr } = await explained(place, [join(place.folder, "data/ferry.md")]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n")[0]).toBe("ferry.md: The ferry sails again");
    expect(stdout).toMatch(/Jane Doe/);
  });

  test("as JSON gives facts, evidence and findings", async () => {
    const place = site({ ...GAZETTE, "data/bad.md": BAD });
    const files = ["ferry.md", "bad.md"].map((name) => join(place.folder, "data", name));
    const { code, stdout } = await explained(place, ["--json", ...files]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      articles: [
        {
          file: "ferry.md",
          title: "The ferry sails again",
          authors: ["Jane Doe"],
          published: { at: "2026-05-01T08:00:00Z", precision: "second" },
        },
        { file: "bad.md", findings: [{ code: "date/impossible", line: 3 }] },
      ],
      findings: [],
    });
    expect(JSON.parse(stdout).articles[0].evidence).toContainEqual(
      expect.objectContaining({ field: "published", from: "front-matter", line: 3 }),
    );
  });

  test("names a file that is not there, and explains the others", async () => {
    const place = site(GAZETTE);
    const nowhere = join(place.folder, "data/gone.md");
    const one = await explained(place, [nowhere, join(place.folder, "data/ferry.md")]);
    expect(one.code).toBe(1);
    expect(one.stderr.split("\n")[0]).toBe(
      "[DIR]/data/gone.md error read/unreadable: This cannot be read: there is no such file.",
    );
    expect(await explained(place, [nowhere])).toMatchObject({ code: 2, stdout: "" });
  });

  test("with a broken publication says where", async () => {
    const place = site({ ...GAZETTE, "data/publication.yaml": "titel: A\n" });
    const { code, stderr } = await explained(place, [join(place.folder, "data/ferry.md")]);
    expect({ code, stderr: stderr.split("\n")[0] }).toEqual({
      code: 2,
      stderr: '[DIR]/data/publication.yaml:1:1 error publication/unknown-field: There is no field "titel".',
    });
  });

  test("with a folder where the publication's file should be says so", async () => {
    const place = site({ "data/ferry.md": FERRY, "data/publication.yaml/x": "" });
    const { code, stderr } = await explained(place, [join(place.folder, "data/ferry.md")]);
    expect({ code, stderr: stderr.split("\n")[0] }).toEqual({
      code: 2,
      stderr: "[DIR]/data error disk/trouble: This cannot be read or written: it is a folder.",
    });
  });
});
