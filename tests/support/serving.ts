import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { COMMAND } from "./command.mjs";
import type { Site } from "./site.ts";

/** A `dateline serve` that runs. */
export interface Running {
  readonly url: string;
  readonly pid: number | undefined;
  /** All that it has printed. */
  readonly printed: () => string;
  /** Resolves when it has printed this, from `from` on. */
  readonly says: (words: RegExp, from?: number) => Promise<string>;
  /** Interrupts it; resolves to its exit code. */
  readonly end: () => Promise<number | null>;
}

/** Runs `dateline serve` in a site's folder, at any free port, until the test is done. */
export async function serveSite({ folder }: Site, args: readonly string[] = []): Promise<Running> {
  const command = [COMMAND, "serve", "--port", "0", ...args];
  const child = spawn(process.execPath, command, { cwd: folder, env: { ...process.env, NO_COLOR: "1" } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
    });
  const end = async (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    return child.exitCode;
  };
  onTestFinished(async () => {
    await end();
  });
  const says = (words: RegExp, from = 0): Promise<string> => until(child, words, () => printed.slice(from));
  const [, url = ""] = /at (http\S+)/.exec(await says(/at http\S+ /)) ?? [];
  return { url, pid: child.pid, printed: () => printed, says, end };
}

function until(child: ChildProcess, words: RegExp, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (!words.test(printed())) return;
      child.stdout?.off("data", look);
      child.stderr?.off("data", look);
      resolve(printed());
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.once("exit", () => reject(new Error(`it ended without saying ${words}: ${printed()}`)));
    look();
  });
}
