import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { COMMAND } from "./command.mjs";

/**
 * Tests that run the command run what stands in `src/` now, never a stale `lib/`. A type error stops CI; at the desk
 * the tests of what is whole still run.
 */
export default function compile(): void {
  const isTyped = runs("typescript/bin/tsc");
  const isBundled = runs("rolldown/bin/cli.mjs", "-c");
  if (!isBundled) rmSync(dirname(COMMAND), { recursive: true, force: true });
  if (!(isTyped && isBundled) && process.env.CI !== undefined)
    throw new Error("src/ does not compile: run npm run build");
}

function runs(tool: string, ...args: readonly string[]): boolean {
  return spawnSync(process.execPath, [`node_modules/${tool}`, ...args], { stdio: "ignore" }).status === 0;
}
