import { describe, expect, test } from "vitest";
import { growths, judgements, measured, promises, readme, results } from "./report.mjs";

const row = (job: string, size: number, contender: string, seconds: number, megabytes = 100) => ({
  job,
  size,
  contender,
  seconds: [seconds],
  processor: [2 * seconds],
  megabytes: [megabytes],
});

describe("of several rounds", () => {
  test("the median counts as time, the most as memory", () => {
    const rounds = { seconds: [9, 1, 2], processor: [8, 3, 1], megabytes: [100, undefined, 300] };
    expect(results([{ job: "noop", size: 1000, contender: "hugo", ...rounds }])).toEqual([
      { job: "noop", size: 1000, contender: "hugo", seconds: 2, processor: 3, megabytes: 300 },
    ]);
  });

  test("memory stays unknown where the system does not tell", () => {
    expect(results([{ ...row("noop", 1000, "hugo", 1), megabytes: [undefined] }])[0]).toMatchObject({
      megabytes: undefined,
    });
  });
});

describe("what is promised", () => {
  test.for([
    [2.5, "aim"],
    [3.9, "must"],
    [4.1, "missed"],
  ] as const)("%d s beside Hugo's 10 s for all of 10,000: %s", ([seconds, verdict]) => {
    const rows = [row("archives", 10_000, "dateline", seconds), row("archives", 10_000, "hugo", 10)];
    expect(judgements(results(rows))).toMatchObject([{ kind: "ratio", must: 0.4, aim: 0.25, verdict }]);
  });

  test("memory is judged also where no Hugo is installed, time is not", () => {
    expect(judgements(results([row("archives", 100_000, "dateline", 30, 501)]))).toMatchObject([
      { kind: "megabytes", value: 501, verdict: "missed" },
    ]);
  });

  test("nothing is promised of other sizes", () => {
    const rows = [row("archives", 1000, "dateline", 99), row("archives", 1000, "hugo", 1)];
    expect(judgements(results(rows))).toEqual([]);
    expect(promises(results(rows))).toBe("Nothing was promised of these.");
  });
});

describe("the cost of one changed article", () => {
  const grown = (last: number) => [
    row("one", 1000, "dateline", 1),
    row("one", 1000, "stat", 0.1),
    row("one", 100_000, "dateline", last),
    row("one", 100_000, "stat", 0.5),
  ];

  test("may grow as the stat of all files does", () => {
    expect(growths(results(grown(5)))).toEqual([{ job: "one", value: 5, must: 5, met: true }]);
  });

  test("must not grow faster", () => {
    expect(growths(results(grown(6)))).toMatchObject([{ job: "one", met: false }]);
    expect(promises(results(grown(6)))).toContain("MISSED");
  });

  test.for([
    [1.4, true],
    [1.6, false],
  ] as const)("is flat where the file is named: %d times is %s", ([last, met]) => {
    const rows = [row("listed", 1000, "dateline", 1), row("listed", 1_000_000, "dateline", last)];
    expect(growths(results(rows))).toMatchObject([{ job: "listed", met }]);
  });
});

describe("the tables", () => {
  const rows = [
    row("archives", 100_000, "dateline", 12, 450),
    row("archives", 100_000, "hugo", 40, 9900),
    row("newest", 10_000, "dateline", 1, 90),
    row("newest", 10_000, "eleventy", 7, 522),
  ];

  test("have a line for each job and size, and blanks where nothing was measured", () => {
    expect(
      measured(results(rows))
        .split("\n")
        .map((line) => line.replaceAll(/ +/g, " ")),
    ).toEqual([
      "| articles | job | dateline | hugo | eleventy | of Hugo's time | on processors |",
      expect.stringMatching(/^\|-+\|/),
      "| 10,000 | newest | 1.0 s, 90 MB | | 7.0 s, 522 MB | | |",
      "| 100,000 | archives | 12.0 s, 450 MB | 40.0 s, 9.9 GB | | 0.30 × | 0.30 × |",
    ]);
  });

  test("of promises has must, aim and whether they are met", () => {
    expect(promises(results(rows)).replaceAll(/ +/g, " ")).toContain(
      "| 100,000 | archives | 0.30 × Hugo | 0.50 × Hugo | 0.30 × Hugo | aim met |\n| 100,000 | archives | 450 MB | 500 MB | 300 MB | must met |",
    );
  });

  test("for the README say jobs in words and leave out the floor", () => {
    const text = readme(results([...rows, row("one", 1000, "stat", 1)]));
    expect(text).toContain("all in archives in three formats, cold");
    expect(text).not.toContain("stat");
  });
});
