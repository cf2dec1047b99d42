import { expect, test } from "vitest";

test("what the library offers", async () => {
  expect(Object.keys(await import("../src/index.ts")).sort()).toEqual([
    "build",
    "check",
    "completePublication",
    "compose",
    "describe",
    "explain",
    "readArticle",
    "readPublication",
    "renderAtom",
    "renderJson",
    "renderRss",
    "words",
  ]);
});
