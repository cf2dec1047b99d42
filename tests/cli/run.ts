import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import type { ExitCode } from "../../src/cli/exit-code.ts";
import { main } from "../../src/cli/main.ts";

/** What a command printed and how it ended, with the folder's name taken out. */
export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Terminal {
  /** Whether people sit in front of it. */
  readonly tty?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** What they type, one line an answer; `null` closes the input (Ctrl-D). */
  readonly types?: readonly (string | null)[];
  /** Shown as [DIR] in what is printed. */
  readonly folder?: string;
}

/** Runs a command in this process. */
export async function run(
  argv: readonly string[],
  { tty = false, env = {}, types = [], folder }: Terminal = {},
): Promise<Ran> {
  const stdin = Object.assign(new PassThrough(), { isTTY: tty });
  const answers = [...types];
  const printed = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    isTTY: tty,
    columns: 80,
    write: (text: string) => {
      printed[name] += text;
      // Whoever is asked answers.
      if (!/\S.* $/.test(text) || answers.length === 0) return;
      const answer = answers.shift();
      setImmediate(() => (answer === null ? stdin.end() : stdin.write(`${answer}\n`)));
    },
  });
  const code = await main(argv, { stdin, stdout: output("stdout"), stderr: output("stderr"), env });
  const shown = (text: string): string => (folder === undefined ? text : text.replaceAll(folder, "[DIR]"));
  return { code, stdout: shown(printed.stdout), stderr: shown(printed.stderr) };
}

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-cli-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
