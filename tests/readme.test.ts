import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AUTHOR_FIELDS, PERSON_FIELDS, PUBLICATION_FIELDS } from "../src/publication/schema.ts";

const ROOT = join(import.meta.dirname, "..");
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
  writeFileSync(join(bin, "dateline"), `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "lib/cli.js")}" "$@"\n`);
  chmodSync(join(bin, "dateline"), 0o755);
  symlinkSync(ROOT, join(folder, "node_modules/dateline-feeds"));
  symlinkSync(join(ROOT, "node_modules/feed"), join(folder, "node_modules/feed"));
  cpSync(join(ROOT, "data"), join(folder, "data"), { recursive: true });
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
  test("what the sample's build and explanation print", () => {
    const shown = (line: string): string => line.replace(/\d+\.\d\d s$/, "0.00 s");
    const [explained = ""] = blocks("text");
    const explain = spawnSync("sh", ["-c", "npx dateline explain data/mongolia-visit.txt"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(explain.stdout.trim()).toContain(explained.trim());
    const [built = ""] = blocks("console");
    rmSync(join(folder, "dist"), { recursive: true, force: true });
    const build = spawnSync("sh", ["-c", "npx dateline build 2>&1"], { cwd: folder, encoding: "utf8" });
    const printed = built.split("\n").filter((line) => !line.startsWith("$") && line !== "");
    expect(build.stdout.split("\n").filter(Boolean).map(shown)).toEqual(printed.map(shown));
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

  test.for(["build", "explain", "init"])("every option of %s", (name) => {
    const help = spawnSync(process.execPath, [join(ROOT, "lib/cli.js"), name, "--help"], { encoding: "utf8" }).stdout;
    const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option = ""]) => option);
    expect(options.length).toBeGreaterThan(4);
    expect(options.filter((option) => !section("Commands").includes(option))).toEqual([]);
  });
});
