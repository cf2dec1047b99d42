import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AUTHOR_FIELDS, PERSON_FIELDS, PUBLICATION_FIELDS } from "../src/publication/schema.ts";
import { COMMAND, ROOT } from "./support/command.mjs";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "dateline-readme-"));

/** Fenced blocks of a language, in their order. */
const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, block = ""]) => block);

const section = (heading: string): string => readme.split(/^#{2,3} /m).find((part) => part.startsWith(heading)) ?? "";

function ran(command: string, args: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  return { status, stderr };
}

/** A project that has Dateline installed, with the sample's articles. */
beforeAll(() => {
  const bin = join(folder, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(bin, "dateline"), `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`);
  chmodSync(join(bin, "dateline"), 0o755);
  symlinkSync(ROOT, join(folder, "node_modules/dateline-feeds"));
  symlinkSync(join(ROOT, "node_modules/feed"), join(folder, "node_modules/feed"));
  for (const part of ["data", "dist"]) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("every command of the README runs", () => {
  test.for(blocks("sh"))("%s", (block) => {
    expect(ran("sh", ["-ec", block])).toMatchObject({ status: 0 });
  });
});

describe("every program of the README runs", () => {
  test.for(blocks("js"))("%s", (program) => {
    writeFileSync(join(folder, "sample.mjs"), program);
    expect(ran(process.execPath, ["sample.mjs"])).toEqual({ status: 0, stderr: "" });
  });
});

describe("the README shows", () => {
  const printed = (...args: readonly string[]): string =>
    spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, encoding: "utf8" }).stdout;

  test("what the sample's build prints", () => {
    const shown = (text: string): string => text.replace(/\d+\.\d\d s$/m, "0.00 s");
    const [built = ""] = blocks("console");
    printed("build");
    expect(shown(`$ npm ci && npm start\n${printed("build")}`)).toBe(shown(built));
  });

  test("what the sample's explanation prints", () => {
    const explained = blocks("text").find((block) => block.includes("[…]")) ?? "nothing";
    const whole = printed("explain", "data/mongolia-visit.txt");
    for (const piece of explained.split("[…]\n")) expect(whole).toContain(piece);
  });

  test("articles of a headless CMS as they can be built", () => {
    mkdirSync(join(folder, "cms"));
    writeFileSync(join(folder, "articles.json"), blocks("json")[0] ?? "");
    const args = ["build", "--data", "cms", "--articles", "articles.json", "--out", "cms/dist", "--json"];
    const { exitCode, entries } = JSON.parse(printed(...args));
    expect([exitCode, entries.new]).toMatchObject([0, [{ file: "articles.json#42", title: "The ferry sails again" }]]);
  });

  test("every field of a build's JSON document", () => {
    const named = (value: unknown): string[] =>
      typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...named(inner)])
        : [];
    const fields = new Set(named(JSON.parse(printed("build", "--json"))));
    expect(fields.size).toBeGreaterThan(20);
    expect([...fields].filter((field) => !section("Commands").includes(`\`${field}\``))).toEqual([]);
  });

  test("every field of the JSON Feed's extension", () => {
    const source = readFileSync(join(ROOT, "src/render/dateline-extension.ts"), "utf8");
    const [, item = ""] = /interface DatelineItem \{([^}]*)\}/.exec(source) ?? [];
    const fields = [...item.matchAll(/^ {2}readonly (\w+)/gm)].map(([, field = ""]) => field);
    const rows = [...section("What `feed.json` says").matchAll(/^\| (`.*?`) \|/gm)].map(([, cell = ""]) => cell);
    expect(rows.join(" ").match(/\w+/g)?.sort()).toEqual(fields.sort());
  });

  test.for([
    ["`publication.yaml`", PUBLICATION_FIELDS],
    ["Authors", PERSON_FIELDS],
  ] as const)("%s with every field", ([heading, fields]) => {
    const rows = [...section(heading).matchAll(/^\| `(\w+)` \|/gm)].map(([, field]) => field);
    expect(rows.sort()).toEqual([...fields].sort());
  });

  test("what an author in publication.yaml may have", () => {
    const row = /^\| `authors` .*$/m.exec(section("`publication.yaml`"))?.[0] ?? "";
    expect(AUTHOR_FIELDS.filter((field) => !row.includes(`\`${field}\``))).toEqual([]);
  });

  test.for(["build", "serve", "push", "explain", "init", "import", "check"])("every option of %s", (name) => {
    const help = spawnSync(process.execPath, [COMMAND, name, "--help"], { encoding: "utf8" }).stdout;
    const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option = ""]) => option);
    expect(options.length).toBeGreaterThan(3);
    expect(options.filter((option) => !section("Commands").includes(option))).toEqual([]);
  });
});
