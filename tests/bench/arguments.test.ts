import { describe, expect, test } from "vitest";
import { options, UsageError } from "./arguments.mjs";

test("without arguments everything is measured", () => {
  expect(options([])).toMatchObject({
    sizes: undefined,
    jobs: undefined,
    rounds: undefined,
    peers: ["hugo", "eleventy", "jekyll"],
  });
});

test("one row can be asked for", () => {
  expect(
    options(["--sizes", "1000,1_000_000", "--jobs", "noop", "--rounds", "2", "--peers", "hugo", "--json"]),
  ).toMatchObject({
    sizes: [1000, 1_000_000],
    jobs: ["noop"],
    rounds: 2,
    peers: ["hugo"],
    json: true,
  });
});

test("ours can be measured alone", () => {
  expect(options(["--peers", "none"]).peers).toEqual([]);
});

describe("is refused with a word:", () => {
  test.for([
    ["--sizes", "0"],
    ["--sizes", "many"],
    ["--jobs", "fast"],
    ["--peers", "gatsby"],
    ["--rounds", "1.5"],
    ["--colour", "red"],
  ])("%s %s", (args) => {
    expect(() => options(args)).toThrow(UsageError);
    expect(() => options(args)).toThrow(args[0]);
  });
});
