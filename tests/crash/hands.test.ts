import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { COMMAND } from "../support/command.mjs";
import { png } from "../support/pictures.ts";
import { type Site, site } from "../support/site.ts";
import { openRounds } from "./rounds.ts";
import { faultsOf, partsBelow } from "./whole.ts";

const SLOW = { timeout: 240_000 };
const NOW = "2026-05-02T00:00:00Z";

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(place: Site, args: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: place.folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (words: Buffer) => (said.stdout += words));
  child.stderr.on("data", (words: Buffer) => (said.stderr += words));
  const ended = once(child, "close").then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    ...said,
  }));
  return { child, ended };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 6_000) throw new Error("it never came to that");
    await pause(5);
  }
}

/** Enough articles for a build to be met at work. */
function manyArticles(count: number): Site {
  const place = site({ "data/publication.yaml": "title: Gazette\nurl: https://gazette.example/\nlimit: 10\n" });
  for (let number = 0; number < count; number += 1) {
    const date = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
    place.put({ [`data/${number}.md`]: `---\ndate: ${date}\n---\n# Ferry ${number}\n\n${"It sails. ".repeat(40)}\n` });
  }
  return place;
}

describe("many builds at once", () => {
  test("one publishes, the others say who is at work, and what stands there is whole", SLOW, async () => {
    const { place, edit, undisturbed } = openRounds();
    place.dateline(["build", "--now", "2026-05-01T00:00:00Z"]);
    const now = edit(0);
    const expected = await undisturbed(now);
    const all = await Promise.all(
      Array.from({ length: 6 }, () => start(place, ["build", "--now", now.toISOString()]).ended),
    );
    const codes = all.map(({ code }) => code);
    expect(codes).toContain(0);
    for (const { code, stderr } of all) {
      if (code !== 0)
        expect([code, stderr]).toEqual([2, expect.stringMatching(/Another build is at work here \(process \d+ on /)]);
    }
    expect(place.bytes()).toEqual(expected);
    expect(partsBelow(place.folder)).toEqual([]);
    expect(existsSync(join(place.folder, "data/.dateline/lock"))).toBe(false);
  });

  test("a preview beside a build disturbs nobody", SLOW, async () => {
    const { place, edit, undisturbed } = openRounds();
    place.dateline(["build", "--now", "2026-05-01T00:00:00Z"]);
    const preview = start(place, ["serve", "--watch", "--port", "0"]);
    let said = "";
    preview.child.stdout?.on("data", (words: Buffer) => (said += words));
    await until(() => said.includes("Previewing"));
    for (let round = 0; round < 3; round += 1) {
      const now = edit(round);
      const expected = await undisturbed(now);
      const run = place.dateline(["build", "--now", now.toISOString()]);
      expect([run.code, place.bytes()]).toEqual([0, expected]);
    }
    preview.child.kill("SIGINT");
    expect(await preview.ended).toMatchObject({ code: 0, signal: null });
  });
});

describe("a build that is asked to end", () => {
  test.for(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "by %s publishes nothing, gives its lock back, leaves no parts, and ends by that signal",
    SLOW,
    async (signal) => {
      const place = manyArticles(400);
      const { child, ended } = start(place, ["build", "--now", NOW]);
      await until(() => existsSync(join(place.folder, "dist/articles")));
      child.kill(signal);
      const { stderr, ...end } = await ended;
      expect([end.code, end.signal]).toEqual([null, signal]);
      expect(stderr).toContain("The build was interrupted, so nothing was published and nothing withdrawn.");
      expect(partsBelow(place.folder)).toEqual([]);
      expect(place.list("dist")).toEqual([]);
      expect(existsSync(join(place.folder, "data/.dateline/lock"))).toBe(false);
      expect(existsSync(join(place.folder, "data/ledger.jsonl"))).toBe(false);
      expect(place.dateline(["build", "--now", NOW]).code).toBe(0);
    },
  );

  test("while it reads ends at once", SLOW, async () => {
    const place = manyArticles(900);
    const { child, ended } = start(place, ["build", "--now", NOW, "--json"]);
    await until(() => existsSync(join(place.folder, "data/.dateline/words-1")));
    child.kill("SIGINT");
    const { stdout, signal } = await ended;
    expect(signal).toBe("SIGINT");
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 2, findings: [{ code: "disk/interrupted" }] });
    expect(place.list(".").filter((path) => path.startsWith("dist/"))).toEqual([]);
  });

  test("by whoever calls it as a library, too", async () => {
    const place = manyArticles(3);
    const report = await place.build({ signal: AbortSignal.abort() });
    expect(report.publication === undefined || report.files.written.length > 0).toBe(true);
    const slow = manyArticles(300);
    const ending = new AbortController();
    const told = await slow.build({ signal: ending.signal, onProgress: () => ending.abort() });
    expect(told.findings.map(({ code }) => code)).toEqual(["disk/interrupted"]);
    expect(existsSync(join(slow.folder, "data/.dateline/lock"))).toBe(false);
  });
});

describe("what changes while a build is at work", () => {
  const item = (place: Site, title: string): string =>
    (JSON.parse(place.text("dist/feed.json")) as { items: { title: string; content_html: string }[] }).items.find(
      (one) => one.title === title,
    )?.content_html ?? "";

  test("an article that is being written is read when it is whole, or not at all", SLOW, async () => {
    const place = manyArticles(30);
    const text = `---\ndate: 2026-04-01\n---\n# The storm\n\n${"The storm came and went. ".repeat(2_000)}\n\nThe end.\n`;
    const path = join(place.folder, "data/a-storm.md");
    // A writer who rests for longer than builds wait has written half of it as far as anybody can tell: such a round,
    // on a busy machine, shows nothing.
    let shown = 0;
    for (let round = 0; round < 60 && shown < 6; round += 1) {
      // Emptied, then filled in three steps, as slow writers do it.
      writeFileSync(path, "");
      let [last, longest] = [performance.now(), 0];
      const building = place.build({ now: new Date(Date.UTC(2026, 4, 2) + round * 60_000) });
      const written = `${text.trimEnd()} In round ${round}.\n`;
      for (let part = 1; part <= 3; part += 1) {
        writeFileSync(path, written.slice(0, (written.length * part) / 3));
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
        await pause(4);
      }
      await building;
      if (longest < 15) {
        shown += 1;
        expect(item(place, "The storm"), `half in round ${round}`).toMatch(/^$|The end\. In round \d+\.<\/p>$/);
      }
      await place.build({ now: new Date(Date.UTC(2026, 4, 2) + round * 60_000 + 30_000) });
      expect(item(place, "The storm"), `round ${round}`).toContain(`The end. In round ${round}.`);
    }
    expect(shown).toBeGreaterThan(0);
  });

  test("an article that never stands still stays as it was published, and its writer hears of it", SLOW, async () => {
    const place = manyArticles(3);
    place.put({ "data/storm.md": "---\ndate: 2026-04-01\n---\n# The storm\n\nIt came.\n" });
    await place.build({ now: new Date(NOW) });
    const path = join(place.folder, "data/storm.md");
    let length = 0;
    const write = (): void => {
      length += 1;
      writeFileSync(path, `# The storm\n\n${"x".repeat(length)}`);
    };
    write();
    const pen = setInterval(write, 3);
    const report = await place.build({ now: new Date("2026-05-03T00:00:00Z") }).finally(() => clearInterval(pen));
    expect(report.findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "read/unreadable", facts: { reason: "it is being written just now" } },
    ]);
    expect(report.entries.withdrawn).toEqual([]);
    expect(item(place, "The storm")).toBe("<p>It came.</p>");
  });

  test("a picture that is exchanged between two looks is published under the name of its own bytes", SLOW, async () => {
    const place = site({
      "data/publication.yaml": "title: Gazette\nurl: https://gazette.example/\n",
      "data/crane.png": png(80, 60),
      "data/crane.md": "---\ndate: 2026-04-01\n---\n# The crane\n\n![It](crane.png)\n",
    });
    // It is looked at before anything is written, and copied after that.
    let exchanged = 0;
    await place.build({
      now: new Date(NOW),
      onProgress: (what) => {
        if (what !== "written" || exchanged === 2) return;
        exchanged += 1;
        place.put({ "data/crane.png": png(90, 60 + exchanged) });
      },
    });
    expect(exchanged).toBe(2);
    const [name = ""] = place.list("dist/media");
    const bytes = readFileSync(join(place.folder, "dist/media", name));
    expect(place.list("dist/media")).toHaveLength(1);
    expect(name).toBe(`${createHash("sha256").update(bytes).digest("hex").slice(0, 20)}.png`);
    expect(bytes).toEqual(readFileSync(join(place.folder, "data/crane.png")));
    expect(faultsOf(join(place.folder, "dist"))).toEqual([]);
    expect(partsBelow(place.folder)).toEqual([]);
  });

  test("a picture that never stands still ends the build with its name, and nothing is lost", SLOW, async () => {
    const place = site({
      "data/publication.yaml": "title: Gazette\nurl: https://gazette.example/\n",
      "data/crane.png": png(80, 60),
      "data/crane.md": "---\ndate: 2026-04-01\n---\n# The crane\n\n![It](crane.png)\n",
    });
    let height = 60;
    const report = await place.build({
      now: new Date(NOW),
      onProgress: (what) => {
        height += 1;
        if (what === "written") place.put({ "data/crane.png": png(90, height) });
      },
    });
    expect(report.findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "disk/trouble", place: { file: join(place.folder, "data/crane.png") } },
    ]);
    expect(partsBelow(place.folder)).toEqual([]);
    expect((await place.build({ now: new Date(NOW) })).publication).toBe("Gazette");
  });

  test("articles that are edited all the while are taken by the next build at the latest", SLOW, async () => {
    const { place, edit, undisturbed } = openRounds();
    place.dateline(["build", "--now", "2026-05-01T00:00:00Z"]);
    for (let round = 0; round < 4; round += 1) {
      const { ended } = start(place, ["build", "--now", new Date(Date.UTC(2026, 4, 2)).toISOString()]);
      await pause(100 + 80 * round);
      const now = edit(round);
      expect((await ended).code).not.toBe(70);
      expect(faultsOf(join(place.folder, "dist"))).toEqual([]);
      const expected = await undisturbed(now);
      const run = place.dateline(["build", "--now", now.toISOString()]);
      expect([run.code, place.bytes()], run.stderr).toEqual([0, expected]);
    }
  });
});
