import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

function run(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

/** A small disk in memory, mounted at a folder, with these options; gone when the test is. */
export function mountDisk(at: string, options: string): void {
  mkdirSync(at, { recursive: true });
  if (!run("mount", "-t", "tmpfs", "-o", options, "none", at)) throw new Error(`nothing can be mounted at ${at}`);
  onTestFinished(() => {
    run("umount", at);
  });
}

/** Makes a folder read-only, as a disk that an operator or the kernel has made so; gives back how to undo it. */
export function makeReadOnly(at: string): () => void {
  if (!run("mount", "--bind", at, at) || !run("mount", "-o", "remount,ro,bind", at))
    throw new Error(`${at} can't be made read-only`);
  let isUndone = false;
  const undo = (): void => {
    if (!isUndone) run("umount", at);
    isUndone = true;
  };
  onTestFinished(undo);
  return undo;
}

/** Whether this process may mount disks: root may, outside most containers. */
export const canMount: boolean = (() => {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const at = mkdtempSync(join(tmpdir(), "dateline-mount-"));
  try {
    return run("mount", "-t", "tmpfs", "-o", "size=1m", "none", at) && run("umount", at);
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
})();
