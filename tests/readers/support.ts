import { spawn, spawnSync } from "node:child_process";

/** Whether a reader is there. On CI all are installed, and a test that did not run proves nothing. */
export function isThere(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, [...args]).status === 0 || process.env.CI !== undefined;
}

/** What a program prints. The server that it reads from lives in this process, so that it must not be blocked. */
export function ran(command: string, args: readonly string[], cwd: string, input = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, HOME: cwd, XDG_CONFIG_HOME: cwd, XDG_DATA_HOME: cwd };
    const child = spawn(command, args, { cwd, env });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString("utf8");
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${command} ended with ${code}: ${stdout}${stderr}`));
    });
    child.stdin.end(input);
  });
}
