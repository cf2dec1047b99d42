import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { runServe } from "../../src/cli/serve.ts";
import { run } from "../cli/run.ts";
import { serveSite } from "../support/serving.ts";
import { type Site, site } from "../support/site.ts";
import { get } from "./http.ts";

const PUBLICATION = "title: Gazette\nurl: https://gazette.example/\n";
const ARTICLE = (name: string, words = ""): string =>
  `---\ntitle: The ${name} story\ndate: 2026-05-01T08:00:00Z\nauthor: Jane Doe\n---\nAll there is to say of the ${name}. ${words}\n`;

function gazette(): Site {
  return site({ "data/publication.yaml": PUBLICATION, "data/ferry.md": ARTICLE("ferry") });
}

const titles = async (url: string): Promise<string[]> =>
  (JSON.parse((await get(url, "/feed.json")).body) as { items: { title: string }[] }).items.map(({ title }) => title);

describe("dateline serve", () => {
  test("serves what stands in dist/, says where, and ends when it is told to", async () => {
    const place = gazette();
    await place.build();
    const { url, printed, end } = await serveSite(place);
    expect((await get(url, "/atom.xml")).body).toBe(place.text("dist/atom.xml"));
    expect(printed()).toBe(`Serving dist at ${url} (Ctrl-C ends)\n`);
    expect(await end()).toBe(0);
  });

  test("shows what a build in another terminal wrote", async () => {
    const place = gazette();
    await place.build();
    const { url } = await serveSite(place);
    expect(await titles(url)).toEqual(["The ferry story"]);
    place.put({ "data/crane.md": ARTICLE("crane") });
    await place.build();
    await expect.poll(() => titles(url)).toHaveLength(2);
  });

  test("logs a line a request, on a terminal", async () => {
    const place = gazette();
    await place.build();
    const lines: string[] = [];
    let stop = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const output = { isTTY: true, write: (text: string) => lines.push(text) };
    const io = { stdin: process.stdin, stdout: output, stderr: output, env: { NO_COLOR: "1" } };
    const given = { data: `${place.folder}/data`, out: `${place.folder}/dist`, port: 0, host: "127.0.0.1", workers: 1 };
    const running = runServe(given, io, ended);
    await expect.poll(() => lines.length).toBe(1);
    const [, url = ""] = /at (\S+)/.exec(lines[0] ?? "") ?? [];
    await get(url, "/feed.json?a=%1b", { headers: { "user-agent": "reader/1\t2" } });
    await get(url, "/nothing");
    await expect.poll(() => lines.length).toBe(3);
    expect(lines[1]).toMatch(/^GET \/feed\.json\?a=%1b 200 \d+ B \d+\.\d ms reader\/1\S? ?2\n$/);
    expect(lines[2]).toMatch(/^GET \/nothing 404 \d+ B \d+\.\d ms \n$/);
    stop();
    expect(await running).toBe(0);
  });

  test("several processes answer at one port, and none stays behind", async () => {
    const place = gazette();
    await place.build();
    const { url, end, pid } = await serveSite(place, ["--workers", "3"]);
    const processes = (): number => Number(spawnSync("pgrep", ["-c", "-P", String(pid)], { encoding: "utf8" }).stdout);
    expect(processes()).toBe(3);
    const answers = await Promise.all(Array.from({ length: 12 }, () => get(url, "/rss.xml")));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.etag}`)).size).toBe(1);
    expect(await end()).toBe(0);
    expect(processes()).toBe(0);
  });

  test.for([
    [["--workers", "1"], "one process"],
    [["--workers", "2"], "several"],
  ] as const)("a port that is taken, in one line (%s, %s)", async ([args]) => {
    const place = gazette();
    await place.build();
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await expect.poll(() => other.listening).toBe(true);
    const { port } = other.address() as AddressInfo;
    expect(place.dateline(["serve", ...args, "--port", String(port)])).toEqual({
      code: 2,
      stdout: "",
      stderr: `error: Port ${port} of 127.0.0.1 is taken. Name another with --port, or 0 for any.\n`,
    });
  });

  test.for([
    [["--port", "eighty"], /should be a number from 0 to 65535/, "no number"],
    [["--port", "70000"], /should be a number from 0 to 65535/, "no port"],
    [["--workers", "0"], /should be a number from 1 to 64/, "nobody to answer"],
    [["--host", "192.0.2.1", "--port", "0"], /^error: 192\.0\.2\.1 cannot be listened at: .*--host\.\n$/, "elsewhere"],
    [["--out", "nowhere"], /^error: There is no folder nowhere to serve\. Run "dateline build" first/, "no folder"],
  ] as const)("%j is refused in one line (%s, %s)", async ([args, words]) => {
    const place = gazette();
    await place.build();
    const { code, stderr } = await run(["serve", "--workers", "1", "--out", `${place.folder}/dist`, ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
    expect(stderr.split("\n")).toHaveLength(2);
  });
});

describe("dateline serve --watch", () => {
  test("shows what is written, and publishes nothing", async () => {
    const place = gazette();
    await place.build({ now: new Date("2026-06-01T00:00:00Z") });
    const published = place.bytes();
    const { url, end } = await serveSite(place, ["--watch"]);
    expect(await titles(url)).toEqual(["The ferry story"]);
    place.put({ "data/crane.md": ARTICLE("crane") });
    await expect.poll(() => titles(url)).toEqual(expect.arrayContaining(["The crane story"]));
    place.put({ "data/crane.md": ARTICLE("big crane") });
    await expect.poll(() => titles(url)).toEqual(expect.arrayContaining(["The big crane story"]));
    place.remove("data/crane.md");
    await expect.poll(() => titles(url)).toEqual(["The ferry story"]);
    place.put({ "data/publication.yaml": PUBLICATION.replace("Gazette", "Herald") });
    await expect.poll(async () => JSON.parse((await get(url, "/feed.json")).body).title).toBe("Herald");
    expect(place.bytes()).toEqual(published);
    expect(await end()).toBe(0);
    expect(place.list("data").filter((file) => file.startsWith(".dateline/lock"))).toEqual([]);
  });

  test("keeps nothing back for caches, and leaves no folder behind", async () => {
    const previews = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("dateline-preview-"));
    const before = previews();
    const place = gazette();
    const { url, end } = await serveSite(place, ["--watch"]);
    expect((await get(url, "/rss.xml")).headers["cache-control"]).toBe("no-cache");
    await end();
    expect(previews().filter((name) => !before.includes(name))).toEqual([]);
    expect(existsSync(`${place.folder}/dist`)).toBe(false);
  });

  test("says what each build did, and what is refused", async () => {
    const place = gazette();
    const { printed, says } = await serveSite(place, ["--watch"]);
    expect(printed()).toMatch(/^Gazette: 1 entry \(1 new\)\. \d\.\d\d s$/m);
    const before = printed().length;
    place.put({ "data/bad.md": "---\ndate: 2026-02-30\n---\nA story of the thirtieth.\n" });
    expect(await says(/1 refused/, before)).toMatch(/data\/bad\.md:2:7 error date\/impossible:/);
  });

  test("a publication that is broken stops nothing: once mended, it is shown", async () => {
    const place = gazette();
    place.put({ "data/publication.yaml": "titel: Gazette\n" });
    const { url, says } = await serveSite(place, ["--watch"]);
    await says(/publication\/unknown-field/);
    expect((await get(url, "/feed.json")).status).toBe(404);
    place.put({ "data/publication.yaml": PUBLICATION });
    await expect.poll(async () => (await get(url, "/feed.json")).status).toBe(200);
  });

  test.for([
    ["gazette.example", 403, "a name of elsewhere that was made to lead here"],
    ["localhost:8000", 200, "this machine"],
    ["127.0.0.1", 200, "this machine"],
    ["[::1]:8000", 200, "this machine"],
    ["192.168.1.7:8000", 200, "this machine, as a phone beside it names it"],
    ["127.0.0.1.evil.example", 403, "a name that looks like it"],
  ] as const)("what is only for writers is answered to %s with %i (%s)", async ([host, status]) => {
    const place = gazette();
    const { url } = await serveSite(place, ["--watch"]);
    expect((await get(url, "/_dateline/live.js", { headers: { host } })).status).toBe(status);
  });
});
