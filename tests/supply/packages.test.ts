import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/site.ts";

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const text = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const manifest = JSON.parse(text("package.json")) as Manifest;
const lock = JSON.parse(text("package-lock.json")) as { readonly packages: Readonly<Record<string, Locked>> };
const installed = Object.entries(lock.packages).filter(([path]) => path !== "");

/** The packages that a table of ARCHITECTURE.md gives a reason for. */
function named(heading: string): readonly string[] {
  const part =
    text("ARCHITECTURE.md")
      .split(/^#{2,3} /m)
      .find((one) => one.startsWith(heading)) ?? "";
  const rows = part.split("\n").filter((line) => /^\| `/.test(line));
  for (const row of rows) expect(row, "a reason").toMatch(/^\|[^|]+\| \S[^|]{5,}\|$/);
  return rows
    .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name))
    .sort();
}

describe("dependencies", () => {
  test("at run time have their reason in ARCHITECTURE.md, each of them", () => {
    expect(named("Dependencies, and what each is for")).toEqual(Object.keys(manifest.dependencies).sort());
  });

  test("of developers have theirs, too", () => {
    expect(named("What developers need besides")).toEqual(Object.keys(manifest.devDependencies).sort());
  });

  test("are few", () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(20);
    expect(installed.filter(([, { dev }]) => dev !== true).length).toBeLessThanOrEqual(80);
  });

  test("of developers are pinned to a version", () => {
    for (const [name, version] of Object.entries(manifest.devDependencies))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

test("the bundler is there once: the one that vitest brings", () => {
  expect(installed.filter(([path]) => path.endsWith("node_modules/rolldown")).map(([path]) => path)).toEqual([
    "node_modules/rolldown",
  ]);
});

describe("the lock file", () => {
  test("is that of package.json", () => {
    const { dependencies, devDependencies } = manifest;
    expect(lock.packages[""]).toMatchObject({ dependencies, devDependencies });
  });

  test("knows of each package what its bytes are", () => {
    for (const [path, { integrity }] of installed) expect(integrity, path).toMatch(/^sha512-/);
  });

  test("has no package that runs a script when it is installed", () => {
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path)).toEqual([]);
  });
});

test("nothing of ours runs when the package is installed from the registry", () => {
  // `prepare` and `prepack` run for those who work on it and for those who publish it.
  const others = Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name));
  expect(others).toEqual([]);
});

test("SECURITY.md names for each promise tests that are there", () => {
  const promises = text("SECURITY.md")
    .split("\n")
    .filter((line) => /^\| [^-|]/.test(line))
    .slice(1);
  expect(promises.length).toBeGreaterThan(8);
  for (const promise of promises) {
    const tests = [...promise.matchAll(/`(tests\/[^`]+)`/g)].map(([, path = ""]) => path);
    expect(tests.length, promise).toBeGreaterThan(0);
    for (const path of tests) expect(existsSync(join(ROOT, path)), path).toBe(true);
  }
});
