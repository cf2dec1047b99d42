import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type BuildOptions, type BuildReport, build } from "../../src/build.ts";
import { COMMAND } from "./command.mjs";

export { ROOT } from "./command.mjs";

/** What a run of the command printed and how it ended. */
interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A publication in a temporary folder, gone when the test is. */
export interface Site {
  readonly folder: string;
  /** Writes files; a path without folder stands in `data/`'s parent. */
  readonly put: (files: Readonly<Record<string, string | Uint8Array>>) => void;
  readonly remove: (path: string) => void;
  readonly text: (path: string) => string;
  /** Every file below a folder, sorted. */
  readonly list: (folder: string) => readonly string[];
  /** All of `dist/` and the ledger, by path: what must be the same whenever the data is. */
  readonly bytes: () => Readonly<Record<string, string>>;
  readonly build: (options?: Partial<BuildOptions>) => Promise<BuildReport>;
  /** Runs the built command in the folder. */
  readonly dateline: (args: readonly string[], env?: Readonly<Record<string, string>>) => Run;
}

/** Makes a publication of these files, or a copy of a folder. */
export function site(from: Readonly<Record<string, string | Uint8Array>> | string = {}): Site {
  const folder = mkdtempSync(join(tmpdir(), "dateline-site-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);
  const at = (path: string): string => join(folder, path);
  const put: Site["put"] = (files) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), content);
    }
  };
  const text: Site["text"] = (path) => readFileSync(at(path), "utf8");
  const list: Site["list"] = (below) =>
    readdirSync(at(below), { recursive: true, withFileTypes: true, encoding: "utf8" })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(at(below).length + 1))
      .sort();
  if (typeof from === "string") cpSync(from, folder, { recursive: true });
  else put(from);
  return {
    folder,
    put,
    text,
    list,
    remove: (path) => {
      rmSync(at(path), { recursive: true });
    },
    bytes: () => {
      const paths = [...list("dist").map((path) => `dist/${path}`), "data/ledger.jsonl"];
      return Object.fromEntries(paths.map((path) => [path, text(path)]));
    },
    build: (options = {}) => build({ data: at("data"), out: at("dist"), ...options }),
    dateline: (args, env = {}) => {
      const run = spawnSync(process.execPath, [COMMAND, ...args], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1", ...env },
      });
      return { code: run.status, stdout: run.stdout, stderr: run.stderr };
    },
  };
}
