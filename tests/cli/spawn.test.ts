import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { COMMAND } from "../support/command.mjs";
import { site } from "../support/site.ts";
import { MAIN_FEEDS_ONLY, MAIN_FILES } from "../support/story.ts";

const ARTICLE =
  "The ferry sails again\n\nBy Jane Doe, Harbour Gazette\nPublished May 1, 2026\n\nThe ferry across the bay sails again from Monday.\n";
const PUBLICATION = `title: The Harbour Gazette\nurl: https://gazette.example/\n${MAIN_FEEDS_ONLY}`;

describe("the command as it is installed", () => {
  test("builds, and again changes nothing", () => {
    const { dateline, list } = site({ "data/publication.yaml": PUBLICATION, "data/ferry.txt": ARTICLE });
    expect(dateline(["build"])).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringMatching(/^The Harbour Gazette: 1 entry \(1 new\)\.\nWrote 16 files\. \d\.\d\d s\n$/),
    });
    expect(list("dist")).toEqual(MAIN_FILES);
    expect(dateline(["build"]).stdout).toMatch(
      /^The Harbour Gazette: 1 entry \(1 unchanged\)\.\nEvery file was up to date\./,
    );
  });

  test("prints JSON that is JSON", () => {
    const { dateline } = site({ "data/publication.yaml": PUBLICATION, "data/ferry.txt": ARTICLE });
    const { code, stdout } = dateline(["build", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 0, entries: { new: [{ title: "The ferry sails again" }] } });
  });

  test("survives a pipe that is closed before it is done", () => {
    const articles = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`data/${index}.txt`, ARTICLE.replace("ferry", `ferry ${index}`)]),
    );
    const { folder } = site({ "data/publication.yaml": PUBLICATION, ...articles });
    const line = `"${process.execPath}" "${COMMAND}" build --json | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", line], { cwd: folder, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "{\n0\n", stderr: "" });
  });

  test("shows its help in the time of a blink", () => {
    const took = (): number => {
      const started = performance.now();
      spawnSync(process.execPath, [COMMAND, "--help"]);
      return performance.now() - started;
    };
    // 150 ms on an idle machine; tests share theirs, and ask again.
    let least = took();
    for (let tries = 1; tries < 20 && least >= 300; tries += 1) least = Math.min(least, took());
    expect(least).toBeLessThan(300);
  });
});

describe("a defect of ours", () => {
  test("is said so, with the stack and what caused it, and has an exit code of its own", async () => {
    let stderr = "";
    const broken = () => {
      throw new Error("the printer is on fire", { cause: new TypeError("paper") });
    };
    const output = {
      write: (text: string) => {
        stderr += text;
      },
    };
    expect(
      await main(["--version"], { stdin: process.stdin, stdout: { write: broken }, stderr: output, env: {} }),
    ).toBe(70);
    expect(stderr).toMatch(
      /^This is a defect in Dateline\. Please report it, with these lines:\nError: the printer is on fire\n +at .*\n(?:.*\n)+Caused by: TypeError: paper\n +at /,
    );
  });
});
