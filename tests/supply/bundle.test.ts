import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { appendFile, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COMMAND, ROOT } from "../support/command.mjs";
import { site } from "../support/site.ts";

/** A copy of what the command is made from, with its own `lib/bin`. */
let folder = "";
const bin = (): string => join(folder, relative(ROOT, dirname(COMMAND)));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-bundle-"));
  for (const part of ["package.json", "tsconfig.json", "rolldown.config.js", "src"])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  bundle();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function bundle(): void {
  const { status, stderr } = spawnSync(process.execPath, ["node_modules/rolldown/bin/cli.mjs", "-c"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
}

/** Each file with its bytes. */
function filesIn(at: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(at)
      .sort()
      .map((name) => [name, readFileSync(join(at, name), "utf8")]),
  );
}

/** Each file with what it can be told by that it was written anew. */
function states(): Readonly<Record<string, number>> {
  return Object.fromEntries(readdirSync(bin()).map((name) => [name, statSync(join(bin(), name)).mtimeMs]));
}

test("the same sources make the same files, under the same names", () => {
  expect(filesIn(bin())).toEqual(filesIn(dirname(COMMAND)));
});

test("the command and its workers have their names, and far fewer files than there are modules", () => {
  const names = readdirSync(bin()).filter((name) => name.endsWith(".js"));
  expect(names).toEqual(expect.arrayContaining(["cli.js", "crew-worker.js", "look-worker.js", "serve-worker.js"]));
  const modules = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" });
  expect(names.length).toBeLessThan(modules.filter((name) => name.endsWith(".ts")).length / 5);
});

test("libraries that are asked for are declared ones, and those that look at strangers' words stay apart", () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { dependencies: object };
  const asked = Object.values(filesIn(bin())).flatMap((code) => loadedAtOnce(code).flatMap(packageOf));
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(asked));
  expect(asked).toEqual(expect.arrayContaining(["htmlparser2", "markdown-it", "sanitize-html"]));
});

test("a library that is brought along comes with its licence, and without messages and letters that nobody asks for", () => {
  const brought = new Set(scripts().flatMap(broughtIn));
  expect([...brought]).toEqual(expect.arrayContaining(["commander", "dayjs", "feed", "yaml", "zod"]));
  const licences = readFileSync(join(bin(), "LICENCES.txt"), "utf8");
  for (const name of brought) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, "m"));
  const texts = licences.split(/^(?=\S+ \d+\.\d+\.\d+$)/m).filter((text) => text.length > 600);
  expect(texts).toHaveLength(brought.size);
  expect(scripts().flatMap(sourcesOf)).not.toContainEqual(expect.stringMatching(/zod\/v4\/locales\/(?!en\.)/));
  const code = Object.values(filesIn(bin())).join("\n");
  expect(code).toContain("function transliterate(");
  expect(code).not.toContain("danishNorwegianReplacements");
});

test("where nothing has changed, and in workers, no library is loaded that is not needed there", () => {
  expect([...new Set([...librariesOf("cli.js"), ...librariesOf("build.js")])]).toEqual(["commander", "dayjs"]);
  expect(librariesOf("crew-worker.js")).toEqual(["dayjs", "feed", "mime", "sax", "xml-js"]);
  expect(librariesOf("look-worker.js")).toEqual([]);
  // What a publication says is known from the build before.
  for (const library of ["yaml", "zod"]) expect(librariesOf("publish.js")).not.toContain(library);
});

function scripts(): readonly string[] {
  return readdirSync(bin()).filter((name) => name.endsWith(".js"));
}

/** The modules that a file is made of; one that only passes on what others have has no map. */
function sourcesOf(name: string): readonly string[] {
  if (!existsSync(join(bin(), `${name}.map`))) return [];
  const { sources } = JSON.parse(readFileSync(join(bin(), `${name}.map`), "utf8")) as { readonly sources: string[] };
  return sources;
}

/** The libraries of which a file brings something along. */
function broughtIn(name: string): readonly string[] {
  return sourcesOf(name).flatMap((path) => packageOf(/node_modules\/(.*)/.exec(path)?.[1] ?? "."));
}

/** The library to which a module belongs, unless it is ours or Node's. */
function packageOf(path: string): readonly string[] {
  if (path.startsWith(".") || path.startsWith("node:")) return [];
  return /^(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
}

/** The libraries that a file loads at once, itself or by others of ours. */
function librariesOf(entry: string): readonly string[] {
  const seen = new Set<string>();
  const libraries = new Set<string>();
  const look = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const library of broughtIn(name)) libraries.add(library);
    for (const path of loadedAtOnce(readFileSync(join(bin(), name), "utf8"))) {
      if (path.startsWith("./")) look(path.slice(2));
      for (const library of packageOf(path)) libraries.add(library);
    }
  };
  look(entry);
  return [...libraries].sort();
}

function loadedAtOnce(code: string): readonly string[] {
  return Array.from(
    code.matchAll(/^(?:import|export)\b.*\bfrom "([^"]+)";$|^import "([^"]+)";$/gm),
    (found) => found[1] ?? found[2] ?? "",
  );
}

test("what did not change is not written again, and what is no more is removed", async () => {
  const before = states();
  await writeFile(join(bin(), "gone.js"), "export {};\n");
  bundle();
  expect(states()).toEqual(before);
  await appendFile(join(folder, "src/cli/exit-code.ts"), '\nconsole.log("changed");\n');
  bundle();
  const after = states();
  expect(after["exit-code.js"]).toBeGreaterThan(before["exit-code.js"] ?? 0);
  expect(after["compose.js"]).toBe(before["compose.js"]);
  cpSync(join(ROOT, "src/cli/exit-code.ts"), join(folder, "src/cli/exit-code.ts"));
  bundle();
});

test("a build looks at everything again when a file of the program has changed", async () => {
  const place = site({
    "data/publication.yaml": "title: Gazette\nurl: https://gazette.example/\n",
    "data/ferry.md": "---\ndate: 2026-05-30\n---\nThe ferry sails\n\nBy Jane Doe\n\nIt sails again.\n",
  });
  const record = join(place.folder, "data/.dateline/last-build");
  const build = (): number => {
    const args = [join(bin(), "cli.js"), "build", "--now", "2026-06-01T10:00:00Z"];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: place.folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    return statSync(record).ino;
  };
  await pause(80);
  build();
  const first = build();
  expect(build(), "nothing to do").toBe(first);
  await utimes(join(bin(), "compose.js"), new Date(), new Date());
  expect(build(), "another program").not.toBe(first);
});

test("the package has all that it loads, and no module that neither library nor command needs", () => {
  const packed = packedFiles();
  const modules = packed.filter((path) => path.endsWith(".js"));
  expect(modules).toEqual(
    expect.arrayContaining([
      "lib/index.js",
      "lib/build/crew/crew-worker.js",
      "lib/build/look/look-worker.js",
      relative(ROOT, COMMAND),
    ]),
  );
  const missing = modules.flatMap((path) =>
    importsOf(path)
      .map((to) => join(dirname(path), to))
      .filter((to) => !packed.includes(to))
      .map((to) => `${path} → ${to}`),
  );
  expect(missing).toEqual([]);
  expect(packed, "with the licences of the libraries in it").toContain("lib/bin/LICENCES.txt");
  expect(packed.filter((path) => /^lib\/(?:cli|serve|desk|push)\b/.test(path))).toEqual([]);
});

function packedFiles(): readonly string[] {
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const [{ files }] = JSON.parse(stdout) as [{ readonly files: readonly { readonly path: string }[] }];
  return files.map(({ path }) => path);
}

/** The files of ours that a module loads, at once or later. */
function importsOf(path: string): readonly string[] {
  // Types that libraries tell in their comments are imported by nobody.
  const code = readFileSync(join(ROOT, path), "utf8").replace(/^\s*\*.*$/gm, "");
  expect(existsSync(join(ROOT, path))).toBe(true);
  return Array.from(code.matchAll(/(?:\bfrom |^import |\bimport\()"(\.{1,2}\/[^"]+)"/gm), ([, to = ""]) => to);
}
