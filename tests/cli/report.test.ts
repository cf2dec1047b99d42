import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { BuildReport } from "../../src/build.ts";
import { buildDocument } from "../../src/cli/document.ts";
import { printFindings } from "../../src/cli/findings.ts";
import { coloursFor, hasColours } from "../../src/cli/look.ts";
import { progress } from "../../src/cli/progress.ts";
import { reportText } from "../../src/cli/report.ts";
import { type Finding, finding } from "../../src/finding.ts";
import { temporaryFolder } from "./run.ts";

const entry = (name: string) => ({
  id: `tag:gazette.example,2026-05-01:${name}`,
  file: `${name}.md`,
  title: `The ${name}`,
  published: new Date("2026-05-01T12:00:00Z"),
  updated: new Date("2026-05-02T08:30:00Z"),
});
const NOTHING: BuildReport = {
  dryRun: false,
  entries: {
    new: [],
    newCount: 0,
    updated: [],
    unchanged: [],
    unchangedCount: 0,
    withdrawn: [],
    refused: [],
    embargoed: [],
    drafts: [],
    olderCount: 0,
  },
  subscribers: { appear: [], change: [], vanish: [], returnAsNew: [] },
  files: { written: [], unchanged: [], removed: [] },
  findings: [],
  milliseconds: 1234,
};
const BUSY: BuildReport = {
  ...NOTHING,
  publication: "The Harbour Gazette",
  entries: {
    new: [entry("ferry"), entry("crane")],
    newCount: 2,
    updated: [entry("tide")],
    unchanged: [entry("storm")],
    unchangedCount: 1,
    withdrawn: [{ id: "tag:gazette.example,2026-05-01:quay", file: "quay.md", title: "The quay" }],
    refused: [{ file: "bad.md", kept: true }],
    embargoed: [{ file: "soon.md", title: "Soon", until: new Date("2026-06-02T09:00:00Z") }],
    drafts: ["draft.md"],
    olderCount: 0,
  },
  subscribers: { appear: ["The ferry", "The crane"], change: ["The tide"], vanish: ["The quay"], returnAsNew: [] },
  files: {
    written: ["data/ledger.jsonl", "dist/rss.xml"],
    unchanged: ["dist/atom.xml"],
    removed: ["dist/tags/quay/rss.xml"],
  },
};
const plain = coloursFor({ write: () => true }, {});
const text = (report: BuildReport, brief = false): string => `\n${reportText(report, plain, brief)}`;

describe("a build's report", () => {
  test("on a terminal names what changed", () => {
    expect(text(BUSY)).toBe(`
The Harbour Gazette: 4 entries (2 new, 1 updated, 1 unchanged), 1 withdrawn, 1 refused, 1 held back, 1 draft.
  new        The ferry  ferry.md
  new        The crane  crane.md
  updated    The tide  tide.md
  withdrawn  The quay  quay.md
  refused    bad.md (what it had published stays)
  held back  Soon  soon.md, until 2026-06-02T09:00:00Z
Wrote data/ledger.jsonl, dist/rss.xml; 1 unchanged; removed dist/tags/quay/rss.xml. 1.23 s
`);
  });

  test("elsewhere counts, and names only what somebody waits for", () => {
    expect(text(BUSY, true)).toBe(`
The Harbour Gazette: 4 entries (2 new, 1 updated, 1 unchanged), 1 withdrawn, 1 refused, 1 held back, 1 draft.
  refused    bad.md (what it had published stays)
  held back  Soon  soon.md, until 2026-06-02T09:00:00Z
Wrote data/ledger.jsonl, dist/rss.xml; 1 unchanged; removed dist/tags/quay/rss.xml. 1.23 s
`);
  });

  test("of a dry run says what subscribers would see", () => {
    expect(text({ ...BUSY, dryRun: true }, true)).toBe(`
The Harbour Gazette: 4 entries (2 new, 1 updated, 1 unchanged), 1 withdrawn, 1 refused, 1 held back, 1 draft.
  refused    bad.md (what it had published stays)
  held back  Soon  soon.md, until 2026-06-02T09:00:00Z
A dry run: nothing was written. Subscribers would see
  appear: 2
    The ferry
    The crane
  change: 1
    The tide
  vanish: 1
    The quay
  come back as new: none
`);
  });

  test("of a long day names the first ten", () => {
    const many = { ...NOTHING.entries, new: Array.from({ length: 12 }, (_, index) => entry(`story-${index}`)) };
    expect(
      text({ ...NOTHING, publication: "G", entries: many })
        .split("\n")
        .slice(10, 13),
    ).toEqual(["  new        The story-8  story-8.md", "  new        The story-9  story-9.md", "  … and 2 more new"]);
  });

  test.for([
    [NOTHING, "Nothing was published.\n", "trouble that the findings tell"],
    [{ ...NOTHING, dryRun: true }, "Nothing would be published.\n", "a dry run"],
    [
      { ...NOTHING, entries: { ...NOTHING.entries, drafts: ["a.md"], refused: [{ file: "b.md", kept: false }] } },
      "Nothing was published (1 refused, 1 draft).\n",
      "no article is ready",
    ],
    [
      { ...NOTHING, publication: "G", entries: { ...NOTHING.entries, unchanged: [entry("a")], unchangedCount: 1 } },
      "G: 1 entry (1 unchanged).\nEvery file was up to date. 1.23 s\n",
      "nothing to do",
    ],
    [
      {
        ...NOTHING,
        publication: "G\u001b[2J",
        entries: { ...NOTHING.entries, refused: [{ file: "\u202eb", kept: true }] },
      },
      "G�[2J: 0 entries (none this time), 1 refused.\n  refused    �b (what it had published stays)\nEvery file was up to date. 1.23 s\n",
      "names that a terminal would obey",
    ],
  ] as const)("%$: %s", ([report, expected]) => {
    expect(reportText(report, plain, true)).toBe(expected);
  });

  test("as JSON has ISO instants, and findings in words", () => {
    const findings = [
      finding("date/impossible", { file: "data/bad.md", line: 3, column: 7, length: 10 }, { words: "2026-02-30" }),
    ];
    const document = buildDocument({ ...BUSY, findings }, 1);
    expect(document).toMatchObject({
      exitCode: 1,
      publication: "The Harbour Gazette",
      entries: { embargoed: [{ file: "soon.md", title: "Soon", until: "2026-06-02T09:00:00Z" }], drafts: ["draft.md"] },
      findings: [
        {
          severity: "error",
          code: "date/impossible",
          file: "data/bad.md",
          line: 3,
          column: 7,
          length: 10,
          message: '"2026-02-30" is no day of the calendar.',
          mend: "Correct the date, such as 2024-02-29.",
        },
      ],
    });
    expect(document.entries.updated).toEqual([
      {
        id: "tag:gazette.example,2026-05-01:tide",
        file: "tide.md",
        title: "The tide",
        published: "2026-05-01T12:00:00Z",
        updated: "2026-05-02T08:30:00Z",
      },
    ]);
    expect(buildDocument(NOTHING, 2).publication).toBeNull();
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});

describe("findings", () => {
  const printed = async (findings: readonly Finding[], severities: Parameters<typeof printFindings>[1]) => {
    let stderr = "";
    const write = (piece: string): void => {
      stderr += piece;
    };
    await printFindings(findings, severities, { stderr: { write }, env: {} } as unknown as Parameters<
      typeof printFindings
    >[2]);
    return stderr;
  };

  test("are printed article by article, with the words that are meant", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "bad.md");
    writeFileSync(file, "---\ntitle: Bad\ndate: 2026-02-30\n---\n");
    const findings = [
      finding("date/impossible", { file, line: 3, column: 7, length: 10 }, { words: "2026-02-30" }),
      finding("headline/derived", { file, line: 5, column: 1 }, { headline: "The ferry" }),
      finding("date/first-seen", { file: join(folder, "gone.md"), line: 1 }, { date: "2026-05-01" }),
    ];
    const text = await printed(findings, ["error", "warning", "note"]);
    expect(`\n${text.replaceAll(`${folder}/`, "")}`).toBe(`
bad.md:3:7 error date/impossible: "2026-02-30" is no day of the calendar.
3 | date: 2026-02-30
          ^^^^^^^^^^
  Correct the date, such as 2024-02-29.
bad.md:5:1 note headline/derived: The article has no headline; words of its first sentence stand in: "The ferry".

gone.md:1 warning date/first-seen: The article does not say when it was published; it is dated 2026-05-01, when it was first built.
  Add "Published" and the date below the headline, or "date: YYYY-MM-DD" in front matter.

`);
    expect((await printed(findings, ["error"])).match(/(error|warning|note) \w+\//g)).toEqual(["error date/"]);
    expect(await printed([], ["error"])).toBe("");
  });

  test("that are too many to read are counted", async () => {
    const warnings = Array.from({ length: 60 }, (_, index) =>
      finding("date/first-seen", { file: `${index}.md` }, { date: "x" }),
    );
    const text = await printed(warnings, ["error", "warning"]);
    expect(text.match(/date\/first-seen/g)).toHaveLength(50);
    expect(text.endsWith("… and 10 more warnings: --json has them all.\n\n")).toBe(true);
  });
});

describe("colours", () => {
  test.for([
    [true, {}, true, "a terminal"],
    [false, {}, false, "a pipe"],
    [true, { NO_COLOR: "1" }, false, "a terminal whose owner wants none"],
    [true, { NO_COLOR: "" }, true, "an empty NO_COLOR says nothing"],
    [true, { TERM: "dumb" }, false, "a terminal that can't"],
    [false, { FORCE_COLOR: "1" }, true, "a pipe into something that can"],
    [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, true, "both, as in Node"],
    [true, { FORCE_COLOR: "0" }, false, "forced off"],
  ] as const)("terminal %s, %j: %s (%s)", ([isTTY, env, expected]) => {
    const output = { isTTY, write: () => true };
    expect(hasColours(output, env)).toBe(expected);
    expect(coloursFor(output, env).error("no")).toBe(expected ? "\u001b[1m\u001b[31mno\u001b[39m\u001b[22m" : "no");
  });
});

describe("progress", () => {
  const shown = (isTTY: boolean, times: readonly number[]): string => {
    let stderr = "";
    let at = 0;
    const io = { stderr: { isTTY, write: (piece: string) => (stderr += piece) } } as unknown as Parameters<
      typeof progress
    >[0];
    const { tell, end } = progress(io, () => at);
    for (const time of times) {
      at = time;
      tell(time < 2000 ? "read" : "written", time, 5000);
    }
    end();
    return stderr;
  };

  test.for([
    [true, [0, 500, 999], "", "work that is soon done"],
    [
      true,
      [1000, 1050, 1100],
      "\r\u001b[2KReading articles: 1000 of 5000\r\u001b[2KReading articles: 1100 of 5000, 1 s left\r\u001b[2K",
      "long work",
    ],
    [
      true,
      [1000, 2000, 3000],
      "\r\u001b[2KReading articles: 1000 of 5000\r\u001b[2KWriting files: 2000 of 5000\r\u001b[2KWriting files: 3000 of 5000, 1 s left\r\u001b[2K",
      "long work of two kinds",
    ],
    [false, [1000, 2000], "", "nobody watches"],
  ] as const)("terminal %s at %j: %j (%s)", ([isTTY, times, expected]) => {
    expect(shown(isTTY, times)).toBe(expected);
  });
});
