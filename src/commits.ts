import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const HISTORY = ["log", "--reverse", "--no-merges", "--diff-filter=AR", "--name-status", "-M", "-z", "--relative"];
const ENOUGH = 256 * 1024 * 1024;

/**
 * When each file below a folder was added to git (author date of the commit, across renames), by its path relative to
 * the folder. Empty where the folder is in no repository, git is not there, or the clone is shallow: a shallow
 * history would give all files the date of one commit.
 */
export async function addedDates(folder: string): Promise<ReadonlyMap<string, Date>> {
  try {
    const { stdout: shallow } = await run("git", ["rev-parse", "--is-shallow-repository"], { cwd: folder });
    if (shallow.trim() !== "false") return new Map();
    const { stdout } = await run("git", [...HISTORY, "--format=%x01%aI", "--", "."], {
      cwd: folder,
      maxBuffer: ENOUGH,
    });
    return readHistory(stdout);
  } catch {
    // No git, no repository, no commits: not an error, there is just nothing to learn.
    return new Map();
  }
}

/** Reads `git log -z --name-status`: a commit's date behind U+0001, then status and one or two paths, NUL between all. */
function readHistory(log: string): ReadonlyMap<string, Date> {
  const dates = new Map<string, Date>();
  for (const commit of log.split("\u0001").slice(1)) {
    const [stamp = "", ...rest] = commit.split("\0").map((part) => part.replace(/^\n/, ""));
    const at = new Date(stamp.trim());
    for (let index = 0; index < rest.length; ) index += readChange(rest, index, at, dates);
  }
  return dates;
}

/** Takes one change in; returns how many parts it had. */
function readChange(parts: readonly string[], index: number, at: Date, dates: Map<string, Date>): number {
  const [status = "", from = "", to = ""] = parts.slice(index, index + 3);
  if (status.startsWith("R")) {
    dates.set(to, dates.get(from) ?? at);
    return 3;
  }
  if (status.startsWith("A") && !dates.has(from)) dates.set(from, at);
  return status === "" ? 1 : 2;
}
