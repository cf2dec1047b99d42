import { describe, expect, test } from "vitest";
import { chains, JOBS } from "./jobs.mjs";

const asked = (names?: readonly string[], sizes?: readonly number[]) =>
  chains(names, sizes).map(({ chain, size, jobs }) => [chain, size, ...jobs.map(({ name }) => name)]);

describe("what is measured", () => {
  test("if nothing is said: each job at the sizes for which something is promised, the million left out", () => {
    expect(asked()).toEqual([
      ["all", 1000, "one", "listed"],
      ["newest", 10_000, "newest"],
      ["all", 10_000, "archives", "one", "listed"],
      ["all", 100_000, "archives", "noop", "still", "three", "one", "listed"],
    ]);
  });

  test("of a million: cold, again, changed", () => {
    expect(asked(undefined, [1_000_000])).toEqual([["all", 1_000_000, "archives", "noop", "still", "one", "listed"]]);
  });

  test("jobs that are asked for run at any size, in the order of a publication's life", () => {
    expect(asked(["one", "newest", "noop"], [1000])).toEqual([
      ["newest", 1000, "newest"],
      ["all", 1000, "noop", "one"],
    ]);
  });
});

test("whoever aims at more than they must is promised both in order", () => {
  const goals = JOBS.flatMap(({ goals }) => Object.values(goals).flatMap((promised) => Object.values(promised)));
  expect(goals.length).toBeGreaterThan(8);
  for (const { must, aim } of goals) expect(aim).toBeLessThan(must);
});

test("from 100,000 articles on peers write RSS alone, of builds that repeat only the newest", () => {
  const peers = Object.fromEntries(JOBS.map(({ name, peer }) => [name, peer(100_000)]));
  expect(peers).toMatchObject({
    archives: { entries: "all", formats: ["rss"] },
    noop: { entries: "newest", formats: ["rss"] },
    three: { entries: "newest", formats: ["rss"] },
  });
});
