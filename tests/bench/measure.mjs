/** Runs a command and says how long it took, and how much memory it and all that it started held at most. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** A look every so often costs the measured less than a thousandth. */
const LOOK_EVERY = 15;
const TOLD = 2000;

/** A process and those that it started, and so on; whatever of its threads started them. */
function family(pid) {
  const started = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
  );
  return [pid, ...started.flatMap(family)];
}

/**
 * The sum of what each living process of a tree has held at most (VmHWM), in mebibytes: exact for one process, and never
 * too little for several. Undefined where there is no /proc, or the process has ended meanwhile.
 */
function held(pid) {
  try {
    const sizes = family(pid).map(
      (member) => /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${member}/status`, "utf8"))?.[1],
    );
    return sizes.reduce((sum, size) => sum + Number(size ?? 0), 0) / 1024;
  } catch {
    return undefined;
  }
}

/**
 * @param {{ command: string, args: readonly string[], cwd: string }} what
 * @returns {Promise<{ seconds: number, megabytes: number | undefined }>} rejects where the command fails
 */
export function measure({ command, args, cwd }) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
    let megabytes;
    const look = () => {
      const now = held(child.pid);
      if (now !== undefined) megabytes = Math.max(megabytes ?? 0, now);
    };
    const looking = setInterval(look, LOOK_EVERY);
    let said = "";
    child.stderr.on("data", (chunk) => {
      said = (said + chunk).slice(-TOLD);
    });
    child.once("error", (error) => {
      clearInterval(looking);
      reject(error);
    });
    child.once("exit", (code, signal) => {
      const seconds = (performance.now() - start) / 1000;
      clearInterval(looking);
      if (code === 0) resolve({ seconds, megabytes });
      else reject(new Error(`${[command, ...args].join(" ")} ended with ${code ?? signal}:\n${said}`));
    });
  });
}
