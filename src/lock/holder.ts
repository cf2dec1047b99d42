import { randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { isCode } from "../files.ts";

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process was started: numbers of processes are given again. Linux only. */
  readonly started?: string;
  /** The machine since it was last started, and within it the container, whose processes count for themselves. Linux only. */
  readonly realm?: string;
  /** Tells one lock of a process from the next. */
  readonly mark?: string;
}

/** This process, about to hold a lock. */
export function myself(): Holder {
  const started = startOf(process.pid);
  const realm = realmHere();
  return {
    pid: process.pid,
    host: hostname(),
    ...(started === undefined ? {} : { started }),
    ...(realm === undefined ? {} : { realm }),
    mark: randomBytes(8).toString("hex"),
  };
}

/** What is known of a holder: a process elsewhere can't be asked. */
export type Life = "alive" | "dead" | "elsewhere";

/** Whether a holder still lives; `isOurs` says whether this very process holds the lock. */
export function lifeOf(holder: Holder, me: Holder, isOurs: boolean): Life {
  if (isOurs) return "alive";
  const isHere =
    holder.realm === undefined || me.realm === undefined ? holder.host === me.host : holder.realm === me.realm;
  // Of a machine that was started again since, no process is left, whatever has its number now.
  if (!isHere) return isSameMachineRestarted(holder, me) ? "dead" : "elsewhere";
  // In a container every build may be process 1: one with our number that is not ours is gone.
  if (holder.pid === me.pid || !isRunning(holder.pid)) return "dead";
  const started = startOf(holder.pid);
  return holder.started === undefined || started === undefined || holder.started === started ? "alive" : "dead";
}

function isSameMachineRestarted(holder: Holder, me: Holder): boolean {
  const [boot] = holder.realm?.split(" ") ?? [];
  const [now] = me.realm?.split(" ") ?? [];
  return holder.host === me.host && boot !== undefined && now !== undefined && boot !== now;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

/** Field 22 of `/proc/PID/stat` (proc_pid_stat(5)), counted from behind the name, which may hold anything. */
const STARTED = 19;

function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[STARTED];
  } catch {
    return undefined;
  }
}

function realmHere(): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
    return `${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return undefined;
  }
}
