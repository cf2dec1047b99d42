/** Runs a command: how long it took, what of it on processors, and how much memory it and all that it started held at most. */
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

/** Of Linux's clock in /proc. */
const TICKS = 100;

/** What a process has spent on processors, all its threads and those whom it has waited for included, in seconds. */
function spent(pid) {
  try {
    // The name before the last bracket may hold anything; utime, stime, cutime and cstime are fields 14 to 17.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1).trim().split(" ");
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
  } catch {
    return undefined;
  }
}

/**
 * @param {{ command: string, args: readonly string[], cwd: string }} what
 * @returns {Promise<{ seconds: number, processor: number | undefined, megabytes: number | undefined }>} rejects where the command fails
 */
export function measure({ command, args, cwd }) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
    let megabytes;
    let processor;
    const look = () => {
      const now = held(child.pid);
      if (now !== undefined) megabytes = Math.max(megabytes ?? 0, now);
      processor = spent(child.pid) ?? processor;
    };
    const looking = setInterval(look, LOOK_EVERY);
    const end = () => child.kill("SIGKILL");
    process.prependOnceListener("exit", end);
    const over = () => {
      clearInterval(looking);
      process.off("exit", end);
    };
    let said = "";
    child.stderr.on("data", (chunk) => {
      said = (said + chunk).slice(-TOLD);
    });
    child.once("error", (error) => {
      over();
      reject(error);
    });
    child.once("exit", (code, signal) => {
      const seconds = (performance.now() - start) / 1000;
      over();
      if (code === 0) resolve({ seconds, processor, megabytes });
      else reject(new Error(`${[command, ...args].join(" ")} ended with ${code ?? signal}:\n${said}`));
    });
  });
}
