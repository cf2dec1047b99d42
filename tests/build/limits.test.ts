import { truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { BuildReport } from "../../src/build.ts";
import { png } from "../support/pictures.ts";
import { type Site, site } from "../support/site.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const QUIET = "---\ntitle: A quiet day\ndate: 2026-05-01\n---\nNothing happened at the quay.\n";
const ARTICLE = (words: string): string => `---\ntitle: The ferry\ndate: 2026-05-02\n---\n${words}\n`;
const LONG = { timeout: 60_000 };

function limited(limits: string, files: Readonly<Record<string, string | Uint8Array>>): Site {
  const publication = `title: Gazette\nurl: https://gazette.example/\nlimits: { ${limits} }\n`;
  return site({ "data/publication.yaml": publication, "data/quiet.md": QUIET, ...files });
}

/** What was published, and what was said of the rest. */
function told({ entries, findings }: Pick<BuildReport, "entries" | "findings">): unknown {
  return {
    published: [...entries.new, ...entries.unchanged].map(({ title }) => title).sort(),
    findings: findings.map(({ code, severity, place }) => [
      severity,
      code,
      place.file.split("/data/").at(-1),
      place.line,
    ]),
  };
}

describe("what is beyond a limit is refused, with its file, and the rest is published", () => {
  test.for([
    ["articleSize: 1000", "a.txt", "x".repeat(1001), "read/too-large", undefined],
    ["articleSize: 1000", "a.html", `<p>${"x".repeat(1001)}</p>`, "read/too-large", undefined],
    ["depth: 20", "a.html", `<p>The ferry</p>\n${"<div>".repeat(21)}`, "read/too-deep", 2],
    ["depth: 20", "a.md", `The ferry\n\n${">".repeat(21)} sails\n`, "read/too-deep", 3],
    ["depth: 20", "a.md", `The ferry\n\n${"- ".repeat(21)}sails\n`, "read/too-deep", 3],
    ["depth: 20", "a.md", `The ferry\n\n<div>${"<b>".repeat(21)}sails\n`, "read/too-deep", 3],
  ] as const)("%s: %s", async ([limits, file, words, code, line]) => {
    const report = await limited(limits, { [`data/${file}`]: words }).build({ now: NOW });
    expect(told(report)).toEqual({ published: ["A quiet day"], findings: [["error", code, file, line]] });
    expect(report.entries.refused).toEqual([{ file, kept: false }]);
  });

  test.for([
    ["articleSize: 1000", "a.md", ARTICLE("x".repeat(900))],
    ["depth: 20", "a.html", `<h1>The ferry</h1><p>May 2, 2026</p>${"<div>".repeat(18)}<p>sails</p>`],
    ["depth: 20", "a.md", ARTICLE(`${">".repeat(17)} sails`)],
  ] as const)("%s: %s is just within it", async ([limits, file, words]) => {
    const report = await limited(limits, { [`data/${file}`]: words }).build({ now: NOW });
    expect(told(report)).toEqual({ published: ["A quiet day", "The ferry"], findings: [] });
  });

  test("a file that is larger than the memory is not even opened", async () => {
    const place = limited("seconds: 60", { "data/a.txt": "" });
    truncateSync(join(place.folder, "data/a.txt"), 2 ** 40);
    expect(told(await place.build({ now: NOW }))).toMatchObject({
      findings: [["error", "read/too-large", "a.txt", undefined]],
    });
  });

  test("what an article had published stays when it grows beyond the limit", async () => {
    const place = limited("articleSize: 1000", { "data/a.md": ARTICLE("sails") });
    await place.build({ now: NOW });
    place.put({ "data/a.md": ARTICLE("sails ".repeat(1000)) });
    const { entries } = await place.build({ now: NOW });
    expect([entries.refused, entries.withdrawn]).toEqual([[{ file: "a.md", kept: true }], []]);
  });
});

describe("media", () => {
  test.for([
    ["image: quay.png", "sails", "error", 3, ["A quiet day"]],
    ["permalink: https://other.example/ferry/", "![Quay](quay.png)", "warning", 6, ["A quiet day", "The ferry"]],
    ["tags: [a]", "![Quay](quay.png)", "error", 6, ["A quiet day"]],
  ] as const)("%s beyond the limit", async ([field, words, severity, line, published]) => {
    const article = ARTICLE(words).replace("date:", `${field}\ndate:`);
    const place = limited("mediaSize: 100", { "data/a.md": article, "data/quay.png": png(400, 400) });
    const report = await place.build({ now: NOW });
    expect(told(report)).toEqual({ published, findings: [[severity, "media/too-large", "a.md", line]] });
    expect(place.list("dist").filter((path) => path.startsWith("media/"))).toEqual([]);
  });
});

describe("articles", () => {
  test("more than the publication may have: nothing is published, and nothing withdrawn", async () => {
    const place = limited("entries: 2", { "data/a.md": ARTICLE("sails") });
    await place.build({ now: NOW });
    const before = place.bytes();
    place.put({ "data/b.md": ARTICLE("sails again") });
    const { findings, publication } = await place.build({ now: NOW });
    expect([publication, findings.map(({ code, facts }) => [code, facts])]).toEqual([
      undefined,
      [["disk/too-many-articles", { count: 3, most: 2 }]],
    ]);
    expect(place.bytes()).toEqual(before);
  });
});

describe("the time that an article may be read", LONG, () => {
  const slow = `# The ferry\n\nMay 2, 2026\n\n${"It *sails* to [the quay](https://quay.example/) and `back`.\n\n".repeat(150_000)}`;

  test("is over: its worker is ended, the article is refused, the others are published", () => {
    const place = limited("seconds: 1", { "data/a.md": slow });
    const { code, stdout, stderr } = place.dateline(["build", "--json", "--now", NOW.toISOString()]);
    const report = JSON.parse(stdout) as BuildReport;
    expect([code, stderr, report.entries.new.map(({ title }) => title)]).toEqual([1, "", ["A quiet day"]]);
    expect(report.findings).toMatchObject([
      { code: "read/too-slow", severity: "error", mend: expect.stringContaining('"seconds"') },
    ]);
    // Tomorrow's machine may be quicker: it is tried again, not remembered.
    place.put({ "data/publication.yaml": "title: Gazette\nurl: https://gazette.example/\nlimits: { seconds: 300 }\n" });
    const again = JSON.parse(place.dateline(["build", "--json", "--now", NOW.toISOString()]).stdout) as BuildReport;
    expect(again.entries.new.map(({ title }) => title)).toEqual(["The ferry"]);
  });

  test("an article that is read by a worker gives what it gives without one", async () => {
    const place = limited("seconds: 60", { "data/a.md": `# The ferry\n\n${"It *sails*.\n\n".repeat(30_000)}` });
    place.dateline(["build", "--now", NOW.toISOString()]);
    const apart = place.bytes();
    place.remove("dist");
    place.remove("data/ledger.jsonl");
    place.remove("data/.dateline");
    await place.build({ now: NOW });
    expect(place.bytes()).toEqual(apart);
  });
});
