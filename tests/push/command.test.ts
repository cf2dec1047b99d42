import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { type Site, site } from "../support/site.ts";
import { bodyOf, listening } from "./hub.ts";

const ARTICLE = "---\ntitle: The ferry\ndate: 2026-05-01T08:00:00Z\nauthor: Jane\n---\nThe ferry sails.\n";

async function hub(status: number): Promise<{ readonly url: string; readonly heard: string[] }> {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    heard.push(new URLSearchParams(await bodyOf(request)).get(request.url === "/ping" ? "url" : "hub.url") ?? "");
    response.writeHead(status).end();
  });
  return { url: await listening(server), heard };
}

function gazette(more: string): Site {
  return site({
    "data/publication.yaml": `title: Gazette\nurl: https://gazette.example/\nfeeds: { authors: false }\n${more}`,
    "data/ferry.md": ARTICLE,
  });
}

const commands = ({ folder }: Site) => {
  const where = ["--data", `${folder}/data`, "--out", `${folder}/dist`];
  return (name: string, ...args: string[]) => run([name, ...where, ...args], { folder });
};

describe("dateline push", () => {
  test("says what each hub answered, and fails where one did not take it", async () => {
    const [good, bad] = [await hub(204), await hub(404)];
    const place = gazette(`hub: ${good.url}\n`);
    await place.build();
    place.put({
      "dist/atom.xml": place
        .text("dist/atom.xml")
        .replace(`<link rel="hub" href="${good.url}"/>`, `<link rel="hub" href="${bad.url}"/>`),
    });
    const command = commands(place);
    const { code, stdout, stderr } = await command("push");
    expect(code).toBe(1);
    expect(stderr).toBe(
      `error: ${bad.url} was not told of https://gazette.example/atom.xml: 404 Not Found (after 1 try)\n`,
    );
    expect(stdout).toContain(`told ${good.url} of https://gazette.example/rss.xml: 204 No Content`);
    // What was not taken is told again; what was taken is not.
    const told = good.heard.length;
    expect((await command("push")).code).toBe(1);
    expect([good.heard.length, bad.heard.length]).toEqual([told, 2]);
  });

  test("with nobody to tell says how to name somebody", async () => {
    const place = gazette("");
    await place.build();
    expect(await commands(place)("push")).toEqual({
      code: 2,
      stdout: "",
      stderr: 'error: No feed names a hub. Write "hub:" into publication.yaml and build again.\n',
    });
  });

  test("where no hub took anything has another exit code than where some did", async () => {
    const place = gazette(`hub: ${(await hub(404)).url}\n`);
    await place.build();
    const { code, stdout } = await commands(place)("push");
    expect([code, stdout]).toEqual([2, ""]);
  });

  test("without feeds says what to do", async () => {
    const place = gazette("");
    expect(await commands(place)("push")).toEqual({
      code: 2,
      stdout: "",
      stderr: 'error: [DIR]/dist cannot be read or written: there is no such file. Run "dateline build" first.\n',
    });
  });

  test("--dry-run tells nobody; --json says all in one document", async () => {
    const { url, heard } = await hub(204);
    const place = gazette(`hub: ${url}\n`);
    await place.build();
    const command = commands(place);
    expect((await command("push", "--dry-run")).stdout).toContain(
      `would tell ${url} of https://gazette.example/rss.xml\n`,
    );
    expect(heard).toEqual([]);
    const { stdout, stderr } = await command("push", "--json");
    expect(stderr).toBe("");
    const { told, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ exitCode: 0, dryRun: false, known: 0, nameless: [] });
    expect(told).toContainEqual({
      protocol: "WebSub",
      hub: url,
      feed: "https://gazette.example/rss.xml",
      taken: true,
      answer: "204 No Content",
      tries: 1,
      milliseconds: expect.any(Number),
    });
    expect(JSON.parse((await command("push", "--json")).stdout)).toMatchObject({ told: [], known: told.length });
  });

  test("a memory that nobody understands is no memory: all are told again", async () => {
    const { url, heard } = await hub(204);
    const place = gazette(`hub: ${url}\n`);
    await place.build();
    const command = commands(place);
    await command("push");
    const told = heard.length;
    for (const text of ["{", "[]", '{"a":1}', "null"]) {
      place.put({ "data/.dateline/pushed.json": text });
      expect((await command("push")).code).toBe(0);
    }
    expect(heard.length).toBe(5 * told);
    expect(place.text("data/.dateline/.gitignore")).toBe("*\n");
  });

  test("a feed that names a hub, but not itself, is told of", async () => {
    const place = gazette("");
    place.put({
      "dist/rss.xml":
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link rel="hub" href="http://127.0.0.1:1/"/></channel></rss>',
    });
    const { code, stderr } = await commands(place)("push");
    expect([code, stderr]).toEqual([
      2,
      'error: rss.xml names a hub, but not its own address. Write "url:" into publication.yaml.\n',
    ]);
  });

  test("rss.xml's rssCloud server is pinged", async () => {
    const { url, heard } = await hub(200);
    const place = gazette(`cloud: ${url}pleaseNotify\n`);
    await place.build();
    const { port } = new URL(url);
    expect(place.text("dist/rss.xml")).toContain(
      `<cloud domain="127.0.0.1" port="${port}" path="/pleaseNotify" registerProcedure="" protocol="http-post"/>`,
    );
    expect(place.text("dist/atom.xml") + place.text("dist/feed.json")).not.toContain("pleaseNotify");
    expect((await commands(place)("push")).code).toBe(0);
    expect(heard).toContain("https://gazette.example/rss.xml");
    expect(heard).not.toContain("https://gazette.example/atom.xml");
  });
});

describe("dateline build --push", () => {
  test("publishes, then tells", async () => {
    const { url, heard } = await hub(204);
    const { code, stdout } = await commands(gazette(`hub: ${url}\n`))("build", "--push");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Gazette: 1 entry \(1 new\)\.\n(?:.*\n)+told /);
    expect(heard).toContain("https://gazette.example/rss.xml");
  });

  test("what is published stays published where the hub can't be told", async () => {
    const place = gazette(`hub: ${(await hub(404)).url}\n`);
    const { code } = await commands(place)("build", "--push");
    expect(code).toBe(1);
    expect(place.text("dist/rss.xml")).toContain("The ferry");
  });

  test.for([
    [["--dry-run"], /would be|dry run/, "tells nobody"],
    [["--json"], /^\{[\s\S]*\}\n$/, "prints one document"],
  ] as const)("with %j (%s, %s)", async ([args, words]) => {
    const { url, heard } = await hub(204);
    const { code, stdout } = await commands(gazette(`hub: ${url}\n`))("build", "--push", ...args);
    expect(code).toBe(0);
    expect(stdout).toMatch(words);
    if (args[0] === "--json") JSON.parse(stdout);
    else expect(heard).toEqual([]);
  });

  test.for([
    [204, 0, true],
    [404, 1, false],
  ] as const)("says in that document what a hub answered with %s", async ([status, exitCode, taken]) => {
    const { url } = await hub(status);
    const { code, stdout } = await commands(gazette(`hub: ${url}\n`))("build", "--push", "--json");
    const document = JSON.parse(stdout) as { exitCode: number; push: { told: { taken: boolean; hub: string }[] } };
    expect([code, document.exitCode]).toEqual([exitCode, exitCode]);
    expect(document.push.told.length).toBeGreaterThan(0);
    expect(document.push.told.every((one) => one.taken === taken && one.hub === url)).toBe(true);
  });

  test("tells nobody where nothing is published", async () => {
    const { url, heard } = await hub(204);
    const place = gazette(`hub: ${url}\n`);
    place.put({ "data/publication.yaml": `titel: x\nhub: ${url}\n` });
    expect((await commands(place)("build", "--push")).code).toBe(2);
    expect(heard).toEqual([]);
  });
});
