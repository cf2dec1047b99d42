import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMAND, ROOT } from "../support/command.mjs";
import { type Site, site } from "../support/site.ts";

const HOOK = join(import.meta.dirname, "no-network.mjs");
const SLOW = { timeout: 120_000 };

/** The sample, and an article full of addresses that somebody could be tempted to look at. */
function tempting(): Site {
  const place = site();
  cpSync(join(ROOT, "data"), join(place.folder, "data"), {
    recursive: true,
    filter: (path) => !path.endsWith(".dateline"),
  });
  place.put({
    "data/tempting.md": `---
date: 2026-05-01
image: https://pictures.example/a.png
audio: https://sounds.example/a.mp3
---
# Look at this

![A picture](https://pictures.example/b.jpg) <iframe src="https://video.example/embed/1"></iframe>

<link rel="stylesheet" href="https://styles.example/a.css"><script src="https://scripts.example/a.js"></script>
`,
  });
  return place;
}

interface Run {
  readonly status: number | null;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], { folder }: Site): Run {
  const env = { ...process.env, NO_COLOR: "1", SOURCE_DATE_EPOCH: "1795000000" };
  const { status, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8", env });
  return { status, stderr };
}

describe("without a network", () => {
  test.for(["build", "build --strict --dry-run", "explain data/tempting.md", "check dist"])(
    "dateline %s does all that it does",
    SLOW,
    (line) => {
      const args = line.split(" ");
      const place = tempting();
      if (args[0] === "check") run(process.execPath, [COMMAND, "build"], place);
      const { status, stderr } = run(process.execPath, ["--import", HOOK, COMMAND, ...args], place);
      expect(stderr).not.toContain("the network was asked for");
      expect(status).toBeLessThan(2);
    },
  );

  test("the hook sees whoever asks", () => {
    const asking = 'await fetch("http://127.0.0.1:9/")';
    const { status, stderr } = run(process.execPath, ["--import", HOOK, "--input-type=module", "-e", asking], site());
    expect([status, stderr]).toEqual([99, "the network was asked for: fetch\n"]);
  });
});

/** Root may; elsewhere a user's own namespace may be permitted. */
const ALONE = [["--net"], ["--net", "--map-root-user"]].find(
  (args) => spawnSync("unshare", [...args, "true"]).status === 0,
);

test.skipIf(ALONE === undefined)("in a namespace without interfaces a build gives the same bytes", SLOW, () => {
  const alone = tempting();
  const among = tempting();
  expect(run("unshare", [...(ALONE ?? []), process.execPath, COMMAND, "build"], alone).status).toBeLessThan(2);
  run(process.execPath, [COMMAND, "build"], among);
  expect(alone.list("dist").length).toBeGreaterThan(50);
  expect(alone.bytes()).toEqual(among.bytes());
});
