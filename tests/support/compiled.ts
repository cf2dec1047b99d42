import { spawnSync } from "node:child_process";

/**
 * Tests that run the command run what stands in `src/` now, never a stale `lib/`. A type error stops CI; at the desk
 * the tests of what is whole still run.
 */
export default function compile(): void {
  const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc"], { stdio: "ignore" });
  if (status !== 0 && process.env.CI !== undefined) throw new Error("src/ does not compile: run npx tsc");
}
