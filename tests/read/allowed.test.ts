import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ATTRIBUTES, DROPPED, ELEMENTS, SCHEMES } from "../../src/read/allowed.ts";
import { ROOT } from "../support/site.ts";

const page = readFileSync(join(ROOT, "docs/bodies.md"), "utf8");

/** The words in code of the paragraph that follows a heading. */
function listed(heading: string): readonly string[] {
  const [paragraph = ""] = (page.split(`## ${heading}\n\n`)[1] ?? "").split("\n\n");
  return [...paragraph.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);
}

test("docs/bodies.md has every element that may stand in a body, and those that go with all they hold", () => {
  expect(listed("Elements")).toEqual([...ELEMENTS].sort());
  expect(listed("What goes with all it holds")).toEqual([...DROPPED].sort());
});

test("it has every attribute", () => {
  const rows = [...page.matchAll(/^\| (every element|`\w+`) \| (.*) \|$/gm)].map(([, on = "", all = ""]) => [
    on === "every element" ? "*" : on.replaceAll("`", ""),
    [...all.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  ]);
  expect(Object.fromEntries(rows)).toEqual(ATTRIBUTES);
});

test("it has every kind of address", () => {
  expect(listed("Addresses").slice(0, SCHEMES.length)).toEqual(SCHEMES);
});
