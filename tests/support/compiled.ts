import { execFileSync } from "node:child_process";

/** Tests that run the command run what stands in `src/` now, never a stale `lib/`. */
export default function compile(): void {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc"], { stdio: "inherit" });
}
