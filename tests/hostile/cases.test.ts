import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CASES } from "./cases/all.ts";
import { FILES } from "./cases/media.ts";
import { filesOf, outcomesOf, type Published, publishAll } from "./publish.ts";

const PUBLICATION =
  "title: The Hostile Gazette\nurl: https://h.example/\ntimezone: Europe/Berlin\nfeeds: { tags: true }\n";
const CONTROL = "# A quiet day\n\nBy Jane Doe\n\nPublished May 3, 2024\n\nThe control says zzcontrolzz.\n";
const LONG = 300_000;

let published: Published | undefined;

beforeAll(async () => {
  published = await publishAll({ "publication.yaml": PUBLICATION, "control.md": CONTROL, ...FILES, ...filesOf(CASES) });
}, LONG);

afterAll(() => published?.remove());

function built(): Published {
  if (published === undefined) throw new Error("nothing was built");
  return published;
}

test("there are two hundred cases and more, each with a name of its own", () => {
  expect(CASES.length).toBeGreaterThan(200);
  expect(new Set(CASES.map(([file]) => file)).size).toBe(CASES.length);
});

describe("each is published clean, or with a warning, or refused with its place", () => {
  test.for(CASES)("%j: $2 ($3)", ([file, , outcome], { skip }) => {
    if (built().impossible.has(file)) skip("this disk has no such file");
    expect(outcomesOf(built(), file)).toContain(outcome);
  });
});

test("an ordinary article beside them is published", () => {
  expect(outcomesOf(built(), "control.md")).toEqual(["clean"]);
  expect(readFileSync(join(built().folder, "dist/index.html"), "utf8")).toContain("The Hostile Gazette");
});
