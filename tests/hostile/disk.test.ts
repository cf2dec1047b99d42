import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { article } from "./cases/case.ts";
import { outcomesOf, type Published, publishAll } from "./publish.ts";

const FILES = {
  "publication.yaml": "title: The Hostile Gazette\nurl: https://h.example/\n",
  "control.md": article("Nothing happened at the quay."),
};

async function published(prepare: (data: string) => void | Promise<void>): Promise<Published> {
  const made = await publishAll(FILES, prepare);
  onTestFinished(made.remove);
  expect(outcomesOf(made, "control.md")).toEqual(["clean"]);
  return made;
}

/** What stands in a data folder and is no file that can be read. */
const ODDITIES: readonly (readonly [
  name: string,
  make: (path: string, data: string) => void | Promise<void>,
  outcome: string,
  why: string,
])[] = [
  ["pipe.md", (path) => void spawnSync("mkfifo", [path]), "refused read/no-file", "a pipe: nobody may wait for it"],
  ["socket.md", socketAt, "refused read/no-file", "a socket"],
  ["loop.md", (path) => symlinkSync("loop.md", path), "refused read/unreadable", "a link to itself"],
  ["dangling.md", (path) => symlinkSync("nowhere.md", path), "refused read/unreadable", "a link to nothing"],
  ["out.md", (path) => symlinkSync("/etc/passwd", path), "refused read/outside", "a link out of the data folder"],
  ["device.md", (path) => symlinkSync("/dev/zero", path), "refused read/outside", "a link to a device without end"],
];

async function socketAt(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(path, done));
  onTestFinished(() => new Promise((done) => server.close(() => done())));
}

describe("what has an article's name and is none is refused, and nothing waits for it", () => {
  test.for(ODDITIES)("%s: $2 ($3)", async ([name, make, outcome]) => {
    const made = await published((data) => make(join(data, name), data));
    expect(outcomesOf(made, name)).toContain(outcome);
  });

  test.skipIf(process.getuid?.() === 0)("a file that may not be read", async () => {
    const made = await published((data) => {
      writeFileSync(join(data, "closed.md"), article("zzclosedzz"));
      chmodSync(join(data, "closed.md"), 0);
    });
    expect(outcomesOf(made, "closed.md")).toContain("refused read/unreadable");
  });
});

test("a folder outside is not walked, and that is said; a loop of folders ends", async () => {
  const made = await published((data) => {
    mkdirSync(join(data, "a"));
    writeFileSync(join(data, "a/ferry.md"), article("The ferry sails."));
    symlinkSync("../a", join(data, "a/again"));
    symlinkSync(tmpdir(), join(data, "outside"));
  });
  expect(made.report.entries.new.map(({ file }) => file).sort()).toEqual(["a/ferry.md", "control.md"]);
  expect(made.report.findings.map(({ code, severity }) => [code, severity])).toEqual([["read/outside", "warning"]]);
});

test("a name that is no UTF-8 is refused by the name that can be shown", async () => {
  const made = await published((data) => {
    const path = Buffer.concat([Buffer.from(join(data, "caf")), Buffer.of(0xe9), Buffer.from(".md")]);
    writeFileSync(path, article("It sails."));
  });
  expect(outcomesOf(made, "caf\ufffd.md")).toContain("refused read/unreadable");
});
