import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { run, temporaryFolder } from "../cli/run.ts";

const NOW = ["--now", "2026-06-02T00:00:00Z"];

function feed(lines: string, self = "https://courier.example/rss.xml"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>The Courier</title><link>https://courier.example/</link><description>News</description>
<atom:link rel="self" href="${self}"/>
${lines}
</channel></rss>`;
}

const GOOD = feed(
  "<item><title>Bridge opens</title><link>https://courier.example/1</link><guid>https://courier.example/1</guid><pubDate>Fri, 02 Jan 2026 03:04:05 GMT</pubDate></item>",
);
const WARNED = feed("<item><title>Bridge opens</title></item>");
const BROKEN = feed("<ttl>soon</ttl>");

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe("dateline check ends with", () => {
  test.for([
    [GOOD, [], 0, "nothing is wrong"],
    [WARNED, [], 1, "a warning is told unless asked otherwise"],
    [WARNED, ["--level", "error"], 0, "and is none of the errors"],
    [GOOD, ["--level", "advice"], 0, "not even advice"],
    [WARNED, ["--level", "advice"], 1, "an item without a date"],
    [BROKEN, ["--level", "error"], 1, "the standard is violated"],
    [GOOD, ["--url", "https://courier.example/feed"], 1, "its self link says another address"],
  ] as const)("%# its code", async ([text, options, code]) => {
    const folder = folderOf({ "rss.xml": text });
    expect(await run(["check", join(folder, "rss.xml"), ...options, ...NOW])).toMatchObject({ code });
  });

  test.for([
    [["check", "nowhere.xml"], "nowhere.xml cannot be read: there is no such file.", "a file that isn't there"],
    [["check"], "Name a file, a folder", "nothing to check"],
    [
      ["check", "a.xml", "--profile", "gazette"],
      "There is no profile gazette. There are apple-news,",
      "a profile nobody knows",
    ],
    [["check", "--explain", "rss/none"], "There is no rule rss/none.", "a rule nobody knows"],
    [["check", "a.xml", "--format", "xml"], "Allowed choices are text, json, github.", "a format nobody knows"],
    [["check", "http://127.0.0.1:1/rss.xml"], "cannot be read:", "a site that isn't there"],
  ] as const)("2 and a line: %s", async ([argv, line]) => {
    const { code, stderr } = await run(argv);
    expect(stderr).toContain(line);
    expect(code).toBe(2);
  });
});

describe("dateline check prints", () => {
  test("a finding with its place, why it matters, and how to mend it", async () => {
    const folder = folderOf({ "rss.xml": BROKEN });
    const { stdout } = await run(["check", join(folder, "rss.xml"), ...NOW], { folder });
    expect(stdout).toBe(`[DIR]/rss.xml:5:6 error text/positive: <ttl> has to be a whole number above 0, not “soon”
  Readers ignore a value that they can't read, or refuse what it stands in.
  Write digits only; leave the element out where nothing is known. https://www.rssboard.org/rss-profile#element-channel-ttl

1 document checked: 1 error.
`);
  });

  test("one JSON array for programs", async () => {
    const folder = folderOf({ "rss.xml": BROKEN });
    const { stdout } = await run(["check", join(folder, "rss.xml"), "--format", "json", ...NOW], { folder });
    expect(JSON.parse(stdout)).toEqual([
      {
        rule: "text/positive",
        severity: "error",
        file: "[DIR]/rss.xml",
        line: 5,
        column: 6,
        message: "<ttl> has to be a whole number above 0, not “soon”",
        mend: "Write digits only; leave the element out where nothing is known.",
        reference: "https://www.rssboard.org/rss-profile#element-channel-ttl",
      },
    ]);
  });

  test("annotations for GitHub, in which nothing of the feed is a command", async () => {
    const folder = folderOf({ "rss.xml": feed("<ttl>\n::error::100%</ttl>") });
    const { stdout } = await run(["check", join(folder, "rss.xml"), "--format", "github", ...NOW], { folder });
    expect(stdout).toBe(
      "::error file=[DIR]/rss.xml,line=6,col=1,title=text/positive::<ttl> has to be a whole number above 0, not “::error::100%25”. Write digits only; leave the element out where nothing is known.\n",
    );
  });

  test("a rule with its examples", async () => {
    const { stdout, code } = await run(["check", "--explain", "rss/guid-missing"]);
    expect(code).toBe(0);
    expect(stdout).toContain("rss/guid-missing (warning)");
    expect(stdout).toContain('Right:\n  <guid isPermaLink="false">bridge-2026</guid>');
  });

  test("whether the feed is ready for a profile", async () => {
    const folder = folderOf({ "rss.xml": GOOD });
    const { stdout, code } = await run(
      ["check", join(folder, "rss.xml"), "--profile", "planet,flipboard", "--level", "error", ...NOW],
      { folder },
    );
    expect(stdout).toContain("planet: [DIR]/rss.xml: ready\n");
    expect(stdout).toContain(
      "flipboard: [DIR]/rss.xml: not ready: the feed says no language; there are less than 20 items",
    );
    expect(code).toBe(1);
  });

  test("what is wrong with what is piped in", async () => {
    const printed: string[] = [];
    const write = (text: string): void => void printed.push(text);
    const stdin = Object.assign(Readable.from([BROKEN]), { isTTY: false });
    const code = await main(["check", "-", ...NOW], { stdin, stdout: { write }, stderr: { write }, env: {} });
    expect(printed.join("")).toContain("stdin:5:6 error text/positive");
    expect(code).toBe(1);
  });
});

describe("dateline check of a folder", () => {
  test("checks its feeds and leaves other files alone", async () => {
    const folder = folderOf({ "rss.xml": GOOD, "manifest.json": '{"name":"Courier"}', "pom.xml": "<project/>" });
    expect(await run(["check", folder, ...NOW])).toMatchObject({
      code: 0,
      stdout: "1 document checked: nothing to mend.\n",
    });
  });

  test("without a feed says so", async () => {
    const folder = folderOf({ "index.html": "<p>News</p>" });
    expect(await run(["check", folder], { folder })).toMatchObject({
      code: 2,
      stderr: "error: [DIR] cannot be read: there is no feed in it.\n",
    });
  });
});
